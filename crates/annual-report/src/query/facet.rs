//! In which order the values of a facet are shown.

use core::cmp::Ordering;

use report_table::{Facet, FacetValue};

use crate::order::sort_rows;

/// The place of a value among those found so far, to which it is added if it is new. Values are few: looking through
/// them beats any map.
pub(super) fn found(values: &mut Vec<FacetValue>, value: FacetValue) -> usize {
    let place = values.iter().position(|known| known.key == value.key);
    place.unwrap_or_else(|| {
        values.push(value);
        values.len() - 1
    })
}

/// The values with most rows first; equal ones keep their order.
pub(super) fn largest_first(facet: Facet) -> Facet {
    let sizes: Vec<u32> = (0..facet.values.len()).map(|value| facet.size(value)).collect();
    sorted(facet, &|a, b| sizes[b as usize].cmp(&sizes[a as usize]))
}

/// The values in an order of their own.
pub(super) fn ordered(facet: Facet, compare: &dyn Fn(&FacetValue, &FacetValue) -> Ordering) -> Facet {
    let values = facet.values.clone();
    sorted(facet, &|a, b| compare(&values[a as usize], &values[b as usize]))
}

fn sorted(facet: Facet, compare: &dyn Fn(u32, u32) -> Ordering) -> Facet {
    let mut order: Vec<u32> = (0..facet.values.len() as u32).collect();
    sort_rows(&mut order, compare);
    facet.reordered(&order)
}
