//! One table made ready for questions: folded text, facet values by number, orders by rank.
//!
//! Built once when its file arrives; [`Listing::select`] then answers a query without looking at the pack again.

use core::cmp::Ordering;

use super::{Query, fold, words};
use crate::order::sort_rows;

/// A table made ready for questions. Row `n` is entry `n` of the pack's file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Listing {
    /// What the table can be narrowed by, in the order in which it is shown.
    pub facets: Vec<Facet>,
    /// What it can be sorted by.
    pub orders: Vec<Order>,
    /// All rows in the table's own order.
    own: Vec<u32>,
    /// Folded text a row; fields are set apart so that no word matches across two.
    texts: Vec<String>,
}

/// One way of narrowing a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Facet {
    /// Its name in the address.
    pub key: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// Its values, in the order in which they are shown.
    pub values: Vec<FacetValue>,
    /// The values of each row, as places in `values`.
    rows: Vec<Vec<u16>>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its name in the address.
    pub key: String,
    /// Its name for readers.
    pub label: String,
}

/// One way of sorting a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Its name in the address.
    pub key: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// Whether a first click puts the largest first.
    pub descending_first: bool,
    /// The value of each row; a missing one comes last in both directions.
    values: Vec<Option<f64>>,
}

/// What a query found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// The rows found, in the query's order.
    pub rows: Vec<u32>,
    /// For each facet and each of its values: how many rows pass everything else that is asked.
    pub counts: Vec<Vec<u32>>,
    /// What was asked and is not in this table, in words, ignored in finding rows.
    pub unknown: Vec<String>,
}

impl Listing {
    pub(super) fn new(own: Vec<u32>, texts: &[Vec<&str>], facets: Vec<Facet>, orders: Vec<Order>) -> Self {
        let texts = texts.iter().map(|fields| fold(&fields.join("\n"))).collect();
        Self {
            facets,
            orders,
            own,
            texts,
        }
    }

    /// How many rows the table has.
    pub fn len(&self) -> usize {
        self.own.len()
    }

    /// Whether the table has no rows.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// The query without what this table does not have.
    pub fn known(&self, query: &Query) -> Query {
        let mut known = query.clone();
        for picked in &query.picked {
            let facet = self.facets.iter().find(|facet| facet.key == picked.facet);
            for value in &picked.values {
                if !facet.is_some_and(|facet| facet.values.iter().any(|known| known.key == *value)) {
                    known = known.toggled(&picked.facet, value);
                }
            }
        }
        known.sort = known
            .sort
            .filter(|sort| self.orders.iter().any(|order| order.key == sort.key));
        known
    }

    /// Answers a query: rows that hold every word of the search and one picked value of every facet.
    pub fn select(&self, query: &Query) -> Selection {
        let words = words(&query.search);
        let mut unknown = Vec::new();
        let picked: Vec<Option<Vec<bool>>> = self
            .facets
            .iter()
            .map(|facet| facet.picked(query, &mut unknown))
            .collect();
        let mut counts: Vec<Vec<u32>> = self.facets.iter().map(|facet| vec![0; facet.values.len()]).collect();
        let mut rows = Vec::new();
        for row in self.own.iter().copied() {
            let text = &self.texts[row as usize];
            if !words.iter().all(|word| text.contains(word.as_str())) {
                continue;
            }
            let mut failed = (0, 0);
            for (nth, (facet, picked)) in self.facets.iter().zip(&picked).enumerate() {
                if !facet.passes(row, picked.as_deref()) {
                    failed = (failed.0 + 1, nth);
                }
            }
            // A row counts for a facet when it passes all the others.
            for (nth, (facet, counts)) in self.facets.iter().zip(&mut counts).enumerate() {
                if failed.0 == 0 || failed == (1, nth) {
                    for value in &facet.rows[row as usize] {
                        counts[*value as usize] += 1;
                    }
                }
            }
            if failed.0 == 0 {
                rows.push(row);
            }
        }
        if let Some(sort) = &query.sort {
            match self.orders.iter().find(|order| order.key == sort.key) {
                Some(order) => order.sort(&mut rows, sort.descending),
                None => unknown.push(format!("排序“{}”", sort.key)),
            }
        }
        Selection { rows, counts, unknown }
    }
}

