//! What is wrong with a workbook is told by its cells, and nothing goes from the pack unasked.

use std::path::PathBuf;

use serde_json::json;

use super::{files, grid, root, through};
use crate::cell::{Cell, Grid};
use crate::pack::{Named, as_typed};
use crate::{differences, told};

#[test]
fn every_mistake_is_told_with_its_cell() {
    let mistakes = |change: &dyn Fn(&mut Vec<Grid>)| through(&files(), |grids| change(grids)).unwrap_err();
    let put = |sheet: &'static str, row: usize, column: usize, text: &'static str| {
        mistakes(&|grids: &mut Vec<Grid>| grid(grids, sheet).rows[row].cells[column] = Cell::Text(text.to_owned()))
    };
    assert_eq!(
        put("数字", 3, 7, "总數"),
        [
            "数字!H5 “总數”不在可选的词中；可用的有 总量、同比增长、同比倍数、同比增减、占比、个数、金额、日期、位次、级别、能力、时长"
        ]
    );
    assert_eq!(put("数字", 3, 11, "不"), ["数字!L5 应为 否，或空着，实为“不”"]);
    assert_eq!(
        put("企业事项", 0, 0, "没有这家"),
        ["企业事项!A2 “企业”里没有编号“没有这家”"]
    );
    assert_eq!(put("打算", 1, 0, "愿景")[0].split(' ').next(), Some("打算!A3"));
    assert_eq!(put("报告", 0, 3, "二〇二一"), ["报告!D2 应为整数，实为“二〇二一”"]);
    let value = mistakes(&|grids: &mut Vec<Grid>| grid(grids, "数字").rows[4].cells[3] = Cell::Empty);
    assert_eq!(value, ["数字!D6 空着，或公式没有结果"]);
    // All of them in one run.
    let both = mistakes(&|grids: &mut Vec<Grid>| {
        grid(grids, "项目").rows[0].cells[2] = Cell::Text("x".to_owned());
        grid(grids, "数字").rows[0].cells[14] = Cell::Text("几家".to_owned());
    });
    assert_eq!(both.len(), 2, "{both:?}");
    let rows = mistakes(&|grids: &mut Vec<Grid>| grid(grids, "报告").rows.clear());
    assert_eq!(rows[0], "报告 应有一行，实有 0 行");
}

#[test]
fn what_breaks_the_rules_is_told_with_its_cell() {
    let data = root().join("data");
    let folder = Named::of(&data.to_string_lossy(), "data");
    let entry = folder.index().unwrap().reports[0].clone();
    let spots = |change: &dyn Fn(&mut Vec<Grid>)| -> Vec<String> {
        let read = through(&files(), |grids| change(grids)).unwrap();
        let problems = folder.problems(&entry, &read.files).unwrap();
        let told = told::problems("a.xlsx", &read, &problems);
        told.lines()
            .filter(|line| line.contains("错误：") || line.contains("警告："))
            .map(str::to_owned)
            .collect()
    };
    let unit = spots(&|grids: &mut Vec<Grid>| grid(grids, "数字").rows[4].cells[8] = Cell::Text("没有的".to_owned()));
    assert!(
        unit.len() == 1 && unit[0].starts_with("a.xlsx：数字!I6 错误"),
        "{unit:?}"
    );
    let tag = spots(&|grids: &mut Vec<Grid>| grid(grids, "企业事项").rows[2].cells[2] = Cell::Text("投產".to_owned()));
    assert!(
        tag.len() == 1 && tag[0].starts_with("a.xlsx：企业事项!C4 警告"),
        "{tag:?}"
    );
    // In the words of the desk, and with cells in place of the pack's paths.
    let twice = spots(&|grids: &mut Vec<Grid>| {
        let id = grid(grids, "数字").rows[3].cells[0].clone();
        grid(grids, "数字").rows[4].cells[0] = id;
    });
    let is_told = |line: &String| line.starts_with("a.xlsx：数字!A6") && line.contains("已经是 数字!A5 的编号");
    assert!(twice.iter().any(is_told), "{twice:?}");
    let printed = spots(&|grids: &mut Vec<Grid>| grid(grids, "数字").rows[3].cells[6] = Cell::Text("约".to_owned()));
    assert!(
        printed.iter().all(|line| !line.contains("printed")) && !printed.is_empty(),
        "{printed:?}"
    );
    // A row that waits is told apart from one that is not there.
    let waits = spots(&|grids: &mut Vec<Grid>| {
        let row = &mut grid(grids, "数字").rows[3].cells;
        (row[3], row[5]) = (Cell::Empty, Cell::Empty);
    });
    assert!(
        waits
            .iter()
            .any(|line| line.contains("“output-above-scale”还没有填（数字!A5）")),
        "{waits:?}"
    );
}

#[test]
fn what_readers_would_not_see_as_it_is_written_is_told_with_its_cell() {
    let spots = |text: &str| {
        let read = through(&files(), |grids| {
            grid(grids, "要点").rows[1].cells[1] = Cell::Text(text.to_owned());
        })
        .unwrap();
        let typed = as_typed(&read.files).unwrap();
        told::unseen("a.xlsx", &read, &typed)
    };
    assert_eq!(spots("平常的字"), "");
    let told = spots("倒着\u{202E}写");
    assert!(
        told.starts_with("a.xlsx：要点!B3 错误") && told.lines().count() == 2,
        "{told}"
    );
}

#[test]
fn what_would_go_or_does_not_fit_has_to_be_meant() {
    let before = files();
    assert_eq!(differences::doubts(Some(&before), &[], &before), Vec::<String>::new());
    let mut after = before.clone();
    let gone = after.projects.as_array_mut().unwrap().remove(0);
    let told = differences::doubts(Some(&before), &[], &after);
    assert_eq!(told, [format!("会去掉项目 1 项：{}", gone["id"].as_str().unwrap())]);
    let mut other = before.clone();
    other.report["meta"]["organisation"] = json!("云岭示例园区");
    let told = differences::doubts(None, std::slice::from_ref(&before), &other);
    assert!(
        told.len() == 1 && told[0].starts_with("表格是“云岭示例园区”的"),
        "{told:?}"
    );
    let mut year = before.clone();
    year.report["meta"]["year"] = json!(2022);
    let told = differences::doubts(Some(&before), &[], &year);
    assert!(told.len() == 1 && told[0].contains("年份却是 2022"), "{told:?}");
    let changes = differences::changes(&PathBuf::from("data/2021"), Some(&before), &after);
    assert!(
        changes.contains("数字 93 项（没有变）") && changes.contains("去掉 1："),
        "{changes}"
    );
}
