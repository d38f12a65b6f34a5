//! `cargo xtask bench`: the release build side by side with other implementations, in a real browser.
//!
//! The others and the program that measures them are not part of this project. They are copied to `target/bench` and
//! built there, so their own folder may be read-only; ours are the entry and the converter in `bench/`. Charts are
//! measured against a library, by a script of ours.

mod charts;
mod contest;
mod growth;
mod rivals;

use std::{
    fs,
    path::{self, Path, PathBuf},
    process::Command,
};

use contest::Places;

use crate::{
    failure::Failure,
    files,
    machine::{self, Need},
    node,
    options::not_understood,
    process,
    project::Project,
    release,
};

/// Our name among those who take part, as in `bench/contestant.json`.
const OURS: &str = "annual-report";

/// What to measure. Anything left out is as the measuring program has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bench {
    /// The folder of the others; `../shared/bench` beside the project unless told.
    pub rivals: Option<PathBuf>,
    /// How often everything is measured.
    pub rounds: Option<u32>,
    /// Numbers of enterprises; empty for the usual ones.
    pub sizes: Vec<u32>,
    /// Names of those who take part; empty for all.
    pub only: Vec<String>,
    /// Leaves out the first load over a slow line.
    pub skip_load: bool,
    /// Takes `dist/` as it is.
    pub no_build: bool,
    /// Charts, against a library that draws them, in place of everything else.
    pub charts: bool,
}

impl Bench {
    /// Builds everybody, measures, and leaves the results in `target/bench/results`. Fails if anybody showed wrong
    /// results.
    pub fn run(&self, project: &Project) -> Result<(), Failure> {
        if self.charts {
            self.run_charts(project)
        } else {
            self.run_contest(project)
        }
    }

    fn run_charts(&self, project: &Project) -> Result<(), Failure> {
        let browser = provided(project)?;
        let target = project.root().join("target");
        let dist = target.join("bench-dist");
        self.built(project, &dist)?;
        let out = target.join("bench").join("charts.json");
        charts::run(&project.e2e(), &dist, &browser, self.rounds, &out)
    }

    fn run_contest(&self, project: &Project) -> Result<(), Failure> {
        let rivals = match &self.rivals {
            Some(folder) => path::absolute(folder).map_err(|source| files::failure(folder, source))?,
            None => {
                let beside = project.root().parent().unwrap_or(project.root());
                beside.join("shared").join("bench")
            }
        };
        rivals::expect(&rivals)?;
        let browser = provided(project)?;

        let target = project.root().join("target");
        let folder = target.join("bench");
        rivals::build(&rivals, &folder)?;
        let places = Places {
            ours: project.root().join("bench"),
            dist: target.join("bench-dist"),
            browser,
        };
        let (config, names) = contest::write(&folder, &places)?;
        if let Some(unknown) = self.only.iter().find(|name| !names.contains(name)) {
            return Err(not_understood(unknown));
        }
        self.built(project, &places.dist)?;

        let results = folder.join("results");
        let mut bench = Command::new("node");
        bench.current_dir(&folder).arg("bench.mjs").arg(config);
        bench.arg("--out").arg(&results).args(self.passed_on());
        eprintln!("比较（默认约 30 分钟），结果写入 {} …", results.display());
        let outcome = process::run(&mut bench, "比较");
        let latest = results.join("latest.json");
        let measured = fs::read_to_string(&latest).map_err(|source| files::failure(&latest, source))?;
        if let Some(line) = growth::told(&measured, OURS) {
            println!("{line}");
        }
        outcome
    }

    /// The release build, made anew unless told otherwise, and copied to `dist`: what is measured stays as it is while
    /// somebody builds again.
    fn built(&self, project: &Project, dist: &Path) -> Result<(), Failure> {
        if !self.no_build {
            release::build(project)?;
        }
        if !project.dist().join("index.html").is_file() {
            return Err(Failure::NoBuild {
                reason: "去掉 --no-build，或先运行 cargo xtask build",
            });
        }
        files::copy_over(&project.dist(), dist)
    }

    /// The options that the measuring program knows by the same names.
    fn passed_on(&self) -> Vec<String> {
        let mut options = Vec::new();
        if let Some(rounds) = self.rounds {
            options.extend(["--rounds".to_owned(), rounds.to_string()]);
        }
        if !self.sizes.is_empty() {
            let sizes: Vec<String> = self.sizes.iter().map(u32::to_string).collect();
            options.extend(["--sizes".to_owned(), sizes.join(",")]);
        }
        if !self.only.is_empty() {
            options.extend(["--only".to_owned(), self.only.join(",")]);
        }
        if self.skip_load {
            options.push("--skip-load".to_owned());
        }
        options
    }
}

/// What the machine itself must have; the path of its browser, because measuring programs want no mere name.
fn provided(project: &Project) -> Result<PathBuf, Failure> {
    machine::provide(&[Need::Browser, Need::ChineseFont, Need::Node], project);
    let browser = machine::browser().ok_or(Failure::Missing {
        what: "Chromium（Debian：chromium）",
    })?;
    node::check()?;
    Ok(which::which(&browser).unwrap_or(browser))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_told_is_not_passed_on() {
        assert_eq!(Bench::default().passed_on(), Vec::<String>::new());
        let bench = Bench {
            rounds: Some(3),
            sizes: vec![32, 10_000],
            only: vec!["vue".to_owned(), "annual-report".to_owned()],
            skip_load: true,
            no_build: true,
            ..Bench::default()
        };
        assert_eq!(
            bench.passed_on().join(" "),
            "--rounds 3 --sizes 32,10000 --only vue,annual-report --skip-load"
        );
    }
}
