//! The only place where markup becomes elements: the core's, which escapes every text that it holds.

use leptos::prelude::*;

/// A drawing of the core as an SVG element that says what it shows; `None` for one that only adorns. It can be scaled to
/// less room than it was laid out for.
pub fn drawn(class: &'static str, width: String, height: String, says: Option<String>, markup: String) -> AnyView {
    let role = says.as_ref().map(|_| "img");
    let hidden = says.is_none().then_some("true");
    let view_box = format!("0 0 {width} {height}");
    view! {
        <svg class=class role=role aria-label=says aria-hidden=hidden width=width height=height viewBox=view_box inner_html=markup></svg>
    }
    .into_any()
}
