//! The pack's other reports. Most pages do without: whoever needs one has it loaded, and each of its files fails alone.

use annual_report::model::{
    DecodeError, Enterprises, Index, PackFile, Project, Report, ReportEntry, ReportId, decode_enterprise_table,
    decode_figures, decode_projects, decode_report,
};
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
}

impl Own {
    /// The report `id` of the index; `None` where it has none.
    pub fn of(index: &Index, id: &ReportId) -> Option<Self> {
        let entry = index.reports.iter().find(|entry| entry.id == *id)?;
        Some(Self {
            id: entry.id.clone(),
            name: entry.name_among(&index.reports),
        })
    }
}

impl Other {
    /// One of which nothing is loaded yet.
    pub fn new(entry: ReportEntry, reports: &[ReportEntry]) -> Self {
        Self {
            name: entry.name_among(reports),
            entry,
            report: Loaded::new(PackFile::Report),
            figures: Loaded::new(PackFile::Figures),
            enterprises: Loaded::new(PackFile::Enterprises),
            projects: Loaded::new(PackFile::Projects),
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

    fn load<T: Send + Sync + 'static>(&self, into: Loaded<T>, decode: fn(&[u8]) -> Result<T, DecodeError>) {
        let id = self.entry.id.clone();
        into.load_once(move || load(into, format!("{}{id}/{}", dom::pack_folder(), into.file.name()), decode));
    }
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

    /// The figures of the index's other reports with the years that these are about. The first who asks has them
    /// loaded: most reports have no chart over the years, and most packs no other report. Each fails alone.
    pub fn other_years(&self) -> Vec<(u16, Loaded<Figures>)> {
        let others = self.others();
        others.iter().for_each(Other::load_figures);
        others.iter().map(|other| (other.entry.year, other.figures)).collect()
    }
}
