//! `cargo xtask export`, `import` and `new-year`: a report as a workbook and back. The example `sheets` does it, which knows
//! the core.

use std::{
    path::{self, Path, PathBuf},
    process::{ExitCode, Stdio},
};

use crate::{failure::Failure, files, process, project::Project};

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Write a report as a workbook.
    Export,
    /// Read a workbook into a report.
    Import,
    /// Put an empty report of this year into the pack, and write the workbook to fill in.
    NewYear(u16),
}

/// A task with what it is about.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheets {
    /// What is to be done.
    pub task: Task,
    /// The workbook.
    pub file: PathBuf,
    /// The report; the default one, or that of the workbook's year, unless told.
    pub report: Option<String>,
    /// The folder of the pack; `data/` unless told.
    pub data: Option<PathBuf>,
    /// Whether an import may take rows away, or be of another park.
    pub force: bool,
}

/// Does it. Fails with what the example has said itself.
pub fn run(project: &Project, order: &Sheets) -> Result<ExitCode, Failure> {
    let absolute = |path: &Path| path::absolute(path).map_err(|source| files::failure(path, source));
    let shown = order.data.as_deref().unwrap_or(Path::new("data"));
    // The example runs in another folder than the one that was typed in.
    let folder = match &order.data {
        Some(folder) => absolute(folder)?,
        None => project.root().join("data"),
    };
    let (name, what) = match order.task {
        Task::Export => ("export", order.report.clone().unwrap_or_default()),
        Task::Import => ("import", order.report.clone().unwrap_or_default()),
        Task::NewYear(year) => ("new-year", year.to_string()),
    };
    let mut sheets = process::example(project.root(), "sheets");
    sheets.arg(name).arg(folder).arg(shown).arg(what);
    sheets.arg(absolute(&order.file)?).arg(&order.file);
    if order.force {
        sheets.arg("--force");
    }
    let status = sheets
        .stdin(Stdio::null())
        .status()
        .map_err(|source| process::not_started(&sheets, source))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
