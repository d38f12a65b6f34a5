//! The report of a new year, before anything is in it: `cargo xtask new-year`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::files::Files;

/// The pack of a year after `last`: the same park, sections and words, and nothing else. Nothing of what last year's report
/// says is in it.
pub fn pack(last: &Files, year: u16) -> Files {
    let mut files = Files::empty();
    let old = last.report.pointer("/meta/year").cloned().unwrap_or_default();
    let mut meta = last.report.get("meta").cloned().unwrap_or_default();
    let title = meta.get("title").and_then(Value::as_str).unwrap_or_default();
    meta["title"] = json!(title.replace(&old.to_string(), &year.to_string()));
    meta["year"] = json!(year);
    meta["printed_on"] = json!("");
    files.report["meta"] = meta;
    let sections = last.report.get("sections").and_then(Value::as_array);
    let sections = sections
        .into_iter()
        .flatten()
        .map(|section| json!({ "id": section["id"], "title": section["title"], "summary": "", "items": [] }));
    files.report["sections"] = sections.collect();
    files.report["tags"] = last.report.get("tags").cloned().unwrap_or(json!([]));
    files.report["plan"]["year"] = json!(year.saturating_add(1));
    files
}

/// The same with the rows that wait to be filled in: the indicators of last year's report with their growths and shares,
/// and the charts that are drawn of those. Numbers, titles and whatever else was last year's own is left out.
pub fn sheet(last: &Files, year: u16) -> Files {
    let mut files = pack(last, year);
    let kept = indicators(last);
    let is_kept = |id: &Value| id.as_str().is_some_and(|id| kept.contains(id));
    files.report["headline"] = last.report.get("headline").cloned().unwrap_or(json!([]));
    let figures = rows(&last.figures).filter(|figure| is_kept(&figure["id"]));
    files.figures = figures
        .map(|figure| {
            let mut waiting = figure.clone();
            if let Some(fields) = waiting.as_object_mut() {
                for own in ["value", "printed", "qualifier", "enterprises", "group"] {
                    fields.remove(own);
                }
                // What it points at has to be there, too.
                fields.retain(|name, field| !["same_as", "part_of"].contains(&name.as_str()) || is_kept(field));
            }
            waiting
        })
        .collect();
    let charts = last.report.get("charts").into_iter().flat_map(rows);
    let charts = charts.filter(|chart| chart.get("figures").into_iter().flat_map(rows).all(is_kept));
    files.report["charts"] = charts
        .map(|chart| {
            let mut waiting = chart.clone();
            if let Some(fields) = waiting.as_object_mut() {
                fields.remove("title");
                fields.remove("notes");
            }
            waiting
        })
        .collect();
    files
}

fn rows(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The headline figures, and what is stated of them: their growths, shares and the wholes that they are part of.
fn indicators(last: &Files) -> BTreeSet<&str> {
    let headline = last.report.get("headline").into_iter().flat_map(rows);
    let mut kept: BTreeSet<&str> = headline.filter_map(Value::as_str).collect();
    loop {
        let before = kept.len();
        for figure in rows(&last.figures) {
            let field = |name: &str| figure.get(name).and_then(Value::as_str);
            let Some(id) = field("id") else { continue };
            let is_of_kept = ["growth_of", "share_of"]
                .iter()
                .any(|name| field(name).is_some_and(|level| kept.contains(level)));
            if is_of_kept {
                kept.insert(id);
            }
            if kept.contains(id) {
                kept.extend(["growth_of", "share_of"].iter().filter_map(|name| field(name)));
            }
        }
        if kept.len() == before {
            return kept;
        }
    }
}
