//! The address: the only user of `location` and `history`.
//!
//! Links change the hash by themselves. Typing replaces the entry that its first letter pushed, so that a search is
//! one step back. Coming back to an entry restores how far it was scrolled.

use annual_report::query::ChartQuery;
use annual_report::route::{Parsed, Route};
use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::graph::{ReactiveNode, ToAnySource};
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use crate::dom;

mod kept;
mod visit;

pub use visit::{Arrival, Kept, ListPlace};
use visit::{Trail, Visit};

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Location {
    visit: RwSignal<Visit>,
    trail: StoredValue<Trail>,
}

/// How long a reader pauses before the address of a search is written, in milliseconds. Browsers refuse to change an
/// address for every letter of a quick typist, and changing it costs more than finding.
const PAUSE: u64 = 250;

impl Location {
    /// Reads the address and follows it from now on.
    pub fn follow() -> Self {
        let location = Self {
            visit: RwSignal::new(visit(Arrival::New)),
            trail: StoredValue::new(Trail::default()),
        };
        if let Some(history) = history() {
            // Without it the browser scrolls by itself, to a place that may no longer be right: a blemish, no more.
            history.set_scroll_restoration(ScrollRestoration::Manual).ok();
        }
        location.mark_entry();
        let listener = window_event_listener(ev::popstate, move |_| location.changed());
        on_cleanup(move || listener.remove());
        location
    }

    /// A view that nobody leaves: of the page that is there before the app is.
    pub fn still(route: Route) -> Self {
        Self {
            visit: RwSignal::new(Visit {
                route,
                arrival: Arrival::New,
                unknown: None,
                embedded: false,
            }),
            trail: StoredValue::new(Trail::default()),
        }
    }

    /// The present view, tracked.
    pub fn route(&self) -> Route {
        self.visit.with(|visit| visit.route.clone())
    }

    /// How the reader came here, tracked.
    pub fn arrival(&self) -> Arrival {
        self.visit.with(|visit| visit.arrival)
    }

    /// What the address asked for and does not exist, tracked.
    pub fn unknown(&self) -> Option<String> {
        self.visit.with(|visit| visit.unknown.clone())
    }

    /// The chart that the address names among all, as it asks for it; untracked.
    pub fn named_chart(&self) -> Option<ChartQuery> {
        self.visit.with_untracked(|visit| match &visit.route {
            Route::Charts(query) => query.clone(),
            _ => None,
        })
    }

    /// Whether the view stands in a frame of another page, tracked.
    pub fn embedded(&self) -> bool {
        self.visit.with(|visit| visit.embedded)
    }

    /// What the whole report is searched for, if that is the present view; untracked.
    pub fn searched(&self) -> Option<String> {
        self.visit.with_untracked(|visit| match &visit.route {
            Route::Search(typed) => Some(typed.clone()),
            _ => None,
        })
    }

    /// Whether the view stands in a frame of another page; untracked.
    pub fn is_embedded(&self) -> bool {
        self.visit.with_untracked(|visit| visit.embedded)
    }

    /// Whether others can open the page by its address; not a file on the reader's own machine.
    pub fn is_shared() -> bool {
        !dom::IN_BROWSER || window().location().protocol().is_ok_and(|protocol| protocol != "file:")
    }

    /// The whole address under which a hash opens, for somebody else to follow.
    pub fn url(&self, hash: &str) -> String {
        // The page that opens by itself will be another report's one day; this one's own stays.
        let here = dom::own_page().unwrap_or_else(|| window().location().href().unwrap_or_default());
        let page = here.split('#').next().unwrap_or_default();
        format!("{page}{hash}")
    }

    /// Puts the note about the address away: from now on the address names only what is shown.
    pub fn dismiss_unknown(&self) {
        let route = self.visit.with_untracked(|visit| visit.route.clone());
        self.change(|visit| visit.unknown = None);
        match route {
            Route::Work(_) => self.push(Route::Work(None)),
            Route::Problems(_) => self.push(Route::Problems(None)),
            Route::Charts(_) => self.push(Route::Charts(None)),
            _ => {}
        }
    }

    /// Goes to a view as a link would: a step that back undoes. The view changes in place; nothing moves.
    pub fn push(&self, route: Route) {
        self.stop_typing();
        self.write(route);
    }

    /// Goes to a view as a link would, and begins at its top.
    pub fn go(&self, route: &Route) {
        self.stop_typing();
        // Refused, the reader stays where he is.
        window().location().set_hash(&self.address(route)).ok();
    }

