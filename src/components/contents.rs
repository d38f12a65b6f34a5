//! A list of contents that follows the reading.

use leptos::prelude::*;

use super::seen::observer;
use super::views::{IntoViews, maybe};
use crate::dom;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentsEntry {
    /// The id of the element that it leads to.
    pub target: String,
    /// The address that leads there.
    pub href: String,
    /// Its number: （二）.
    pub number: String,
    /// Its name.
    pub label: String,
}

/// A list of contents; the entry being read is marked.
#[component]
pub fn Contents(
    /// What the list is called.
    title: &'static str,
    /// Its lines, in the order of the page.
    entries: Vec<ContentsEntry>,
) -> impl IntoView {
    let reading = RwSignal::new(None::<usize>);
    let targets: Vec<String> = entries.iter().map(|entry| entry.target.clone()).collect();
    watch_reading(targets, reading);
    let lines = entries.into_iter().enumerate().map(|(nth, entry)| {
        // The address does not change when the reader asks for the same place again: go there all the same.
        let target = entry.target;
        let again = move |_| {
            dom::go_to(&target);
        };
        let current = move || (reading.get() == Some(nth)).then_some("location");
        view! {
            <li>
                <a class="contents__link" href=entry.href aria-current=current on:click=again>
                    {maybe((!entry.number.is_empty()).then(|| view! { <span class="contents__number">{entry.number}</span> }))}
                    <span>{entry.label}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="contents" aria-label=title>
            <p class="contents__title" aria-hidden="true">{title}</p>
            <ol>{lines.views()}</ol>
        </nav>
    }
}

/// Keeps `reading` at the element whose top part is in the upper fifth of the view. A browser without observers
/// simply marks nothing.
fn watch_reading(targets: Vec<String>, reading: RwSignal<Option<usize>>) {
    if !dom::IN_BROWSER {
        return;
    }
    let known = targets.clone();
    let seen = move |element: web_sys::Element| {
        let id = element.id();
        reading.try_set(known.iter().position(|target| *target == id));
    };
    let Some(observer) = observer("-12% 0px -80% 0px", seen) else {
        return;
    };
    Effect::new(move |_| {
        for element in targets.iter().filter_map(|id| document().get_element_by_id(id)) {
            observer.observe(&element);
        }
    });
}
