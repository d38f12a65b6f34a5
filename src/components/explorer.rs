//! A table that answers questions: search, facets with counts, order, rows. The same for every table of the pack.

use std::sync::Arc;

use annual_report::query::{Listing, Query, words};
use annual_report::route::Route;
use leptos::prelude::*;

use super::chips::chips;
use super::facets::facets;
use super::notice::Notice;
use super::rows::Rows;
use super::views::maybe;
use crate::route::Location;

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
pub type RowCells = Arc<dyn Fn(u32, Memo<Vec<String>>) -> Vec<AnyView> + Send + Sync>;

/// What is asked of a table, and how to ask something else.
#[derive(Clone, Copy)]
pub struct Question {
    /// What is asked, as the address has it.
    pub query: Memo<Query>,
    /// The address of a question.
    pub to_route: fn(Query) -> Route,
    /// Where to ask.
    pub location: Location,
}

impl Question {
    /// Asks something else: a step that back undoes.
    pub fn ask(self, change: impl FnOnce(&Query) -> Query) {
        self.location.push((self.to_route)(self.query.with_untracked(change)));
    }
}

/// A table that answers questions.
#[component]
pub fn Explorer(
    /// The table, ready for questions.
    listing: Arc<Listing>,
    /// What is asked.
    question: Question,
    /// What a row is: 企业.
    what: &'static str,
    /// The measure word of a row: 家.
    noun: &'static str,
    /// An example in the search box.
    example: &'static str,
    /// The columns.
    columns: &'static [ExplorerColumn],
    /// The cells of a row.
    cells: RowCells,
) -> impl IntoView {
    let Question {
        query,
        to_route,
        location,
    } = question;
    let total = listing.len();
    let table = Arc::clone(&listing);
    let selection = Memo::new_with_compare(move |_| query.with(|query| table.select(query)), |_, _| true);
    let words = Memo::new(move |_| query.with(|query| words(&query.search)));
    let count = move || {
        let found = selection.with(|found| found.rows.len());
        match query.with(Query::narrows) {
            true => format!("共 {total} {noun}，筛选后 {found} {noun}"),
            false => format!("共 {total} {noun}"),
        }
    };
    let all = Arc::clone(&listing);
    let unknown = move || {
        let unknown = selection.with(|found| found.unknown.join("、"));
        let all = Arc::clone(&all);
        maybe((!unknown.is_empty()).then(|| {
            view! {
                <Notice on_dismiss=move || question.ask(|query| all.known(query))>
                    {format!("链接中有这份报告没有的条件，已略过：{unknown}")}
                </Notice>
            }
        }))
    };
    let empty = move || selection.with(|found| found.rows.is_empty());
    let nothing = move || {
        maybe(empty().then(|| {
            view! {
                <p class="nothing">"没有同时符合这些条件的" {what} "。可以去掉上面的某个条件，或全部清除。"</p>
            }
        }))
    };
    view! {
        <div class="explorer">
            <div class="explorer__ask" role="search">
                <div class="search">
                    <label for="search">"搜索"</label>
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        placeholder=example
                        prop:value=move || query.with(|query| query.search.clone())
                        on:input=move |input| {
                            let typed = event_target_value(&input);
                            location.type_to(to_route(query.with_untracked(|query| query.searching(&typed))));
                        }
                        on:blur=move |_| location.stop_typing()
                    />
                </div>
                <details class="explorer__facets" open=wide_enough()>
                    <summary>"筛选"</summary>
                    {facets(&listing, question, selection)}
                </details>
            </div>
            <div class="explorer__found">
                <div class="explorer__head">
                    <p class="count" role="status">{count}</p>
                    {chips(Arc::clone(&listing), question)}
                </div>
                {unknown}
                <div hidden=empty><Rows columns cells listing question selection words/></div>
                {nothing}
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
