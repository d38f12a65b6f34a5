//! How CSV is written, to the character.

use super::{enterprise, pieces, reader, with_columns};
use crate::export::{Extent, enterprises_csv, file_name};
use crate::model::Enterprises;

/// The pieces that these names become, and nothing else of their rows.
fn first_cells(names: &[&str]) -> Vec<String> {
    let rows: Vec<_> = names.iter().map(|name| enterprise(name, "投产", "投产")).collect();
    let table = Enterprises::new(&rows);
    let pieces = pieces(|sink| enterprises_csv(&table, None, &mut (0..rows.len() as u32), sink));
    let rest = ",企业,医药,按名称归类,1,投产：投产,二（二）一是,,,,,,,否\r\n";
    pieces[1..]
        .iter()
        .map(|line| line.strip_suffix(rest).unwrap_or(line).to_owned())
        .collect()
}

#[test]
fn a_file_begins_with_a_mark_and_its_columns_and_comes_row_by_row() {
    let table = Enterprises::new(&[enterprise("甲", "投产", "投产"), enterprise("乙", "投产", "投产")]);
    let pieces = pieces(|sink| enterprises_csv(&table, None, &mut [1, 0].into_iter(), sink));
    assert_eq!(
        pieces[0],
        "\u{FEFF}名称,类型,行业,行业依据,事项数（项）,事项,出处,产值增长（%）,产值增长限定词,产值增长出处,\
         出口增长（%）,出口增长限定词,出口增长出处,推算\r\n"
    );
    assert_eq!(pieces.len(), 3);
    assert!(pieces[1].starts_with('乙') && pieces[2].starts_with('甲'), "{pieces:?}");
    assert!(
        pieces
            .iter()
            .all(|piece| piece.ends_with("\r\n") && piece.matches('\n').count() == 1)
    );
}

#[test]
fn quotes_stand_only_where_a_cell_needs_them() {
    let told = first_cells(&["甲", "甲, 乙", "“甲”", "\"甲\"", "甲\r\n乙", "甲\n", "a'b;c", ""]);
    let expected = [
        "甲",
        "\"甲, 乙\"",
        "“甲”",
        "\"\"\"甲\"\"\"",
        "\"甲\r\n乙\"",
        "\"甲\n\"",
        "a'b;c",
        "",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_begins_like_a_formula_has_an_apostrophe_before_it() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        " =1",
        "\u{3000}=1",
        "\u{A0}＠1",
        "\u{FEFF}=1",
        "\u{200B}-1",
        " \t1",
    ] {
        assert_eq!(first_cells(&[text]), [format!("'{text}")], "{text:?}");
        assert!(reader::is_dangerous(text), "{text:?}");
    }
    let told = first_cells(&["=HYPERLINK(\"x\",\"y\")", "\r=1", "\n=1"]);
    assert_eq!(told, ["\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"", "\"'\r=1\"", "\"'\n=1\""]);
}

#[test]
fn what_only_looks_like_a_formula_further_on_is_left_alone() {
    for text in ["甲=乙", "1-1", "a@b", "'=1", "“=1", "−1", "—", "·@"] {
        assert_eq!(first_cells(&[text]), [text]);
    }
}

#[test]
fn a_cell_of_several_things_is_guarded_by_its_first() {
    let table = Enterprises::new(&[enterprise("甲", "-", "=1")]);
    let text = pieces(|sink| enterprises_csv(&table, None, &mut (0..1), sink)).concat();
    assert_eq!(reader::rows(&text)[1][5], "'-：=1");
}

#[test]
fn numbers_are_raw_and_their_minus_is_not_a_formula() {
    let table = with_columns();
    let text = pieces(|sink| enterprises_csv(&table, None, &mut (0..2), sink)).concat();
    let rows = reader::rows(&text);
    assert_eq!(
        rows[1][4..],
        ["0", "", "", "-3.25", "", "二（一）四是", "", "", "", "否"]
    );
    assert_eq!(rows[2][7..], ["", "", "", "", "", "", "否"]);
}

#[test]
fn rows_that_the_table_does_not_have_are_left_out() {
    let table = with_columns();
    assert_eq!(
        pieces(|sink| enterprises_csv(&table, None, &mut [7, u32::MAX].into_iter(), sink)).len(),
        1
    );
}

#[test]
fn the_name_of_a_file_carries_year_table_and_whether_it_is_filtered() {
    assert_eq!(
        file_name(2021, "企业", Extent::Filtered, "csv"),
        "2021年企业（筛选）.csv"
    );
    assert_eq!(file_name(2021, "企业", Extent::All, "csv"), "2021年企业.csv");
    let long = file_name(2022, &"长".repeat(200), Extent::All, "svg");
    assert_eq!(long, format!("2022年{}….svg", "长".repeat(40)));
    assert_eq!(file_name(2022, "a/b:c\n", Extent::All, "json"), "2022年a_b_c_.json");
}
