//! The workbook, from the pack and back again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use annual_report::model::{
    Category, ChartKind, Counted, EnterpriseKind, FigureKind, IndustryBasis, PackFile, Qualifier, ReportId, Status,
};
use serde_json::{Value, json};

use super::cell::{Cell, Grid};
use super::files::{FILES, Files, text};
use super::layout::{self, Kind, Rows, SHEETS, words};
use super::pack::{Named, as_typed};
use super::{book, export, import, told, year};

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn files() -> Files {
    let data = root().join("data");
    let folder = Named::of(&data.to_string_lossy(), "data");
    folder.report(&ReportId::from("2021")).unwrap()
}

/// Through the file and back, with what a test changes in between.
fn through(files: &Files, change: impl FnOnce(&mut Vec<Grid>)) -> Result<import::Imported, Vec<String>> {
    let mut grids = export::grids(files).unwrap();
    change(&mut grids);
    let bytes = book::write(&grids).unwrap();
    let told = |complaints: Vec<super::cell::Complaint>| {
        let lines = complaints
            .iter()
            .map(|complaint| format!("{} {}", complaint.spot, complaint.problem));
        lines.collect::<Vec<_>>()
    };
    book::read(&bytes)
        .and_then(|grids| import::report(&grids))
        .map_err(told)
}

fn grid<'g>(grids: &'g mut [Grid], name: &str) -> &'g mut Grid {
    grids.iter_mut().find(|grid| grid.sheet.name == name).unwrap()
}

#[test]
fn the_round_trip_changes_no_byte_of_the_projects_own_pack() {
    let read = through(&files(), |_| {}).unwrap();
    assert!(read.unfilled.is_empty());
    let typed = as_typed(&read.files).unwrap();
    for file in FILES {
        let kept = std::fs::read_to_string(root().join("data/2021").join(file.name())).unwrap();
        assert!(text(typed.of(file)) == kept, "{}", file.name());
    }
}

/// Every text of a tree that is no reference, replaced by something odd.
fn spoil(value: &mut Value, field: &str, odd: &str) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| spoil(field, name, odd)),
        Value::Array(list) => list.iter_mut().for_each(|entry| spoil(entry, field, odd)),
        Value::String(text) if ["subject", "text", "summary", "printed", "name", "industry"].contains(&field) => {
            *text = odd.to_owned();
        }
        _ => {}
    }
}

#[test]
fn odd_texts_and_numbers_come_back_as_they_were() {
    for odd in [
        "=1+1",
        "'x",
        " 前后有空格 ",
        "a\tb",
        "<b>&amp;\"</b>",
        "第一行\n第二行",
        "😀𠮷",
        "_x0041_",
        "TRUE",
        "1/2",
        "2.10",
        "007",
        "1e5",
    ] {
        let mut before = files();
        for file in FILES {
            spoil(before.of_mut(file), "", odd);
        }
        let read = through(&before, |_| {}).unwrap();
        assert!(as_typed(&read.files).unwrap() == as_typed(&before).unwrap(), "{odd:?}");
    }
    for odd in [0.1 + 0.2, -3.5, 1e15, 1e-9, 123_456_789.125] {
        let mut before = files();
        before.figures[3]["value"] = json!(odd);
        let read = through(&before, |_| {}).unwrap();
        assert_eq!(read.files.figures[3]["value"].as_f64(), Some(odd));
    }
}

