//! Which reports there are.

use super::ReportId;
use super::read::record;

record! {
    /// `index.json`: which reports there are, newest first, and which opens by default.
    pub struct Index {
        /// Version of the pack's format, for all files beside this one. [`Index::SCHEMA`] is what this code reads.
        pub schema: u32,
        /// The report that opens when none is asked for.
        pub default: ReportId,
        /// Newest first.
        pub reports: Vec<ReportEntry>,
    }
}

impl Index {
    /// The version of the pack's format that this code reads.
    pub const SCHEMA: u32 = 1;
}

record! {
    /// One report of the index.
    pub struct ReportEntry {
        /// Its folder under `data/`.
        pub id: ReportId,
        /// The year reported on.
        pub year: u16,
        /// Title for choosing between reports.
        pub title: String,
    }
}
