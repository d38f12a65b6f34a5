//! `cargo xtask test`: every step, counted, and one last line.
//!
//! A step that was chosen always counts: what dies before it has counted anything is one failed, and a step of tests in
//! which no test ran is a failure too. Steps do not stop each other, except that nothing is measured on a build that
//! was not made.

mod browser;
mod deny;
mod end_to_end;
mod floor;
mod nginx;
mod playwright;
mod rust;
mod tally;

use std::{process::ExitCode, time::Instant};

use crate::{
    bundle,
    failure::Failure,
    first_load::FirstLoad,
    machine::{self, Need},
    project::Project,
};
use tally::Tally;

/// One part of the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Formatting.
    Fmt,
    /// Clippy, natively and for wasm, warnings as errors.
    Clippy,
    /// Licences, sources and packages that may not be there; known vulnerabilities.
    Deny,
    /// Tests that need no browser.
    Native,
    /// Component tests in headless Chromium.
    Browser,
    /// The release build with everything beside it.
    Build,
    /// The wasm file runs in the oldest browsers and carries no names.
    Floor,
    /// The first load keeps to its size.
    Size,
    /// Playwright and axe against the release build under a sub-path.
    EndToEnd,
    /// The shipped configuration in a real nginx.
    Nginx,
}

impl Step {
    /// In the order they run.
    pub const ALL: [Self; 10] = [
        Self::Fmt,
        Self::Clippy,
        Self::Deny,
        Self::Native,
        Self::Browser,
        Self::Build,
        Self::Floor,
        Self::Size,
        Self::EndToEnd,
        Self::Nginx,
    ];

    /// As typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Deny => "deny",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Build => "build",
            Self::Floor => "wasm",
            Self::Size => "size",
            Self::EndToEnd => "e2e",
            Self::Nginx => "nginx",
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt => &[Need::Rustfmt],
            Self::Clippy => &[Need::Clippy],
            Self::Deny | Self::Native | Self::Build | Self::Floor | Self::Size => &[],
            Self::Browser => &[Need::Browser, Need::Driver, Need::ChineseFont],
            Self::EndToEnd => &[Need::Browser, Need::ChineseFont, Need::Node],
            Self::Nginx => &[Need::Browser, Need::ChineseFont, Need::Node, Need::Nginx],
        }
    }

    fn looks_at_the_build(self) -> bool {
        matches!(self, Self::Floor | Self::Size | Self::EndToEnd | Self::Nginx)
    }

    fn run(self, project: &Project) -> Result<Tally, Failure> {
        match self {
            Self::Fmt => rust::fmt(project),
            Self::Clippy => rust::clippy(project),
            Self::Deny => deny::run(project),
            Self::Native => rust::native(project),
            Self::Browser => browser::run(project),
            Self::Build => bundle::make(project).map(|()| Tally::default()),
            Self::Floor => floor::run(project),
            Self::Size => FirstLoad::measure(project)?.check().map(|()| Tally::SUCCESS),
            Self::EndToEnd => end_to_end::run(project),
            Self::Nginx => nginx::run(project),
        }
    }
}

struct Line {
    step: Step,
    tally: Tally,
    seconds: u64,
}

/// Runs the steps and prints the account; its last line is `N passed, N failed`.
pub fn run(project: &Project, steps: &[Step]) -> ExitCode {
    let mut needs: Vec<Need> = Vec::new();
    for need in steps.iter().flat_map(|step| step.needs()) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    machine::provide(&needs, project);

    let mut lines: Vec<Line> = Vec::new();
    for step in steps {
        println!("\n── {} ──", step.name());
        let started = Instant::now();
        let build_failed = lines
            .iter()
            .any(|line| line.step == Step::Build && line.tally.failed > 0);
        let result = if build_failed && step.looks_at_the_build() {
            // What lies in dist/ is then of an earlier day.
            Err(Failure::NoBuild {
                reason: "本次构建失败"
            })
        } else {
            step.run(project)
        };
        let tally = result.unwrap_or_else(|failure| {
            println!("{}：{failure}", step.name());
            Tally::FAILURE
        });
        lines.push(Line {
            step: *step,
            tally,
            seconds: started.elapsed().as_secs(),
        });
    }
    summarise(&lines)
}

fn summarise(lines: &[Line]) -> ExitCode {
    println!("\n步骤      通过  失败  跳过  用时");
    for Line {
        step,
        tally: Tally {
            passed,
            failed,
            skipped,
        },
        seconds,
    } in lines
    {
        println!(
            "{:<8}  {passed:>4}  {failed:>4}  {skipped:>4}  {seconds:>3}s",
            step.name()
        );
    }
    let total: Tally = lines.iter().map(|line| line.tally).sum();
    println!("{total}");
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
