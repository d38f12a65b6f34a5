//! `cargo xtask bench --charts`: our pictures beside those of Apache `ECharts`, the same bars in the same browser.

use std::{path::Path, process::Command};

use crate::{failure::Failure, node, process};

/// Measures the build in `dist` with the script of the end-to-end folder, which leaves its numbers in `out`.
pub fn run(e2e: &Path, dist: &Path, browser: &Path, rounds: Option<u32>, out: &Path) -> Result<(), Failure> {
    node::install_packages(e2e, "Playwright 与 ECharts")?;
    let mut script = Command::new("node");
    script.current_dir(e2e).arg("charts-bench.mjs").arg("--out").arg(out);
    if let Some(rounds) = rounds {
        script.arg("--rounds").arg(rounds.to_string());
    }
    script.env("CHROMIUM", browser).env("E2E_DIST", dist);
    eprintln!("与 ECharts 比较画图（默认约 5 分钟）…");
    process::run(&mut script, "比较")
}
