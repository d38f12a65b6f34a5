//! The steps cargo does alone: format, lints, native tests.

use std::process::Command;

use super::tally::Tally;
use crate::{
    failure::Failure,
    process,
    project::{APP, Project, WASM_TARGET},
    tools,
};

/// Everything is formatted.
pub fn fmt(project: &Project) -> Result<Tally, Failure> {
    process::run(cargo(project).args(["fmt", "--all", "--check"]), "格式检查")?;
    Ok(Tally::SUCCESS)
}

/// No warning anywhere: the whole workspace natively, and the app as it is compiled for the browser.
pub fn clippy(project: &Project) -> Result<Tally, Failure> {
    let deny = ["--all-targets", "--", "-D", "warnings"];
    let native = process::run(cargo(project).args(["clippy", "--workspace"]).args(deny), "clippy ");
    tools::wasm_target(project)?;
    let wasm = process::run(
        cargo(project)
            .args(["clippy", "--package", APP, "--target", WASM_TARGET])
            .args(deny),
        "clippy（wasm）",
    );
    native.and(wasm)?;
    Ok(Tally::SUCCESS)
}

/// All tests of all crates that run without a browser, this one's included; those of the charts once more without the
/// checks of a debug build, because arithmetic that stops there goes on here.
pub fn native(project: &Project) -> Result<Tally, Failure> {
    let tests = |arguments: &[&str]| -> Result<Tally, Failure> {
        let (status, output) = process::run_and_keep(cargo(project).arg("test").args(arguments))?;
        Ok(Tally::of_cargo_test(&output).checked(status.success()))
    };
    let all = tests(&["--workspace", "--no-fail-fast"])?;
    let charts = ["--profile", "optimised", "--package", "annual-report", "--lib", "chart"];
    Ok([all, tests(&charts)?].into_iter().sum())
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    command
}
