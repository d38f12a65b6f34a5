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

/// The heading above what the keys do.
pub const KEYS: &str = "keys";

/// What one writes or chooses in by keys; boxes to tick and text that can only be read leave the keys to the page.
const WRITTEN_IN: &str =
    "input:not([type=checkbox]):not([type=radio]):not([readonly]), textarea:not([readonly]), select, dialog";

/// “/” searches the whole report, “?” says which keys there are; not where somebody writes, nor with other keys
/// held, nor where the reader has put them off (WCAG 2.1.4).
pub fn listen(location: Location) {
    let listener = window_event_listener(ev::keydown, move |key| {
        let pressed = key.key();
        let route = match pressed.as_str() {
            "/" => Route::Search(String::new()),
            "?" => Route::Keys,
            _ if is_letter(&pressed) && location.searched().is_some() => Route::Search(pressed.clone()),
            _ => return,
        };
        let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
        let writes = target.is_some_and(|target| target.closest(WRITTEN_IN).ok().flatten().is_some());
        let is_held = key.ctrl_key() || key.meta_key() || key.alt_key();
        if writes || is_held || location.is_embedded() || !dom::hears_single_keys() {
            return;
        }
        match (route, location.searched()) {
            // Whoever types on before the box is there finds in it what was typed; once it is, the letter goes there.
            (Route::Search(letter), Some(typed)) if !letter.is_empty() => {
                if dom::has(SEARCH_BOX) {
                    return dom::focus_on(SEARCH_BOX);
                }
                location.type_to(Route::Search(typed + &letter));
            }
            (Route::Search(_), Some(_)) => dom::focus_on(SEARCH_BOX),
            (route, _) => location.go(&route),
        }
        key.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// Whether a key writes a letter or a digit, of whatever script.
fn is_letter(key: &str) -> bool {
    let mut characters = key.chars();
    // The tables of all scripts weigh more than this is worth; from here on there is Chinese.
    let writes = |c: char| c.is_ascii_alphanumeric() || c >= '\u{2E80}';
    characters.next().is_some_and(writes) && characters.next().is_none()
}