impl Facet {
    /// A facet from the values of each row. `compare` orders the values for showing; equal ones keep the rows' order.
    pub(super) fn new(
        key: &'static str,
        label: &'static str,
        rows: &[Vec<FacetValue>],
        compare: &dyn Fn(&FacetValue, &FacetValue) -> Ordering,
    ) -> Self {
        let mut found: Vec<FacetValue> = Vec::new();
        for value in rows.iter().flatten() {
            // A facet has few values: looking through them beats any map.
            if !found.iter().any(|known| known.key == value.key) {
                found.push(value.clone());
            }
        }
        let mut shown: Vec<u32> = (0..found.len() as u32).collect();
        sort_rows(&mut shown, &|a, b| compare(&found[a as usize], &found[b as usize]));
        let mut place = vec![0_u16; found.len()];
        for (nth, first) in (0_u16..).zip(&shown) {
            place[*first as usize] = nth;
        }
        let places = |row: &Vec<FacetValue>| {
            let mut places = Vec::with_capacity(row.len());
            for value in row {
                let Some(first) = found.iter().position(|known| known.key == value.key) else {
                    continue;
                };
                let place = place[first];
                // A row counts once for a value, however many events bring it.
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            places
        };
        let rows = rows.iter().map(places).collect();
        let values = shown
            .iter()
            .filter_map(|first| found.get(*first as usize))
            .cloned()
            .collect();
        Self {
            key,
            label,
            values,
            rows,
        }
    }

    fn picked(&self, query: &Query, unknown: &mut Vec<String>) -> Option<Vec<bool>> {
        let asked = query.picked_of(self.key);
        let known = |key: &String| self.values.iter().any(|value| value.key == *key);
        unknown.extend(
            asked
                .iter()
                .filter(|key| !known(key))
                .map(|key| format!("{}“{key}”", self.label)),
        );
        let picked: Vec<bool> = self.values.iter().map(|value| asked.contains(&value.key)).collect();
        picked.contains(&true).then_some(picked)
    }

    fn passes(&self, row: u32, picked: Option<&[bool]>) -> bool {
        picked.is_none_or(|picked| self.rows[row as usize].iter().any(|value| picked[*value as usize]))
    }
}

impl Order {
    pub(super) fn new(
        key: &'static str,
        label: &'static str,
        descending_first: bool,
        values: Vec<Option<f64>>,
    ) -> Self {
        Self {
            key,
            label,
            descending_first,
            values,
        }
    }

    /// An order by text: values are the places in sorted order, equal texts sharing one.
    pub(super) fn by_text(key: &'static str, label: &'static str, texts: &[&str]) -> Self {
        let mut sorted: Vec<u32> = (0..texts.len() as u32).collect();
        sort_rows(&mut sorted, &|a, b| texts[a as usize].cmp(texts[b as usize]));
        let mut values = vec![None; texts.len()];
        let (mut place, mut last) = (0.0, None);
        for row in sorted {
            let text = texts[row as usize];
            if last.is_some_and(|last| last != text) {
                place += 1.0;
            }
            last = Some(text);
            values[row as usize] = Some(place);
        }
        Self::new(key, label, false, values)
    }

    fn sort(&self, rows: &mut [u32], descending: bool) {
        let value = |row: u32| self.values[row as usize];
        sort_rows(rows, &|a, b| match (value(a), value(b)) {
            (Some(a), Some(b)) if descending => b.total_cmp(&a),
            (Some(a), Some(b)) => a.total_cmp(&b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        });
    }
}
