//! What one report has and another has not.

use std::{collections::BTreeMap, path::Path};

use annual_report::model::PackFile;
use serde_json::Value;

use super::files::{FILES, Files};
use super::text;

/// The tables whose rows have ids.
const TABLES: [(PackFile, &str); 3] = [
    (PackFile::Figures, "数字"),
    (PackFile::Enterprises, "企业"),
    (PackFile::Projects, "项目"),
];

fn by_id(files: &Files, file: PackFile) -> BTreeMap<&str, &Value> {
    let rows = files.of(file).as_array().into_iter().flatten();
    rows.map(|row| (text(row, "id"), row)).collect()
}

/// A few ids, and that there are more.
fn some(ids: &[&str]) -> String {
    const FEW: usize = 6;
    let more = if ids.len() > FEW { "等" } else { "" };
    format!("{}{more}", ids.get(..FEW).unwrap_or(ids).join("、"))
}

/// What would go with an import, and what does not fit the pack; nothing, if the import only adds and changes.
pub fn doubts(before: Option<&Files>, others: &[Files], after: &Files) -> Vec<String> {
    let mut doubts = Vec::new();
    for (file, what) in TABLES {
        let new = by_id(after, file);
        let old = before.map(|before| by_id(before, file)).unwrap_or_default();
        let gone: Vec<&str> = old.into_keys().filter(|id| !new.contains_key(id)).collect();
        if !gone.is_empty() {
            doubts.push(format!("会去掉{what} {} 项：{}", gone.len(), some(&gone)));
        }
    }
    let meta = |files: &Files, field: &str| text(&files.report["meta"], field).to_owned();
    let organisation = meta(after, "organisation");
    let known = before
        .into_iter()
        .chain(others)
        .map(|files| meta(files, "organisation"));
    let known: Vec<String> = known.collect();
    if !known.is_empty() && !known.contains(&organisation) {
        doubts.push(format!("表格是“{organisation}”的，数据包是“{}”的", known[0]));
    }
    let (title, year) = (meta(after, "title"), after.report["meta"]["year"].to_string());
    let in_title = title
        .split(|sign: char| !sign.is_ascii_digit())
        .find(|digits| digits.len() == 4);
    if in_title.is_some_and(|digits| digits != year) {
        doubts.push(format!("标题是“{title}”，年份却是 {year}"));
    }
    doubts
}

/// What an import changed.
pub fn changes(folder: &Path, before: Option<&Files>, after: &Files) -> String {
    let mut parts = Vec::new();
    for (file, what) in TABLES {
        let new = by_id(after, file);
        let old = before.map(|before| by_id(before, file)).unwrap_or_default();
        let added: Vec<&str> = new.keys().filter(|id| !old.contains_key(*id)).copied().collect();
        let gone: Vec<&str> = old.keys().filter(|id| !new.contains_key(*id)).copied().collect();
        let is_other = |id: &&str| old.get(id).is_some_and(|row| Some(row) != new.get(id));
        let changed: Vec<&str> = new.keys().copied().filter(is_other).collect();
        let mut notes = Vec::new();
        for (how, ids) in [("新增", &added), ("改动", &changed), ("去掉", &gone)] {
            match ids.len() {
                0 => {}
                // A report that was not there before is all new.
                count if old.is_empty() => notes.push(format!("{how} {count}")),
                count => notes.push(format!("{how} {count}：{}", some(ids))),
            }
        }
        let notes = if notes.is_empty() {
            "没有变".to_owned()
        } else {
            notes.join("；")
        };
        parts.push(format!("{what} {} 项（{notes}）", new.len()));
    }
    let rest = match before {
        Some(before) if before.report == after.report => "，报告正文没有变",
        Some(_) => "，报告正文有改动",
        None => "",
    };
    format!("{}：{}{rest}\n", folder.display(), parts.join("，"))
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