    /// Goes to a view while the reader types: one step back for the whole search. The view changes at once; the address
    /// of its first letter is a step of its own, that of the others follows when the typing pauses.
    pub fn type_to(self, route: Route) {
        if !self.trail.with_value(|trail| trail.typing) {
            self.trail.update_value(|trail| trail.typing = true);
            return self.write(route);
        }
        let waits = self.trail.with_value(|trail| trail.unwritten.is_some());
        self.trail
            .update_value(|trail| trail.unwritten = Some(self.address(&route)));
        if !waits {
            set_timeout(
                move || dom::when_idle(move || self.write_typed()),
                Duration::from_millis(PAUSE),
            );
        }
        self.show(route);
    }

    /// The reader has left the search box: the next search is a step of its own.
    pub fn stop_typing(&self) {
        self.write_typed();
        self.trail.update_value(|trail| trail.typing = false);
    }

    /// Tells the browser the address of what was typed, if it does not know it yet.
    fn write_typed(&self) {
        self.write_step();
        let unwritten = self.trail.try_update_value(|trail| trail.unwritten.take()).flatten();
        if let (Some(href), Some(history)) = (unwritten, history()) {
            let state = JsValue::from(self.trail.with_value(|trail| trail.entry));
            // Refused, the view has changed all the same; only the address has not.
            history.replace_state_with_url(&state, "", Some(&href)).ok();
        }
    }

    fn write(&self, route: Route) {
        if self.visit.with_untracked(|visit| visit.route == route) {
            return;
        }
        // A step that still waits is told first.
        self.write_step();
        self.keep_scroll();
        let step = (self.address(&route), self.new_entry());
        self.trail.update_value(|trail| trail.step = Some(step));
        self.show(route);
        // Telling the browser takes as long as finding the rows; they are shown first.
        let location = *self;
        dom::after_layout(move || set_timeout(move || location.write_step(), Duration::ZERO));
    }

    /// Tells the browser the step just taken, if it does not know it yet.
    fn write_step(&self) {
        let step = self.trail.try_update_value(|trail| trail.step.take()).flatten();
        if let (Some((href, entry)), Some(history)) = (step, history()) {
            // Refused, the view has changed all the same; the next step has its own address.
            history.push_state_with_url(&JsValue::from(entry), "", Some(&href)).ok();
        }
    }

    fn show(&self, route: Route) {
        self.change(|visit| {
            *visit = Visit {
                route,
                arrival: Arrival::Here,
                unknown: None,
                embedded: visit.embedded,
            }
        });
    }

    /// Changes where the reader is, and tells everybody who asked. The signal's own `update` would go on remembering
    /// those who are gone, of every page that was ever opened; whoever still stands asks again, and is remembered again.
    fn change(&self, change: impl FnOnce(&mut Visit)) {
        self.visit.update_untracked(change);
        self.visit.to_any_source().mark_dirty();
    }

    /// The hash of a view, in a frame if this one is, and read as this one is.
    fn address(&self, route: &Route) -> String {
        let mut href = match self.visit.with_untracked(|visit| visit.embedded) {
            true => route.embed_href(),
            false => route.href(),
        };
        let reading = dom::reading();
        if !reading.is_empty() {
            href.push(if href.contains('?') { '&' } else { '?' });
            href.push_str(&reading);
        }
        href
    }

    /// The hash has changed: by a link (an entry without our mark), or by back and forward (an entry with it).
    fn changed(&self) {
        // The address is the browser's by now; what was typed before belongs to the entry that was left.
        self.trail.update_value(|trail| {
            trail.typing = false;
            trail.unwritten = None;
            trail.step = None;
        });
        self.keep_scroll();
        let mark = history()
            .and_then(|history| history.state().ok())
            .and_then(|state| state.as_f64());
        let arrival = match mark {
            Some(entry) => Arrival::Back(self.come_back_to(entry)),
            None => {
                self.keep_opened(0);
                self.mark_entry();
                Arrival::New
            }
        };
        self.change(|now| *now = visit(arrival));
    }

    /// Names a new entry by the time, which later visits to the page do not repeat; two in one millisecond differ too.
    fn new_entry(&self) -> f64 {
        let last = self.trail.with_value(|trail| trail.entry);
        let entry = js_sys::Date::now().max(last + 1.0);
        self.trail.update_value(|trail| trail.entry = entry);
        entry
    }

    fn mark_entry(&self) {
        let entry = self.new_entry();
        if let Some(history) = history() {
            // Unmarked, the entry counts as new when the reader comes back to it: the view then begins at its top.
            history.replace_state(&JsValue::from(entry), "").ok();
        }
    }
}

/// What the address asks for.
fn visit(arrival: Arrival) -> Visit {
    let Parsed {
        route,
        unknown,
        embedded,
    } = Route::parse(&hash());
    Visit {
        route,
        arrival,
        unknown,
        embedded,
    }
}

/// The hash, as the browser writes it.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

fn history() -> Option<History> {
    window().history().ok()
}
