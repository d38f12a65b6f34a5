//! Running text, in which a number stays with its unit.

use annual_report::format::{unbroken, unbroken_closed};
use leptos::prelude::*;

use super::views::IntoViews;

/// The text as views.
pub fn prose(text: &str) -> AnyView {
    let pieces = unbroken_closed(text).into_iter().map(|(kept, piece)| match kept {
        true => view! { <span class="nb">{piece.to_owned()}</span> }.into_any(),
        false => piece.to_owned().into_any(),
    });
    pieces.views().into_any()
}

/// The same for a heading, which breaks nowhere else than where its words pause: a line may end beside a number.
pub fn heading(text: &str) -> AnyView {
    let pieces = unbroken(text).into_iter().enumerate().map(|(nth, (kept, piece))| {
        let pause = (nth > 0).then(|| view! { <wbr/> });
        let piece = piece.to_owned();
        match kept {
            true => view! { {pause} <span class="nb">{piece}</span> }.into_any(),
            false => view! { {pause} {piece} }.into_any(),
        }
    });
    pieces.views().into_any()
}
