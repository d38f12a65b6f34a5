//! The rules of the data contract that one type alone cannot hold: unique ids, references that resolve, and
//! figures whose parts agree. All findings in one run, each with its file and path.

mod report;
mod tables;

use std::collections::{HashMap, HashSet};

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

/// Something wrong with a pack, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which file.
    pub file: PackFile,
    /// Where in it, as a JSON pointer.
    pub path: String,
    /// What is wrong.
    pub problem: String,
}

impl core::fmt::Display for Finding {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}: {}", self.file.name(), self.path, self.problem)
    }
}

/// Every breach of the contract in the pack; empty when there is none.
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
    fn add(&mut self, file: PackFile, path: impl Into<String>, problem: impl Into<String>) {
        self.found.push(Finding {
            file,
            path: path.into(),
            problem: problem.into(),
        });
    }

    fn unique<'i>(&mut self, file: PackFile, ids: impl Iterator<Item = &'i str>) {
        self.unique_in(file, "", ids);
    }

    fn unique_in<'i>(&mut self, file: PackFile, path: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = HashMap::new();
        for (row, id) in ids.enumerate() {
            if let Some(first) = seen.insert(id, row) {
                self.add(
                    file,
                    format!("{path}/{row}/id"),
                    format!("\"{id}\" 已经是这一项的 id： {path}/{first}"),
                );
            }
        }
    }

    fn place(&mut self, file: PackFile, path: String, place: &Place) {
        if !self.places.contains(place.as_str()) {
            self.add(file, path, format!("\"{place}\" 不是 report.json 里的节或条"));
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
                self.add(
                    file,
                    format!("{path}/{nth}"),
                    format!("{} 里没有 id “{id}”", what.file()),
                );
            }
        }
    }
}

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
