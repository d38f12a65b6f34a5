//! The document itself, where its publisher has put it beside the pack.

use annual_report::model::{FigureId, Original, Passage, Place};
use leptos::ev::Event;
use leptos::prelude::*;

use super::gate::gate;
use super::views::IntoViews;
use crate::dom;
use crate::state::Shared;

/// What of the document is wanted.
#[derive(Clone)]
pub enum OriginalOf {
    /// All that it says at a place.
    Place(Place),
    /// The paragraph that prints a figure.
    Figure(FigureId),
}

/// A door to what the document says, word for word; nothing where there is no original. The first door that is opened
/// has it loaded.
pub fn original_of(wanted: OriginalOf) -> AnyView {
    if dom::original().is_none() {
        return ().into_any();
    }
    let pack = Shared::of_context().pack;
    let is_open = RwSignal::new(0_u32);
    let opened = move |_: Event| {
        pack.load_original();
        is_open.set(1);
    };
    let text = move || match is_open.get() {
        0 => ().into_any(),
        _ => {
            let wanted = wanted.clone();
            gate(pack.original, move |original| passages(&original, &wanted)).into_any()
        }
    };
    view! {
        <details class="original" on:toggle=opened>
            <summary>"看原文"</summary>
            {text}
        </details>
    }
    .into_any()
}

/// The paragraphs that are wanted, with the figure in them marked.
fn passages(original: &Original, wanted: &OriginalOf) -> AnyView {
    let (rows, mark) = match wanted {
        OriginalOf::Place(place) => (original.at(place), None),
        OriginalOf::Figure(id) => {
            let prints = |passage: &Passage| passage.figures.iter().any(|figure| figure.id == *id);
            (
                original.passages.iter().position(prints).into_iter().collect(),
                Some(id),
            )
        }
    };
    if rows.is_empty() {
        return view! { <p class="original__none">"原文里没有找到这一处。"</p> }.into_any();
    }
    let lines = rows
        .into_iter()
        .filter_map(|row| original.passages.get(row))
        .map(|passage| {
            let text = passage.text.as_str();
            let found = mark.and_then(|id| passage.figures.iter().find(|figure| figure.id == *id));
            let found = found.and_then(|found| {
                let (start, end) = (found.start as usize, found.end as usize);
                Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
            });
            match found {
                Some((before, hit, after)) => {
                    view! { <p>{before.to_owned()} <mark>{hit.to_owned()}</mark> {after.to_owned()}</p> }.into_any()
                }
                None => view! { <p>{text.to_owned()}</p> }.into_any(),
            }
        });
    view! { <blockquote class="original__text">{lines.views()}</blockquote> }.into_any()
}
