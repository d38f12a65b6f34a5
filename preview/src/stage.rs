//! How far the preview is, and what moves it on.

use std::sync::Arc;

use annual_report::check::Problem;
use annual_report::model::{ReportEntry, ReportId};
use js_sys::Map;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use pack_files::{Fault, LaidOut, Passed, laid_out};

use crate::banner::Banner;
use crate::chooser::Chooser;
use crate::chosen::Chosen;
use crate::page;

/// How far the preview is.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Something is to be chosen; what was chosen before could not be opened, if there is a reason.
    Choosing(Option<String>),
    /// It is read and checked.
    Reading,
    /// The app shows it, unless it cannot.
    Shown(Arc<Shown>),
}

/// A pack that was opened.
#[derive(Debug)]
pub struct Shown {
    /// What was chosen, in words: a folder, a file.
    pub name: String,
    /// How many files of a pack it has.
    pub count: usize,
    /// When it was read, by the clock of this device.
    pub read_at: String,
    /// What can be said of it, errors first.
    pub problems: Vec<Problem>,
    /// What was passed over.
    pub passed: Vec<Passed>,
    /// Whether it came without an index, and has one made for the moment.
    pub is_index_made: bool,
    /// Its reports, newest first; none, where the index cannot be read and there is nothing to show.
    pub reports: Vec<ReportEntry>,
}

/// The preview, as its parts share it.
#[derive(Clone, Copy)]
pub struct Preview {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// Which report the app shows.
    pub report: RwSignal<Option<ReportId>>,
    chosen: StoredValue<Option<Chosen>, LocalStorage>,
    /// How often something was chosen, or was to be chosen anew: what was read for an earlier time is no longer wanted.
    times: StoredValue<u32>,
    files: StoredValue<Map, LocalStorage>,
}

impl Preview {
    /// With nothing chosen.
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Choosing(None)),
            report: RwSignal::new(None),
            chosen: StoredValue::new_local(None),
            times: StoredValue::new(0),
            files: StoredValue::new_local(Map::new()),
        }
    }

    /// Opens a pack: the first one at the view that the address asks for, another from its beginning, because it need not have
    /// what was looked at in the last one.
    pub fn open_chosen(self, chosen: Chosen) {
        if self.chosen.with_value(Option::is_some) {
            self.begin_anew();
        }
        self.open(chosen);
    }

    /// Reads what was chosen, checks it and has it shown.
    fn open(self, chosen: Chosen) {
        page::stop();
        let mine = self.next_time();
        self.chosen.set_value(Some(chosen.clone()));
        self.stage.set(Stage::Reading);
        spawn_local(async move {
            let read = chosen.read().await;
            if self.times.get_value() != mine {
                return;
            }
            match read.and_then(|(name, found)| Ok((name, laid_out(found)?))) {
                Ok((name, pack)) => self.show(name, &pack),
                Err(fault) => self.refuse(&fault),
            }
        });
    }

    /// Reads once more what was chosen.
    pub fn read_again(self) {
        match self.chosen.get_value() {
            Some(chosen) => self.open(chosen),
            None => self.choose(),
        }
    }

    /// Goes back to choosing.
    pub fn choose(self) {
        page::stop();
        self.begin_anew();
        self.next_time();
        self.files.set_value(Map::new());
        self.stage.set(Stage::Choosing(None));
        page::focus_on("preview-title");
    }

    fn begin_anew(self) {
        page::begin_anew();
        self.report.set(None);
    }

    fn next_time(self) -> u32 {
        self.times.update_value(|times| *times += 1);
        self.times.get_value()
    }

    fn refuse(self, fault: &Fault) {
        self.stage.set(Stage::Choosing(Some(fault.to_string())));
        page::focus_on("preview-title");
    }

    fn show(self, name: String, pack: &LaidOut) {
        let index = pack.index();
        let default = index.as_ref().ok().map(|index| index.default.clone());
        let shown = Shown {
            name,
            count: pack.files().count() - usize::from(pack.is_index_made),
            read_at: page::now(),
            problems: pack.problems(),
            passed: pack.passed.clone(),
            is_index_made: pack.is_index_made,
            reports: index.map(|index| index.reports).unwrap_or_default(),
        };
        self.files.set_value(page::files(pack));
        self.stage.set(Stage::Shown(Arc::new(shown)));
        page::scroll_up();
        page::focus_on("preview-about");
        // The one that was looked at, if it is there again.
        let has = |id: &ReportId| page::has_report(&self.files.get_value(), id.as_str());
        let report = self.report.get_untracked().filter(has).or(default);
        self.report.set(report.clone());
        if let Some(report) = report {
            page::show(&self.files.get_value(), report.as_str());
        }
    }

    /// Has the app show another report of the pack.
    pub fn turn_to(self, report: ReportId) {
        page::stop();
        page::show(&self.files.get_value(), report.as_str());
        self.report.set(Some(report));
    }
}

impl Default for Preview {
    fn default() -> Self {
        Self::new()
    }
}

/// All of it.
pub fn whole() -> AnyView {
    let preview = Preview::new();
    take_what_is_dropped(preview);
    view! {
        {move || match preview.stage.get() {
            Stage::Choosing(why) => view! { <Chooser preview why/> }.into_any(),
            Stage::Reading => view! {
                <main id="main" class="page page--narrow" tabindex="-1">
                    <p class="waiting" role="status">"正在读取和核对…"</p>
                </main>
            }
            .into_any(),
            Stage::Shown(shown) => view! { <Banner preview shown/> }.into_any(),
        }}
    }
    .into_any()
}

/// Anywhere on the page: beside the right place the browser would leave it and open the file instead.
fn take_what_is_dropped(preview: Preview) {
    let over = move |event: DragEvent| event.prevent_default();
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let chosen = event.data_transfer().and_then(|dropped| Chosen::of_drop(&dropped));
        if let Some(chosen) = chosen {
            preview.open_chosen(chosen);
        }
    };
    // For as long as the page stands.
    let _over = window_event_listener(leptos::ev::dragover, over);
    let _dropped = window_event_listener(leptos::ev::drop, dropped);
}
