//! Playwright against the release build, with one of the configurations of the end-to-end folder.

use std::{ffi::OsString, fs, process::Command};

use super::tally::Tally;
use crate::{failure::Failure, machine, node, process, project::Project};

/// A configuration, and the report that it leaves.
pub struct Specs {
    /// Its file, below the end-to-end folder.
    pub config: &'static str,
    /// Its JSON report, in `playwright-report/`.
    pub report: &'static str,
}

/// Runs all specs of the configuration in the browser of this machine. `surroundings` are variables that these read.
pub fn run(project: &Project, specs: &Specs, surroundings: &[(&str, OsString)]) -> Result<Tally, Failure> {
    if !project.dist().join("index.html").is_file() {
        return Err(Failure::NoBuild {
            reason: "先运行 cargo xtask bundle",
        });
    }
    let browser = machine::browser().ok_or(Failure::Missing {
        what: "Chromium（Debian：chromium）",
    })?;
    node::check()?;
    let folder = project.e2e();
    node::install_packages(&folder, "Playwright 与 axe")?;

    let report = folder.join("playwright-report").join(specs.report);
    // A report of an earlier run must not be counted for this one.
    let _ = fs::remove_file(&report);
    let mut playwright = Command::new("node");
    playwright.current_dir(&folder);
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--forbid-only"]);
    playwright.args(["--config", specs.config]);
    playwright.env("CHROMIUM", browser);
    playwright.envs(surroundings.iter().map(|(name, value)| (name, value)));
    let (status, _) = process::run_and_keep(&mut playwright)?;

    match fs::read_to_string(&report) {
        Ok(text) => match Tally::of_playwright(&text) {
            Ok(tally) => Ok(tally.checked(status.success())),
            Err(reason) => Err(Failure::Content { path: report, reason }),
        },
        // It died before it could report; that is all there is to say.
        Err(_) => process::expect_success(status, "Playwright ").map(|()| Tally::FAILURE),
    }
}
