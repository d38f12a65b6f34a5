//! The rows that a question found, as a grid: one stop for the tab key, walked by arrows, and never more rows in the
//! page than fit into view, however long the list is.
//!
//! A short list stands in the page with every row whole. A long one has a frame of its own in which it scrolls; its
//! rows are of one height and are filled anew as they come into view.

use std::sync::Arc;
use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;

use super::asking::{Asking, NONE};
use super::list_head::{ListColumn, head};
use super::painter::Piece;
use super::slots::Slots;
use super::still_rows::still_rows;
use super::views::{IntoViews, maybe};
use crate::dom;
use crate::route::{Arrival, ListPlace};
use crate::takeover;

/// A list of more rows gets a frame of its own.
pub const SHORT: u32 = 60;
/// How many rows of a long list are in the page: what fits into the frame, and [`MARGIN`] above and below.
pub const SLOTS: u32 = 22;
/// Rows that stand ready out of view, so that scrolling finds them filled.
pub const MARGIN: u32 = 6;
/// How long after a question the rows out of view are filled, in milliseconds: not before the reader pauses.
const REST: u64 = 200;

/// No row of a short list is as low as this on average, in px: so many fit into the window at most.
const LOWEST: f64 = 80.0;

/// The cells of a row, given its number and whether there is room for everything, as in a short list.
pub type RowCells = Arc<dyn Fn(u32, bool) -> Vec<Vec<Piece>> + Send + Sync>;

/// Where the list stands.
#[derive(Clone, Copy)]
pub struct Standing {
    /// What is asked.
    pub asking: Asking,
    /// The element that holds the list, and scrolls if it is long.
    pub frame: NodeRef<Div>,
    /// Whether it has a frame of its own.
    pub long: bool,
    /// How many rows there are room for in the page.
    pub slots: u32,
    /// How many of a short list come first; the others follow once those are seen.
    pub near: u32,
    /// The first place in view.
    pub first: RwSignal<u32>,
    /// How many rows fit into view.
    pub fit: RwSignal<u32>,
    /// The height of a row, in px.
    pub height: RwSignal<u32>,
    /// Whether rows out of view are filled, too.
    pub rested: RwSignal<bool>,
    /// The place that the keyboard is at, or [`NONE`].
    pub active: RwSignal<u32>,
}

/// The rows found.
#[component]
pub fn List(
    /// What is asked.
    asking: Asking,
    /// What a row is: 企业.
    what: &'static str,
    /// The columns.
    columns: &'static [ListColumn],
    /// The words to mark.
    words: Memo<Vec<String>>,
    /// The cells of a row; tracked, so that it may ask for what changes.
    cells: RowCells,
    /// What the space bar and a box in a row do with it; given its number.
    on_pick: Arc<dyn Fn(u32) + Send + Sync>,
) -> impl IntoView {
    let total = asking.table().len() as u32;
    let long = total > SHORT;
    let near = if long { total } else { near(asking).min(total) };
    let standing = Standing {
        asking,
        frame: NodeRef::new(),
        long,
        slots: if long { SLOTS } else { total },
        near,
        first: RwSignal::new(0),
        fit: RwSignal::new(SLOTS - 2 * MARGIN),
        height: RwSignal::new(0),
        rested: RwSignal::new(near == total && !long),
        active: RwSignal::new(NONE),
    };
    if near < total {
        // Not before the browser has drawn the first.
        dom::after_layout(move || set_timeout(move || standing.rest(), Duration::ZERO));
    }
    let rows = NodeRef::<Div>::new();
    standing.watch_size();
    standing.follow_answers();
    // In the app the effect paints them.
    let still = maybe((!dom::IN_BROWSER).then(|| still_rows(standing, columns, &*cells)));
    Effect::new(move |slots: Option<Slots>| {
        let mut slots = slots.unwrap_or_default();
        if let Some(rows) = rows.get() {
            slots.paint(&rows, standing, columns, words, &*cells);
        }
        slots
    });
    let table = asking.table();
    let heads = columns.iter().map(|column| head(column, &table, asking)).views();
    let active = move || {
        let place = standing.active.get();
        (place != NONE && place < asking.count()).then(|| format!("row-{}", place % standing.slots.max(1)))
    };
    let (on_space, on_change) = (Arc::clone(&on_pick), on_pick);
    view! {
        <div
            node_ref=standing.frame
            class=if long && dom::IN_BROWSER { "list__frame list__frame--long" } else { "list__frame" }
            role=if dom::IN_BROWSER { "grid" } else { "table" }
            aria-label=if dom::IN_BROWSER { format!("{what}，方向键逐行查看，回车打开") } else { what.to_owned() }
            aria-rowcount=move || asking.count() + 1
            aria-colcount=columns.len()
            aria-activedescendant=active
            tabindex="0"
            on:scroll=move |_| standing.scrolled()
            on:keydown=move |key| standing.key(&key, &*on_space)
            on:click=move |click| standing.clicked(&click)
            on:change=move |change| {
                if let Some(row) = standing.row_of(change.target()) {
                    on_change(row);
                }
            }
        >
            <div role="rowgroup" class="list__heads">
                <div role="row" class="list__head" aria-rowindex="1">{heads}</div>
            </div>
            <div node_ref=rows role="rowgroup" class="list__rows">{still}</div>
            <div class="list__measure" aria-hidden="true"></div>
        </div>
    }
}

