//! How the chunks stand: whether each is unasked, on its way, here, or not to be had.

use leptos::prelude::*;

use super::{Chunk, names, now};
use crate::load;
use crate::state::Pack;

/// How many chunks there are.
const COUNT: usize = 5;

/// How a chunk stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ChunkState {
    /// Nobody has asked for it.
    Unasked,
    /// On its way.
    Pending,
    /// Here.
    Ready,
    /// Not to be had, and why.
    Failed(String),
}

/// How the chunks stand.
#[derive(Clone, Copy)]
pub struct Chunks {
    changes: RwSignal<usize>,
    states: StoredValue<[ChunkState; COUNT]>,
}

impl Chunks {
    /// None asked for.
    pub fn new() -> Self {
        Self {
            changes: RwSignal::new(0),
            states: StoredValue::new([const { ChunkState::Unasked }; COUNT]),
        }
    }

    /// How one stands, tracked until it is here; then it stays (see [`Loaded::get`](crate::loaded::Loaded::get)).
    fn get(self, chunk: Chunk) -> ChunkState {
        let state = |states: &[ChunkState; COUNT]| states.get(chunk as usize).cloned();
        let state = self.states.with_value(state).unwrap_or(ChunkState::Ready);
        if state != ChunkState::Ready {
            self.changes.track();
        }
        state
    }

    /// Whether all of them are here, tracked.
    pub fn are_ready(self, chunks: &[Chunk]) -> bool {
        chunks.iter().all(|chunk| self.get(*chunk) == ChunkState::Ready)
    }

    /// Why one of them is not to be had, tracked.
    pub fn failed(self, chunks: &[Chunk]) -> Option<String> {
        chunks.iter().find_map(|chunk| match self.get(*chunk) {
            ChunkState::Failed(why) => Some(why),
            _ => None,
        })
    }

    /// Whether a view that needs these is as it will be, tracked.
    pub fn are_settled(self, chunks: &[Chunk]) -> bool {
        self.are_ready(chunks) || self.failed(chunks).is_some()
    }

    /// Has them loaded, unless they are here or on their way, and enterprises and projects with the code that reads them.
    pub fn ask(self, chunks: &[Chunk], pack: Pack) {
        for chunk in chunks.iter().copied() {
            if !matches!(untrack(|| self.get(chunk)), ChunkState::Unasked | ChunkState::Failed(_)) {
                continue;
            }
            let here = move || {
                if chunk == Chunk::Names {
                    // It shows nothing.
                    now(names(pack));
                }
                self.set(chunk, ChunkState::Ready);
            };
            if !cfg!(split) {
                here();
                continue;
            }
            self.set(chunk, ChunkState::Pending);
            leptos::task::spawn_local(async move {
                match chunk.load().await {
                    Ok(()) => here(),
                    Err(_) => self.set(chunk, ChunkState::Failed(load::chunk_failure())),
                }
            });
        }
    }

    fn set(self, chunk: Chunk, state: ChunkState) {
        self.states.update_value(|states| {
            if let Some(of_chunk) = states.get_mut(chunk as usize) {
                *of_chunk = state;
            }
        });
        self.changes.update(|changes| *changes += 1);
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}
