//! Running text, in which a number stays with its unit.

use annual_report::format::unbroken;
use leptos::prelude::*;

use super::views::IntoViews;

/// The text as views.
pub fn prose(text: &str) -> AnyView {
    let pieces = unbroken(text).into_iter().map(|(kept, piece)| match kept {
        true => view! { <span class="nb">{piece.to_owned()}</span> }.into_any(),
        false => piece.to_owned().into_any(),
    });
    pieces.views().into_any()
}