#[test]
fn what_a_cell_cannot_hold_is_refused_and_not_lost() {
    let told = |change: &dyn Fn(&mut Files)| {
        let mut files = files();
        change(&mut files);
        export::grids(&files).unwrap_err()
    };
    let id = told(&|files| files.figures[60]["enterprises"] = json!(["a,b"]));
    assert!(id.contains("“a,b”") && id.contains("数字"), "{id}");
    let notes = told(&|files| files.report["charts"][0]["notes"] = json!(["一\n二"]));
    assert!(notes.contains("说明"), "{notes}");
    let long = told(&|files| files.figures[0]["subject"] = json!("长".repeat(40_000)));
    assert!(long.contains("40000"), "{long}");
    let empty = told(&|files| files.report["tags"] = json!(["投产", ""]));
    assert!(empty.contains("事项用词"), "{empty}");
}

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
        let told = super::told::problems("a.xlsx", &read, &problems);
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
        super::told::unseen("a.xlsx", &read, &typed)
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
    assert_eq!(
        super::differences::doubts(Some(&before), &[], &before),
        Vec::<String>::new()
    );
    let mut after = before.clone();
    let gone = after.projects.as_array_mut().unwrap().remove(0);
    let told = super::differences::doubts(Some(&before), &[], &after);
    assert_eq!(told, [format!("会去掉项目 1 项：{}", gone["id"].as_str().unwrap())]);
    let mut other = before.clone();
    other.report["meta"]["organisation"] = json!("云岭示例园区");
    let told = super::differences::doubts(None, std::slice::from_ref(&before), &other);
    assert!(
        told.len() == 1 && told[0].starts_with("表格是“云岭示例园区”的"),
        "{told:?}"
    );
    let mut year = before.clone();
    year.report["meta"]["year"] = json!(2022);
    let told = super::differences::doubts(Some(&before), &[], &year);
    assert!(told.len() == 1 && told[0].contains("年份却是 2022"), "{told:?}");
    let changes = super::differences::changes(&PathBuf::from("data/2021"), Some(&before), &after);
    assert!(
        changes.contains("数字 93 项（没有变）") && changes.contains("去掉 1："),
        "{changes}"
    );
}

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
    let mut sheets: Vec<(&str, Vec<Vec<&str>>)> = SHEETS
        .iter()
        .map(|sheet| (sheet.name, vec![super::cell::heads(sheet)]))
        .collect();
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
    let heads = super::cell::heads(SHEETS.iter().find(|sheet| sheet.name == "数字").unwrap());
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
    let entry = annual_report::model::ReportEntry {
        id: ReportId::from("2022"),
        year: 2022,
        title: String::new(),
    };
    let problems = folder.problems(&entry, &next).unwrap();
    let errors = problems
        .iter()
        .filter(|problem| problem.level == annual_report::model::Level::Error);
    assert_eq!(errors.count(), 0, "{problems:#?}");
    let headline = last.report["headline"].as_array().unwrap();
    for id in headline {
        let id = format!("（{}，", id.as_str().unwrap());
        assert!(problems.iter().any(|problem| problem.problem.contains(&id)), "{id}");
    }
}

