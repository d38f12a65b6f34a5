//! The document itself, where its publisher has put it beside the pack.

use annual_report::model::{FigureId, Original, Passage, Place};
use leptos::ev::Event;
use leptos::prelude::*;

use super::gate::gate;
use super::links::place_id;
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
        // Once: what was scrolled to stays where the reader has it.
        if is_open.get_untracked() == 0 {
            pack.load_original();
            is_open.set(1);
        }
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

/// The paragraphs that are wanted, marked among those around them; of a figure its paragraph, with the figure marked.
fn passages(original: &Original, wanted: &OriginalOf) -> AnyView {
    let prints = |passage: &Passage, id: &FigureId| passage.figures.iter().any(|figure| figure.id == *id);
    let (own, figure) = match wanted {
        OriginalOf::Place(place) => (original.at(place), None),
        OriginalOf::Figure(id) => {
            let printed = original.passages.iter().position(|passage| prints(passage, id));
            (printed.into_iter().collect(), Some(id))
        }
    };
    let (Some(first), Some(last)) = (own.first().copied(), own.last().copied()) else {
        return view! { <p class="original__none">"原文里没有找到这一处。"</p> }.into_any();
    };
    let around = usize::from(figure.is_none());
    let shown = first.saturating_sub(around)..=last.saturating_add(around);
    let id = match wanted {
        OriginalOf::Place(place) => format!("original-{}", place_id(place)),
        OriginalOf::Figure(id) => format!("original-{id}"),
    };
    let lines = shown
        .filter_map(|row| Some((row, original.passages.get(row)?)))
        .map(|(row, passage)| {
            let text = passage.text.as_str();
            let found = figure.and_then(|id| passage.figures.iter().find(|figure| figure.id == *id));
            let (start, end) = match found {
                Some(found) => (found.start as usize, found.end as usize),
                None if figure.is_none() && own.contains(&row) => (0, text.len()),
                None => (0, 0),
            };
            let parts = (text.get(..start), text.get(start..end), text.get(end..));
            match parts {
                (Some(before), Some(hit), Some(after)) if !hit.is_empty() => {
                    let id = (row == first).then(|| id.clone());
                    view! { <p>{before.to_owned()} <mark id=id>{hit.to_owned()}</mark> {after.to_owned()}</p> }
                        .into_any()
                }
                _ => view! { <p>{text.to_owned()}</p> }.into_any(),
            }
        });
    let lines = lines.views();
    dom::after_layout(move || dom::show(&id));
    view! { <blockquote class="original__text">{lines}</blockquote> }.into_any()
}
