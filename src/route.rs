//! The address: the only user of `location` and `history`.
//!
//! Links change the hash by themselves. Typing replaces the entry that its first letter pushed, so that a search is
//! one step back. Coming back to an entry restores how far it was scrolled.

use annual_report::route::{Parsed, Route};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use crate::dom;

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Location {
    visit: RwSignal<Visit>,
    trail: StoredValue<Trail>,
}

/// What is visited, in one piece: view, manner and note change together.
#[derive(Clone, Debug, PartialEq)]
struct Visit {
    route: Route,
    arrival: Arrival,
    unknown: Option<String>,
}

/// What is remembered of where the reader has been.
struct Trail {
    /// Whether the present entry was made by typing.
    typing: bool,
    /// The mark of the present history entry.
    entry: f64,
    /// How far each entry was scrolled when it was left, in px, by its mark.
    scrolled: Vec<(f64, f64)>,
}

/// How the reader came to the present view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// By a link or a fresh start: the view begins at its top, or at the place that it names.
    New,
    /// Back or forward: the view goes on where it was left, in px.
    Back(f64),
    /// By changing what the present view shows: nothing moves.
    Here,
}

impl Location {
    /// Reads the address and follows it from now on.
    pub fn follow() -> Self {
        let Parsed { route, unknown } = Route::parse(&hash());
        let location = Self {
            visit: RwSignal::new(Visit {
                route,
                arrival: Arrival::New,
                unknown,
            }),
            trail: StoredValue::new(Trail {
                typing: false,
                entry: 0.0,
                scrolled: Vec::new(),
            }),
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

    /// Puts the note about the address away: from now on the address names only what is shown.
    pub fn dismiss_unknown(&self) {
        let route = self.visit.with_untracked(|visit| visit.route.clone());
        self.visit.update(|visit| visit.unknown = None);
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
        self.write(route, Step::Push);
    }

    /// Goes to a view while the reader types: one step back for the whole search.
    pub fn type_to(&self, route: Route) {
        let step = if self.trail.with_value(|trail| trail.typing) {
            Step::Replace
        } else {
            Step::Push
        };
        self.trail.update_value(|trail| trail.typing = true);
        self.write(route, step);
    }

    /// The reader has left the search box: the next search is a step of its own.
    pub fn stop_typing(&self) {
        self.trail.update_value(|trail| trail.typing = false);
    }

    fn write(&self, route: Route, step: Step) {
        if self.visit.with_untracked(|visit| visit.route == route) {
            return;
        }
        let href = route.href();
        if let Some(history) = history() {
            let state = match step {
                Step::Push => {
                    self.keep_scroll();
                    JsValue::from(self.new_entry())
                }
                Step::Replace => JsValue::from(self.trail.with_value(|trail| trail.entry)),
            };
            let written = match step {
                Step::Push => history.push_state_with_url(&state, "", Some(&href)),
                Step::Replace => history.replace_state_with_url(&state, "", Some(&href)),
            };
            // A sandboxed frame may refuse; the view changes all the same, only the address does not.
            if let Err(refused) = written {
                leptos::logging::warn!("address not written: {refused:?}");
            }
        }
        self.visit.set(Visit {
            route,
            arrival: Arrival::Here,
            unknown: None,
        });
    }

    /// The hash has changed: by a link (an entry without our mark), or by back and forward (an entry with it).
    fn changed(&self) {
        self.stop_typing();
        self.keep_scroll();
        let mark = history()
            .and_then(|history| history.state().ok())
            .and_then(|state| state.as_f64());
        let arrival = match mark {
            Some(entry) => Arrival::Back(self.come_back_to(entry)),
            None => {
                self.mark_entry();
                Arrival::New
            }
        };
        let Parsed { route, unknown } = Route::parse(&hash());
        self.visit.set(Visit {
            route,
            arrival,
            unknown,
        });
    }

    fn keep_scroll(&self) {
        let y = dom::scrolled();
        self.trail.update_value(|trail| {
            let entry = trail.entry;
            trail.scrolled.retain(|(mark, _)| *mark != entry);
            trail.scrolled.push((entry, y));
        });
    }

    fn come_back_to(&self, entry: f64) -> f64 {
        self.trail.update_value(|trail| trail.entry = entry);
        let kept = |trail: &Trail| trail.scrolled.iter().find(|(mark, _)| *mark == entry).map(|(_, y)| *y);
        self.trail.with_value(kept).unwrap_or_default()
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

enum Step {
    Push,
    Replace,
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

fn history() -> Option<History> {
    window().history().ok()
}
