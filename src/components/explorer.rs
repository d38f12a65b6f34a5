//! A table that answers questions: search, facets with counts, order, rows. The same for every table of the pack.

use std::sync::Arc;

use annual_report::query::{Listing, Query, words};
use annual_report::route::Route;
use leptos::prelude::*;

use super::views::maybe;

use super::chips::Chips;
use super::facets::Facets;
use super::rows::Rows;
use crate::state::Shared;

/// One column of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExplorerColumn {
    /// Its head.
    pub label: &'static str,
    /// The order that a click on its head asks for, if it has one.
    pub order: Option<&'static str>,
    /// Whether it holds numbers, which are set right.
    pub numeric: bool,
}

/// The cells of a row: one view a column. Given the row's number and the words to mark.
pub type RowCells = Arc<dyn Fn(u32, Signal<Vec<String>>) -> Vec<AnyView> + Send + Sync>;

/// A table that answers questions.
#[component]
pub fn Explorer(
    /// The table, ready for questions.
    listing: Arc<Listing>,
    /// What is asked, as the address has it.
    query: Signal<Query>,
    /// The address of a question.
    to_route: fn(Query) -> Route,
    /// What a row is called, with its measure word: 家企业.
    noun: &'static str,
    /// An example in the search box.
    example: &'static str,
    /// The columns.
    columns: Vec<ExplorerColumn>,
    /// The cells of a row.
    cells: RowCells,
) -> impl IntoView {
    let location = Shared::of_context().location;
    let total = listing.len();
    let table = StoredValue::new(Arc::clone(&listing));
    let columns = StoredValue::new(columns);
    let cells = StoredValue::new(cells);
    let selection = Memo::new(move |_| query.with(|query| table.with_value(|table| table.select(query))));
    let searched = Memo::new(move |_| query.with(|query| words(&query.search)));
    let ask = Callback::new(move |query: Query| location.push(to_route(query)));
    let unknown = move || selection.with(|found| found.unknown.clone());
    view! {
        <div class="explorer">
            <form class="explorer__ask" role="search" on:submit=|submit| submit.prevent_default()>
                <div class="search">
                    <label for="search">"搜索"</label>
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        placeholder=example
                        prop:value=move || query.with(|query| query.search.clone())
                        on:input:target=move |input| {
                            let typed = input.target().value();
                            location.type_to(to_route(query.with_untracked(|query| query.searching(&typed))));
                        }
                        on:blur=move |_| location.stop_typing()
                    />
                </div>
                <details class="explorer__facets" open=wide_enough()>
                    <summary>"筛选"</summary>
                    <Facets listing=Arc::clone(&listing) query selection=selection.into() ask/>
                </details>
            </form>
            <div class="explorer__found">
                <div class="explorer__head">
                    <p class="count" role="status">
                        {move || {
                            let found = selection.with(|found| found.rows.len());
                            if query.with(Query::narrows) {
                                format!("共 {total} {noun}，筛选后 {found} {noun}")
                            } else {
                                format!("共 {total} {noun}")
                            }
                        }}
                    </p>
                    <Chips listing=Arc::clone(&listing) query ask/>
                </div>
                {move || {
                    let unknown = unknown();
                    maybe((!unknown.is_empty()).then(|| view! {
                        <p class="notice" role="status">"链接中有这份报告没有的条件，已略过：" {unknown.join("、")}</p>
                    }))
                }}
                <Show
                    when=move || selection.with(|found| !found.rows.is_empty())
                    fallback=move || view! {
                        <p class="nothing">"没有同时符合这些条件的" {noun.trim_start_matches(['家', '个'])} "。可以去掉上面的某个条件，或全部清除。"</p>
                    }
                >
                    <Rows
                        columns=columns.get_value()
                        cells=cells.get_value()
                        listing=table.get_value()
                        query
                        selection=selection.into()
                        words=searched.into()
                        ask
                    />
                </Show>
            </div>
        </div>
    }
}

/// Facets stand open beside the table, and closed above it where there is no room beside it.
fn wide_enough() -> bool {
    window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .is_none_or(|width| width >= 900.0)
}
