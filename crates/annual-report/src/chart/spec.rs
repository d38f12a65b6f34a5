//! What a chart says, free of pixels: labelled amounts with their certainty, a unit, a source.

use crate::model::{FigureId, Place, Qualifier};

/// What to draw. Plain data: two equal specs give the same picture.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// Stable name of the chart, unique in a report; also its name in the hash: `growth`.
    pub id: String,
    /// States the finding, not only the subject.
    pub title: String,
    /// The unit of every amount: 亿元, %, 家.
    pub unit: String,
    /// How the amounts are drawn.
    pub shape: Shape,
    /// The amounts in drawing order, top to bottom.
    pub data: Vec<Datum>,
    /// A line to compare with, such as the whole budget at 100 %.
    pub reference: Option<Reference>,
    /// Where the document states the amounts, in its order, without repeats.
    pub source: Vec<Place>,
    /// What a reader must know to read it rightly, each a sentence.
    pub notes: Vec<String>,
    /// Why there is nothing to draw, in case there is not.
    pub nothing: String,
}

/// How the amounts are drawn. All scales hold zero; bars are level and start there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar a datum.
    Bars,
    /// Two bars a datum: the amount, and beneath it its `other` (last year's derived base), hatched if derived.
    Pairs,
    /// One bar a datum, of which the first stretch is its `other` (of 42, 15 are new).
    Stack,
    /// A point a datum over its year, a line through the points of a series; at most three series can be told apart.
    /// No line where a year is missing.
    Lines,
    /// A bar a datum, in a small chart of its own for each panel; one scale for all.
    Panels,
}

/// One line of a chart, or one point of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// What is measured: 固定资产投资. Of a point its year: 2021年; what is measured is then `amount.series`.
    pub label: String,
    /// The amount.
    pub amount: Amount,
    /// The second amount of [`Shape::Pairs`] and [`Shape::Stack`].
    pub other: Option<Amount>,
    /// The year of a point of [`Shape::Lines`]; one without a year stands left of all.
    pub at: Option<u16>,
    /// Heading of the panel, for [`Shape::Panels`]. Data next to each other with the same heading share a panel.
    pub panel: Option<String>,
    /// The figure behind `amount`; none for what we counted.
    pub figure: Option<FigureId>,
    /// Where the document states it.
    pub place: Place,
}

/// An amount with its certainty.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Finite, in the chart's unit.
    pub value: f64,
    /// Interval by rounding, for a derived amount: `low <= value <= high`.
    pub interval: Option<(f64, f64)>,
    /// What stands beside the bar: `56.8 亿元（预计）`.
    pub label: String,
    /// Who says so: 2021年, 2020年推算（可比口径）. Names the series in the legend and the table.
    pub series: String,
    /// Whether the document states it or we computed it.
    pub origin: Origin,
    /// What the document says of its certainty.
    pub qualifier: Option<Qualifier>,
}

impl Amount {
    /// How its mark is to look, by what the document says of it.
    pub fn certainty(&self) -> Certainty {
        match self.qualifier {
            Some(
                Qualifier::Nearly
                | Qualifier::SomewhatAbove
                | Qualifier::MoreThan
                | Qualifier::AtLeast
                | Qualifier::About,
            ) => Certainty::Bound,
            Some(Qualifier::Expected | Qualifier::Planned) => Certainty::Expected,
            None => Certainty::Firm,
        }
    }

    /// Whether no firm end may be drawn.
    pub fn is_bound(&self) -> bool {
        self.certainty() == Certainty::Bound
    }
}

/// How firm an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Stated without reserve.
    Firm,
    /// A firm number of something that had not happened yet: 预计, 拟.
    Expected,
    /// A bound or a neighbourhood: 近, 余, 超…以上, 以上, 约.
    Bound,
}

impl Datum {
    /// The second amount, where a shape draws one.
    pub(super) fn second(&self, shape: Shape) -> Option<&Amount> {
        match shape {
            Shape::Bars | Shape::Lines | Shape::Panels => None,
            Shape::Pairs | Shape::Stack => self.other.as_ref(),
        }
    }
}

/// Whether an amount stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The document states it.
    Reported,
    /// Computed from reported figures; drawn hatched and marked 推算.
    Derived,
    /// Counted by us from the names that the document gives: exact, but no number of the document; marked 统计.
    Counted,
}

/// A line across all bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Finite, in the chart's unit.
    pub value: f64,
    /// What it stands for: 年度预算 100%.
    pub label: String,
}
