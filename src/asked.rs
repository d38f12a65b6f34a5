//! A table, ready for questions.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use annual_report::query::{Finder, Table};

use crate::dom;

/// A table with its finder, which keeps what it has prepared while the reader is on other pages.
#[derive(Clone)]
pub struct Asked {
    /// The table.
    pub table: Arc<Table>,
    finder: Arc<Mutex<Finder>>,
}

impl Asked {
    /// The table, with a finder that has prepared nothing.
    pub fn new(table: Table) -> Self {
        let table = Arc::new(table);
        Self {
            finder: Arc::new(Mutex::new(Finder::new(Arc::clone(&table)))),
            table,
        }
    }

    /// The finder. One thread is all there is, so nobody waits; and it is whole even after a panic elsewhere.
    pub fn finder(&self) -> MutexGuard<'_, Finder> {
        self.finder.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes ready for questions whatever can be, a little at a time, whenever the browser has nothing else to do.
    pub fn prepare(&self) {
        let asked = self.clone();
        dom::when_idle(move || {
            // Half a frame, so that a letter typed meanwhile still makes the next one.
            let end = js_sys::Date::now() + 8.0;
            while asked.finder().prepare() {
                if js_sys::Date::now() >= end {
                    return asked.prepare();
                }
            }
        });
    }
}
