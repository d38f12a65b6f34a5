//! The rules of the data contract that one type alone cannot hold: unique ids, references that resolve, and
//! figures whose parts agree. All findings in one run, each with its file and path.

use std::collections::{HashMap, HashSet};

use super::figure::is_calendar_day;
use super::{Enterprise, Figure, FigureKind, FigureValue, PackFile, Place, Project, Qualifier, Report};

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

    fn figure(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        self.place(file, format!("/{row}/section"), &figure.section);
        let enterprises = figure.enterprises.iter().map(|id| id.as_str());
        self.references(file, &format!("/{row}/enterprises"), Table::Enterprises, enterprises);
        for (field, reference) in [
            ("growth_of", &figure.growth_of),
            ("part_of", &figure.part_of),
            ("share_of", &figure.share_of),
            ("same_as", &figure.same_as),
        ] {
            let Some(id) = reference else { continue };
            let path = format!("/{row}/{field}");
            match self.figures.get(id.as_str()).copied() {
                None => self.add(file, path, format!("figures.json 里没有 id “{id}”")),
                Some(other) if other.id == figure.id => self.add(file, path, "不能引用自己"),
                Some(other) if field == "same_as" && (other.value != figure.value || other.unit != figure.unit) => {
                    self.add(
                        file,
                        path,
                        format!("{} 与 {} 不是同一个数", figure.printed, other.printed),
                    );
                }
                Some(other) if field == "same_as" && other.same_as.is_some() => {
                    self.add(file, path, format!("\"{id}\" 自己又指向别处；请写最先出现的那一项"));
                }
                Some(_) => {}
            }
        }
        let of_growth = matches!(
            figure.kind,
            FigureKind::Growth | FigureKind::Multiple | FigureKind::Delta
        );
        if figure.growth_of.is_some() && !of_growth {
            self.add(
                file,
                format!("/{row}/growth_of"),
                "只有 growth、multiple、delta 才属于某一项",
            );
        }
        self.parts_agree(row, figure);
        if let Some(group) = figure.group
            && figure.enterprises.len() > group as usize
        {
            let problem = format!("列出了 {} 家，多于总数 {group}", figure.enterprises.len());
            self.add(file, format!("/{row}/group"), problem);
        }
    }

    /// Value, unit, kind, qualifier and the printed form say the same.
    fn parts_agree(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        if figure.unit.is_empty() {
            self.add(file, format!("/{row}/unit"), "数字要有单位");
        }
        if matches!(figure.value, FigureValue::Date(_)) != (figure.unit == "日期") {
            self.add(file, format!("/{row}/unit"), "日期的单位写“日期”，别的都不写");
        }
        let mark = match figure.qualifier {
            Some(Qualifier::Nearly) => "近",
            Some(Qualifier::SomewhatAbove) => "余",
            Some(Qualifier::MoreThan | Qualifier::AtLeast) => "以上",
            Some(Qualifier::About) => "约",
            Some(Qualifier::Planned) => "拟",
            // 预计 stands at the head of its sentence, away from the number.
            Some(Qualifier::Expected) | None => "",
        };
        if !figure.printed.contains(mark) {
            self.add(
                file,
                format!("/{row}/qualifier"),
                format!("“{}”里没有“{mark}”", figure.printed),
            );
        }
    }

    fn enterprise(&mut self, row: usize, enterprise: &Enterprise) {
        let file = PackFile::Enterprises;
        self.searchable(file, row, &enterprise.pinyin, &enterprise.initials);
        if enterprise.events.is_empty() {
            self.add(file, format!("/{row}/events"), "至少要有一件事");
        }
        for (nth, event) in enterprise.events.iter().enumerate() {
            self.place(file, format!("/{row}/events/{nth}/section"), &event.section);
            let path = format!("/{row}/events/{nth}/figures");
            self.references(file, &path, Table::Figures, event.figures.iter().map(|id| id.as_str()));
        }
    }

    fn project(&mut self, row: usize, project: &Project) {
        let file = PackFile::Projects;
        self.searchable(file, row, &project.pinyin, &project.initials);
        self.place(file, format!("/{row}/section"), &project.section);
        for (nth, mention) in project.also.iter().enumerate() {
            self.place(file, format!("/{row}/also/{nth}/section"), &mention.section);
        }
        let enterprises = project.enterprises.iter().map(|id| id.as_str());
        self.references(file, &format!("/{row}/enterprises"), Table::Enterprises, enterprises);
        self.references(
            file,
            &format!("/{row}/figures"),
            Table::Figures,
            project.figures.iter().map(|id| id.as_str()),
        );
    }

    fn searchable(&mut self, file: PackFile, row: usize, pinyin: &str, initials: &str) {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        for (field, text) in [("pinyin", pinyin), ("initials", initials)] {
            if !plain(text) {
                self.add(
                    file,
                    format!("/{row}/{field}"),
                    format!("\"{text}\" 应为不带声调的小写字母"),
                );
            }
        }
    }

    fn report(&mut self, report: &Report) {
        let file = PackFile::Report;
        self.references(
            file,
            "/headline",
            Table::Figures,
            report.headline.iter().map(|id| id.as_str()),
        );
        if !is_calendar_day(&report.meta.printed_on) {
            self.add(
                file,
                "/meta/printed_on",
                format!("\"{}\" 不是 \"2021-12-30\" 这样的日期", report.meta.printed_on),
            );
        }
        for (nth, highlight) in report.highlights.iter().enumerate() {
            self.place(file, format!("/highlights/{nth}/section"), &highlight.section);
            let figures = highlight.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("/highlights/{nth}/figures"), Table::Figures, figures);
        }
        for (s, section) in report.sections.iter().enumerate() {
            for (i, item) in section.items.iter().enumerate() {
                let path = format!("/sections/{s}/items/{i}");
                if item.id.section() != section.id || item.id.item() != Some(i + 1) {
                    self.add(
                        file,
                        format!("{path}/id"),
                        format!("“{}”应为第 {} 条，属于 {}", item.id, i + 1, section.id),
                    );
                }
                for (p, point) in item.points.iter().enumerate() {
                    let path = format!("{path}/points/{p}");
                    let figures = point.figures.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/figures"), Table::Figures, figures);
                    let enterprises = point.enterprises.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/enterprises"), Table::Enterprises, enterprises);
                    let projects = point.projects.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/projects"), Table::Projects, projects);
                }
            }
        }
        for (nth, chart) in report.charts.iter().enumerate() {
            let figures = chart.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("/charts/{nth}/figures"), Table::Figures, figures);
            if let Some(section) = &chart.section {
                self.place(file, format!("/charts/{nth}/section"), &Place::from(section.as_str()));
            }
        }
        self.unique_in(file, "/charts", report.charts.iter().map(|chart| chart.id.as_str()));
        self.problems_and_plan(report);
    }

    fn problems_and_plan(&mut self, report: &Report) {
        let file = PackFile::Report;
        let lines: HashSet<&str> = report.plan.items().map(|item| item.id.as_str()).collect();
        if lines.len() != report.plan.items().count() {
            self.add(file, "/plan", "打算里有两条 id 相同");
        }
        for (nth, problem) in report.problems.iter().enumerate() {
            for (a, id) in problem.answered_by.iter().enumerate() {
                if !lines.contains(id.as_str()) {
                    let path = format!("/problems/{nth}/answered_by/{a}");
                    self.add(file, path, format!("/plan 里没有 id “{id}”"));
                }
            }
        }
        for item in report.plan.items() {
            let path = format!("/plan ({})/figures", item.id);
            self.references(file, &path, Table::Figures, item.figures.iter().map(|id| id.as_str()));
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
