//! Whatever two reports name, each name is in exactly one pair.

use proptest::prelude::*;

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
}
