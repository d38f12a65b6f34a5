//! What is computed from two amounts claims no more than their rounding allows, and keeps what they are qualified by.

use proptest::prelude::*;

use super::{level, of};
use crate::format::fixed;
use crate::model::{Figure, FigureKind, Qualifier};
use crate::years::{Change, Unlike, change};

fn told(before: &Figure, after: &Figure) -> (String, Option<String>) {
    let change = change(before, after).unwrap();
    (change.told(), change.share())
}

fn words(told: &str, share: Option<&str>) -> (String, Option<String>) {
    (told.to_owned(), share.map(str::to_owned))
}

#[test]
fn a_change_has_the_decimals_of_the_coarser_amount_and_a_share_as_far_as_rounding_lets_it() {
    assert_eq!(
        told(&level("43.5亿元", 43.5, "亿元"), &level("56.8亿元", 56.8, "亿元")),
        words("增加 13.3 亿元", Some("30.3%–30.9%"))
    );
    assert_eq!(
        told(&level("56亿元", 56.0, "亿元"), &level("43.55亿元", 43.55, "亿元")),
        words("减少 12 亿元", Some("21.5%–23.0%"))
    );
    // Narrower than a tenth of a percent.
    assert_eq!(
        told(
            &level("4350.07万元", 4350.07, "万元"),
            &level("5680.02万元", 5680.02, "万元")
        ),
        words("增加 1329.95 万元", Some("30.6%"))
    );
    // A step of the last digit may be next to nothing.
    assert_eq!(
        told(&level("43.5亿元", 43.5, "亿元"), &level("43.6亿元", 43.6, "亿元")),
        words("增加 0.1 亿元", Some("0.0%–0.5%"))
    );
}

#[test]
fn what_rounding_hides_has_no_direction_and_no_share() {
    assert_eq!(
        told(&level("56亿元", 56.0, "亿元"), &level("56.3亿元", 56.3, "亿元")),
        words("取过整，看不出增减", None)
    );
    assert_eq!(
        told(&level("56.3亿元", 56.3, "亿元"), &level("56亿元", 56.0, "亿元")),
        words("取过整，看不出增减", None)
    );
    assert_eq!(
        told(&level("56.3亿元", 56.3, "亿元"), &level("56.3亿元", 56.3, "亿元")),
        words("写的数相同", None)
    );
}

#[test]
fn what_was_counted_was_not_rounded() {
    assert_eq!(
        told(&level("18家", 18.0, "家"), &level("21家", 21.0, "家")),
        words("增加 3 家", Some("16.7%"))
    );
    assert_eq!(
        told(&level("18家", 18.0, "家"), &level("18家", 18.0, "家")),
        words("持平", None)
    );
    assert_eq!(
        told(&level("0家", 0.0, "家"), &level("2家", 2.0, "家")),
        words("增加 2 家", None)
    );
    assert_eq!(
        told(&level("2家", 2.0, "家"), &level("0家", 0.0, "家")),
        words("减少 2 家", Some("100.0%"))
    );
}

#[test]
fn what_was_counted_in_thousands_was_rounded_to_them() {
    let visits = |printed: &str, value| of(printed, value, "万人次", FigureKind::Count);
    assert_eq!(
        told(&visits("12万人次", 12.0), &visits("13万人次", 13.0)),
        words("增加 1 万人次", Some("0.0%–17.4%"))
    );
    assert_eq!(
        told(&visits("12万人次", 12.0), &visits("12万人次", 12.0)),
        words("写的数相同", None)
    );
}

#[test]
fn next_to_nothing_is_not_told_as_nothing() {
    assert_eq!(
        told(
            &level("5000.00万元", 5000.0, "万元"),
            &level("5000.02万元", 5000.02, "万元")
        ),
        words("增加 0.02 万元", Some("不到 0.1%"))
    );
}

#[test]
fn percentages_differ_by_points_and_have_no_percentage_of_their_own() {
    let rate = |printed: &str, value, unit| of(printed, value, unit, FigureKind::Growth);
    for (unit, points) in [("%", "个百分点"), ("个百分点", "个百分点"), ("‰", "个千分点")] {
        assert_eq!(
            told(&rate("8.4", 8.4, unit), &rate("-1.5", -1.5, unit)),
            words(&format!("减少 9.9 {points}"), None)
        );
    }
}

