//! Every report that the index lists is a valid pack: this is what tells a publisher what is still wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::PathBuf;

use annual_report::model::{
    DecodeError, Pack, decode_enterprise_table, decode_figures, decode_index, decode_projects, decode_report, validate,
};

fn data(path: &str) -> Vec<u8> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(path);
    std::fs::read(&file).unwrap_or_else(|error| panic!("data/{path}: {error}"))
}

/// The value, with everything that is wrong with its file added to `wrong`.
fn read<T>(report: &str, result: Result<T, DecodeError>, wrong: &mut Vec<String>) -> Option<T> {
    let error = match result {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    for one in std::iter::once(&error).chain(&error.further) {
        wrong.push(format!("data/{report}/{one}（第 {} 行第 {} 列）", one.line, one.column));
    }
    None
}

#[test]
fn every_report_of_the_index_reads_and_its_references_resolve() {
    let index = decode_index(&data("index.json")).unwrap();
    let mut wrong = Vec::new();
    for entry in &index.reports {
        let id = entry.id.as_str();
        let file = |name: &str| data(&format!("{id}/{name}"));
        let report = read(id, decode_report(&file("report.json")), &mut wrong);
        let figures = read(id, decode_figures(&file("figures.json")), &mut wrong);
        // Rows or columns: either way it is a list of enterprises.
        let enterprises = decode_enterprise_table(&file("enterprises.json"));
        let enterprises = read(id, enterprises, &mut wrong).map(|table| {
            let rows = 0..table.len() as u32;
            rows.filter_map(|row| table.get(row)).collect::<Vec<_>>()
        });
        let projects = read(id, decode_projects(&file("projects.json")), &mut wrong);
        let (Some(report), Some(figures), Some(enterprises), Some(projects)) = (report, figures, enterprises, projects)
        else {
            continue;
        };
        let pack = Pack {
            report: &report,
            figures: &figures,
            enterprises: &enterprises,
            projects: &projects,
        };
        wrong.extend(validate(pack).iter().map(|finding| format!("data/{id}/{finding}")));
        if report.meta.year != entry.year {
            wrong.push(format!(
                "data/{id}/report.json: /meta/year: {} 与 index.json 的 {} 不同",
                report.meta.year, entry.year
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
