//! Where figures are found.

use super::super::Original;
use super::{DOCUMENT, found};
use crate::model::Place;

#[test]
fn a_place_has_all_that_is_below_it() {
    let original = Original::of_text(DOCUMENT);
    let at = |place: &str| original.at(&Place::from(place));
    assert_eq!(at("2.1"), [6, 7, 8, 9]);
    assert_eq!(at("2.1/2"), [8, 9]);
    assert_eq!(at("2"), [5, 6, 7, 8, 9, 10]);
    assert_eq!(at("0"), [0, 1, 18, 19]);
    assert_eq!(at("2.9"), [] as [usize; 0]);
}

#[test]
fn a_number_is_not_found_within_a_longer_one() {
    assert_eq!(
        found(
            DOCUMENT,
            &[
                ("a", "1", "企业", "17家"),
                ("b", "1", "新来企业", "7家"),
                ("c", "2.1", "西路长", "15公里"),
                ("d", "2.1/1", "天数", "15"),
                ("e", "2.1/1", "东路长", "5公里"),
                ("f", "2.2", "后种的树", "三棵"),
                ("g", "1", "产值", "7.5亿元"),
                ("h", "1", "产值", "5亿元"),
            ]
        ),
        [
            "；企业[17家]",
            "来企业[7家]",
            "西路长[15公里]",
            "，花了[15]",
            "—",
            "又种了[三棵]",
            "—",
            "—"
        ]
    );
    let within = |text: &str, printed: &str| found(text, &[("a", "0", "", printed)]).remove(0);
    for (text, printed) in [
        ("有1,200家", "200家"),
        ("有12,000", "12"),
        ("有30亿元", "30"),
        ("涨15％", "15"),
        ("十三年", "三年"),
        ("有３７家", "7家"),
        ("九十", "九"),
        ("有", ""),
    ] {
        assert_eq!(within(text, printed), "—", "{printed} in {text}");
    }
    assert_eq!(within("到2030，15家", "15家"), "30，[15家]");
}

#[test]
fn blanks_and_wide_signs_make_no_difference() {
    let within = |text: &str, printed: &str| found(text, &[("a", "0", "", printed)]).remove(0);
    assert_eq!(within("产值 56.8 亿元", "56.8亿元"), "产值 [56.8 亿元]");
    assert_eq!(within("涨了３０．５％。", "30.5%"), "涨了[３０．５％]");
    assert_eq!(within("第2 021家", "2021家"), "—");
}

#[test]
fn equal_forms_are_told_apart_by_their_order() {
    let text = "一、甲\n东路3条，西路3条，南路3条。";
    let three = [
        ("a", "1", "其一", "3条"),
        ("b", "1", "其二", "3条"),
        ("c", "1", "其三", "3条"),
    ];
    assert_eq!(found(text, &three), ["东路[3条]", "，西路[3条]", "，南路[3条]"]);
    let four = [three.as_slice(), &[("d", "1", "其四", "3条")]].concat();
    assert_eq!(found(text, &four)[3], "，南路[3条]", "one number may be two figures");
}

#[test]
fn where_there_is_more_to_choose_from_the_subject_tells() {
    let text = "一、甲\n东路3条，西路3条。南路也好，有3条；北路3条。";
    let told = |subjects: &[&'static str]| {
        let figures: Vec<_> = subjects.iter().map(|subject| ("a", "1", *subject, "3条")).collect();
        found(text, &figures)
    };
    assert_eq!(told(&["西路"]), ["，西路[3条]"]);
    assert_eq!(told(&["南路"]), ["好，有[3条]"]);
    assert_eq!(told(&["西路", "北路"]), ["，西路[3条]", "；北路[3条]"]);
    assert_eq!(told(&["天空", "西路"]), ["东路[3条]", "，西路[3条]"]);
    assert_eq!(
        told(&["北路", "西路"]),
        ["东路[3条]", "，西路[3条]"],
        "the order of the pack stands"
    );
    assert_eq!(told(&["天空"]), ["东路[3条]"], "the first of equals");
}

#[test]
fn a_form_that_is_part_of_another_figure_is_left_to_that_one() {
    let told = [
        ("a", "0", "年份", "2031年"),
        ("b", "0", "日子", "2031年12月30日"),
        ("c", "1", "企业", "7家"),
    ];
    let text = "2031年12月30日，又是2031年\n一、甲\n来7家。\n二、乙\n走7家。";
    assert_eq!(found(text, &told), ["，又是[2031年]", "[2031年12月30日]", "来[7家]"]);
    assert_eq!(
        found("2031年12月30日", &told[..2])[0],
        "[2031年]",
        "rather there than nowhere"
    );
}

#[test]
fn what_its_item_does_not_have_is_looked_for_in_the_section() {
    let told = [
        ("a", "2.1/9", "天数", "15天"),
        ("b", "2.2/1", "天数", "15天"),
        ("c", "2.9", "", "15天"),
    ];
    assert_eq!(found(DOCUMENT, &told), ["，花了[15天]", "—", "—"]);
    // An item's own comes before its section's, though it comes later in the pack.
    let both = [("a", "2", "", "7家"), ("b", "2/1", "", "7家")];
    assert_eq!(
        found("一、甲\n二、乙\n一是7家。二是有7家。", &both),
        ["二是有[7家]", "一是[7家]"]
    );
}
