//! What a table is asked and what it answers, as the parts of an explorer see it.

use std::sync::Arc;

use annual_report::query::{self, Query, Table};
use annual_report::route::Route;
use leptos::prelude::*;

use crate::asked::Asked;
use crate::route::Location;

/// No row. Rows and places are plain numbers, because every type of signal is compiled for itself.
pub const NONE: u32 = u32::MAX;

/// What a table is asked, how to ask something else, and what it answers.
#[derive(Clone, Copy)]
pub struct Asking {
    /// What is asked, as the address has it.
    pub query: Memo<Query>,
    /// Where to ask.
    pub location: Location,
    to_route: fn(Query) -> Route,
    asked: StoredValue<Asked>,
    /// How many questions were answered.
    answers: Memo<u32>,
}

impl Asking {
    /// Asks a table whatever the address asks from now on.
    pub fn new(asked: Asked, query: Memo<Query>, to_route: fn(Query) -> Route, location: Location) -> Self {
        asked.prepare();
        let asked = StoredValue::new(asked);
        // Picking a row to be compared asks nothing of the table.
        let asked_for = Memo::new(move |_| Query {
            compared: Vec::new(),
            ..query.get()
        });
        let answers = Memo::new(move |last: Option<&u32>| {
            asked.with_value(|asked| {
                let (question, _) = asked_for.with(|query| query::question(&asked.table, query));
                asked.finder().ask(&question);
            });
            last.map_or(0, |last| last.wrapping_add(1))
        });
        Self {
            query,
            location,
            to_route,
            asked,
            answers,
        }
    }

    /// The table.
    pub fn table(&self) -> Arc<Table> {
        self.asked.with_value(|asked| Arc::clone(&asked.table))
    }

    /// Asks something else: a step that back undoes.
    pub fn ask(self, change: impl FnOnce(&Query) -> Query) {
        self.location.push((self.to_route)(self.query.with_untracked(change)));
    }

    /// Asks for what is being typed.
    pub fn search(self, typed: &str) {
        let query = self.query.with_untracked(|query| query.searching(typed));
        self.location.type_to((self.to_route)(query));
    }

    /// Sees to it that the present question is answered, and says which answer it is; tracked.
    pub fn answer(&self) -> u32 {
        self.answers.get()
    }

    /// What is asked and this table does not have, in words; empty if there is nothing. Tracked.
    pub fn unknown(&self) -> String {
        let of = |asked: &Asked| self.query.with(|query| query::question(&asked.table, query).1);
        self.asked.with_value(of).join("、")
    }

    /// Whether this is still the answer to what is asked; not, once nobody asks any more.
    pub fn is_answer(&self, answer: u32) -> bool {
        self.answers.try_get_untracked() == Some(answer)
    }

    /// How many rows were found, tracked.
    pub fn count(&self) -> u32 {
        self.answer();
        self.asked.with_value(|asked| asked.finder().count())
    }

    /// How many rows each value of a facet would leave, tracked.
    pub fn facet_counts(&self, facet: usize) -> Vec<u32> {
        self.answer();
        let counts = |asked: &Asked| asked.finder().counts().get(facet).cloned();
        self.asked.with_value(counts).unwrap_or_default()
    }

    /// The row at a place of the rows found, or [`NONE`], tracked.
    pub fn row_at(&self, place: u32) -> u32 {
        self.answer();
        self.asked
            .with_value(|asked| asked.finder().row_at(place))
            .unwrap_or(NONE)
    }

    /// The address of what is asked.
    pub fn href(&self) -> String {
        (self.to_route)(self.query.get_untracked()).href()
    }

    /// All rows found, in their order.
    pub fn rows(&self) -> Vec<u32> {
        self.asked.with_value(|asked| asked.finder().rows())
    }
}
