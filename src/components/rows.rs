//! The rows that a question found, as a table whose heads sort it.

use std::sync::Arc;

use annual_report::query::{Listing, Query, Selection, Sort};
use leptos::prelude::*;

use super::views::IntoViews;

use super::explorer::{ExplorerColumn, RowCells};

/// The rows found. A row that stays is not drawn again. Roles are spelt out because narrow screens show rows as cards,
/// and an element that is no longer laid out as a table loses its role in some browsers.
#[component]
pub fn Rows(
    /// The columns.
    columns: Vec<ExplorerColumn>,
    /// The cells of a row.
    cells: RowCells,
    /// The table.
    listing: Arc<Listing>,
    /// What is asked.
    query: Signal<Query>,
    /// What was found.
    selection: Signal<Selection>,
    /// The words to mark.
    words: Signal<Vec<String>>,
    /// Asks something else.
    ask: Callback<Query>,
) -> impl IntoView {
    let heads = columns
        .iter()
        .map(|column| view! { <Head column=*column listing=Arc::clone(&listing) query ask/> });
    let heads = heads.views();
    let row = move |row: u32| {
        let cells = cells(row, words).into_iter().zip(&columns).map(|(cell, column)| {
            view! { <td role="cell" data-label=column.label class:numeric=column.numeric>{cell}</td> }
        });
        view! { <tr role="row">{cells.views()}</tr> }
    };
    view! {
        <table class="table" role="table">
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">
                <For each=move || selection.with(|found| found.rows.clone()) key=|row| *row children=row/>
            </tbody>
        </table>
    }
}

#[component]
fn Head(column: ExplorerColumn, listing: Arc<Listing>, query: Signal<Query>, ask: Callback<Query>) -> impl IntoView {
    let order = column
        .order
        .and_then(|key| listing.orders.iter().find(|order| order.key == key));
    let Some(order) = order else {
        return view! { <th role="columnheader" scope="col" class:numeric=column.numeric>{column.label}</th> }
            .into_any();
    };
    let (key, descending_first) = (order.key, order.descending_first);
    let direction = Memo::new(move |_| {
        query.with(|query| {
            query
                .sort
                .as_ref()
                .filter(|Sort { key: sorted, .. }| sorted == key)
                .map(|sort| sort.descending)
        })
    });
    let aria = move || match direction.get() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    let arrow = move || match direction.get() {
        Some(true) => "↓",
        Some(false) => "↑",
        None => "↕",
    };
    view! {
        <th role="columnheader" scope="col" class:numeric=column.numeric aria-sort=aria>
            <button
                type="button"
                class="sort"
                on:click=move |_| ask.run(query.with_untracked(|query| query.sorted_by(key, descending_first)))
            >
                {column.label} <span class="sort__arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}
