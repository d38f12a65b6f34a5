//! The four files of one report as trees, and as the text that is kept.

use annual_report::model::PackFile;
use serde_json::{Map, Number, Value, json};

use super::layout::words::PLAN_LISTS;

/// The files of one report.
#[derive(Clone, Debug, PartialEq)]
pub struct Files {
    /// `report.json`.
    pub report: Value,
    /// `figures.json`.
    pub figures: Value,
    /// `enterprises.json`, by rows.
    pub enterprises: Value,
    /// `projects.json`.
    pub projects: Value,
}

/// Which files a workbook holds, in the order in which they are told of.
pub const FILES: [PackFile; 4] = [
    PackFile::Report,
    PackFile::Figures,
    PackFile::Enterprises,
    PackFile::Projects,
];

impl Files {
    /// A report that says nothing yet.
    pub fn empty() -> Self {
        let lists = PLAN_LISTS.iter().map(|(list, _)| ((*list).to_owned(), json!([])));
        let plan: Map<String, Value> = lists.collect();
        Self {
            report: json!({
                "meta": {}, "headline": [], "highlights": [], "sections": [], "problems": [], "plan": plan, "tags": [], "charts": [],
            }),
            figures: json!([]),
            enterprises: json!([]),
            projects: json!([]),
        }
    }

    /// One of them. The others of a pack are in no workbook; for those it is the report.
    pub fn of(&self, file: PackFile) -> &Value {
        match file {
            PackFile::Figures => &self.figures,
            PackFile::Enterprises => &self.enterprises,
            PackFile::Projects => &self.projects,
            PackFile::Report | PackFile::Index | PackFile::Original => &self.report,
        }
    }

    /// The same, to be changed.
    pub fn of_mut(&mut self, file: PackFile) -> &mut Value {
        match file {
            PackFile::Figures => &mut self.figures,
            PackFile::Enterprises => &mut self.enterprises,
            PackFile::Projects => &mut self.projects,
            PackFile::Report | PackFile::Index | PackFile::Original => &mut self.report,
        }
    }
}

/// A tree as text, as people keep it: a line a field, references on one line while they fit.
pub fn text(value: &Value) -> String {
    let mut text = String::new();
    put(value, 0, 0, &mut text);
    text.push('\n');
    text
}

/// As long may a line with a list on it be, in characters.
const LINE: usize = 160;

fn put(value: &Value, depth: usize, lead: usize, text: &mut String) {
    let inner = "  ".repeat(depth + 1);
    let outer = "  ".repeat(depth);
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            text.push_str("{\n");
            for (nth, (name, field)) in fields.iter().enumerate() {
                let name = Value::from(name.as_str()).to_string();
                text.push_str(&format!("{inner}{name}: "));
                put(field, depth + 1, name.chars().count() + 2, text);
                text.push_str(if nth + 1 < fields.len() { ",\n" } else { "\n" });
            }
            text.push_str(&format!("{outer}}}"));
        }
        Value::Array(list) if !list.is_empty() => {
            let line = list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let is_short = depth * 2 + lead + line.chars().count() + 2 <= LINE;
            // Texts stand one below the other; so does what belongs to the report as a whole.
            let are_references = depth > 1 && list.iter().all(|entry| entry.as_str().is_some_and(str::is_ascii));
            if is_short && are_references {
                text.push_str(&format!("[{line}]"));
                return;
            }
            text.push_str("[\n");
            for (nth, entry) in list.iter().enumerate() {
                text.push_str(&inner);
                put(entry, depth + 1, 0, text);
                text.push_str(if nth + 1 < list.len() { ",\n" } else { "\n" });
            }
            text.push_str(&format!("{outer}]"));
        }
        Value::Number(number) => text.push_str(&plain(number)),
        other => text.push_str(&other.to_string()),
    }
}

/// A whole number without a point, as people write it.
fn plain(number: &Number) -> String {
    match number.as_f64() {
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 && value.to_bits() != (-0.0_f64).to_bits() => {
            (value as i64).to_string()
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_files_are_kept_as_they_are_written() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/2021");
        for file in FILES {
            let kept = std::fs::read_to_string(format!("{folder}/{}", file.name())).unwrap();
            let tree: Value = serde_json::from_str(&kept).unwrap();
            assert!(text(&tree) == kept, "{}", file.name());
        }
    }
}
