//! Rules for `index.json`.

use super::Problem;
use crate::model::{Index, Level, PackFile, places_of};

/// Files that nothing leads to: a report that the index forgot, a name that was mistyped.
pub(super) fn strangers(index: &Index, names: &[String], found: &mut Vec<Problem>) {
    let files = [
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
        PackFile::Original,
    ];
    for name in names {
        let known = match name.split_once('/') {
            None => name == PackFile::Index.name(),
            Some((folder, file)) => {
                let listed = index.reports.iter().any(|entry| entry.id.as_str() == folder);
                listed && files.iter().any(|known| known.name() == file)
            }
        };
        // What file managers and editors leave behind begins with a dot.
        let hidden = name.split('/').any(|part| part.starts_with('.'));
        if !known && !hidden {
            found.push(Problem {
                level: Level::Warning,
                file: name.clone(),
                path: String::new(),
                line: 0,
                column: 0,
                problem: "没有用到".to_owned(),
                advice: "列入 index.json 的 reports，或改正文件名，或移走".to_owned(),
            });
        }
    }
}

/// Reports are unique, newest first, and in folders of their own.
pub(super) fn rules(index: &Index, bytes: &[u8], found: &mut Vec<Problem>) {
    let mut told: Vec<(Level, String, String, &str)> = Vec::new();
    for (nth, entry) in index.reports.iter().enumerate() {
        let before = index.reports.get(..nth).unwrap_or_default();
        if before.iter().any(|other| other.id == entry.id) {
            told.push((
                Level::Error,
                format!("/reports/{nth}/id"),
                format!("“{}”已经列过", entry.id),
                "一份报告只列一次",
            ));
        } else if before.iter().any(|other| other.year == entry.year) {
            told.push((
                Level::Warning,
                format!("/reports/{nth}/year"),
                format!("{} 年有两份报告", entry.year),
                "各年的图只认一份；核对年份",
            ));
        }
        if before.last().is_some_and(|newer| newer.year < entry.year) {
            told.push((
                Level::Warning,
                format!("/reports/{nth}"),
                format!("{} 排在更早的一年后面", entry.year),
                "最新的报告写在最前",
            ));
        }
    }
    let pointers: Vec<&str> = told.iter().map(|(_, path, ..)| path.as_str()).collect();
    let places = places_of(bytes, &pointers);
    for ((level, path, problem, advice), (line, column)) in told.iter().zip(places) {
        found.push(Problem {
            level: *level,
            file: "index.json".to_owned(),
            path: path.clone(),
            line,
            column,
            problem: problem.clone(),
            advice: (*advice).to_owned(),
        });
    }
}
