//! The pack's other reports. Most pages do without: whoever needs one has it loaded, and each of its files fails alone.

use annual_report::model::{
    Chart, ChartKind, DecodeError, Enterprises, Index, PackFile, Project, Report, ReportEntry, ReportId,
    decode_enterprise_table, decode_figures, decode_projects, decode_report,
};
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::dom;
use crate::loaded::Loaded;
use crate::state::{Pack, load, own_id};

/// Another report of the index.
#[derive(Clone)]
pub struct Other {
    /// Its place in the index.
    pub entry: ReportEntry,
    /// What it is called among the reports: `2021年`.
    pub name: String,
    /// Which of the reports it is, the newest first.
    pub place: usize,
    /// Its meta, sections, problems, plan.
    pub report: Loaded<Report>,
    /// Its figures.
    pub figures: Loaded<Figures>,
    /// Its enterprises.
    pub enterprises: Loaded<Enterprises>,
    /// Its projects.
    pub projects: Loaded<Vec<Project>>,
}

/// The page's own report, as the index has it.
#[derive(Clone)]
pub struct Own {
    /// Its place under `data/`.
    pub id: ReportId,
    /// What it is called among the reports: `2021年`.
    pub name: String,
    /// Which of the reports it is, the newest first.
    pub place: usize,
}

fn place(id: &ReportId, reports: &[ReportEntry]) -> usize {
    reports
        .iter()
        .position(|entry| entry.id == *id)
        .unwrap_or(reports.len())
}

impl Own {
    /// The report `id` of the index; `None` where it has none.
    pub fn of(index: &Index, id: &ReportId) -> Option<Self> {
        let entry = index.reports.iter().find(|entry| entry.id == *id)?;
        Some(Self {
            id: entry.id.clone(),
            name: entry.name_among(&index.reports),
            place: place(id, &index.reports),
        })
    }
}

impl Other {
    /// One of which nothing is loaded yet.
    pub fn new(entry: ReportEntry, reports: &[ReportEntry]) -> Self {
        Self {
            name: entry.name_among(reports),
            place: place(&entry.id, reports),
            entry,
            report: Loaded::new(PackFile::Report),
            figures: Loaded::new(PackFile::Figures),
            enterprises: Loaded::new(PackFile::Enterprises),
            projects: Loaded::new(PackFile::Projects),
        }
    }

    /// What it is called where it says something: `2021年的报告`, or by its title.
    pub fn spoken(&self) -> String {
        match self.name == format!("{}年", self.entry.year) {
            true => format!("{}的报告", self.name),
            false => format!("《{}》", self.name),
        }
    }

    /// Has its figures loaded, unless they are here or on their way.
    pub fn load_figures(&self) {
        self.load(self.figures, |bytes| decode_figures(bytes).map(Figures::new));
    }

    /// Has all of it loaded, as far as it is neither here nor on its way.
    pub fn load_all(&self) {
        self.load_figures();
        self.load(self.report, decode_report);
        self.load(self.enterprises, decode_enterprise_table);
        self.load(self.projects, decode_projects);
    }

    /// Has whatever failed loaded once more.
    pub fn retry(&self) {
        if untrack(|| self.report.failed()).is_some() {
            self.report.retry();
        }
        if untrack(|| self.figures.failed()).is_some() {
            self.figures.retry();
        }
        if untrack(|| self.enterprises.failed()).is_some() {
            self.enterprises.retry();
        }
        if untrack(|| self.projects.failed()).is_some() {
            self.projects.retry();
        }
    }

    /// Whether all of it is here or known not to come, tracked.
    fn is_settled(&self) -> bool {
        let of_report = self.report.is_settled() && self.figures.is_settled();
        of_report && self.enterprises.is_settled() && self.projects.is_settled()
    }

    fn load<T: Send + Sync + 'static>(&self, into: Loaded<T>, decode: fn(&[u8]) -> Result<T, DecodeError>) {
        let id = self.entry.id.clone();
        into.load_once(move || load(into, format!("{}{id}/{}", dom::pack_folder(), into.file.name()), decode));
    }
}

/// Whether charts of a kind show other years: a line over the years, or the year before, of which a published level wins
/// over a derived one.
pub fn shows_years(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Series | ChartKind::Base)
}

impl Pack {
    /// The index's other reports, in its order.
    pub fn others(&self) -> Vec<Other> {
        if let Some(others) = self.others.get_value() {
            return others;
        }
        let Some(index) = untrack(|| self.index.ready()) else {
            return Vec::new();
        };
        let own = own_id(&index);
        let others = index.reports.iter().filter(|entry| entry.id != own);
        let others: Vec<Other> = self.owner().with(|| {
            let other = |entry: &ReportEntry| Other::new(entry.clone(), &index.reports);
            others.map(other).collect()
        });
        self.others.set_value(Some(others.clone()));
        others
    }

    /// The page's own report among those of the index; `None` while that is not here.
    pub fn own(&self) -> Option<Own> {
        self.own.get_value().or_else(|| {
            let index = untrack(|| self.index.ready())?;
            Own::of(&index, &own_id(&index))
        })
    }

    /// With which report this one is compared: the one that is asked for, or else the last one before it, or else the first
    /// after it. `None` while the report is not here, and of one report alone.
    pub fn compared(&self, asked: Option<&ReportId>) -> Option<Other> {
        let year = self.report.ready()?.meta.year;
        let others = self.others();
        let asked = others.iter().find(|other| Some(&other.entry.id) == asked);
        let before = || others.iter().filter(|other| other.entry.year <= year);
        let after = || others.iter().filter(|other| other.entry.year > year);
        let nearest = || before().max_by_key(|other| other.entry.year);
        let next = || after().min_by_key(|other| other.entry.year);
        asked.or_else(nearest).or_else(next).cloned()
    }

    /// Whether what a view shows of the other reports is here or known not to come, tracked. It is asked for.
    pub fn others_are_settled(&self, route: &Route) -> bool {
        let has = |is_shown: &dyn Fn(&Chart) -> bool| {
            let report = self.report.ready();
            report.is_some_and(|report| {
                report
                    .charts
                    .iter()
                    .any(|chart| shows_years(chart.kind) && is_shown(chart))
            })
        };
        let years_are_shown = match route {
            Route::Years(asked) => {
                let both = self.compared(asked.as_ref()).zip(self.names.get_value());
                return both.is_none_or(|(other, names)| {
                    (names.other)(&other);
                    other.is_settled()
                });
            }
            Route::Charts(_) => has(&|_| true),
            Route::Chart(query) => has(&|chart| chart.id == query.id),
            _ => false,
        };
        !years_are_shown || self.other_years().iter().all(|(_, figures)| figures.is_settled())
    }

    /// The figures of the index's other reports with the years that these are about. The first who asks has them
    /// loaded: most reports have no chart over the years, and most packs no other report. Each fails alone.
    pub fn other_years(&self) -> Vec<(u16, Loaded<Figures>)> {
        let others = self.others();
        others.iter().for_each(Other::load_figures);
        others.iter().map(|other| (other.entry.year, other.figures)).collect()
    }
}
