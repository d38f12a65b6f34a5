//! The facets of a table, with how many rows each value would leave.

use annual_report::query::{Facet, FacetValue, Listing, Selection};
use leptos::prelude::*;

use super::explorer::Question;
use super::views::IntoViews;

/// Every facet with its values and live counts.
pub fn facets(listing: &Listing, question: Question, selection: Memo<Selection>) -> Vec<AnyView> {
    listing
        .facets
        .iter()
        .enumerate()
        .map(|(nth, facet)| group(facet, nth, question, selection))
        .views()
}

fn group(facet: &Facet, nth: usize, question: Question, selection: Memo<Selection>) -> impl IntoView + use<> {
    let key = facet.key;
    let values = facet.values.iter().enumerate().map(|(place, shown)| {
        let count = move || {
            selection.with(|found| {
                found
                    .counts
                    .get(nth)
                    .and_then(|counts| counts.get(place))
                    .copied()
                    .unwrap_or(0)
            })
        };
        value(key, shown, question, count)
    });
    view! {
        <fieldset class="facet" data-facet=key>
            <legend>{facet.label}</legend>
            <div class="facet__values">{values.views()}</div>
        </fieldset>
    }
}

fn value(
    facet: &'static str,
    value: &FacetValue,
    question: Question,
    count: impl Fn() -> u32 + Copy + Send + Sync + 'static,
) -> AnyView {
    let name = value.key.clone();
    let picked = move || question.query.with(|query| query.is_picked(facet, &name));
    let name = value.key.clone();
    view! {
        <label
            class=move || format!("facet__value{}", if count() == 0 { " facet__value--empty" } else { "" })
            data-value=value.key.clone()
        >
            <input
                type="checkbox"
                prop:checked=picked
                on:change=move |_| question.ask(|query| query.toggled(facet, &name))
            />
            <span class="facet__label">{value.label.clone()}</span>
            <span class="facet__count">{move || count().to_string()}</span>
        </label>
    }
    .into_any()
}
