//! A whole pack checked in one run: every file, every problem with its place and the way out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;

use annual_report::check::{Problem, check};
use annual_report::model::{Level, Original, Passage, Place, decode_enterprise_table, decode_figures};

/// The files of a pack by their names.
type Pack = BTreeMap<String, Vec<u8>>;

/// The pack of the project, file by file.
fn pack() -> Pack {
    let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    [
        file("index.json", include_bytes!("../../../data/index.json")),
        file("2021/report.json", include_bytes!("../../../data/2021/report.json")),
        file("2021/figures.json", include_bytes!("../../../data/2021/figures.json")),
        file(
            "2021/enterprises.json",
            include_bytes!("../../../data/2021/enterprises.json"),
        ),
        file("2021/projects.json", include_bytes!("../../../data/2021/projects.json")),
    ]
    .into()
}

fn replace(pack: &mut Pack, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(pack[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    pack.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
}

/// What is found beyond what the 2021 report itself gives rise to.
fn found(pack: &Pack) -> Vec<Problem> {
    let names: Vec<String> = pack.keys().cloned().collect();
    let read = |name: &str| pack.get(name).cloned().ok_or("没有这个文件".to_owned());
    let mut found = check(&names, &read);
    found.retain(|problem| !problem.problem.contains("开工11个、投产9个 合计"));
    for problem in &found {
        assert!(!problem.advice.is_empty(), "what to do about it? {problem:#?}");
        let is_there = pack.contains_key(&problem.file);
        assert!(
            problem.line > 0 || !is_there || problem.path.is_empty(),
            "no place: {problem:#?}"
        );
    }
    found
}

fn found_after(breaks: impl FnOnce(&mut Pack)) -> Vec<Problem> {
    let mut pack = pack();
    breaks(&mut pack);
    found(&pack)
}

#[track_caller]
fn only(found: &[Problem], level: Level, file: &str, path: &str) {
    let [problem] = found else { panic!("{found:#?}") };
    assert_eq!(
        (problem.level, problem.file.as_str(), problem.path.as_str()),
        (level, file, path),
        "{problem:#?}"
    );
}

#[test]
fn the_projects_own_pack_gives_rise_to_one_remark() {
    let names: Vec<String> = pack().keys().cloned().collect();
    let all = check(&names, &|name| Ok(pack()[name].clone()));
    only(&all, Level::Consistency, "2021/figures.json", "/64/part_of");
    // As an editor counts them: the line of the file, and the characters before the value.
    let text = String::from_utf8(pack()["2021/figures.json"].clone()).unwrap();
    let line = text.lines().nth(all[0].line - 1).unwrap();
    assert!(
        line.chars()
            .skip(all[0].column - 1)
            .collect::<String>()
            .starts_with("\"new-industrial-projects\""),
        "{line}"
    );
}

#[test]
fn every_problem_of_every_file_is_found_in_one_run() {
    let found = found_after(|pack| {
        replace(pack, "2021/figures.json", "\"unit\": \"亿元\"", "\"unit\": 3");
        replace(pack, "2021/figures.json", "\"printed\"", "\"printd\"");
        replace(pack, "2021/enterprises.json", "\"name\"", "\"nam\"");
        replace(pack, "2021/projects.json", "\"status\"", "\"state\"");
        replace(pack, "2021/report.json", "\"title\"", "\"titel\"");
    });
    let errors = |file: &str| {
        found
            .iter()
            .filter(|found| found.file == file && found.level == Level::Error)
            .count()
    };
    assert_eq!(
        errors("2021/figures.json"),
        3,
        "a unit, an unknown field, a missing one: {found:#?}"
    );
    for file in ["2021/report.json", "2021/enterprises.json", "2021/projects.json"] {
        assert_eq!(errors(file), 2, "{file}: {found:#?}");
    }
    let last = found.last().unwrap();
    assert_eq!(
        (last.level, last.file.as_str()),
        (Level::Warning, "2021/"),
        "that references were not checked"
    );
}

#[test]
fn a_file_that_is_not_there_or_no_json_is_an_error_and_the_others_are_read() {
    let gone = found_after(|pack| drop(pack.remove("2021/projects.json")));
    assert_eq!(
        (gone[0].level, gone[0].file.as_str()),
        (Level::Error, "2021/projects.json")
    );
    let page = found_after(|pack| {
        pack.insert("2021/report.json".to_owned(), b"<!doctype html>".to_vec());
    });
    assert_eq!(
        (page[0].file.as_str(), page[0].line, page[0].column),
        ("2021/report.json", 1, 1)
    );
    let cut = found_after(|pack| pack.get_mut("2021/figures.json").unwrap().truncate(5000));
    assert!(
        cut[0].advice.contains("不完整") && cut[0].path.starts_with('/'),
        "{cut:#?}"
    );
    let empty = found(&Pack::new());
    only(&empty, Level::Error, "index.json", "");
}

#[test]
fn what_nothing_leads_to_is_named() {
    let stray = found_after(|pack| {
        pack.insert("2021/figure.json".to_owned(), b"[]".to_vec());
        pack.insert("2021/.DS_Store".to_owned(), b"\0".to_vec());
    });
    only(&stray, Level::Warning, "2021/figure.json", "");
    let folder = found_after(|pack| {
        pack.insert("2022/report.json".to_owned(), b"{}".to_vec());
    });
    only(&folder, Level::Warning, "2022/report.json", "");
}

#[test]
fn the_index_lists_every_report_once_newest_first_and_of_its_year() {
    let entry = "\"id\": \"2021\",";
    let twice = found_after(|pack| {
        let other = "\"id\": \"2021\", \"year\": 2022, \"title\": \"t\" }, { \"id\": \"2021\",";
        replace(pack, "index.json", entry, other);
    });
    assert!(
        twice
            .iter()
            .any(|found| (found.level, found.path.as_str()) == (Level::Error, "/reports/1/id")),
        "{twice:#?}"
    );
    let year = found_after(|pack| replace(pack, "index.json", "\"year\": 2021", "\"year\": 2020"));
    only(&year, Level::Warning, "2021/report.json", "/meta/year");
    let out = found_after(|pack| {
        replace(pack, "index.json", entry, "\"id\": \"../2021\",");
    });
    only(&out, Level::Error, "index.json", "/reports/0/id");
}

#[test]
fn signs_that_nobody_sees_and_broken_encodings_are_named_wherever_they_stand() {
    for (from, to, told) in [
        ("三磊玻纤", "三磊\u{200B}玻纤", "U+200B"),
        ("三磊玻纤", "\u{202E}三磊玻纤", "U+202E"),
        ("三磊玻纤", "三磊玻\u{FFFD}", "乱码"),
        ("三磊玻纤", "三磊玻纤 ", "空格"),
        ("三磊玻纤", &"长".repeat(201), "201 字"),
        ("三磊玻纤", "\u{2060}", "没有看得见的字"),
    ] {
        let odd = found_after(|pack| replace(pack, "2021/enterprises.json", from, to));
        only(&odd, Level::Warning, "2021/enterprises.json", "/0/name");
        assert!(odd[0].problem.contains(told), "{odd:#?}");
    }
}

/// A report of the year before with these two figures in place of the 2021 report's.
fn with_year_before(output: &str, investment: &str) -> Pack {
    let mut pack = pack();
    replace(
        &mut pack,
        "index.json",
        "\"reports\": [",
        "\"reports\": [{ \"id\": \"2020\", \"year\": 2020, \"title\": \"t\" },",
    );
    // Newest first.
    let index = r#"{"schema":1,"default":"2021","reports":[{"id":"2021","year":2021,"title":"t"},{"id":"2020","year":2020,"title":"t"}]}"#;
    pack.insert("index.json".to_owned(), index.as_bytes().to_vec());
    for file in ["report.json", "figures.json", "enterprises.json", "projects.json"] {
        pack.insert(format!("2020/{file}"), pack[&format!("2021/{file}")].clone());
    }
    replace(&mut pack, "2020/report.json", "\"year\": 2021", "\"year\": 2020");
    for (from, to) in [("56.8", output), ("20.66", investment), ("6.8", "4.44")] {
        replace(
            &mut pack,
            "2020/figures.json",
            &format!("\"value\": {from},"),
            &format!("\"value\": {to},"),
        );
        replace(
            &mut pack,
            "2020/figures.json",
            &format!("\"printed\": \"{from}亿元\""),
            &format!("\"printed\": \"{to}亿元\""),
        );
    }
    pack
}

#[test]
fn growths_are_computed_once_more_from_the_levels_of_two_years() {
    let of_growth = |pack: &Pack| -> Vec<Problem> {
        let found = found(pack).into_iter();
        found
            .filter(|found| found.file == "2021/figures.json" && found.problem.contains("算出来"))
            .collect()
    };
    // 56.8 / 43.5 and 20.66 / 16.45 are the growths that the report prints, as far as rounding lets us know.
    assert_eq!(of_growth(&with_year_before("43.5", "16.45")), []);
    let other = of_growth(&with_year_before("43.5", "18.45"));
    only(&other, Level::Consistency, "2021/figures.json", &other[0].path);
    assert!(
        other[0].problem.contains("报告写 25.59%") && other[0].problem.contains("算出来是 11.98%"),
        "{other:#?}"
    );
}

#[test]
fn what_the_year_before_had_and_a_report_has_not_is_listed() {
    let mut pack = with_year_before("43.5", "16.45");
    let open = |pack: &Pack| -> Vec<(String, String)> {
        let found = found(pack).into_iter();
        found
            .filter(|found| found.problem.contains("还没有"))
            .map(|found| (found.path, found.problem))
            .collect()
    };
    assert_eq!(open(&pack), []);
    // Of the first two headline figures and a growth there is another one now, of another unit.
    for id in [
        "output-above-scale",
        "output-above-scale-growth",
        "above-scale-fostered",
    ] {
        replace(
            &mut pack,
            "2020/figures.json",
            &format!("\"id\": \"{id}\""),
            "\"id\": \"of-2020\"",
        );
        replace(
            &mut pack,
            "2020/report.json",
            "\"headline\": [",
            "\"headline\": [\n    \"of-2020\",",
        );
        let text = String::from_utf8(pack["2020/figures.json"].clone()).unwrap();
        let at = text.find("\"id\": \"of-2020\"").unwrap();
        let (before, after) = text.split_at(at);
        let after = after.replacen("of-2020", &format!("{id}-2020"), 1);
        let subject = after.find("\"subject\": \"").unwrap() + "\"subject\": \"".len();
        let after = format!("{}往年的{}", &after[..subject], &after[subject..]);
        pack.insert("2020/figures.json".to_owned(), format!("{before}{after}").into_bytes());
        let report = String::from_utf8(pack["2020/report.json"].clone()).unwrap();
        let report = report.replacen("\"of-2020\"", &format!("\"{id}-2020\""), 1);
        pack.insert("2020/report.json".to_owned(), report.into_bytes());
    }
    let missing = open(&pack);
    assert_eq!(missing.len(), 3, "{missing:#?}");
    assert!(
        missing
            .iter()
            .all(|(path, told)| path.is_empty() && told.contains("2020 年有 往年的")),
        "{missing:#?}"
    );
    // The same figure in another unit is there, and cannot be compared.
    let mut other = with_year_before("43.5", "16.45");
    replace(
        &mut other,
        "2020/figures.json",
        "\"unit\": \"亿元\"",
        "\"unit\": \"万元\"",
    );
    replace(
        &mut other,
        "2020/figures.json",
        "\"printed\": \"43.5亿元\"",
        "\"printed\": \"43.5万元\"",
    );
    replace(
        &mut other,
        "2020/figures.json",
        "\"subject\": \"规上工业企业产值\"",
        "\"subject\": \"产值\"",
    );
    let told: Vec<Problem> = found(&other)
        .into_iter()
        .filter(|found| found.problem.contains("比不了"))
        .collect();
    only(&told, Level::Consistency, "2021/figures.json", &told[0].path);
    assert!(
        told[0].path.ends_with("/unit") && told[0].problem.contains("2020 年是 万元"),
        "{told:?}"
    );
    // A part of which nothing has been written.
    let mut report: serde_json::Value = serde_json::from_slice(&pack["2021/report.json"]).unwrap();
    report["sections"][1]["items"] = serde_json::json!([]);
    report["highlights"] = serde_json::json!([]);
    pack.insert(
        "2021/report.json".to_owned(),
        serde_json::to_vec_pretty(&report).unwrap(),
    );
    let paths: Vec<String> = open(&pack).into_iter().map(|(path, _)| path).collect();
    assert!(
        paths.contains(&"/sections/1".to_owned()) && paths.contains(&"/highlights".to_owned()),
        "{paths:?}"
    );
}

#[test]
fn a_pack_in_columns_is_checked_by_the_same_rules_with_places_in_its_columns() {
    let table = decode_enterprise_table(&pack()["2021/enterprises.json"]).unwrap();
    let columns = serde_json::to_string(&table.columns()).unwrap();
    let mut pack = pack();
    pack.insert("2021/enterprises.json".to_owned(), columns.clone().into_bytes());
    assert_eq!(found(&pack), []);
    replace(&mut pack, "2021/enterprises.json", "sanleiboxian", "sānleiboxian");
    let broken = found(&pack);
    only(&broken, Level::Warning, "2021/enterprises.json", "/id/0");
    assert!(broken[0].problem.starts_with("pinyin："), "{broken:#?}");
}

/// An original that prints every figure at its place.
fn original_of(pack: &Pack) -> Original {
    let figures = decode_figures(&pack["2021/figures.json"]).unwrap();
    let passages = figures.iter().map(|figure| Passage {
        place: figure.section.clone(),
        text: format!("有{}。", figure.printed),
        runs_on: false,
        figures: Vec::new(),
    });
    Original {
        passages: passages.collect(),
    }
}

fn found_beside(change: impl FnOnce(&mut Original)) -> Vec<Problem> {
    found_after(|pack| {
        let mut original = original_of(pack);
        change(&mut original);
        let figures = decode_figures(&pack["2021/figures.json"]).unwrap();
        let json = serde_json::to_vec_pretty(&original.with_figures(&figures)).unwrap();
        pack.insert("2021/source.json".to_owned(), json);
    })
}

#[test]
fn an_original_that_says_what_the_pack_says_gives_rise_to_nothing() {
    assert_eq!(found_beside(|_| ()), []);
}

#[test]
fn figures_that_were_changed_after_the_original_was_put_there_are_told_of() {
    let stale = found_after(|pack| {
        let json = serde_json::to_vec_pretty(&original_of(pack)).unwrap();
        pack.insert("2021/source.json".to_owned(), json);
    });
    only(&stale, Level::Warning, "2021/source.json", "");
    assert!(stale[0].advice.contains("cargo xtask source"), "{stale:?}");
}

#[test]
fn what_the_original_does_not_have_is_to_be_looked_at_again() {
    let gone = found_beside(|original| original.passages[3].text = "有156.8亿元。".to_owned());
    only(&gone, Level::Consistency, "2021/figures.json", "/3/printed");
    assert!(gone[0].problem.contains("56.8亿元"), "{gone:?}");
    let moved = found_beside(|original| {
        for passage in &mut original.passages {
            if passage.place == Place::from("2.3/2") {
                passage.place = Place::from("5");
            }
        }
    });
    let places: Vec<_> = moved
        .iter()
        .map(|problem| problem.path.rsplit('/').next().unwrap())
        .collect();
    assert_eq!(places, ["section", "section"], "{moved:?}");
}

#[test]
fn an_original_that_cannot_be_read_or_not_be_shown_is_named() {
    let broken = found_after(|pack| drop(pack.insert("2021/source.json".to_owned(), b"{\"passages\": 1}".to_vec())));
    only(&broken, Level::Error, "2021/source.json", "/passages");
    let unseen = found_beside(|original| original.passages[0].text.push('\u{202E}'));
    only(&unseen, Level::Warning, "2021/source.json", "/passages/0/text");
}