/// How many rows of a short list a reader can see who has just come to its top: the page answers sooner with those alone.
/// Whoever comes back, or has gone on, finds all of it. Where the page is scrolled to is not asked: it would be laid out, and
/// its place be lost, while it is being made.
fn near(asking: Asking) -> u32 {
    let is_new = dom::IN_BROWSER && matches!(untrack(|| asking.location.arrival()), Arrival::New);
    match is_new && !takeover::has_scrolled() {
        true => (dom::window_height() / LOWEST) as u32 + 1,
        false => u32::MAX,
    }
}

impl Standing {
    /// Learns the height of a row and of the frame, now and whenever they change.
    fn watch_size(self) {
        if !self.long {
            return;
        }
        super::size::watch_size(self.frame, move || {
            let Some(frame) = self.frame.get_untracked() else {
                return;
            };
            // It is as high as a row, also while there are none.
            let row = frame.query_selector(".list__measure").ok().flatten();
            let height = row.map_or(0, |row| row.client_height());
            if height > 0 {
                let fit = frame.client_height() / height + 2;
                self.height.set(height as u32);
                self.fit.set((fit.max(1) as u32).min(SLOTS - MARGIN));
            }
        });
    }

    /// Begins at the top with every answer, or where the reader left the list if he comes back to it.
    fn follow_answers(self) {
        let location = self.asking.location;
        Effect::new(move |last: Option<(Arrival, u32)>| {
            let answer = self.asking.answer();
            let arrival = location.arrival();
            let back = match (arrival, last) {
                (_, Some((_, last))) if last == answer => return (arrival, answer),
                (Arrival::Back(kept), last) if last.map(|(arrival, _)| arrival) != Some(arrival) => kept.list,
                _ => ListPlace::default(),
            };
            self.active.set(back.active.unwrap_or(NONE));
            if self.long {
                self.rested.set(false);
                if back.scrolled > 0.0 {
                    dom::after_layout(move || self.scroll_to(back.scrolled));
                } else if self.first.get_untracked() > 0 {
                    self.scroll_to(0.0);
                }
                let rest = move || {
                    // The reader may have asked something else meanwhile, or gone elsewhere.
                    if self.asking.is_answer(answer) {
                        self.rest();
                    }
                };
                set_timeout(rest, Duration::from_millis(REST));
            }
            (arrival, answer)
        });
    }

    /// Fills what is out of view. The list may be gone by then.
    fn rest(self) {
        self.rested.try_set(true);
    }

    /// Scrolls the frame, at once.
    pub fn scroll_to(self, y: f64) {
        if let Some(frame) = self.frame.try_get_untracked().flatten() {
            frame.set_scroll_top(y as i32);
            self.scrolled();
        }
    }

    /// The frame has been scrolled.
    fn scrolled(self) {
        let Some(frame) = self.frame.get_untracked() else {
            return;
        };
        let (y, height) = (frame.scroll_top().max(0) as u32, self.height.get_untracked());
        if !self.long || height == 0 {
            return;
        }
        if y > 0 && !self.rested.get_untracked() {
            self.rested.set(true);
        }
        let first = y / height;
        if first != self.first.get_untracked() {
            self.first.set(first);
        }
        self.keep();
    }

    /// Remembers where the list stands, for when the reader comes back to it.
    pub fn keep(self) {
        let active = self.active.get_untracked();
        self.asking.location.keep_list(ListPlace {
            scrolled: self
                .frame
                .get_untracked()
                .map_or(0.0, |frame| f64::from(frame.scroll_top())),
            active: (active != NONE).then_some(active),
        });
    }
}
