//! Panics on demand: only in the build that proves what a crash leaves of the page (`planted-panic` in Cargo.toml,
//! `e2e/specs/planted/`). The address says where: `#/work?panic=start`.
#![expect(clippy::panic, reason = "this is what the build is made for")]

use leptos::ev;
use leptos::prelude::*;

use crate::route::{self, Location};

/// Panics if the address asks for it at this place.
pub fn panic_at(place: &str) {
    if route::hash().ends_with(&format!("panic={place}")) {
        panic!("planted: {place}");
    }
}

/// Places that are part of nothing else: `effect`, which follows the address, and `handler`, which answers any key.
pub fn plant(location: Location) {
    Effect::new(move |_| {
        location.route();
        panic_at("effect");
    });
    let pressed = window_event_listener(ev::keydown, |_| panic_at("handler"));
    on_cleanup(move || pressed.remove());
}
