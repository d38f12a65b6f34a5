//! A table that answers questions: search, facets with counts, ranges, order, rows, downloads. The same for every
//! table of the pack.

use std::sync::Arc;

use annual_report::format::shortened;
use annual_report::query::{known, words};
use leptos::prelude::*;
use web_sys::Element;

use super::asking::Asking;
use super::chips::chips;
use super::facets::facets;
use super::list::{List, RowCells};
use super::list_head::ListColumn;
use super::notice::Notice;
use super::ranges::ranges;
use super::views::{maybe, text};
use crate::dom;

/// Whether the facets stand open, once the reader has been there.
const OPEN: u64 = 1;
const CLOSED: u64 = 2;

/// What a table is called, and what it shows.
#[derive(Clone, Copy)]
pub struct Explored {
    /// Its name in the address: enterprises.
    pub name: &'static str,
    /// What a row is: 企业.
    pub what: &'static str,
    /// The measure word of a row: 家.
    pub noun: &'static str,
    /// An example in the search box.
    pub example: &'static str,
    /// The columns of the list.
    pub columns: &'static [ListColumn],
    /// The orders whose numbers can be asked for within bounds.
    pub ranges: &'static [&'static str],
}

/// A table that answers questions.
#[component]
pub fn Explorer(
    /// The table, and what is asked of it.
    asking: Asking,
    /// What it is called, and what it shows.
    explored: Explored,
    /// The cells of a row.
    cells: RowCells,
    /// What the space bar does with a row; given its number.
    on_pick: Arc<dyn Fn(u32) + Send + Sync>,
    /// What stands beside the count: downloads, picked rows.
    tools: AnyView,
    /// What must be known of the rows found.
    note: AnyView,
) -> impl IntoView {
    let Explored {
        what,
        noun,
        example,
        columns,
        ranges: range_keys,
        ..
    } = explored;
    let query = asking.query;
    let location = asking.location;
    let stands_open = match location.opened_before() {
        OPEN => true,
        CLOSED => false,
        _ => wide_enough(),
    };
    let table = asking.table();
    let total = table.len();
    let words = Memo::new(move |_| query.with(|query| words(&query.search)));
    // A condition that this table does not have is left out, and told below.
    let count = move || match query.with(|query| known(&asking.table(), query).narrows()) {
        true => format!("共 {total} {noun}，筛选后 {} {noun}", asking.count()),
        false => format!("共 {total} {noun}"),
    };
    let unknown = Memo::new(move |_| asking.unknown());
    let all = Arc::clone(&table);
    let unknown_note = move || {
        let unknown = unknown.get();
        let all = Arc::clone(&all);
        maybe((!unknown.is_empty()).then(|| {
            view! {
                <Notice on_dismiss=move || asking.ask(|query| known(&all, query))>
                    {format!("链接中有这份报告没有的条件，已略过：{}", shortened(&unknown))}
                </Notice>
            }
        }))
    };
    // A number, because every type of memo is compiled for itself.
    let empty = Memo::new(move |_| u32::from(asking.count() == 0));
    let nothing = move || {
        maybe((empty.get() == 1).then(|| {
            view! {
                <p class="nothing">"没有同时符合这些条件的" {what} "。可以去掉上面的某个条件，或全部清除。"</p>
            }
        }))
    };
    view! {
        <div class=format!("explorer explorer--{}", explored.name)>
            <div class="explorer__ask" role="search">
                <div class="search">
                    <label for="search">"搜索"</label>
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        placeholder=example
                        prop:value=move || query.with(|query| query.search.clone())
                        on:input=move |input| asking.search(&event_target_value(&input))
                        on:blur=move |_| asking.location.stop_typing()
                    />
                </div>
                <details
                    class="explorer__facets"
                    open=stands_open
                    on:toggle=move |toggle| {
                        let facets = event_target::<Element>(&toggle);
                        // Told late, the reader may be elsewhere by then.
                        if facets.is_connected() {
                            location.keep_opened(if facets.has_attribute("open") { OPEN } else { CLOSED });
                        }
                    }
                >
                    <summary>"筛选"</summary>
                    {facets(&table, asking)}
                    {ranges(&table, range_keys, asking)}
                </details>
            </div>
            <div class="explorer__found">
                <div class="explorer__head">
                    <p class="count" role="status">{text(count)}</p>
                    {tools}
                </div>
                <div class="explorer__chips">{chips(asking)}</div>
                {unknown_note}
                {note}
                <div hidden=move || empty.get() == 1><List asking what columns words cells on_pick/></div>
                {nothing}
            </div>
        </div>
    }
}

/// Facets stand open beside the table, and closed above it where there is no room beside it.
fn wide_enough() -> bool {
    // The page that waits for the app leaves it to its style sheet.
    if !dom::IN_BROWSER {
        return true;
    }
    // 长辈版 has one thing beneath the other at every width.
    if dom::reading().starts_with("mode=elder") {
        return false;
    }
    window()
        .inner_width()
        .ok()
        .and_then(|width| width.as_f64())
        .is_none_or(|width| width >= 900.0)
}
