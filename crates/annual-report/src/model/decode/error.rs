//! What is wrong with a file, where, and what to do about it.

use crate::model::PackFile;
use crate::model::advice::for_editors;
use crate::model::locate::pointer_at;
use crate::model::read::Reading;
use crate::model::shown::shown;
use core::fmt;

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
    /// What to do about it.
    pub advice: &'static str,
    /// Whatever else is wrong with the file, in its order, up to a thousand in all.
    pub further: Vec<DecodeError>,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        // Both repeat what the file holds: names of fields, words.
        let (path, problem) = (shown(path.into(), "name").0, shown((&*self.problem).into(), "text").0);
        write!(f, "{}: {path}: {problem}", self.file.name())
    }
}

impl core::error::Error for DecodeError {}

impl DecodeError {
    /// How much else is wrong with the file: 另有 3 处; nothing, if this is all.
    pub fn more(&self) -> String {
        match self.further.len() {
            0 => String::new(),
            // There reading has stopped to note.
            further if further + 1 >= Reading::MOST => format!("，另有至少 {further} 处"),
            further => format!("，另有 {further} 处"),
        }
    }
}

/// Of a file that is no JSON, or not the JSON that it should be.
pub(super) fn not_json(file: PackFile, bytes: &[u8], error: &serde_json::Error) -> DecodeError {
    let (line, column) = (error.line(), error.column());
    // serde_json appends the place, which has fields of its own here.
    let told = error.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    let (problem, advice) = match error.classify() {
        // JSON, but not what it should say; the message is our own.
        serde_json::error::Category::Data => (told.to_owned(), "照 docs/data.md 改正"),
        serde_json::error::Category::Eof => (format!("不是有效的 JSON：{told}"), "文件不完整；换成完整的一份"),
        _ => (
            format!("不是有效的 JSON：{told}"),
            "看这一处和它前面一行：多了或少了逗号、引号、括号",
        ),
    };
    DecodeError {
        file,
        path: pointer_at(bytes, line, column),
        line,
        column,
        problem,
        advice: for_editors(advice),
        further: Vec::new(),
    }
}

/// Of a file that is refused for what it says at `path`; its line and column are not known here.
pub(super) fn refused(file: PackFile, path: &str, problem: String, advice: &'static str) -> DecodeError {
    DecodeError {
        file,
        path: path.to_owned(),
        line: 0,
        column: 0,
        problem,
        advice: for_editors(advice),
        further: Vec::new(),
    }
}
