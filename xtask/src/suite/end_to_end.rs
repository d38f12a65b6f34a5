//! Playwright and axe against the release build, served under a sub-path as a portal does it.

use std::{fs, path::Path, process::Command, time::SystemTime};

use super::tally::Tally;
use crate::{
    failure::Failure,
    machine::{self, OLDEST_NODE},
    process,
    project::Project,
};

/// All specs, in the browser of this machine.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    if !project.dist().join("index.html").is_file() {
        return Err(Failure::NoBuild {
            reason: "先运行 cargo xtask build",
        });
    }
    let browser = machine::browser().ok_or(Failure::Missing {
        what: "Chromium（Debian：chromium）",
    })?;
    check_node()?;
    let folder = project.e2e();
    install_packages(&folder)?;

    let report = folder.join("playwright-report").join("results.json");
    // A report of an earlier run must not be counted for this one.
    let _ = fs::remove_file(&report);
    let mut playwright = Command::new("node");
    playwright.current_dir(&folder);
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--forbid-only"]);
    playwright.env("CHROMIUM", browser);
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

fn check_node() -> Result<(), Failure> {
    let found = process::ask(Command::new("node").arg("--version")).ok_or(Failure::Missing {
        what: "Node（nodejs、npm）",
    })?;
    match major_version(&found) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(Failure::NodeTooOld {
            found,
            needed: OLDEST_NODE,
        }),
    }
}

/// `v20.20.2` -> 20
fn major_version(answer: &str) -> Option<u32> {
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The packages of the lock file, when they are not there or older than it.
fn install_packages(folder: &Path) -> Result<(), Failure> {
    let installed = modified(&folder.join("node_modules").join(".package-lock.json"));
    let locked = modified(&folder.join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    eprintln!("获取 Playwright 与 axe（约 1 分钟）…");
    let npm = which::which("npm").map_err(|_| Failure::Missing { what: "npm" })?;
    let mut ci = Command::new(npm);
    ci.current_dir(folder).args(["ci", "--no-audit", "--no-fund"]);
    // The tests use the machine's own Chromium.
    ci.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut ci, "npm ci ")
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_major_version_is_read_as_a_number() {
        assert_eq!(major_version("v20.20.2"), Some(20));
        assert_eq!(major_version("v9.11.2"), Some(9));
        assert_eq!(major_version("20.1"), None);
    }
}
