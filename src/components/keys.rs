//! The keys that work on every page.

use annual_report::route::Route;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dom;
use crate::route::Location;

/// The box that searches the whole report.
pub const SEARCH_BOX: &str = "search-all";

/// “/” searches the whole report, “?” says which keys there are; not where somebody writes, nor with other keys held.
pub fn listen(location: Location) {
    let listener = window_event_listener(ev::keydown, move |key| {
        let route = match key.key().as_str() {
            "/" => Route::Search(String::new()),
            "?" => Route::About,
            _ => return,
        };
        let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
        let writes = target.is_some_and(|target| {
            target
                .closest("input, textarea, select, dialog")
                .ok()
                .flatten()
                .is_some()
        });
        if writes || key.ctrl_key() || key.meta_key() || key.alt_key() || location.is_embedded() {
            return;
        }
        key.prevent_default();
        match (&route, location.is_searching()) {
            (Route::Search(_), true) => dom::focus_on(SEARCH_BOX),
            _ => location.go(&route),
        }
    });
    on_cleanup(move || listener.remove());
}
