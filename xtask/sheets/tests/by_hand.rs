//! Workbooks as they may come back from a desk: columns moved or made up, days written as days.

use serde_json::json;

use crate::cell::{Cell, heads};
use crate::layout::SHEETS;
use crate::{book, import};

/// A workbook as it may come back from a desk, sheet by sheet; heads and cells as they are given.
fn by_hand(sheets: &[(&str, Vec<Vec<&str>>)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (at, row) in rows.iter().enumerate() {
            for (place, cell) in row.iter().enumerate() {
                if let Some(day) = cell.strip_prefix("day:") {
                    let day = rust_xlsxwriter::ExcelDateTime::parse_from_str(day).unwrap();
                    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
                    sheet
                        .write_datetime_with_format(at as u32, place as u16, &day, &format)
                        .unwrap();
                } else if !cell.is_empty() {
                    sheet.write_string(at as u32, place as u16, *cell).unwrap();
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Every sheet with its heads and nothing else, one of them given.
fn with_sheet(name: &'static str, rows: Vec<Vec<&'static str>>) -> Vec<u8> {
    let mut sheets: Vec<(&str, Vec<Vec<&str>>)> = SHEETS.iter().map(|sheet| (sheet.name, vec![heads(sheet)])).collect();
    sheets.iter_mut().find(|(known, _)| *known == name).unwrap().1 = rows;
    by_hand(&sheets)
}

#[test]
fn columns_may_stand_in_any_order_and_what_is_no_column_is_told() {
    let rows = vec![vec!["", "标题", "编号", "概述"], vec!["", "产业升级", "2.2", "一句话"]];
    let grids = book::read(&with_sheet("节", rows)).unwrap();
    let sections = grids.iter().find(|grid| grid.sheet.name == "节").unwrap();
    assert_eq!(sections.rows[0].cells[0], Cell::Text("2.2".to_owned()));
    assert_eq!(sections.spot(0, 2).to_string(), "节!C2");

    let told = |name, rows| -> Vec<String> {
        let complaints = book::read(&with_sheet(name, rows)).unwrap_err();
        complaints
            .iter()
            .map(|complaint| format!("{} {}", complaint.spot, complaint.problem))
            .collect()
    };
    assert_eq!(told("节", vec![vec!["编号", "标题"]]), ["节 第一行没有“概述”这一列"]);
    assert_eq!(
        told("节", vec![vec!["编号", "标题", "概述", "概述"]]),
        ["节 第一行有两列“概述”"]
    );
    assert_eq!(
        told("节", vec![vec!["编号", "标题", "概述", "备注"]]),
        ["节!D1 不认识的列“备注”"]
    );
    let stray = vec![vec!["编号", "标题", "概述"], vec!["1", "x", "y", "z"]];
    assert_eq!(told("节", stray), ["节!D2 这一列没有表头"]);
    let lacking = book::read(&by_hand(&[("数字", vec![])])).unwrap_err();
    assert!(
        lacking.iter().any(|complaint| complaint.problem == "没有这张工作表"),
        "{lacking:?}"
    );
    let other = book::read(b"not a workbook").unwrap_err();
    assert!(other[0].problem.starts_with("不是 .xlsx"), "{other:?}");
}

#[test]
fn a_day_is_a_day_where_one_belongs_and_told_elsewhere() {
    let heads = heads(SHEETS.iter().find(|sheet| sheet.name == "数字").unwrap());
    let row = |section, value| {
        let mut cells = vec![""; heads.len()];
        (cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[7]) =
            ("opened", section, "开园", value, "日期", "2021年10月29日", "日期");
        vec![heads.clone(), cells]
    };
    let only_figures = |bytes: Vec<u8>| {
        let mut grids = book::read(&bytes).unwrap();
        grids.retain(|grid| grid.sheet.name == "数字");
        import::report(&grids)
    };
    let read = only_figures(with_sheet("数字", row("2.2/1", "day:2021-10-29"))).unwrap();
    assert_eq!(read.files.figures[0]["value"], json!("2021-10-29"));
    let told = only_figures(with_sheet("数字", row("day:2021-01-01", "2021-10-29"))).unwrap_err();
    assert_eq!(told[0].spot.to_string(), "数字!B2");
    assert!(
        told[0].problem.contains("日期 2021-01-01") && told[0].advice.contains("文本"),
        "{told:?}"
    );
}
