//! What the components share, provided once: the address and the files of the pack.

use std::sync::Arc;

use annual_report::model::{
    DecodeError, Enterprise, EnterpriseId, Enterprises, Index, Original, PackFile, Project, ProjectId, Report,
    ReportId, decode_enterprise_table, decode_figures, decode_index, decode_original, decode_projects, decode_report,
    fingerprint, report_fingerprint,
};
use annual_report::query::{Table, enterprise_table, project_table};
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::asked::Asked;
use crate::chunk::Chunks;
use crate::dom;
use crate::load::{LoadError, fetch_then};
use crate::loaded::{Load, Loaded};
use crate::others::{Other, Own};
use crate::route::Location;
use crate::spelling::Spelling;

/// The files of the pack.
#[derive(Clone, Copy)]
pub struct Pack {
    /// Which reports there are.
    pub index: Loaded<Index>,
    /// Meta, sections, problems, plan.
    pub report: Loaded<Report>,
    /// Every figure.
    pub figures: Loaded<Figures>,
    /// Every enterprise and institution.
    pub enterprises: Loaded<Enterprises>,
    /// Every project.
    pub projects: Loaded<Vec<Project>>,
    /// What the document says, word for word; only where its publisher has put it beside the pack, and once it is asked
    /// for.
    pub original: Loaded<Original>,
    /// How the report's characters are read.
    pub spelling: Spelling,
    /// The other reports of the index, once somebody has asked for them.
    pub(crate) others: StoredValue<Option<Vec<Other>>>,
    /// The page's own report, where it is known before the index is.
    pub(crate) own: StoredValue<Option<Own>>,
    original_asked: StoredValue<bool>,
    /// What loads enterprises and projects, once a page needs them.
    pub(crate) names: StoredValue<Option<Names>>,
    tables: StoredValue<Tables>,
}

/// What reads enterprises and projects, which is in a chunk: whoever is not must go by these.
#[derive(Clone, Copy)]
pub(crate) struct Names {
    /// Loads those of the page's report.
    own: fn(Pack),
    /// Loads all of another report.
    pub(crate) other: fn(&Other),
}

/// What questions are put to, made when the first is, and kept for as long as the app stands.
#[derive(Clone)]
struct Tables {
    owner: Owner,
    enterprises: Option<Memo<Option<Asked>>>,
    projects: Option<Memo<Option<Asked>>>,
}

/// Which of the reports the page is of: the one that it says, or else the pack's default.
pub(crate) fn own_id(index: &Index) -> ReportId {
    let own = dom::report().map(|id| ReportId::from(id.as_str()));
    let own = own.filter(|id| index.reports.iter().any(|entry| entry.id == *id));
    own.unwrap_or_else(|| index.default.clone())
}

impl Pack {
    /// A pack with nothing loaded yet.
    pub fn new() -> Self {
        Self {
            index: Loaded::new(PackFile::Index),
            report: Loaded::new(PackFile::Report),
            figures: Loaded::new(PackFile::Figures),
            enterprises: Loaded::new(PackFile::Enterprises),
            projects: Loaded::new(PackFile::Projects),
            original: Loaded::new(PackFile::Original),
            others: StoredValue::new(None),
            own: StoredValue::new(None),
            original_asked: StoredValue::new(false),
            spelling: Spelling::new(),
            names: StoredValue::new(None),
            tables: StoredValue::new(Tables {
                owner: Owner::current().unwrap_or_default(),
                enterprises: None,
                projects: None,
            }),
        }
    }

    /// Loads the index, and then side by side what every page needs of its default report, and what the present one does.
    pub fn load(self) {
        let url = format!("{}{}", dom::pack_folder(), PackFile::Index.name());
        self.index.set(Load::Pending);
        self.index.load_by(move || self.load());
        let done = move |bytes: Result<Vec<u8>, LoadError>| {
            self.index
                .settle(bytes.and_then(|bytes| decode_index(&bytes).map_err(LoadError::Decode)));
            if untrack(|| self.index.ready()).is_some() {
                self.load_file(self.report, decode_report);
                self.load_file(self.figures, |bytes| decode_figures(bytes).map(Figures::new));
                if let Some(names) = self.names.get_value() {
                    (names.own)(self);
                }
            }
        };
        fetch_then(url, Box::new(done));
    }

    /// Loads enterprises and projects, as soon as there is an index that says where they are. The first page does
    /// without, so this leads into a chunk of its own.
    pub fn load_names(self) {
        let load_names = |pack: Self| {
            pack.load_file(pack.enterprises, decode_enterprise_table);
            pack.load_file(pack.projects, decode_projects);
        };
        if self.names.get_value().is_some() {
            return;
        }
        self.names.set_value(Some(Names {
            own: load_names,
            other: Other::load_all,
        }));
        if untrack(|| self.index.ready()).is_some() {
            load_names(self);
        }
    }

    /// Loads the original, unless it is here or on its way. The first who wants to read it asks.
    pub fn load_original(self) {
        let Some(url) = dom::original().filter(|_| !self.original_asked.get_value()) else {
            return;
        };
        self.original_asked.set_value(true);
        let into = self.original;
        into.load_by(move || load(into, url.clone(), decode_original));
        into.retry();
    }

