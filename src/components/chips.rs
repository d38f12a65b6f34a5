//! What narrows a table, as chips that take it away.

use std::sync::Arc;

use annual_report::query::{Listing, Query};
use leptos::prelude::*;

use super::views::{IntoViews, maybe};

/// Every condition as a chip that takes it away, and one that takes all away.
#[component]
pub fn Chips(
    /// The table.
    listing: Arc<Listing>,
    /// What is asked.
    query: Signal<Query>,
    /// Asks something else.
    ask: Callback<Query>,
) -> impl IntoView {
    let conditions = move || {
        let query = query.get();
        let mut conditions = Vec::new();
        if !query.search.trim().is_empty() {
            conditions.push((format!("搜索：{}", query.search.trim()), query.searching("")));
        }
        let values = query
            .picked
            .iter()
            .flat_map(|picked| picked.values.iter().map(move |value| (&picked.facet, value)));
        for (facet, value) in values {
            let known = listing.facets.iter().find(|known| known.key == *facet);
            let label = known.and_then(|facet| facet.values.iter().find(|known| known.key == *value));
            let label = label.map_or(value.as_str(), |value| value.label.as_str());
            let text = format!("{}：{label}", known.map_or(facet.as_str(), |facet| facet.label));
            conditions.push((text, query.toggled(facet, value)));
        }
        conditions
    };
    view! {
        {move || {
            let conditions = conditions();
            maybe((!conditions.is_empty()).then(|| view! {
                <ul class="chips" aria-label="已选条件">
                    {conditions.into_iter().map(|(label, without)| view! {
                        <li>
                            <button type="button" class="chip" aria-label=format!("去掉条件 {label}") on:click=move |_| ask.run(without.clone())>
                                {label.clone()} <span aria-hidden="true">"✕"</span>
                            </button>
                        </li>
                    }).views()}
                    <li>
                        <button type="button" class="chip chip--all" on:click=move |_| ask.run(query.with_untracked(Query::widened))>"全部清除"</button>
                    </li>
                </ul>
            }))
        }}
    }
}
