//! The report of a new year, made from the last one's.

use std::path::Path;

use annual_report::model::{Level, PackFile, ReportEntry, ReportId};
use serde_json::{Value, json};

use super::{files, grid, root, through};
use crate::cell::Cell;
use crate::files::Files;
use crate::pack::{Named, as_typed};
use crate::{told, year};

#[test]
fn a_new_year_has_the_sections_and_words_of_the_last_and_none_of_its_facts() {
    let last = files();
    let next = as_typed(&year::pack(&last, 2022)).unwrap();
    assert_eq!(next.report["meta"]["title"], json!("2022年工作总结"));
    assert_eq!(next.report["meta"]["printed_on"], json!(""));
    assert_eq!(next.report["plan"]["year"], json!(2023));
    assert_eq!(next.report["tags"], last.report["tags"]);
    let titles = |files: &Files| -> Vec<(Value, Value)> {
        let sections = files.report["sections"].as_array().unwrap().iter();
        sections
            .map(|section| (section["id"].clone(), section["title"].clone()))
            .collect()
    };
    assert_eq!(titles(&next), titles(&last));
    for file in [PackFile::Figures, PackFile::Enterprises, PackFile::Projects] {
        assert_eq!(*next.of(file), json!([]), "{}", file.name());
    }
    // Beside last year's report it is sound, and what is missing is listed.
    let data = root().join("data");
    let folder = Named::of(&data.to_string_lossy(), "data");
    let entry = ReportEntry {
        id: ReportId::from("2022"),
        year: 2022,
        title: String::new(),
    };
    let problems = folder.problems(&entry, &next).unwrap();
    let errors = problems.iter().filter(|problem| problem.level == Level::Error);
    assert_eq!(errors.count(), 0, "{problems:#?}");
    let headline = last.report["headline"].as_array().unwrap();
    for id in headline {
        let id = format!("（{}，", id.as_str().unwrap());
        assert!(problems.iter().any(|problem| problem.problem.contains(&id)), "{id}");
    }
}

#[test]
fn the_workbook_of_a_new_year_waits_for_its_numbers_and_takes_them_one_by_one() {
    let sheet = year::sheet(&files(), 2022);
    let facts = sheet.figures.as_array().unwrap().iter();
    assert!(
        facts
            .clone()
            .all(|figure| figure.get("value").is_none() && figure.get("printed").is_none())
    );
    let count = facts.count();
    assert!(count > 10);
    let empty = through(&sheet, |_| {}).unwrap();
    assert_eq!(empty.files.figures, json!([]));
    assert_eq!(empty.files.report["headline"], json!([]));
    let of = |sheet: &str| empty.unfilled.iter().filter(|(spot, _)| spot.sheet == sheet).count();
    assert_eq!(of("数字"), count);
    assert_eq!(of("主要指标"), files().report["headline"].as_array().unwrap().len());

    let first = through(&sheet, |grids| {
        let row = &mut grid(grids, "数字").rows[0];
        row.cells[3] = Cell::Number(60.1);
        row.cells[5] = Cell::Text("60.1亿元".to_owned());
    })
    .unwrap();
    assert_eq!(first.files.figures.as_array().unwrap().len(), 1);
    assert_eq!(first.files.report["headline"], json!(["output-above-scale"]));
    let typed = as_typed(&first.files).unwrap();
    assert_eq!(typed.figures[0]["subject"], files().figures[3]["subject"]);
}

#[test]
fn what_to_do_with_a_new_year_can_be_typed_as_it_is_told() {
    let told = |pack: &str| {
        told::new_year(
            &Path::new(pack).join("2022"),
            Path::new(pack),
            Path::new("2022.xlsx"),
            3,
        )
    };
    let usual = told("data");
    for line in [
        "cargo xtask import \"2022.xlsx\"\n",
        "cargo xtask check\n",
        "data/index.json",
        "不要它了：删去 data/2022",
    ] {
        assert!(usual.contains(line), "{usual}");
    }
    let other = told("my park");
    for line in [
        "cargo xtask import \"2022.xlsx\" --data \"my park\"\n",
        "cargo xtask check \"my park\"\n",
        "my park/index.json",
    ] {
        assert!(other.contains(line), "{other}");
    }
}
