//! From bytes to types, with the place of what is wrong: `figures.json: /12/unit: …`.

use core::fmt;
use serde::de::DeserializeOwned;

use super::locate::pointer_at;
use super::{Enterprise, Figure, Index, Project, Report};

/// The files of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackFile {
    /// Which reports there are.
    Index,
    /// Meta, sections, problems, plan.
    Report,
    /// Every figure.
    Figures,
    /// Every enterprise and institution.
    Enterprises,
    /// Every project.
    Projects,
}

impl PackFile {
    /// The file's name within its folder.
    pub fn name(self) -> &'static str {
        match self {
            PackFile::Index => "index.json",
            PackFile::Report => "report.json",
            PackFile::Figures => "figures.json",
            PackFile::Enterprises => "enterprises.json",
            PackFile::Projects => "projects.json",
        }
    }
}

/// A file that cannot be read as what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Which file.
    pub file: PackFile,
    /// Where in it, as a JSON pointer: `/12/unit`. Empty for the file as a whole.
    pub path: String,
    /// Line, counted from 1; 0 where it is not known.
    pub line: usize,
    /// Column, counted from 1; 0 where it is not known.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}: {}",
            self.file.name(),
            if self.path.is_empty() { "/" } else { &self.path },
            self.problem
        )
    }
}

impl core::error::Error for DecodeError {}

/// Reads `index.json`. Fails on another schema version, too.
pub fn decode_index(bytes: &[u8]) -> Result<Index, DecodeError> {
    let index: Index = decode(PackFile::Index, bytes)?;
    let refuse = |path: &str, problem: String| {
        Err(DecodeError {
            file: PackFile::Index,
            path: path.to_owned(),
            line: 0,
            column: 0,
            problem,
        })
    };
    if index.schema != Index::SCHEMA {
        return refuse(
            "/schema",
            format!(
                "version {} is not {}, which this app reads",
                index.schema,
                Index::SCHEMA
            ),
        );
    }
    if !index.reports.iter().any(|entry| entry.id == index.default) {
        return refuse(
            "/default",
            format!("\"{}\" is not the id of a report in /reports", index.default),
        );
    }
    Ok(index)
}

/// Reads `report.json`.
pub fn decode_report(bytes: &[u8]) -> Result<Report, DecodeError> {
    decode(PackFile::Report, bytes)
}

/// Reads `figures.json`.
pub fn decode_figures(bytes: &[u8]) -> Result<Vec<Figure>, DecodeError> {
    decode(PackFile::Figures, bytes)
}

/// Reads `enterprises.json`.
pub fn decode_enterprises(bytes: &[u8]) -> Result<Vec<Enterprise>, DecodeError> {
    decode(PackFile::Enterprises, bytes)
}

/// Reads `projects.json`.
pub fn decode_projects(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    decode(PackFile::Projects, bytes)
}

fn decode<T: DeserializeOwned>(file: PackFile, bytes: &[u8]) -> Result<T, DecodeError> {
    // Editors on Windows put a byte order mark before UTF-8, which JSON does not allow and nobody sees.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let problem = error.to_string();
        // serde_json appends the place, which has a field of its own here.
        let problem = problem.split(" at line ").next().unwrap_or_default().to_owned();
        DecodeError {
            file,
            path: pointer_at(bytes, line, column),
            line,
            column,
            problem,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURE: &str =
        r#"{"id":"a","section":"1","subject":"产值","value":56.8,"unit":"亿元","printed":"56.8亿元","kind":"level"}"#;

    fn figures(text: &str) -> Result<Vec<Figure>, DecodeError> {
        decode_figures(text.as_bytes())
    }

    #[test]
    fn a_wrong_unit_is_named_by_file_and_path() {
        let broken = FIGURE.replace(r#""unit":"亿元""#, r#""unit":3"#);
        let error = figures(&format!("[{FIGURE},{broken}]")).unwrap_err();
        assert_eq!((error.path.as_str(), error.line), ("/1/unit", 1));
        assert!(
            error
                .to_string()
                .starts_with("figures.json: /1/unit: invalid type: integer `3`"),
            "{error}"
        );
    }

    #[test]
    fn a_typo_in_a_field_or_a_closed_list_is_an_error_with_its_place() {
        let field = figures(&format!("[{}]", FIGURE.replace("printed", "printd"))).unwrap_err();
        assert_eq!(field.path, "/0/printd");
        let kind = figures(&format!("[{}]", FIGURE.replace("level", "levle"))).unwrap_err();
        assert_eq!(kind.path, "/0/kind");
        assert!(
            kind.problem.contains("levle") && kind.problem.contains("growth"),
            "{kind}"
        );
    }

    #[test]
    fn a_byte_order_mark_is_read_over_and_trailing_text_is_refused() {
        assert_eq!(figures(&format!("\u{feff}[{FIGURE}]")).unwrap().len(), 1);
        assert!(
            figures(&format!("[{FIGURE}] x"))
                .unwrap_err()
                .problem
                .contains("trailing")
        );
    }

    #[test]
    fn html_in_place_of_json_is_an_error_with_line_and_column() {
        let error = figures("<!doctype html>").unwrap_err();
        assert_eq!((error.line, error.column), (1, 1));
    }

    #[test]
    fn numbers_beyond_all_bounds_and_days_that_do_not_exist_are_refused() {
        let huge = figures(&format!("[{}]", FIGURE.replace("56.8,", "1e999,"))).unwrap_err();
        assert_eq!(huge.path, "/0/value");
        for (day, right) in [
            ("2021-10-29", true),
            ("2021-02-29", false),
            ("2024-02-29", true),
            ("2021-13-01", false),
            ("29.10.", false),
        ] {
            let date = FIGURE.replace("56.8,", &format!("\"{day}\","));
            assert_eq!(figures(&format!("[{date}]")).is_ok(), right, "{day}");
        }
    }

    #[test]
    fn another_schema_or_an_unknown_default_is_refused() {
        let index = r#"{"schema":1,"default":"2021","reports":[{"id":"2021","year":2021,"title":"t"}]}"#;
        assert!(decode_index(index.as_bytes()).is_ok());
        let newer = decode_index(index.replace("\"schema\":1", "\"schema\":2").as_bytes()).unwrap_err();
        assert_eq!(newer.path, "/schema");
        let lost = decode_index(index.replace("\"default\":\"2021\"", "\"default\":\"2020\"").as_bytes()).unwrap_err();
        assert_eq!(lost.path, "/default");
    }
}
