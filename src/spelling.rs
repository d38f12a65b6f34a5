//! How the report's characters are read: a file of its own, loaded when somebody searches.

use std::sync::Arc;

use annual_report::query::Readings;
use leptos::prelude::*;

use crate::dom;
use crate::load::{LoadError, fetch_then};

/// The file of readings, and how it stands.
#[derive(Clone, Copy)]
pub struct Spelling {
    readings: StoredValue<Arc<Readings>>,
    state: RwSignal<State>,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Unasked,
    OnItsWay,
    Here,
    Failed,
}

impl Spelling {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            readings: StoredValue::new(Arc::default()),
            state: RwSignal::new(State::Unasked),
        }
    }

    /// Loads the file, unless it is here or on its way. A build without one spells nothing.
    pub fn ask(self) {
        let Some(url) = dom::pinyin() else { return };
        if matches!(self.state.get_untracked(), State::OnItsWay | State::Here) {
            return;
        }
        self.state.set(State::OnItsWay);
        let done = move |bytes: Result<Vec<u8>, LoadError>| {
            let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok());
            if let Some(text) = &text {
                self.readings.set_value(Arc::new(Readings::of_text(text)));
            }
            self.state.set(if text.is_some() { State::Here } else { State::Failed });
        };
        fetch_then(url, Box::new(done));
    }

    /// The readings, as far as they are known, tracked.
    pub fn readings(self) -> Arc<Readings> {
        self.state.track();
        self.readings.get_value()
    }

    /// Whether they cannot be known, because the file is not to be had; tracked.
    pub fn is_failed(self) -> bool {
        self.state.get() == State::Failed
    }
}
