//! What narrows a table, as chips that take it away.

use std::sync::Arc;

use annual_report::query::{Listing, Query};
use leptos::prelude::*;

use super::explorer::Question;
use super::views::{IntoViews, maybe};

/// Every condition as a chip that takes it away, and one that takes all away.
pub fn chips(listing: Arc<Listing>, question: Question) -> impl IntoView {
    move || {
        let conditions = question.query.with(|query| conditions(&listing, query));
        let any = !conditions.is_empty();
        let chips = conditions.into_iter().map(|(label, without)| view! {
            <li>
                <button type="button" class="chip" aria-label=format!("去掉条件 {label}") on:click=move |_| question.ask(|_| without.clone())>
                    {label.clone()} <span aria-hidden="true">"✕"</span>
                </button>
            </li>
        });
        let chips = chips.views();
        maybe(any.then(|| view! {
            <ul class="chips" aria-label="已选条件">
                {chips}
                <li>
                    <button type="button" class="chip chip--all" on:click=move |_| question.ask(Query::widened)>"全部清除"</button>
                </li>
            </ul>
        }))
    }
}

/// Each condition in words, and the query without it.
fn conditions(listing: &Listing, query: &Query) -> Vec<(String, Query)> {
    let mut conditions = Vec::new();
    if !query.search.trim().is_empty() {
        conditions.push((format!("搜索：{}", query.search.trim()), query.searching("")));
    }
    for picked in &query.picked {
        let facet = listing.facets.iter().find(|facet| facet.key == picked.facet);
        for value in &picked.values {
            let known = facet.and_then(|facet| facet.values.iter().find(|known| known.key == *value));
            let label = known.map_or(value.as_str(), |known| known.label.as_str());
            let text = format!("{}：{label}", facet.map_or(picked.facet.as_str(), |facet| facet.label));
            conditions.push((text, query.toggled(&picked.facet, value)));
        }
    }
    conditions
}
