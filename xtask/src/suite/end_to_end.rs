//! Playwright and axe against the release build, served under a sub-path as a portal does it.

use std::{fs, process::Command};

use super::tally::Tally;
use crate::{
    failure::Failure,
    machine, node,
    order::{Layout, Order},
    packs, process,
    project::Project,
};

/// The pack that the specs of long lists open.
const LARGE: Order = Order {
    enterprises: 100_000,
    seed: 7,
    projects: 3_000,
    layout: Layout::Columns,
};

/// All specs, in the browser of this machine.
pub fn run(project: &Project) -> Result<Tally, Failure> {
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
    // A list of thousands is another thing than one of thirty; the same order gives the same pack every time.
    let pack = project.root().join("target").join("packs").join("e2e");
    packs::generate(project, &LARGE, Some(pack.clone()))?;

    let report = folder.join("playwright-report").join("results.json");
    // A report of an earlier run must not be counted for this one.
    let _ = fs::remove_file(&report);
    let mut playwright = Command::new("node");
    playwright.current_dir(&folder);
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--forbid-only"]);
    playwright.env("CHROMIUM", browser).env("E2E_PACK", pack);
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
