//! The same chart in words and as a table.

use super::samples::{bars, chart, datum, pairs, reported, stack};
use crate::chart::{Shape, describe, table};

#[test]
fn a_description_says_what_how_many_extremes_and_certainty() {
    assert_eq!(
        describe(&pairs()),
        "各项指标两位数增长。横条图，共5项，单位：亿元。每项上条是2021年，下条是2020年推算（可比口径）。\
         最高的是规上工业企业产值，56.8 亿元（预计）；最低的是税收，0.04 亿元。\
         “2020年推算（可比口径）”共4个数是推算的，画斜线，不是文件原数。\
         其中：工业投资（含技术改造、设备更新和数字化转型项目）、自营出口额，不含保税区只是约数或界限，条的末端不封口。"
    );
    assert!(describe(&stack()).contains("全条是2021年，其中前段是其中新增。"));
    assert!(describe(&bars()).ends_with("竖线是年度预算 100%。"));
}

#[test]
fn a_description_of_one_none_and_equal_amounts_stays_plain() {
    let row = |label: &str| datum(label, reported(3.0, "3 家", None), None);
    let described = |data| describe(&chart(Shape::Bars, "家", data));
    assert_eq!(described(vec![]), "各项指标两位数增长。没有可画的数据。");
    assert_eq!(
        described(vec![row("甲")]),
        "各项指标两位数增长。横条图，共1项，单位：家。甲，3 家。"
    );
    assert_eq!(
        described(vec![row("甲"), row("乙")]),
        "各项指标两位数增长。横条图，共2项，单位：家。各项相等，都是3 家。"
    );
}

#[test]
fn amounts_of_different_units_are_not_ranked() {
    let rows = vec![
        datum("甲", reported(3.0, "3 家", None), None),
        datum("乙", reported(4.0, "4 次", None), None),
    ];
    let told = describe(&chart(Shape::Bars, "", rows));
    assert_eq!(told, "各项指标两位数增长。横条图，共2项。");
}

#[test]
fn the_table_has_units_in_the_head_and_numbers_alone_in_cells() {
    let table = table(&pairs());
    assert_eq!(
        table.head,
        [
            "指标",
            "2021年（亿元）",
            "2020年推算（可比口径）（亿元）",
            "限定词",
            "推算",
            "出处"
        ]
    );
    assert_eq!(
        table.rows[0],
        [
            "规上工业企业产值",
            "56.8",
            "49.0",
            "2021年：预计",
            "推算，48.95–49.07",
            "二（二）一是"
        ]
    );
    assert_eq!(table.rows[4], ["税收", "0.04", "", "", "", "二（二）一是"]);
}

#[test]
fn a_table_of_single_bars_names_no_series_in_its_notes() {
    let table = table(&bars());
    assert_eq!(table.head, ["指标", "2021年（%）", "限定词", "推算", "出处"]);
    assert_eq!(table.rows[2][1], "-12.5");
    assert_eq!(table.rows[3][2], "超…以上");
}
