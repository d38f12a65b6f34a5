//! The data of a chart as a table: what the picture shows, for reading, hearing and copying.
//!
//! Promise: every amount drawn has a cell with its number alone, the unit stands in the head, and qualifier, 推算 and
//! place stand beside it.

use super::columns::interval;
use super::{Amount, ChartSpec, Datum, Origin, Part, Shape};
use crate::format::{fixed, place_name, plain};
use crate::model::FigureId;
use crate::stats::certain_decimals;

/// A table of texts; every row is as long as the head.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// 指标 (or 年份), a column a series with its unit, 限定词, 推算, 出处.
    pub head: Vec<String>,
    /// A row a datum, in the chart's order; of lines a row a year.
    pub rows: Vec<Vec<String>>,
    /// Which columns are numbers.
    pub numbers: Vec<bool>,
    /// The figure of each row, where it has one that is of this report.
    pub figures: Vec<Option<FigureId>>,
}

/// The same data as the chart's.
pub fn table(spec: &ChartSpec) -> Table {
    let mut series: Vec<(Part, &str)> = Vec::new();
    for part in [Part::Amount, Part::Other] {
        for amount in spec.data.iter().filter_map(|datum| amount_of(datum, part, spec)) {
            let column = (part, amount.series.as_str());
            if !series.contains(&column) {
                series.push(column);
            }
        }
    }
    let first = if spec.shape == Shape::Lines { "年份" } else { "指标" };
    let mut head = vec![first.to_owned()];
    head.extend(series.iter().map(|(_, name)| with_unit(name, &spec.unit)));
    head.extend(["限定词", "推算", "出处"].map(str::to_owned));
    let numbers = (0..head.len())
        .map(|column| (1..=series.len()).contains(&column))
        .collect();
    Table {
        rows: rows(spec).iter().map(|data| row(data, &series, spec)).collect(),
        head,
        numbers,
        figures: rows(spec).iter().map(|data| figure(data, spec)).collect(),
    }
}

/// The figure that a row begins with. Lines have figures of other reports, too, which this one knows nothing of.
fn figure(data: &[&Datum], spec: &ChartSpec) -> Option<FigureId> {
    let of_report = spec.shape != Shape::Lines;
    data.first()
        .and_then(|datum| datum.figure.clone())
        .filter(|_| of_report)
}

/// The data of each row: one, or all that share a year, in the order of years.
fn rows(spec: &ChartSpec) -> Vec<Vec<&Datum>> {
    if spec.shape != Shape::Lines {
        return spec.data.iter().map(|datum| vec![datum]).collect();
    }
    let mut rows: Vec<Vec<&Datum>> = Vec::new();
    for datum in &spec.data {
        let year = |row: &Vec<&Datum>| row.first().and_then(|datum| datum.at);
        // Two numbers of one series in one year have no cell together.
        let free = |row: &&mut Vec<&Datum>| {
            year(row) == datum.at && row.iter().all(|other| other.amount.series != datum.amount.series)
        };
        match rows.iter_mut().find(free) {
            Some(row) => row.push(datum),
            None => {
                let place = rows.iter().take_while(|row| year(row) <= datum.at).count();
                rows.insert(place, vec![datum]);
            }
        }
    }
    rows
}

fn row(data: &[&Datum], series: &[(Part, &str)], spec: &ChartSpec) -> Vec<String> {
    let amounts: Vec<(Part, &Amount)> = [Part::Amount, Part::Other]
        .into_iter()
        .flat_map(|part| {
            data.iter()
                .filter_map(move |datum| Some((part, amount_of(datum, part, spec)?)))
        })
        .collect();
    let name = |datum: &&Datum| match &datum.panel {
        Some(panel) if spec.shape == Shape::Panels => format!("{panel}：{}", datum.label),
        _ => datum.label.clone(),
    };
    let mut row = vec![data.first().map(name).unwrap_or_default()];
    row.extend(series.iter().map(|(part, name)| {
        let own = amounts
            .iter()
            .find(|(own, amount)| own == part && amount.series == *name);
        own.map(|(_, amount)| number(amount)).unwrap_or_default()
    }));
    row.push(qualifiers(&amounts));
    let mut derivations: Vec<String> = Vec::new();
    let mut places: Vec<String> = Vec::new();
    let told = amounts.iter().filter_map(|(_, amount)| derivation(amount));
    told.for_each(|told| add(&mut derivations, told));
    data.iter().for_each(|datum| add(&mut places, place_name(&datum.place)));
    row.push(derivations.join("；"));
    row.push(places.join("、"));
    row
}

fn add(words: &mut Vec<String>, word: String) {
    if !words.contains(&word) {
        words.push(word);
    }
}

fn amount_of<'a>(datum: &'a Datum, part: Part, spec: &ChartSpec) -> Option<&'a Amount> {
    match part {
        Part::Amount => Some(&datum.amount),
        Part::Other => datum.second(spec.shape),
    }
}

fn with_unit(series: &str, unit: &str) -> String {
    match (series, unit) {
        (_, "") => series.to_owned(),
        ("", _) => unit.to_owned(),
        _ => format!("{series}（{unit}）"),
    }
}

/// The number alone. A derived one has as many decimals as its interval leaves certain.
fn number(amount: &Amount) -> String {
    match decimals(amount) {
        Some(decimals) => fixed(amount.value, decimals),
        None => plain(amount.value),
    }
}

/// `None` for an amount that is known exactly as it stands. With so many decimals its number lies in its interval.
fn decimals(amount: &Amount) -> Option<usize> {
    let (low, high) = interval(amount)?;
    let half = high / 2.0 - low / 2.0;
    let certain = || (-half.log10()).floor().max(0.0).min(12.0) as usize;
    (half > 0.0).then(|| certain_decimals(amount.value, low, high, certain()))
}

/// The interval of an amount, one decimal finer than its number so that it does not collapse: `43.47–43.58`.
pub fn interval_text(amount: &Amount) -> Option<String> {
    let (low, high) = interval(amount)?;
    let decimals = decimals(amount)? + 1;
    Some(format!("{}–{}", fixed(low, decimals), fixed(high, decimals)))
}

/// 推算 with its interval.
fn derivation(amount: &Amount) -> Option<String> {
    match amount.origin {
        Origin::Reported => return None,
        Origin::Counted => return Some("统计".to_owned()),
        Origin::Derived => {}
    }
    Some(interval_text(amount).map_or("推算".to_owned(), |interval| format!("推算，{interval}")))
}

/// The qualifiers of a row's amounts; with two amounts the series says of which.
fn qualifiers(amounts: &[(Part, &Amount)]) -> String {
    let words = amounts.iter().filter_map(|(_, amount)| {
        let word = amount.qualifier?.word();
        let named = amounts.len() > 1 && !amount.series.is_empty();
        Some(if named {
            format!("{}：{word}", amount.series)
        } else {
            word.to_owned()
        })
    });
    words.collect::<Vec<_>>().join("；")
}
