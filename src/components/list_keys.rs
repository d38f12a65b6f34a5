//! Walking a list by keyboard, and what is clicked in it.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use super::asking::NONE;
use super::list::Standing;
use crate::dom;

impl Standing {
    /// Arrows, page keys, Home and End walk; Enter opens, the space bar picks.
    pub fn key(self, key: &KeyboardEvent, on_pick: &dyn Fn(u32)) {
        let count = untrack(|| self.asking.count());
        // Buttons and boxes within have keys of their own.
        let within = key.target().map(|target| target.unchecked_into::<Element>());
        if count == 0 || within.is_some_and(|target| target.closest("button, input").ok().flatten().is_some()) {
            return;
        }
        let active = self.active.get_untracked();
        let page = self.fit.get_untracked().saturating_sub(3).max(1);
        let last = count - 1;
        let from = if active == NONE {
            self.first.get_untracked()
        } else {
            active
        };
        let to = match key.key().as_str() {
            "ArrowDown" if active == NONE => from,
            "ArrowDown" => from.saturating_add(1),
            "ArrowUp" => from.saturating_sub(1),
            "PageDown" => from.saturating_add(page),
            "PageUp" => from.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "Enter" if active != NONE => {
                key.prevent_default();
                return self.open(active);
            }
            " " => {
                // At no row yet it does nothing: a page that scrolls away under the list helps nobody.
                key.prevent_default();
                if active != NONE {
                    on_pick(untrack(|| self.asking.row_at(active)));
                }
                return;
            }
            _ => return,
        };
        key.prevent_default();
        self.go(to.min(last));
    }

    /// Goes to a place and brings its row into view.
    fn go(self, place: u32) {
        self.active.set(place);
        let Some(frame) = self.frame.get_untracked() else {
            return;
        };
        if self.long {
            let height = f64::from(self.height.get_untracked());
            let (top, bottom) = (f64::from(place) * height, f64::from(place + 1) * height);
            let heads = frame.query_selector(".list__heads").ok().flatten();
            let heads = heads.map_or(0, |heads| heads.client_height());
            let (from, room) = (f64::from(frame.scroll_top()), f64::from(frame.client_height() - heads));
            if top < from {
                self.scroll_to(top);
            } else if bottom > from + room {
                self.scroll_to((bottom - room).ceil());
            }
        } else {
            dom::show(&format!("row-{place}"));
        }
        self.keep();
    }

    /// Follows the link of a row, which is in the page because the keyboard is at it.
    fn open(self, place: u32) {
        self.keep();
        dom::follow_link(&format!("#row-{} .row-link", place % self.slots.max(1)));
    }

    /// The keyboard goes on where the reader clicked.
    pub fn clicked(self, click: &MouseEvent) {
        if let Some(place) = place_of(click.target()) {
            self.active.set(place);
            self.keep();
        }
    }

    /// The number of the row in which something happened.
    pub fn row_of(self, target: Option<EventTarget>) -> Option<u32> {
        let place = place_of(target)?;
        Some(untrack(|| self.asking.row_at(place))).filter(|row| *row != NONE)
    }
}

/// The place of the row in which something happened; `None` outside all rows.
fn place_of(target: Option<EventTarget>) -> Option<u32> {
    let target = target?.unchecked_into::<Element>();
    let row = target.closest("[aria-rowindex]").ok().flatten()?;
    row.get_attribute("aria-rowindex")?.parse::<u32>().ok()?.checked_sub(2)
}
