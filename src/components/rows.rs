//! The rows that a question found, as a table whose heads sort it.

use std::sync::Arc;

use annual_report::query::{Listing, Selection};
use leptos::prelude::*;

use super::explorer::{ExplorerColumn, Question, RowCells};
use super::views::IntoViews;

/// The rows found. A row that stays is not drawn again. Roles are spelt out because narrow screens show rows as cards,
/// and an element that is no longer laid out as a table loses its role in some browsers.
#[component]
pub fn Rows(
    /// The columns.
    columns: &'static [ExplorerColumn],
    /// The cells of a row.
    cells: RowCells,
    /// The table.
    listing: Arc<Listing>,
    /// What is asked.
    question: Question,
    /// What was found.
    selection: Memo<Selection>,
    /// The words to mark.
    words: Memo<Vec<String>>,
) -> impl IntoView {
    let heads = columns.iter().map(|column| head(column, &listing, question)).views();
    let row = move |row: u32| {
        let cells = cells(row, words).into_iter().zip(columns).map(|(cell, column)| {
            view! { <td role="cell" data-label=column.label class=alignment(column)>{cell}</td> }
        });
        view! { <tr role="row">{cells.views()}</tr> }.into_any()
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

fn alignment(column: &ExplorerColumn) -> &'static str {
    if column.numeric { "numeric" } else { "text" }
}

fn head(column: &ExplorerColumn, listing: &Listing, question: Question) -> AnyView {
    let (label, class) = (column.label, alignment(column));
    let order = column
        .order
        .and_then(|key| listing.orders.iter().find(|order| order.key == key));
    let Some(order) = order else {
        return view! { <th role="columnheader" scope="col" class=class>{label}</th> }.into_any();
    };
    let (key, descending_first) = (order.key, order.descending_first);
    let direction = move || {
        question.query.with(|query| {
            query
                .sort
                .as_ref()
                .filter(|sort| sort.key == key)
                .map(|sort| sort.descending)
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
        <th role="columnheader" scope="col" class=class aria-sort=aria>
            <button type="button" class="sort" on:click=move |_| question.ask(|query| query.sorted_by(key, descending_first))>
                {label} <span class="sort__arrow" aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}
