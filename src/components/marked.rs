//! A text with what the search found in it marked.

use annual_report::query::marked;
use leptos::prelude::*;

use super::views::IntoViews;

/// A text with what the search found in it marked.
#[component]
pub fn Marked(
    /// The text.
    text: String,
    /// The folded words of the search.
    words: Memo<Vec<String>>,
) -> impl IntoView {
    move || {
        let spans = words.with(|words| marked(&text, words));
        let pieces = spans.into_iter().map(|span| match span.hit {
            true => view! { <mark>{span.text}</mark> }.into_any(),
            false => span.text.into_any(),
        });
        pieces.views()
    }
}
