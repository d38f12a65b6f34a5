//! What is remembered of where the reader has been, for when he comes back. The browser is told nothing of it but each
//! entry's mark, by which it is found again.

use leptos::prelude::*;

use super::visit::Trail;
use super::{Arrival, Kept, ListPlace, Location};
use crate::dom;

impl Location {
    /// Remembers where the list of the present view stands, or at which mark of a chart the reader leaves it.
    pub fn keep_list(&self, list: ListPlace) {
        self.trail.update_value(|trail| trail.list = list);
    }

    /// Remembers what of the present view the reader has opened or closed, in bits that the view gives a meaning. They
    /// hold until another view is gone to.
    pub fn keep_opened(&self, opened: u64) {
        self.trail.update_value(|trail| trail.opened = opened);
    }

    /// What the reader had opened or closed, if he comes back to the present view; untracked.
    pub fn opened_before(&self) -> u64 {
        match self.visit.with_untracked(|visit| visit.arrival) {
            Arrival::Back(kept) => kept.opened,
            Arrival::New | Arrival::Here => 0,
        }
    }

    /// The mark of a chart at which the reader left the present view, told once.
    pub fn take_mark(&self) -> Option<u32> {
        self.trail.try_update_value(|trail| trail.list.active.take()).flatten()
    }

    /// Remembers how the present entry is left: how far it is scrolled, and which link has the focus.
    pub(super) fn keep_scroll(&self) {
        let (page, link) = (dom::scrolled(), dom::focused_link());
        self.trail.update_value(|trail| trail.keep(page, link));
    }

    /// How the entry with this mark was left. It is the present one from now on.
    pub(super) fn come_back_to(&self, entry: f64) -> Kept {
        self.trail.update_value(|trail| trail.entry = entry);
        let kept = |trail: &Trail| {
            trail
                .kept
                .iter()
                .find(|(mark, _)| *mark == entry)
                .map(|(_, kept)| *kept)
        };
        let kept = self.trail.with_value(kept).unwrap_or_default();
        // It stands there again, also if the reader goes on without touching it.
        self.trail
            .update_value(|trail| (trail.list, trail.opened) = (kept.list, kept.opened));
        kept
    }
}
