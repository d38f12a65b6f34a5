//! What narrows a table, as chips that take it away.

use annual_report::format::shortened;
use annual_report::query::{Query, Table, known};
use leptos::prelude::*;

use super::asking::Asking;
use super::views::{IntoViews, maybe};
use crate::dom;

/// Every condition as a chip that takes it away, and one that takes all away. What is being typed changes only the
/// text of its chip.
pub fn chips(asking: Asking) -> impl IntoView {
    // A number and a text, because every type of memo is compiled for itself.
    let searches = Memo::new(move |_| asking.query.with(|query| u32::from(!query.search.trim().is_empty())));
    let others = Memo::new(move |_| asking.query.with(|query| query.searching("").to_params().to_text()));
    let conditions = move || {
        others.with(String::is_empty);
        let table = asking.table();
        asking
            .query
            .with_untracked(|query| conditions(&table, &known(&table, query)))
    };
    let searched = move || {
        asking
            .query
            .with(|query| format!("搜索：{}", shortened(query.search.trim())))
    };
    let search_chip = move || {
        maybe((searches.get() == 1).then(|| {
            view! { <li>{chip(searched, move || asking.ask(|query| query.searching("")))}</li> }
        }))
    };
    let other_chips = move || {
        let chips = conditions().into_iter().map(|(label, without)| {
            let take_away = move || {
                asking.ask(|query| Query {
                    search: query.search.clone(),
                    ..without.clone()
                });
            };
            view! { <li>{chip(move || label.clone(), take_away)}</li> }
        });
        chips.views()
    };
    let any = move || searches.get() == 1 || !conditions().is_empty();
    move || {
        maybe(any().then(|| {
            view! {
                <ul class="chips" aria-label="已选条件">
                    {search_chip}
                    {other_chips}
                    <li>
                        <button type="button" class="chip chip--all" on:click=move |_| {
                            asking.ask(Query::widened);
                            dom::after_layout(|| dom::keep_focus("#search"));
                        }>"全部清除"</button>
                    </li>
                </ul>
            }
        }))
    }
}

fn chip(label: impl Fn() -> String + Clone + Send + Sync + 'static, take_away: impl Fn() + 'static) -> impl IntoView {
    let spoken = label.clone();
    view! {
        <button type="button" class="chip" aria-label=move || format!("去掉条件 {}", spoken()) on:click=move |_| {
            take_away();
            // The chip that was pressed is gone by then; the focus goes on with the next one, or to the search box.
            dom::after_layout(|| dom::keep_focus(".chips button, #search"));
        }>
            {label} <span aria-hidden="true">"✕"</span>
        </button>
    }
}

/// Each condition in words, and the query without it.
fn conditions(table: &Table, query: &Query) -> Vec<(String, Query)> {
    let mut conditions = Vec::new();
    for picked in &query.picked {
        let facet = table.facet_of(&picked.facet).and_then(|place| table.facets.get(place));
        for value in &picked.values {
            let known = facet.and_then(|facet| facet.values.get(facet.place_of(value)?));
            let label = known.map_or(value.as_str(), |known| known.label.as_str());
            let text = format!(
                "{}：{}",
                facet.map_or(picked.facet.as_str(), |facet| facet.label),
                shortened(label)
            );
            conditions.push((text, query.toggled(&picked.facet, value)));
        }
    }
    for range in &query.ranges {
        let order = table.order_of(&range.key).and_then(|place| table.orders.get(place));
        let label = order.map_or(range.key.as_str(), |order| order.label);
        let mut without = query.clone();
        without.ranges.retain(|other| other.key != range.key);
        conditions.push((format!("{label}：{}", range.told("%")), without));
    }
    conditions
}
