//! Whatever two reports name, each name is in exactly one pair, and what is computed lies where rounding leaves it.

use proptest::prelude::*;

use super::{change, level};
use crate::years::named::paired_for_tests;

proptest! {
    #[test]
    fn every_row_of_both_reports_is_in_one_pair(
        before in prop::collection::vec((0..12_u8, 0..12_u8), 0..12),
        after in prop::collection::vec((0..12_u8, 0..12_u8), 0..12),
    ) {
        let pairs = paired_for_tests(before.clone(), after.clone());
        let now: Vec<_> = pairs.iter().filter_map(|pair| pair.after).collect();
        prop_assert_eq!(&now, &after);
        let mut then: Vec<_> = pairs.iter().filter_map(|pair| pair.before).collect();
        let mut all = before;
        then.sort_unstable();
        all.sort_unstable();
        prop_assert_eq!(then, all);
        for pair in &pairs {
            if let (Some((id, name)), Some((other_id, other_name))) = (pair.before, pair.after) {
                prop_assert!(id == other_id || name == other_name);
            }
        }
    }

    #[test]
    fn a_change_there_and_back_is_the_same_amount(from in -100_000..100_000_i32, to in -100_000..100_000_i32) {
        let of = |tenths: i32| {
            let value = f64::from(tenths) / 10.0;
            level(&format!("{value:.1}亿元"), value, "亿元")
        };
        let there = change(&of(from), &of(to));
        let back = change(&of(to), &of(from));
        prop_assert_eq!(there.as_ref().map(super::Change::amount), back.as_ref().map(super::Change::amount));
        prop_assert!(there.is_ok_and(|there| (there.by - f64::from(to - from) / 10.0).abs() < 1e-6));
    }
}
