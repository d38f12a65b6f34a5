//! A file of the pack as the components see it: on its way, here, or not to be had.

use std::sync::Arc;

use annual_report::model::PackFile;
use leptos::prelude::*;

use crate::load::LoadError;

/// A file on its way, here, or not to be had.
#[derive(Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Pending,
    /// Here.
    Ready(Arc<T>),
    /// Not to be had, and why.
    Failed(LoadError),
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Load::Pending => Load::Pending,
            Load::Ready(value) => Load::Ready(Arc::clone(value)),
            Load::Failed(error) => Load::Failed(error.clone()),
        }
    }
}

/// One file of the pack as the components see it. The signal is a count of changes, the same type for every file,
/// because every type of signal is compiled for itself.
pub struct Loaded<T: Send + Sync + 'static> {
    changes: RwSignal<usize>,
    state: StoredValue<Load<T>>,
    again: StoredValue<Option<Arc<dyn Fn() + Send + Sync>>>,
    fingerprint: StoredValue<u64>,
    /// Which file it is.
    pub file: PackFile,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

impl<T: Send + Sync + 'static> Loaded<T> {
    /// A file on its way.
    pub fn new(file: PackFile) -> Self {
        Self {
            changes: RwSignal::new(0),
            state: StoredValue::new(Load::Pending),
            again: StoredValue::new(None),
            fingerprint: StoredValue::new(0),
            file,
        }
    }

    /// How it stands, tracked until it is here. Then it stays, and must not be tracked: a signal remembers everybody who
    /// ever asked, also those that are gone, until it changes next; this one would for as long as the app stands.
    pub fn get(&self) -> Load<T> {
        let state = self.state.get_value();
        if !matches!(state, Load::Ready(_)) {
            self.changes.track();
        }
        state
    }

    /// The file, once it is here, tracked.
    pub fn ready(&self) -> Option<Arc<T>> {
        match self.get() {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Why it is not to be had, tracked.
    pub fn failed(&self) -> Option<LoadError> {
        match self.get() {
            Load::Failed(error) => Some(error),
            _ => None,
        }
    }

    /// The file or why it is not to be had, once that is known, tracked.
    pub fn settled(&self) -> Option<Result<Arc<T>, LoadError>> {
        match self.get() {
            Load::Pending => None,
            Load::Ready(value) => Some(Ok(value)),
            Load::Failed(error) => Some(Err(error)),
        }
    }

    /// Whether it is here or not to be had, tracked.
    pub fn is_settled(&self) -> bool {
        !matches!(self.get(), Load::Pending)
    }

    /// Which bytes it came as; 0 before it has.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint.get_value()
    }

    /// Puts down which bytes it came as.
    pub fn set_fingerprint(&self, fingerprint: u64) {
        self.fingerprint.set_value(fingerprint);
    }

    /// Says how it is loaded, should that be wanted once more.
    pub fn load_by(&self, load: impl Fn() + Send + Sync + 'static) {
        self.again.set_value(Some(Arc::new(load)));
    }

    /// Has it loaded, the first time that it is asked for; not if it is here already.
    pub fn load_once(&self, load: impl Fn() + Send + Sync + 'static) {
        let is_asked = self.again.with_value(Option::is_some) || matches!(self.state.get_value(), Load::Ready(_));
        if !is_asked {
            self.load_by(load);
            self.retry();
        }
    }

    /// Has it loaded once more, after it failed.
    pub fn retry(&self) {
        if let Some(load) = self.again.get_value() {
            load();
        }
    }

    /// Puts the file here, or why it is not to be had.
    pub fn settle(&self, result: Result<T, LoadError>) {
        self.set(match result {
            Ok(value) => Load::Ready(Arc::new(value)),
            Err(error) => Load::Failed(error),
        });
    }

    /// Says how it stands now.
    pub fn set(&self, state: Load<T>) {
        self.state.set_value(state);
        self.changes.update(|changes| *changes += 1);
    }
}