#[test]
fn a_report_is_put_into_the_pack_whole_or_not_at_all() {
    let path = std::env::temp_dir().join(format!("sheets-put-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    std::fs::copy(root().join("data/index.json"), path.join("index.json")).unwrap();
    let folder = Named::of(&path.to_string_lossy(), "pack");
    let entry = annual_report::model::ReportEntry {
        id: ReportId::from("2022"),
        year: 2022,
        title: "2022年".to_owned(),
    };
    let files = as_typed(&year::pack(&files(), 2022)).unwrap();
    let names = || {
        let mut names: Vec<_> = std::fs::read_dir(&path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    // Where its folder should be stands a file.
    std::fs::write(path.join("2022"), "").unwrap();
    let told = folder.put(&entry, &files).unwrap_err();
    assert!(told.starts_with("pack/2022/report.json"), "{told}");
    assert_eq!(names(), ["2022", "index.json"]);
    assert_eq!(folder.index().unwrap().reports.len(), 1);
    std::fs::remove_file(path.join("2022")).unwrap();

    folder.put(&entry, &files).unwrap();
    let index = folder.index().unwrap();
    let years: Vec<u16> = index.reports.iter().map(|entry| entry.year).collect();
    assert_eq!((years, index.default.as_str()), (vec![2022, 2021], "2021"));
    assert!(folder.report(&entry.id).unwrap() == files);
    assert_eq!(std::fs::read_dir(path.join("2022")).unwrap().count(), FILES.len());
    std::fs::remove_dir_all(&path).unwrap();
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
fn the_words_at_the_desk_are_those_of_the_pack() {
    fn same<T: Copy>(words: &[(&str, &str)], all: &[T], word: impl Fn(T) -> &'static str) {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let pack: Vec<&str> = all.iter().map(|value| word(*value)).collect();
        assert_eq!(known, pack);
        let labels: BTreeSet<&str> = words.iter().map(|(_, label)| *label).collect();
        assert_eq!(labels.len(), words.len());
    }
    same(words::FIGURE_KINDS, FigureKind::ALL, FigureKind::word);
    same(words::QUALIFIERS, Qualifier::ALL, Qualifier::word);
    same(words::ENTERPRISE_KINDS, EnterpriseKind::ALL, EnterpriseKind::word);
    same(words::BASES, IndustryBasis::ALL, IndustryBasis::word);
    same(words::CATEGORIES, Category::ALL, Category::word);
    same(words::STATUSES, Status::ALL, Status::word);
    same(words::CHART_KINDS, ChartKind::ALL, ChartKind::word);
    same(words::COUNTED, Counted::ALL, Counted::word);
}

/// What the schema of a file says of the objects that a sheet's rows are.
fn row_schema(sheet: &layout::Sheet) -> Value {
    let schemas = annual_report::schema::schemas();
    let (_, whole) = schemas.into_iter().find(|(file, _)| *file == sheet.file).unwrap();
    let resolve = |value: &Value| -> Value {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => whole.pointer(reference.trim_start_matches('#')).unwrap().clone(),
            None => value.clone(),
        }
    };
    let entries = |list: &Value| resolve(&resolve(list)["items"]);
    let by_rows = |value: &Value| match value.get("anyOf").or(value.get("oneOf")).and_then(Value::as_array) {
        Some(ways) => ways.iter().map(&resolve).find(|way| way["type"] == "array").unwrap(),
        None => value.clone(),
    };
    let file = by_rows(&whole);
    match sheet.rows {
        Rows::File => entries(&file),
        Rows::Object(field) => resolve(&file["properties"][field]),
        Rows::List(field) => entries(&file["properties"][field]),
        Rows::Within(parent, field) => {
            let parent = SHEETS.iter().find(|sheet| sheet.name == parent).unwrap();
            entries(&row_schema(parent)["properties"][field])
        }
        Rows::Grouped(field, lists) => entries(&resolve(&file["properties"][field])["properties"][lists[0].0]),
    }
}

#[test]
fn every_field_of_the_pack_has_its_column_and_no_column_is_of_nothing() {
    for sheet in SHEETS {
        let schema = row_schema(sheet);
        let Some(fields) = schema["properties"].as_object() else {
            assert!(
                sheet.columns.len() == 1 && sheet.columns[0].field.is_empty(),
                "{}",
                sheet.name
            );
            continue;
        };
        let mut fields: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
        // Lists of objects are sheets of their own.
        for other in SHEETS {
            match other.rows {
                Rows::Within(parent, field) if parent == sheet.name => assert!(fields.remove(field)),
                Rows::Grouped(field, lists) if sheet.rows == Rows::Object(field) => {
                    lists.iter().for_each(|(list, _)| assert!(fields.remove(list)));
                }
                _ => {}
            }
        }
        let columns: BTreeSet<&str> = sheet.columns.iter().map(|column| column.field).collect();
        assert_eq!(columns, fields, "{}", sheet.name);
        let required: BTreeSet<&str> = schema["required"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for column in sheet.columns {
            assert_eq!(
                column.optional,
                !required.contains(column.field),
                "{} {}",
                sheet.name,
                column.field
            );
            assert!(column.kind != Kind::No || column.optional);
        }
    }
    let report = &annual_report::schema::schemas()[1];
    let known: BTreeSet<&str> = SHEETS
        .iter()
        .filter_map(|sheet| match sheet.rows {
            Rows::Object(field) | Rows::List(field) | Rows::Grouped(field, _) => Some(field),
            Rows::File | Rows::Within(..) => None,
        })
        .collect();
    let fields = report.1["properties"].as_object().unwrap();
    assert_eq!(report.0, PackFile::Report);
    assert_eq!(known, fields.keys().map(String::as_str).collect());
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
