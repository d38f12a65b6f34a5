//! `cargo xtask check`: has the example `check` look through a pack, and ends as it does; and `cargo xtask schema`.

use std::{
    path::{self, Path},
    process::{ExitCode, Stdio},
};

use crate::{failure::Failure, files, process, project::Project};

/// How the problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A place and a problem a line, for people.
    Text,
    /// One object, for programs.
    Json,
}

impl Format {
    /// As typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// Checks the pack in `folder`, the project's own unless told. Succeeds if nothing in it is an error.
pub fn run(project: &Project, folder: Option<&Path>, format: Format) -> Result<ExitCode, Failure> {
    let shown = folder.unwrap_or(Path::new("data"));
    // The checker runs in another folder than the one that was typed in.
    let found = match folder {
        Some(folder) => path::absolute(folder).map_err(|source| files::failure(folder, source))?,
        None => project.root().join("data"),
    };
    let mut checker = process::example(project.root(), "check");
    checker.arg(found).arg(shown).arg(format.name()).stdin(Stdio::null());
    let status = checker
        .status()
        .map_err(|source| process::not_started(&checker, source))?;
    Ok(match status.code() {
        Some(0) => ExitCode::SUCCESS,
        Some(1) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    })
}

/// Writes the JSON Schema of the pack's files into `docs/schema/`, and the reference of their fields beside it.
pub fn schema(project: &Project) -> Result<(), Failure> {
    let mut writer = process::example(project.root(), "schema");
    writer.arg("docs");
    process::run(&mut writer, "写 JSON Schema 和字段表")
}
