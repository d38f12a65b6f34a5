//! The address: the only user of `location` and `history`.
//!
//! Links change the hash by themselves. Typing replaces the entry that its first letter pushed, so that a search is
//! one step back. Coming back to an entry restores how far it was scrolled.

use std::collections::HashMap;

use annual_report::route::{Parsed, Route};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use crate::dom;

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Location {
    route: RwSignal<Route>,
    unknown: RwSignal<Option<String>>,
    arrival: RwSignal<Arrival>,
    typing: StoredValue<bool>,
    entry: StoredValue<f64>,
    scrolled: StoredValue<HashMap<u64, f64>>,
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
            route: RwSignal::new(route),
            unknown: RwSignal::new(unknown),
            arrival: RwSignal::new(Arrival::New),
            typing: StoredValue::new(false),
            entry: StoredValue::new(0.0),
            scrolled: StoredValue::new(HashMap::new()),
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
        self.route.get()
    }

    /// How the reader came here, tracked.
    pub fn arrival(&self) -> Arrival {
        self.arrival.get()
    }

    /// What the address asked for and does not exist, tracked.
    pub fn unknown(&self) -> Option<String> {
        self.unknown.get()
    }

    /// Puts the note about the address away.
    pub fn dismiss_unknown(&self) {
        self.unknown.set(None);
    }

    /// Goes to a view as a link would: a step that back undoes. The view changes in place; nothing moves.
    pub fn push(&self, route: Route) {
        self.typing.set_value(false);
        self.write(route, Step::Push);
    }

    /// Goes to a view while the reader types: one step back for the whole search.
    pub fn type_to(&self, route: Route) {
        let step = if self.typing.get_value() {
            Step::Replace
        } else {
            Step::Push
        };
        self.typing.set_value(true);
        self.write(route, step);
    }

    /// The reader has left the search box: the next search is a step of its own.
    pub fn stop_typing(&self) {
        self.typing.set_value(false);
    }

    fn write(&self, route: Route, step: Step) {
        if self.route.with_untracked(|now| *now == route) {
            return;
        }
        let href = route.href();
        if let Some(history) = history() {
            let state = match step {
                Step::Push => {
                    self.keep_scroll();
                    self.entry.set_value(js_sys::Date::now());
                    JsValue::from(self.entry.get_value())
                }
                Step::Replace => JsValue::from(self.entry.get_value()),
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
        self.arrival.set(Arrival::Here);
        self.unknown.set(None);
        self.route.set(route);
    }

    /// The hash has changed: by a link (an entry without our mark), or by back and forward (an entry with it).
    fn changed(&self) {
        self.typing.set_value(false);
        self.keep_scroll();
        let mark = history()
            .and_then(|history| history.state().ok())
            .and_then(|state| state.as_f64());
        let arrival = match mark {
            Some(entry) => {
                self.entry.set_value(entry);
                let scrolled = self.scrolled.with_value(|all| all.get(&entry.to_bits()).copied());
                Arrival::Back(scrolled.unwrap_or_default())
            }
            None => {
                self.mark_entry();
                Arrival::New
            }
        };
        let Parsed { route, unknown } = Route::parse(&hash());
        self.arrival.set(arrival);
        self.unknown.set(unknown);
        self.route.set(route);
    }

    fn keep_scroll(&self) {
        let entry = self.entry.get_value();
        self.scrolled.update_value(|all| {
            all.insert(entry.to_bits(), dom::scrolled());
        });
    }

    fn mark_entry(&self) {
        let entry = js_sys::Date::now();
        self.entry.set_value(entry);
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
