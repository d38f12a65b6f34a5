//! What the marks of a chart mean, in words.
//!
//! Promise: an entry for every sort of mark that occurs in the chart, for none that does not, and nothing at all where
//! there is but one plain sort that the title explains.

use super::columns::interval;
use super::trend::series_names;
use super::{Amount, Certainty, ChartSpec, Origin, Part, Shape};

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// The mark.
    pub swatch: Swatch,
    /// What it means: 2021年（预计）.
    pub meaning: String,
}

/// A mark as it looks in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A bar.
    Bar {
        /// Which of a datum's amounts.
        part: Part,
        /// Who says so.
        origin: Origin,
        /// How firm it is.
        certainty: Certainty,
    },
    /// A point of a series, with its line.
    Point {
        /// Number of the series, counted from 0.
        series: usize,
        /// Who says so.
        origin: Origin,
        /// How firm it is.
        certainty: Certainty,
    },
    /// The thin line of an interval.
    Interval,
    /// The line to compare with.
    Reference,
}

/// The marks that occur in this chart, in the order in which a reader meets them.
pub fn legend(spec: &ChartSpec) -> Vec<LegendEntry> {
    let mut entries = match spec.shape {
        Shape::Lines => lines(spec),
        Shape::Bars | Shape::Pairs | Shape::Stack | Shape::Panels => bars(spec),
    };
    let whisker = |(part, amount): (Part, &Amount)| {
        interval(amount).is_some() && (spec.shape != Shape::Stack || part == Part::Amount)
    };
    if drawn(spec).any(whisker) {
        entries.push(LegendEntry {
            swatch: Swatch::Interval,
            meaning: "四舍五入留下的区间".to_owned(),
        });
    }
    if let Some(reference) = spec
        .reference
        .as_ref()
        .filter(|reference| reference.value.is_finite() && !reference.label.trim().is_empty())
    {
        entries.push(LegendEntry {
            swatch: Swatch::Reference,
            meaning: reference.label.clone(),
        });
    }
    entries
}

/// An entry for each sort of bar and what it stands for, with its series where there is more than one.
fn bars(spec: &ChartSpec) -> Vec<LegendEntry> {
    let of_bar = |part: Part, amount: &Amount| Swatch::Bar {
        part,
        origin: amount.origin,
        certainty: amount.certainty(),
    };
    let sorts = sorts(spec, &of_bar);
    let mut all: Vec<&str> = Vec::new();
    sorts
        .iter()
        .flat_map(|sort| &sort.series)
        .for_each(|name| add(&mut all, name));
    let named = all.len() > 1;
    if let [only] = sorts.as_slice()
        && !named
        && only.is_plain()
    {
        return Vec::new();
    }
    let entries = sorts.iter().map(|sort| LegendEntry {
        swatch: sort.swatch,
        meaning: sort.meaning(named),
    });
    entries.filter(|entry| !entry.meaning.is_empty()).collect()
}

/// An entry for each series, and one for each sort of point that is not plain, whatever its series: shapes and lines
/// tell series apart, and outlines how firm a point is.
fn lines(spec: &ChartSpec) -> Vec<LegendEntry> {
    let names = series_names(spec);
    let number = |amount: &Amount| names.iter().position(|name| *name == amount.series).unwrap_or_default();
    let mut entries: Vec<LegendEntry> = Vec::new();
    for (series, name) in names.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
        let own = || {
            drawn(spec)
                .map(|(_, amount)| amount)
                .filter(|amount| amount.series == *name)
        };
        let firm = own().find(|amount| amount.certainty() == Certainty::Firm);
        entries.extend(firm.or_else(|| own().next()).map(|amount| LegendEntry {
            swatch: Swatch::Point {
                series,
                origin: amount.origin,
                certainty: amount.certainty(),
            },
            meaning: (*name).to_owned(),
        }));
    }
    let of_point = |_: Part, amount: &Amount| Swatch::Point {
        // The same for all series, so that they share an entry; which one it shows is set below.
        series: 0,
        origin: amount.origin,
        certainty: amount.certainty(),
    };
    for sort in sorts(spec, &of_point).iter().filter(|sort| !sort.is_plain()) {
        entries.push(LegendEntry {
            swatch: Swatch::Point {
                series: number(sort.amount),
                origin: sort.amount.origin,
                certainty: sort.amount.certainty(),
            },
            meaning: sort.meaning(false),
        });
    }
    entries
}

/// A sort of mark with what it stands for.
struct Sort<'a> {
    swatch: Swatch,
    /// The first amount drawn so.
    amount: &'a Amount,
    series: Vec<&'a str>,
    words: Vec<&'a str>,
}

/// The sorts of marks that a chart has, told apart by their swatch.
fn sorts<'a>(spec: &'a ChartSpec, swatch: &dyn Fn(Part, &Amount) -> Swatch) -> Vec<Sort<'a>> {
    let mut sorts: Vec<Sort<'_>> = Vec::new();
    for (part, amount) in drawn(spec) {
        let swatch = swatch(part, amount);
        let known = sorts.iter().position(|sort| sort.swatch == swatch).unwrap_or_else(|| {
            sorts.push(Sort {
                swatch,
                amount,
                series: Vec::new(),
                words: Vec::new(),
            });
            sorts.len() - 1
        });
        if let Some(sort) = sorts.get_mut(known) {
            add(&mut sort.series, amount.series.as_str());
            add(
                &mut sort.words,
                amount.qualifier.map_or("", |qualifier| qualifier.word()),
            );
        }
    }
    sorts
}

impl Sort<'_> {
    /// Whether it is stated without reserve.
    fn is_plain(&self) -> bool {
        self.amount.origin == Origin::Reported && self.amount.certainty() == Certainty::Firm
    }

    fn meaning(&self, named: bool) -> String {
        let series = if named { self.series.join("、") } else { String::new() };
        let words = self.words.join("、");
        let told = match (self.amount.origin, self.amount.certainty()) {
            (Origin::Derived, _) if series.contains("推算") => String::new(),
            (Origin::Derived, _) => "推算".to_owned(),
            (Origin::Counted, _) => "按报告列名统计，不是公布数".to_owned(),
            (Origin::Reported, Certainty::Firm) if series.is_empty() => "公布数".to_owned(),
            (Origin::Reported, Certainty::Firm) => String::new(),
            (Origin::Reported, Certainty::Expected) => words,
            (Origin::Reported, Certainty::Bound) => format!("{words}：只画到所写的数"),
        };
        match (series.is_empty(), told.is_empty()) {
            (_, true) => series,
            (true, _) => told,
            _ => format!("{series}（{told}）"),
        }
    }
}

fn add<'a>(words: &mut Vec<&'a str>, word: &'a str) {
    if !word.is_empty() && !words.contains(&word) {
        words.push(word);
    }
}

/// Every amount that has a mark, with its part.
fn drawn(spec: &ChartSpec) -> impl Iterator<Item = (Part, &Amount)> {
    let of = |part| {
        spec.data.iter().filter_map(move |datum| {
            let amount = match part {
                Part::Amount => Some(&datum.amount),
                Part::Other => datum.second(spec.shape),
            };
            Some((part, amount.filter(|amount| amount.value.is_finite())?))
        })
    };
    of(Part::Amount).chain(of(Part::Other))
}
