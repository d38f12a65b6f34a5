//! The one sort of this crate.

use core::cmp::Ordering;

/// Sorts row numbers, keeping equal ones as they stand. Every kind of sorting that is compiled for itself costs the
/// reader 4 KB, so all of them go through here.
pub(crate) fn sort_rows(rows: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    rows.sort_by(|a, b| compare(*a, *b));
}
