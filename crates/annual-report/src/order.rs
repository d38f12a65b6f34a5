//! The one sort of this crate. The standard library's is compiled anew for every kind of sorting, at 4 KB apiece, and
//! even once it weighs ten times this; what is sorted here are a few hundred row numbers, once for each file.

use core::cmp::Ordering;

/// Sorts row numbers by merging, keeping equal ones as they stand. `n log n` comparisons, one copy of the rows.
pub(crate) fn sort_rows(rows: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    let mut from = rows.to_vec();
    let mut width = 1;
    while width < from.len() {
        for start in (0..from.len()).step_by(2 * width) {
            let middle = (start + width).min(from.len());
            let end = (middle + width).min(from.len());
            let (mut left, mut right) = (start, middle);
            for place in &mut rows[start..end] {
                let take_left =
                    left < middle && (right >= end || compare(from[left], from[right]) != Ordering::Greater);
                let next = if take_left { &mut left } else { &mut right };
                *place = from[*next];
                *next += 1;
            }
        }
        from.copy_from_slice(rows);
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::sort_rows;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_are_sorted_as_the_standard_library_sorts_them(keys in prop::collection::vec(0_u8..9, 0..70)) {
            let mut ours: Vec<u32> = (0..keys.len() as u32).collect();
            let mut theirs = ours.clone();
            sort_rows(&mut ours, &|a, b| keys[a as usize].cmp(&keys[b as usize]));
            theirs.sort_by_key(|row| keys[*row as usize]);
            prop_assert_eq!(ours, theirs);
        }
    }
}