    fn load_file<T: Send + Sync + 'static>(self, into: Loaded<T>, decode: fn(&[u8]) -> Result<T, DecodeError>) {
        let folder = untrack(|| self.index.ready()).map(|index| own_id(&index));
        let Some(folder) = folder else { return };
        let url = format!("{}{folder}/{}", dom::pack_folder(), into.file.name());
        into.load_by(move || load(into, url.clone(), decode));
        into.retry();
    }

    /// Whether nothing more will come unless the reader asks for it, tracked. `names` says whether what is shown needs
    /// enterprises and projects.
    pub fn is_settled(&self, names: bool) -> bool {
        let of_all = self.report.is_settled() && self.figures.is_settled();
        of_all && (!names || (self.enterprises.is_settled() && self.projects.is_settled()))
    }

    /// Which bytes the report came as, once all of it is here, tracked.
    pub fn fingerprint(&self) -> Option<String> {
        let Self {
            report,
            figures,
            enterprises,
            projects,
            ..
        } = self;
        report.ready().and(figures.ready())?;
        enterprises.ready().and(projects.ready())?;
        let [report, figures] = [report.fingerprint(), figures.fingerprint()];
        Some(report_fingerprint([
            report,
            figures,
            enterprises.fingerprint(),
            projects.fingerprint(),
        ]))
    }

    /// The table of enterprises, ready for questions; `None` until `enterprises` is here.
    pub fn enterprise_table(&self) -> Memo<Option<Asked>> {
        let (figures, enterprises) = (self.figures, self.enterprises);
        self.table_once(
            |tables| &mut tables.enterprises,
            move || {
                let rows: Arc<Enterprises> = enterprises.ready()?;
                // A table of thousands has its growths in itself, and need not be made anew when the figures arrive.
                let figures = if rows.has_figures() { figures.ready() } else { None };
                Some(enterprise_table(&rows, figures.as_deref()))
            },
        )
    }

    /// The table of projects, ready for questions; `None` until `projects` is here.
    pub fn project_table(&self) -> Memo<Option<Asked>> {
        let (enterprises, projects) = (self.enterprises, self.projects);
        self.table_once(
            |tables| &mut tables.projects,
            move || {
                let rows: Arc<Vec<Project>> = projects.ready()?;
                Some(project_table(&rows, enterprises.ready().as_deref()))
            },
        )
    }

    /// A table as it is now, tracked as long as there are files to come of which it is made (see [`Loaded::get`]).
    pub fn table_now(&self, table: Memo<Option<Asked>>) -> Option<Asked> {
        let all_here = untrack(|| {
            self.figures.ready().is_some() && self.enterprises.ready().is_some() && self.projects.ready().is_some()
        });
        if all_here { table.get_untracked() } else { table.get() }
    }

    /// Who owns what is to stay for as long as the app stands: made within a page, it would go with that.
    pub(crate) fn owner(&self) -> Owner {
        self.tables.with_value(|tables| tables.owner.clone())
    }

    fn table_once(
        &self,
        place: fn(&mut Tables) -> &mut Option<Memo<Option<Asked>>>,
        made: impl Fn() -> Option<Table> + Send + Sync + 'static,
    ) -> Memo<Option<Asked>> {
        let mut tables = self.tables.get_value();
        let owner = tables.owner.clone();
        let place = place(&mut tables);
        if let Some(table) = *place {
            return table;
        }
        // Made anew only when a file arrives, and then always another: comparing all rows would tell nothing.
        let table = owner.with(|| Memo::new_with_compare(move |_| made().map(Asked::new), |_, _| true));
        *place = Some(table);
        self.tables.set_value(tables);
        table
    }

    /// The enterprise with this id, tracked.
    pub fn enterprise(&self, id: &EnterpriseId) -> Option<Enterprise> {
        self.enterprises.ready()?.by_id(id)
    }

    /// The name of the enterprise with this id, tracked.
    pub fn enterprise_name(&self, id: &EnterpriseId) -> Option<String> {
        self.enterprises.ready()?.name_of(id)
    }

    /// The project with this id, tracked.
    pub fn project(&self, id: &ProjectId) -> Option<Project> {
        self.projects.ready()?.iter().find(|project| project.id == *id).cloned()
    }
}

impl Default for Pack {
    fn default() -> Self {
        Self::new()
    }
}

pub(crate) fn load<T: Send + Sync + 'static>(
    into: Loaded<T>,
    url: String,
    decode: fn(&[u8]) -> Result<T, DecodeError>,
) {
    into.set(Load::Pending);
    let done = move |bytes: Result<Vec<u8>, LoadError>| {
        into.set_fingerprint(bytes.as_deref().map(fingerprint).unwrap_or_default());
        into.settle(bytes.and_then(|bytes| decode(&bytes).map_err(LoadError::Decode)));
    };
    fetch_then(url, Box::new(done));
}

/// What every component may use.
#[derive(Clone, Copy)]
pub struct Shared {
    /// Where the reader is.
    pub location: Location,
    /// What there is to read.
    pub pack: Pack,
    /// What code is here.
    pub chunks: Chunks,
}

impl Shared {
    /// The state that [`App`](crate::App) has provided.
    pub fn of_context() -> Self {
        expect_context()
    }
}
