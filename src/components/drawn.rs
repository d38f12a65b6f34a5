//! The only place where markup becomes elements: the core's, which escapes every text that it holds.

use leptos::prelude::*;

/// A drawing that is scaled to the room it has, because nobody measures it; said to nobody if `says` is empty.
#[cfg(not(target_arch = "wasm32"))]
pub fn still_drawing(class: &'static str, width: String, height: String, says: String, markup: String) -> AnyView {
    let box_of_it = format!("0 0 {width} {height}");
    let (role, hidden) = if says.is_empty() {
        (None, Some("true"))
    } else {
        (Some("img"), None)
    };
    let says = (!says.is_empty()).then_some(says);
    view! {
        <svg class=class role=role aria-label=says aria-hidden=hidden width=width height=height viewBox=box_of_it inner_html=markup></svg>
    }
    .into_any()
}

/// A drawing of the core as an SVG element that says what it shows; `None` for one that only adorns.
pub fn drawn(class: &'static str, width: String, height: String, says: Option<String>, markup: String) -> AnyView {
    let role = says.as_ref().map(|_| "img");
    let hidden = says.is_none().then_some("true");
    view! {
        <svg class=class role=role aria-label=says aria-hidden=hidden width=width height=height inner_html=markup></svg>
    }
    .into_any()
}
