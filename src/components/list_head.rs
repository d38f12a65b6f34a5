//! The heads of a list's columns, which sort it.

use annual_report::query::Table;
use leptos::prelude::*;

use super::asking::Asking;

/// One column of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ListColumn {
    /// Its head.
    pub label: &'static str,
    /// The order that a click on its head asks for, if it has one.
    pub order: Option<&'static str>,
    /// The class of its cells.
    pub class: &'static str,
}

/// The head of a column; a button, if the table can be sorted by it.
pub fn head(column: &ListColumn, table: &Table, asking: Asking) -> AnyView {
    let ListColumn { label, class, .. } = *column;
    let order = column
        .order
        .and_then(|key| table.orders.iter().find(|order| order.key == key));
    let Some(order) = order else {
        return view! { <div role="columnheader" class=class>{label}</div> }.into_any();
    };
    let (key, descending_first) = (order.key, order.descending_first);
    let direction = move || {
        asking.query.with(|query| {
            let sort = query.sort.as_ref().filter(|sort| sort.key == key);
            sort.map(|sort| sort.descending)
        })
    };
    let aria = move || match direction() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    let arrow = move || match direction() {
        Some(true) => "↓",
        Some(false) => "↑",
        None => "↕",
    };
    view! {
        <div role="columnheader" class=class aria-sort=aria>
            <button
                type="button"
                class="sort"
                data-sort=key
                on:click=move |_| asking.ask(|query| query.sorted_by(key, descending_first))
            >
                {label} <span class="sort__arrow" aria-hidden="true">{arrow}</span>
            </button>
        </div>
    }
    .into_any()
}
