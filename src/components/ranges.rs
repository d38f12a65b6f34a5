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
    let asked = move |least: bool| {
        asking.query.with(|query| {
            let range = query.range_of(key);
            let bound = range.and_then(|range| if least { range.least } else { range.most });
            bound.map(annual_report::format::plain).unwrap_or_default()
        })
    };
    let address = move || asking.query.with(|query| query.to_params().to_text());
    // What was typed and is no number, and the question during which it was typed: another question forgets it.
    let wrong = [
        RwSignal::new((String::new(), String::new())),
        RwSignal::new((String::new(), String::new())),
    ];
    let is_wrong = move |least: bool| {
        let (typed, during) = wrong[usize::from(least)].get();
        !typed.is_empty() && during == address()
    };
    let field = |least: bool, name: &'static str| {
        let changed = move |change| {
            let typed = event_target_value(&change);
            let Some(bound) = bound(&typed) else {
                return wrong[usize::from(least)].set((typed, untrack(address)));
            };
            wrong[usize::from(least)].set((String::new(), String::new()));
            asking.ask(|query| {
                let (from, to) = query
                    .range_of(key)
                    .map_or((None, None), |range| (range.least, range.most));
                let (from, to) = if least { (bound, to) } else { (from, bound) };
                query.within(key, from, to, keys)
            });
        };
        let shown = move || match is_wrong(least) {
            true => wrong[usize::from(least)].get().0,
            false => asked(least),
        };
        view! {
            <input
                type="text"
                autocomplete="off"
                class="range__bound"
                aria-label=format!("{label}{name}（%）")
                placeholder=name
                aria-invalid=move || is_wrong(least).then_some("true")
                prop:value=shown
                on:change=changed
            />
        }
    };
    let any_wrong = move || is_wrong(true) || is_wrong(false);
    view! {
        <fieldset class="facet range" data-range=key>
            <legend>{label} "（%）"</legend>
            <div class="range__bounds">
                {field(true, "不低于")} <span aria-hidden="true">"～"</span> {field(false, "不高于")}
            </div>
            {move || maybe(any_wrong().then(|| view! { <p class="range__wrong" role="alert">"请填数字，如 12.5"</p> }))}
        </fieldset>
    }
    .into_any()
}