#[test]
fn what_was_only_expected_is_still_so_in_the_change() {
    let (firm, mut expected) = (level("43.5亿元", 43.5, "亿元"), level("56.8亿元", 56.8, "亿元"));
    expected.qualifier = Some(Qualifier::Expected);
    let is_expected = |before: &Figure, after: &Figure| change(before, after).unwrap().is_expected;
    assert!(is_expected(&firm, &expected) && is_expected(&expected, &firm) && is_expected(&expected, &expected));
    assert!(!is_expected(&firm, &firm));
}

#[test]
fn what_cannot_be_set_against_each_other_is_not() {
    let firm = level("56.8亿元", 56.8, "亿元");
    for qualifier in Qualifier::ALL {
        let mut other = firm.clone();
        other.qualifier = Some(*qualifier);
        let comparable = *qualifier == Qualifier::Expected;
        assert_eq!(change(&firm, &other).is_ok(), comparable, "{qualifier:?}");
        assert_eq!(change(&other, &firm).is_ok(), comparable, "{qualifier:?}");
    }
    assert_eq!(change(&firm, &level("5680万元", 5680.0, "万元")), Err(Unlike::Unit));
    assert_eq!(
        change(&firm, &of("56.8亿元", 56.8, "亿元", FigureKind::Money)),
        Err(Unlike::Kind)
    );
    let rank = |printed, value| of(printed, value, "位", FigureKind::Rank);
    assert_eq!(change(&rank("第3", 3.0), &rank("第2", 2.0)), Err(Unlike::NoAmount));
}

/// An amount printed with so many decimals, of which the last digit is so many.
fn rounded(digits: i32, decimals: usize) -> Figure {
    let value = f64::from(digits) / 10_f64.powi(decimals as i32);
    level(&format!("{value:.decimals$}亿元"), value, "亿元")
}

/// Both ends of a printed share.
fn ends(share: &str) -> (f64, f64) {
    let number = |text: &str| text.trim_end_matches('%').parse::<f64>().unwrap();
    if share == "不到 0.1%" {
        return (0.0, 0.1);
    }
    match share.split_once('–') {
        Some((low, high)) => (number(low), number(high)),
        None => (number(share) - 0.05, number(share) + 0.05),
    }
}

proptest! {
    #[test]
    fn a_change_there_and_back_is_the_same_amount(from in -100_000..100_000_i32, to in -100_000..100_000_i32) {
        let there = change(&rounded(from, 1), &rounded(to, 1));
        let back = change(&rounded(to, 1), &rounded(from, 1));
        prop_assert_eq!(there.as_ref().map(Change::amount), back.as_ref().map(Change::amount));
        prop_assert!(there.is_ok_and(|there| (there.by - f64::from(to - from) / 10.0).abs() < 1e-6));
    }

    /// `at` and `to_at`: where between the last value that is printed so and the next the true amounts lie.
    #[test]
    fn whatever_the_true_amounts_were_the_share_holds_what_they_make_and_the_word_its_direction(
        from in 0..5_000_i32, to in 0..5_000_i32,
        decimals in 0..3_usize, other in 0..3_usize,
        at in -0.4999..0.4999_f64, to_at in -0.4999..0.4999_f64,
    ) {
        let (before, after) = (rounded(from, decimals), rounded(to, other));
        let truth = |figure: &Figure, decimals: usize, at: f64| figure.number().unwrap() + at / 10_f64.powi(decimals as i32);
        let (was, is) = (truth(&before, decimals, at), truth(&after, other, to_at));
        let change = change(&before, &after).unwrap();
        if let Some(share) = change.share() {
            let (low, high) = ends(&share);
            let percent = ((is / was - 1.0) * 100.0).abs();
            prop_assert!(low - 1e-6 <= percent && percent <= high + 1e-6, "{} of {} to {}", share, was, is);
        }
        if change.told().starts_with("增加") {
            prop_assert!(is >= was - 1e-9);
        }
        if change.told().starts_with("减少") {
            prop_assert!(is <= was + 1e-9);
        }
        let coarser = decimals.min(other);
        if change.told().starts_with(['增', '减']) {
            prop_assert!(change.told().contains(&fixed(change.by.abs(), coarser)));
        }
    }
}
