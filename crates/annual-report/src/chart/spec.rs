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
}

/// How the amounts are drawn. All are horizontal and start at zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar a datum.
    Bars,
    /// Two bars a datum: the amount, and beneath it its `other` (last year's derived base), hatched if derived.
    Pairs,
    /// One bar a datum, of which the first stretch is its `other` (of 42, 15 are new).
    Stack,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    /// What is measured: 固定资产投资.
    pub label: String,
    /// The amount.
    pub amount: Amount,
    /// The second amount of [`Shape::Pairs`] and [`Shape::Stack`].
    pub other: Option<Amount>,
    /// The figure behind `amount`.
    pub figure: FigureId,
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
    /// Whether the document gives a bound or a neighbourhood (近, 余, 超…以上, 以上, 约), so that no firm end may be drawn.
    /// 预计 and 拟 are firm numbers of uncertain things.
    pub fn is_bound(&self) -> bool {
        match self.qualifier {
            Some(
                Qualifier::Nearly
                | Qualifier::SomewhatAbove
                | Qualifier::MoreThan
                | Qualifier::AtLeast
                | Qualifier::About,
            ) => true,
            Some(Qualifier::Expected | Qualifier::Planned) | None => false,
        }
    }
}

impl Datum {
    /// The second amount, where a shape draws one.
    pub(super) fn second(&self, shape: Shape) -> Option<&Amount> {
        match shape {
            Shape::Bars => None,
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
}

/// A line across all bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Finite, in the chart's unit.
    pub value: f64,
    /// What it stands for: 年度预算 100%.
    pub label: String,
}
