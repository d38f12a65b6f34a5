//! The data of a chart as a table: what the picture shows, for reading, hearing and copying.
//!
//! Promise: every amount drawn has a cell with its number alone, the unit stands in the head, and qualifier, 推算 and
//! place stand beside it.

use super::columns::interval;
use super::{Amount, ChartSpec, Datum, Origin, Part};
use crate::format::{fixed, place_name, plain};

/// A table of texts; every row is as long as the head.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// 指标, a column a series with its unit, 限定词, 推算, 出处.
    pub head: Vec<String>,
    /// A row a datum, in the chart's order.
    pub rows: Vec<Vec<String>>,
    /// Which columns are numbers.
    pub numbers: Vec<bool>,
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
    let mut head = vec!["指标".to_owned()];
    head.extend(series.iter().map(|(_, name)| with_unit(name, &spec.unit)));
    head.extend(["限定词", "推算", "出处"].map(str::to_owned));
    let numbers = (0..head.len())
        .map(|column| (1..=series.len()).contains(&column))
        .collect();
    let rows = spec.data.iter().map(|datum| {
        let both = [Part::Amount, Part::Other].map(|part| amount_of(datum, part, spec));
        let amounts: Vec<&Amount> = both.into_iter().flatten().collect();
        let mut row = vec![datum.label.clone()];
        row.extend(series.iter().map(|(part, name)| {
            let amount = amount_of(datum, *part, spec).filter(|amount| amount.series == *name);
            amount.map(number).unwrap_or_default()
        }));
        row.push(qualifiers(&amounts));
        let derivations: Vec<String> = amounts.iter().filter_map(|amount| derivation(amount)).collect();
        row.push(derivations.join("；"));
        row.push(place_name(&datum.place));
        row
    });
    Table {
        rows: rows.collect(),
        head,
        numbers,
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

/// `None` for an amount that is known exactly as it stands.
fn decimals(amount: &Amount) -> Option<usize> {
    let (low, high) = interval(amount)?;
    let half = high / 2.0 - low / 2.0;
    (half > 0.0).then(|| (-half.log10()).floor().max(0.0).min(15.0) as usize)
}

/// 推算 with its interval, one decimal finer than the number so that it does not collapse.
fn derivation(amount: &Amount) -> Option<String> {
    if amount.origin == Origin::Reported {
        return None;
    }
    let range = decimals(amount).zip(interval(amount));
    Some(range.map_or("推算".to_owned(), |(decimals, (low, high))| {
        let decimals = decimals + 1;
        format!("推算，{}–{}", fixed(low, decimals), fixed(high, decimals))
    }))
}

/// The qualifiers of a row's amounts; with two amounts the series says of which.
fn qualifiers(amounts: &[&Amount]) -> String {
    let words = amounts.iter().filter_map(|amount| {
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
