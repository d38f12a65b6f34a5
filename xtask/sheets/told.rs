//! What the commands say.

use std::{collections::BTreeMap, path::Path};

use annual_report::check::Problem;
use annual_report::model::{Index, Level, PackFile, ReportId};
use serde_json::Value;

use super::cell::{Complaint, Spot};
use super::files::{FILES, Files};
use super::import::Imported;
use super::spelling::Filled;
use super::text;

/// An error as the terminal shows it; one that is a list of places says so itself.
pub fn error(reason: &str) -> String {
    match reason.contains('\n') {
        true => reason.to_owned(),
        false => format!("错误：{reason}\n"),
    }
}

/// What is wrong with a workbook, place by place.
pub fn complaints(file: &str, complaints: &[Complaint]) -> String {
    let lines = complaints.iter().map(|complaint| {
        line(
            file,
            &complaint.spot.to_string(),
            Level::Error,
            &complaint.problem,
            &complaint.advice,
        )
    });
    lines.collect::<String>() + "有错误，data 没有改动\n"
}

fn line(file: &str, spot: &str, level: Level, problem: &str, advice: &str) -> String {
    format!("{file}：{spot} {}：{problem}\n    → {advice}\n", level.label())
}

/// What the rules say, each at its cell.
pub fn problems(file: &str, read: &Imported, problems: &[Problem]) -> String {
    let at = |problem: &Problem| {
        let name = problem.file.rsplit('/').next().unwrap_or_default();
        let of_pack = FILES.into_iter().find(|file| file.name() == name);
        let spot = of_pack.and_then(|file| read.spot(file, &problem.path));
        // What no cell stands for has at least its place in the pack.
        spot.map_or_else(|| format!("{} {}", problem.file, problem.path), ToString::to_string)
    };
    let lines = problems
        .iter()
        .map(|problem| line(file, &at(problem), problem.level, &problem.problem, &problem.advice));
    lines.collect()
}

/// The names whose pinyin was filled in.
pub fn spelled(file: &str, read: &Imported, filled: &[Filled]) -> String {
    let lines = filled.iter().map(|filled| {
        let (pack_file, row) = filled.row;
        let spot = read.spot(pack_file, &format!("/{row}/pinyin"));
        let spot = spot.map_or_else(String::new, ToString::to_string);
        match filled.doubtful.is_empty() {
            true => format!("{file}：{spot} “{}”的拼音填为 {}\n", filled.name, filled.pinyin),
            false => line(
                file,
                &spot,
                Level::Consistency,
                &format!(
                    "“{}”的拼音填为 {}；多音字：{}",
                    filled.name,
                    filled.pinyin,
                    filled.doubtful.join(" ")
                ),
                "读音不对就在表格里写上对的，再导入一次",
            ),
        }
    });
    lines.collect()
}

/// The rows that were left out.
pub fn unfilled(file: &str, rows: &[(Spot, String)]) -> String {
    let lines = rows
        .iter()
        .map(|(spot, name)| format!("{file}：{spot} 还没有填，略过：{name}\n"));
    lines.collect()
}

/// What an import changed.
pub fn changes(folder: &Path, before: Option<&Files>, after: &Files) -> String {
    let mut parts = Vec::new();
    for (file, what) in [
        (PackFile::Figures, "数字"),
        (PackFile::Enterprises, "企业"),
        (PackFile::Projects, "项目"),
    ] {
        let by_id = |files: &Files| -> BTreeMap<String, Value> {
            let rows = files.of(file).as_array().into_iter().flatten();
            rows.map(|row| (text(row, "id").to_owned(), row.clone())).collect()
        };
        let (old, new) = (before.map(by_id).unwrap_or_default(), by_id(after));
        let added = new.keys().filter(|id| !old.contains_key(*id)).count();
        let gone = old.keys().filter(|id| !new.contains_key(*id)).count();
        let changed = new
            .iter()
            .filter(|(id, row)| old.get(*id).is_some_and(|old| old != *row))
            .count();
        parts.push(format!(
            "{what} {} 项（新增 {added}，改动 {changed}，去掉 {gone}）",
            new.len()
        ));
    }
    let rest = match before {
        Some(before) if before.report == after.report => "，报告正文没有变",
        Some(_) => "，报告正文有改动",
        None => "",
    };
    format!("{}：{}{rest}\n", folder.display(), parts.join("，"))
}

/// What to do with a new year.
pub fn new_year(folder: &Path, file: &Path, waiting: usize) -> String {
    format!(
        "{folder}：空的一份，节和用词照上一年，可以核对、可以构建\n\
         {file}：要填的表格，{waiting} 个指标照上一年列好了编号、指标和单位，数值和原样空着\n\
         填好（或填了一部分）：cargo xtask import {file}\n\
         还缺什么：cargo xtask check\n\
         要让它成为默认打开的一份：把 data/index.json 的 default 改成它\n",
        folder = folder.display(),
        file = file.display(),
    )
}

/// A report that the pack has.
pub fn known(index: &Index, wanted: &str) -> Result<ReportId, String> {
    let found = index.reports.iter().find(|entry| entry.id.as_str() == wanted);
    let ids: Vec<&str> = index.reports.iter().map(|entry| entry.id.as_str()).collect();
    found
        .map(|entry| entry.id.clone())
        .ok_or_else(|| format!("没有报告“{wanted}”；有的是 {}", ids.join("、")))
}

/// The first place where two reports differ.
pub fn difference(one: &Files, other: &Files) -> Option<String> {
    FILES.into_iter().find_map(|file| {
        let place = first_difference(one.of(file), other.of(file))?;
        Some(format!("{} {place}", file.name()))
    })
}

fn first_difference(one: &Value, other: &Value) -> Option<String> {
    if one == other {
        return None;
    }
    let inner = match (one, other) {
        (Value::Object(one), Value::Object(other)) => one.iter().find_map(|(name, field)| {
            let place = first_difference(field, other.get(name).unwrap_or(&Value::Null))?;
            Some(format!("/{name}{place}"))
        }),
        (Value::Array(one), Value::Array(other)) => one.iter().enumerate().find_map(|(nth, entry)| {
            let place = first_difference(entry, other.get(nth).unwrap_or(&Value::Null))?;
            Some(format!("/{nth}{place}"))
        }),
        _ => None,
    };
    Some(inner.unwrap_or_default())
}
