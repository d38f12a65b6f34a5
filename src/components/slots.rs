//! The places in the page where a list's rows stand, one row after the other.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::asking::NONE;
use super::list::{MARGIN, Standing};
use super::list_head::ListColumn;
use super::painter::{Painted, Piece, set};

/// All slots of a list, and for what they were last painted.
#[derive(Default)]
pub struct Slots {
    slots: Vec<Slot>,
    words: Vec<String>,
    height: u32,
    space: u32,
}

/// One place in the page for a row.
struct Slot {
    row: Painted,
    cells: Vec<Painted>,
    /// The place in the list that it stands for.
    place: u32,
    /// The row that it shows; [`NONE`] before the first.
    shows: u32,
    hidden: bool,
    active: bool,
}

impl Slots {
    /// Brings the page up to date with where the list stands; tracked.
    pub fn paint(
        &mut self,
        rows: &HtmlElement,
        standing: Standing,
        columns: &[ListColumn],
        words: Memo<Vec<String>>,
        cells: &dyn Fn(u32, bool) -> Vec<Vec<Piece>>,
    ) {
        let Standing {
            asking, long, slots, ..
        } = standing;
        let (count, active) = (asking.count(), standing.active.get());
        let (first, fit, rested) = (standing.first.get(), standing.fit.get(), standing.rested.get());
        let start = if long { first.saturating_sub(MARGIN) } else { 0 };
        let height = standing.height.get();
        let remark = words.with(|words| *words != self.words);
        if remark {
            self.words = words.get();
        }
        if long && (self.space, self.height) != (count, height) {
            style(rows, "height", &format!("{}px", u64::from(count) * u64::from(height)));
            self.space = count;
        }
        let moved = self.height != height;
        self.height = height;
        // Before the height of a row is known, all would stand in one place.
        let room = match (long, rested) {
            (true, _) if height == 0 => 0,
            (false, false) => slots.min(standing.near),
            _ => slots,
        };
        if self.slots.is_empty() {
            // A file that came late made this list anew, in the element of the one before.
            rows.set_text_content(None);
        }
        for nth in 0..room {
            let place = start + (nth + slots - start % slots) % slots;
            if nth as usize == self.slots.len() {
                let Some(slot) = Slot::new(rows, nth, columns) else {
                    return;
                };
                self.slots.push(slot);
            }
            let Some(slot) = self.slots.get_mut(nth as usize) else {
                continue;
            };
            // Rows out of view wait until the reader pauses, and stand as they are until then.
            let waits = long && !rested && slot.place == place && !(first..first + fit).contains(&place);
            let row = match place < count {
                false => NONE,
                true if waits && slot.shows != NONE => slot.shows,
                true => asking.row_at(place),
            };
            slot.stand(
                place,
                if long { height } else { 0 },
                moved,
                row == NONE,
                active == place,
            );
            if row != NONE {
                slot.shows = row;
                for (painted, pieces) in slot.cells.iter_mut().zip(cells(row, !long)) {
                    painted.show(pieces, &self.words, remark && !waits);
                }
            }
        }
    }
}

impl Slot {
    fn new(rows: &Element, nth: u32, columns: &[ListColumn]) -> Option<Self> {
        let row = Painted::new(rows, "div", "list__row")?;
        set(&row.element, "role", "row");
        set(&row.element, "id", &format!("row-{nth}"));
        let mut cells = Vec::with_capacity(columns.len());
        for (column, number) in columns.iter().zip(1..) {
            let cell = Painted::new(&row.element, "div", column.class)?;
            set(&cell.element, "role", "gridcell");
            set(&cell.element, "aria-colindex", &format!("{number}"));
            set(&cell.element, "data-label", column.label);
            cells.push(cell);
        }
        Some(Self {
            row,
            cells,
            place: NONE,
            shows: NONE,
            hidden: false,
            active: false,
        })
    }

    fn stand(&mut self, place: u32, height: u32, moved: bool, hidden: bool, active: bool) {
        let element = &self.row.element;
        if self.place != place {
            set(element, "aria-rowindex", &format!("{}", place + 2));
        }
        if height > 0 && (moved || self.place != place) {
            let top = u64::from(place) * u64::from(height);
            style(element.unchecked_ref(), "transform", &format!("translateY({top}px)"));
            // On paper the rows stand one after the other, and their elements stand in another order than they do.
            style(element.unchecked_ref(), "order", &format!("{place}"));
        }
        self.place = place;
        if self.hidden != hidden {
            element.unchecked_ref::<HtmlElement>().set_hidden(hidden);
            self.hidden = hidden;
        }
        if self.active != active {
            element.set_class_name(if active {
                "list__row list__row--active"
            } else {
                "list__row"
            });
            self.active = active;
        }
    }
}

/// Sets a style through the object model, which no policy forbids.
fn style(element: &HtmlElement, property: &str, value: &str) {
    if element.style().set_property(property, value).is_err() {
        leptos::logging::error!("{property} is refused");
    }
}
