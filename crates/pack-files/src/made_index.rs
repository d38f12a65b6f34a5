//! An index for reports that come without one.

use annual_report::model::decode_report;
use serde_json::{Value, json};

/// A report without an index: its folder there, and what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name of its folder, as an index may have it.
    pub id: String,
    year: u16,
    title: String,
}

impl Entry {
    /// Of the bytes of `report.json` and the name of its folder, which may be empty.
    pub fn of(report: &[u8], folder: &str) -> Self {
        let of_folder = folder.parse::<u16>().ok();
        let (year, title) = match decode_report(report) {
            Ok(report) => (Some(report.meta.year), Some(report.meta.title)),
            // The rules will say what is wrong with it; until then it has a name.
            Err(_) => told(report),
        };
        let year = year.or(of_folder).unwrap_or_default();
        Self {
            id: match is_id(folder) {
                true => folder.to_owned(),
                false => year.to_string(),
            },
            year,
            title: title.unwrap_or_else(|| "工作总结".to_owned()),
        }
    }
}

/// Year and title of a report that cannot be read whole, if they can be made out.
fn told(report: &[u8]) -> (Option<u16>, Option<String>) {
    let text = report.strip_prefix(b"\xef\xbb\xbf").unwrap_or(report);
    let value: Value = serde_json::from_slice(text).unwrap_or_default();
    let meta = value.get("meta");
    let of = |name| meta.and_then(|meta| meta.get(name));
    let year = of("year").and_then(Value::as_u64);
    (
        year.and_then(|year| u16::try_from(year).ok()),
        of("title").and_then(Value::as_str).map(str::to_owned),
    )
}

/// What an index takes as the name of a folder.
fn is_id(folder: &str) -> bool {
    let holds = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    !folder.is_empty() && folder.bytes().all(holds)
}

/// `index.json` for these, newest first.
pub(crate) fn index(entries: &mut [Entry]) -> Vec<u8> {
    entries.sort_by(|a, b| (b.year, &a.id).cmp(&(a.year, &b.id)));
    let reports: Vec<Value> = entries
        .iter()
        .map(|entry| json!({ "id": entry.id, "year": entry.year, "title": entry.title }))
        .collect();
    let default = entries.first().map(|entry| entry.id.as_str());
    json!({ "schema": 1, "default": default, "reports": reports })
        .to_string()
        .into_bytes()
}
