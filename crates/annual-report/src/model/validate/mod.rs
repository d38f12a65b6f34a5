//! The rules of the data contract that one type alone cannot hold: unique ids, references that resolve, and
//! figures whose parts agree. All findings in one run, each with its file and path.
//!
//! The app and `cargo xtask check` have [`validate`] in common; [`consistency`] is for whoever edits the pack.

mod consistency;
mod figures;
mod names;
mod report;
mod tables;

pub use consistency::consistency;

use std::collections::{HashMap, HashSet};

use super::advice::for_editors;
use super::closed_list::closed_list;
use super::{Enterprise, Figure, PackFile, Place, Project, Report};

/// The four files of one report, read.
#[derive(Clone, Copy, Debug)]
pub struct Pack<'a> {
    /// `report.json`.
    pub report: &'a Report,
    /// `figures.json`.
    pub figures: &'a [Figure],
    /// `enterprises.json`.
    pub enterprises: &'a [Enterprise],
    /// `projects.json`.
    pub projects: &'a [Project],
}

closed_list! {
    /// How much it matters.
    pub enum Level {
        /// Something cannot be shown: a file, a record, or what a reference leads to.
        Error = "error",
        /// It is shown, though not as it should be; readers are told.
        Warning = "warning",
        /// It is shown as it is; the editor should look at it once more.
        Consistency = "consistency",
    }
}

impl Level {
    /// What the level is called.
    pub fn label(self) -> &'static str {
        match self {
            Level::Error => "错误",
            Level::Warning => "警告",
            Level::Consistency => "待核对",
        }
    }
}

/// Something wrong with a pack, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// Which file.
    pub file: PackFile,
    /// Where in it, as a JSON pointer.
    pub path: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: &'static str,
}

impl core::fmt::Display for Finding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}: {}", self.file.name(), self.path, self.problem)
    }
}

/// Every breach of the contract in the pack that readers could meet: errors and warnings. Empty when there is none.
pub fn validate(pack: Pack<'_>) -> Vec<Finding> {
    let mut check = Check {
        figures: pack.figures.iter().map(|figure| (figure.id.as_str(), figure)).collect(),
        enterprises: pack
            .enterprises
            .iter()
            .map(|enterprise| enterprise.id.as_str())
            .collect(),
        projects: pack.projects.iter().map(|project| project.id.as_str()).collect(),
        places: places(pack.report),
        tags: pack.report.tags.iter().map(|tag| tag.as_str()).collect(),
        found: Vec::new(),
    };
    check.unique(PackFile::Figures, pack.figures.iter().map(|figure| figure.id.as_str()));
    check.unique(
        PackFile::Enterprises,
        pack.enterprises.iter().map(|enterprise| enterprise.id.as_str()),
    );
    check.unique(
        PackFile::Projects,
        pack.projects.iter().map(|project| project.id.as_str()),
    );
    for (row, figure) in pack.figures.iter().enumerate() {
        check.figure(row, figure);
    }
    for (row, enterprise) in pack.enterprises.iter().enumerate() {
        check.enterprise(row, enterprise);
    }
    for (row, project) in pack.projects.iter().enumerate() {
        check.project(row, project);
    }
    check.report(pack.report);
    check.found
}

/// The sections and items that a place may name. Title and imprint (`0`) have no text of their own.
fn places(report: &Report) -> HashSet<&str> {
    let items = report
        .sections
        .iter()
        .flat_map(|section| section.items.iter().map(|item| item.id.as_str()));
    let sections = report.sections.iter().map(|section| section.id.as_str());
    let problems = report.problems.iter().map(|problem| problem.id.as_str());
    ["0", "3", "4"]
        .into_iter()
        .chain(sections)
        .chain(items)
        .chain(problems)
        .collect()
}

struct Check<'a> {
    figures: HashMap<&'a str, &'a Figure>,
    enterprises: HashSet<&'a str>,
    projects: HashSet<&'a str>,
    places: HashSet<&'a str>,
    tags: HashSet<&'a str>,
    found: Vec<Finding>,
}

impl Check<'_> {
    fn error(&mut self, file: PackFile, path: impl Into<String>, problem: impl Into<String>, advice: &'static str) {
        self.found.push(Finding {
            level: Level::Error,
            file,
            path: path.into(),
            problem: problem.into(),
            advice: for_editors(advice),
        });
    }

    fn warning(&mut self, file: PackFile, path: impl Into<String>, problem: impl Into<String>, advice: &'static str) {
        self.error(file, path, problem, advice);
        if let Some(last) = self.found.last_mut() {
            last.level = Level::Warning;
        }
    }

    fn unique<'i>(&mut self, file: PackFile, ids: impl Iterator<Item = &'i str>) {
        self.unique_in(file, "", ids);
    }

    fn unique_in<'i>(&mut self, file: PackFile, path: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = HashMap::new();
        for (row, id) in ids.enumerate() {
            if let Some(first) = seen.insert(id, row) {
                self.error(
                    file,
                    format!("{path}/{row}/id"),
                    format!("“{id}”已经是 {path}/{first} 的 id"),
                    "每个 id 只能用一次；改掉其中一个，连同引用它的地方",
                );
            }
        }
    }

    fn place(&mut self, file: PackFile, path: String, place: &Place) {
        if !self.places.contains(place.as_str()) {
            self.error(
                file,
                path,
                format!("“{place}”不是 report.json 里的节或条"),
                "改成那里有的编号，如 2.2/1；或在 report.json 里补上这一条",
            );
        }
    }

    fn references<'i>(&mut self, file: PackFile, path: &str, what: Table, ids: impl Iterator<Item = &'i str>) {
        for (nth, id) in ids.enumerate() {
            let known = match what {
                Table::Figures => self.figures.contains_key(id),
                Table::Enterprises => self.enterprises.contains(id),
                Table::Projects => self.projects.contains(id),
            };
            if !known {
                self.error(
                    file,
                    format!("{path}/{nth}"),
                    format!("{} 里没有 id “{id}”", what.file()),
                    MISSING,
                );
            }
        }
    }
}

/// What to do about a reference that leads nowhere.
const MISSING: &str = "改成那个文件里有的 id，或在那里补上这一项";

/// A table that others refer to.
#[derive(Clone, Copy)]
enum Table {
    Figures,
    Enterprises,
    Projects,
}

impl Table {
    fn file(self) -> &'static str {
        match self {
            Table::Figures => "figures.json",
            Table::Enterprises => "enterprises.json",
            Table::Projects => "projects.json",
        }
    }
}
