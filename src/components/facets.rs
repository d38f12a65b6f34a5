//! The facets of a table, with how many rows each value would leave.

use std::sync::Arc;

use annual_report::query::{Facet, Listing, Query, Selection};
use leptos::prelude::*;

use super::views::IntoViews;

/// Every facet with its values and live counts.
#[component]
pub fn Facets(
    /// The table.
    listing: Arc<Listing>,
    /// What is asked.
    query: Signal<Query>,
    /// What was found.
    selection: Signal<Selection>,
    /// Asks something else.
    ask: Callback<Query>,
) -> impl IntoView {
    let groups = listing.facets.iter().enumerate().map(|(nth, facet)| {
        view! { <FacetGroup facet=facet.clone() nth query selection ask/> }
    });
    groups.views()
}

#[component]
fn FacetGroup(
    facet: Facet,
    nth: usize,
    query: Signal<Query>,
    selection: Signal<Selection>,
    ask: Callback<Query>,
) -> impl IntoView {
    let key = facet.key;
    let values = facet.values.into_iter().enumerate().map(|(place, value)| {
        let count = Memo::new(move |_| {
            selection
                .with(|found| found.counts.get(nth).and_then(|counts| counts.get(place)).copied())
                .unwrap_or(0)
        });
        let name = value.key.clone();
        let picked = Memo::new(move |_| query.with(|query| query.is_picked(key, &name)));
        let name = value.key.clone();
        view! {
            <label class="facet__value" class:facet__value--empty=move || count.get() == 0 data-value=value.key>
                <input
                    type="checkbox"
                    prop:checked=picked
                    on:change=move |_| ask.run(query.with_untracked(|query| query.toggled(key, &name)))
                />
                <span class="facet__label">{value.label}</span>
                <span class="facet__count">{count}</span>
            </label>
        }
    });
    view! {
        <fieldset class="facet" data-facet=key>
            <legend>{facet.label}</legend>
            <div class="facet__values">{values.views()}</div>
        </fieldset>
    }
}
