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

impl ReportEntry {
    /// What it is called among the reports of its index: by its year, `2021年`, or by its title where another is of that
    /// year.
    pub fn name_among(&self, reports: &[ReportEntry]) -> String {
        let is_only = reports.iter().filter(|other| other.year == self.year).count() == 1;
        if is_only {
            format!("{}年", self.year)
        } else {
            self.title.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_called_by_its_year_unless_another_is_of_that_year() {
        let entry = |id: &str, year, title: &str| ReportEntry {
            id: id.into(),
            year,
            title: title.to_owned(),
        };
        let reports = [
            entry("2024", 2024, "2024年工作总结"),
            entry("2024-1", 2024, "2024年上半年工作总结"),
            entry("2023", 2023, "2023年工作总结"),
        ];
        let names = reports.each_ref().map(|report| report.name_among(&reports));
        assert_eq!(names, ["2024年工作总结", "2024年上半年工作总结", "2023年"]);
    }
}
