//! Node and npm: new enough, and a folder's packages as its lock file has them.

use std::{fs, path::Path, process::Command, time::SystemTime};

use crate::{failure::Failure, machine::OLDEST_NODE, process};

/// Fails unless there is a Node that Playwright runs on.
pub fn check() -> Result<(), Failure> {
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

/// The packages of the lock file, when they are not there or older than it. `what` they are is said first.
pub fn install_packages(folder: &Path, what: &str) -> Result<(), Failure> {
    let installed = modified(&folder.join("node_modules").join(".package-lock.json"));
    let locked = modified(&folder.join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    eprintln!("获取 {what}（约 1 分钟）…");
    let mut ci = npm(folder)?;
    ci.args(["ci", "--no-audit", "--no-fund"]);
    // The machine's own Chromium is used everywhere.
    ci.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut ci, "npm ci ")
}

/// npm in this folder, by its full path: on some systems it is a script that is not found without its ending.
pub fn npm(folder: &Path) -> Result<Command, Failure> {
    let npm = which::which("npm").map_err(|_| Failure::Missing { what: "npm" })?;
    let mut command = Command::new(npm);
    command.current_dir(folder);
    Ok(command)
}

/// `v20.20.2` -> 20
fn major_version(answer: &str) -> Option<u32> {
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
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
