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
    let mut sorts: Vec<Sort<'_>> = Vec::new();
    let names = series_names(spec);
    for (part, amount) in drawn(spec) {
        let series = match spec.shape {
            Shape::Lines => names.iter().position(|name| *name == amount.series).unwrap_or_default(),
            _ => 0,
        };
        let swatch = swatch(spec.shape, part, series, amount);
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
    let mut all: Vec<&str> = Vec::new();
    sorts
        .iter()
        .flat_map(|sort| &sort.series)
        .for_each(|name| add(&mut all, name));
    // A line has no name but the one in the legend.
    let named = all.len() > 1 || spec.shape == Shape::Lines;
    let alone = sorts.len() == 1 && !named;
    let mut entries: Vec<LegendEntry> = sorts
        .iter()
        .filter_map(|sort| {
            let plain = sort.amount.origin == Origin::Reported && sort.amount.certainty() == Certainty::Firm;
            let meaning = sort.meaning(named);
            let silent = meaning.is_empty() || alone && plain;
            (!silent).then_some(LegendEntry {
                swatch: sort.swatch,
                meaning,
            })
        })
        .collect();
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

/// A sort of mark with what it stands for.
struct Sort<'a> {
    swatch: Swatch,
    /// The first amount drawn so.
    amount: &'a Amount,
    series: Vec<&'a str>,
    words: Vec<&'a str>,
}

impl Sort<'_> {
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

fn swatch(shape: Shape, part: Part, series: usize, amount: &Amount) -> Swatch {
    let (origin, certainty) = (amount.origin, amount.certainty());
    match shape {
        Shape::Lines => Swatch::Point {
            series,
            origin,
            certainty,
        },
        _ => Swatch::Bar {
            part,
            origin,
            certainty,
        },
    }
}
