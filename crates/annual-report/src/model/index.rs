//! Which reports there are.

use serde::{Deserialize, Serialize};

use super::ReportId;

/// `index.json`: which reports there are, newest first, and which opens by default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Version of the pack's format, for all files beside this one. [`Index::SCHEMA`] is what this code reads.
    pub schema: u32,
    /// The report that opens when none is asked for.
    pub default: ReportId,
    /// Newest first.
    pub reports: Vec<ReportEntry>,
}

impl Index {
    /// The version of the pack's format that this code reads.
    pub const SCHEMA: u32 = 1;
}

/// One report of the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportEntry {
    /// Its folder under `data/`.
    pub id: ReportId,
    /// The year reported on.
    pub year: u16,
    /// Title for choosing between reports.
    pub title: String,
}
