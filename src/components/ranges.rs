//! Bounds of the numbers of a table: from, to, or both.

use annual_report::query::{Table, bound};
use leptos::prelude::*;

use super::asking::Asking;
use super::views::{IntoViews, maybe};

/// Two fields for each of the table's ranges. What is typed is asked when the reader leaves the field or presses enter.
pub fn ranges(table: &Table, keys: &'static [&'static str], asking: Asking) -> Vec<AnyView> {
    let orders = keys.iter().filter_map(|key| table.orders.get(table.order_of(key)?));
    orders.map(|order| range(order.key, order.label, keys, asking)).views()
}

fn range(key: &'static str, label: &'static str, keys: &'static [&'static str], asking: Asking) -> AnyView {
    let wrong = RwSignal::new(false);
    let asked = move |least: bool| {
        asking.query.with(|query| {
            let range = query.range_of(key);
            let bound = range.and_then(|range| if least { range.least } else { range.most });
            bound.map(annual_report::format::plain).unwrap_or_default()
        })
    };
    let field = |least: bool, name: &'static str| {
        let changed = move |change| {
            let typed = bound(&event_target_value(&change));
            wrong.set(typed.is_none());
            let Some(typed) = typed else { return };
            asking.ask(|query| {
                let (from, to) = query
                    .range_of(key)
                    .map_or((None, None), |range| (range.least, range.most));
                let (from, to) = if least { (typed, to) } else { (from, typed) };
                query.within(key, from, to, keys)
            });
        };
        view! {
            <input
                type="text"
                inputmode="text"
                autocomplete="off"
                class="range__bound"
                aria-label=format!("{label}{name}（%）")
                placeholder=name
                aria-invalid=move || wrong.get().then_some("true")
                prop:value=move || asked(least)
                on:change=changed
            />
        }
    };
    view! {
        <fieldset class="facet range" data-range=key>
            <legend>{label} "（%）"</legend>
            <div class="range__bounds">
                {field(true, "不低于")} <span aria-hidden="true">"～"</span> {field(false, "不高于")}
            </div>
            {move || maybe(wrong.get().then(|| view! { <p class="range__wrong" role="alert">"请填数字，如 12.5"</p> }))}
        </fieldset>
    }
    .into_any()
}
