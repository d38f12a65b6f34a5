//! What a reader takes away: tables as files, CSV for a spreadsheet and JSON for a program; a view as a frame.
//!
//! Promise: a file has the rows it was asked for, in that order, and of each row what the pack says, with qualifier and
//! place; nothing in it is computed. It is handed to a sink about a row at a time, so that a hundred thousand rows are
//! never one text in memory, and how it is written depends on nothing but the arguments.

mod charts;
mod csv;
mod document;
mod enterprises;
mod frame;
mod json;
mod projects;
mod records;

#[cfg(test)]
mod tests;

use crate::format::shortened;

pub use charts::chart_csv;
pub use enterprises::{enterprises_csv, enterprises_json};
pub use frame::{frame, frame_script};
pub use projects::{projects_csv, projects_json};

/// What a file is about. It stands at the head of the JSON; a CSV has no room for it but its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// The report's title.
    pub title: &'a str,
    /// The year that it reports on.
    pub year: u16,
    /// The table, for readers: 企业.
    pub table: &'a str,
    /// The address of the view whose rows these are: the hash, filters and order included.
    pub address: &'a str,
    /// How many rows the file has. The caller knows before the rows are walked.
    pub count: usize,
    /// How many the table has.
    pub total: usize,
}

/// How much of a table a file has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// 全部.
    All,
    /// 当前筛选.
    Filtered,
}

/// The name of a file: `2021年企业（筛选）.csv`, without a filter `2021年企业.csv`. The extension is given without its
/// dot. Characters of the table's name that a file system refuses become `_`, and it is no longer than one takes.
pub fn file_name(year: u16, table: &str, extent: Extent, extension: &str) -> String {
    let refused = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let table: String = shortened(table)
        .chars()
        .map(|c| if refused(c) { '_' } else { c })
        .collect();
    let filtered = match extent {
        Extent::All => "",
        Extent::Filtered => "（筛选）",
    };
    format!("{year}年{table}{filtered}.{extension}")
}
