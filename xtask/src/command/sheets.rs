//! `import`, `export` and `new-year`: which workbook, of which report.

use std::path::PathBuf;

use super::Command;
use crate::{
    failure::Failure,
    options::{Options, not_understood},
    sheets::{Sheets, Task},
};

/// Reads what follows `import` and `export`.
pub fn read(task: Task, file: &str, words: &[&str]) -> Result<Command, Failure> {
    if file.starts_with('-') {
        return Err(not_understood(file));
    }
    let flags: &[&str] = if task == Task::Import { &["--force"] } else { &[] };
    let options = Options::read(words, &["--report", "--data"], flags)?;
    Ok(Command::Sheets(Sheets {
        force: options.has("--force"),
        task,
        file: PathBuf::from(file),
        report: options.word("--report").map(str::to_owned),
        data: options.word("--data").map(PathBuf::from),
    }))
}

/// Reads what follows `new-year`.
pub fn new_year(year: &str, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--out", "--data"], &[])?;
    let is_year = |year: &u16| (1900..=2999).contains(year);
    let number = year.parse().ok().filter(is_year).ok_or(Failure::Lacks {
        option: "四位数的年份"
    })?;
    let file = options
        .word("--out")
        .map_or_else(|| format!("{number}.xlsx"), str::to_owned);
    Ok(Command::Sheets(Sheets {
        task: Task::NewYear(number),
        force: false,
        file: PathBuf::from(file),
        report: None,
        data: options.word("--data").map(PathBuf::from),
    }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

    #[test]
    fn a_workbook_is_of_the_projects_own_data_unless_told() {
        let sheets = |task, file: &str, report: Option<&str>, data: Option<&str>| {
            Some(Command::Sheets(Sheets {
                force: false,
                task,
                file: PathBuf::from(file),
                report: report.map(str::to_owned),
                data: data.map(PathBuf::from),
            }))
        };
        assert_eq!(parse("export a.xlsx"), sheets(Task::Export, "a.xlsx", None, None));
        assert_eq!(
            parse("import a.xlsx --report 2021 --data packs/a"),
            sheets(Task::Import, "a.xlsx", Some("2021"), Some("packs/a"))
        );
        assert_eq!(
            parse("new-year 2022"),
            sheets(Task::NewYear(2022), "2022.xlsx", None, None)
        );
        let forced = |command| match command {
            Some(Command::Sheets(order)) => order.force,
            _ => false,
        };
        assert!(forced(parse("import a.xlsx --force")) && !forced(parse("import a.xlsx")));
        assert_eq!(
            parse("new-year 2022 --out b.xlsx"),
            sheets(Task::NewYear(2022), "b.xlsx", None, None)
        );
        for line in [
            "export",
            "import",
            "new-year",
            "new-year next",
            "import --report",
            "export a.xlsx --force",
            "new-year 22",
            "export a.xlsx b.xlsx",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
