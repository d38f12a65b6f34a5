//! Where a reader is and has been, as values.

use annual_report::route::Route;

/// What is visited, in one piece: view, manner and note change together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Visit {
    pub(super) route: Route,
    pub(super) arrival: Arrival,
    pub(super) unknown: Option<String>,
    /// Whether it stands in a frame of another page; so does every view that is reached from it.
    pub(super) embedded: bool,
}

/// What is remembered of where the reader has been.
#[derive(Default)]
pub(super) struct Trail {
    /// Whether the present entry was made by typing.
    pub(super) typing: bool,
    /// The mark of the present history entry.
    pub(super) entry: f64,
    /// Where the list of the present view stands.
    pub(super) list: ListPlace,
    /// What of the present view the reader has opened or closed.
    pub(super) opened: u64,
    /// How each entry was left, by its mark: the entry left last is last.
    pub(super) kept: Vec<(f64, Kept)>,
    /// The address of a view that the reader is still typing, not yet told to the browser.
    pub(super) unwritten: Option<String>,
    /// The address of a step just taken, and the mark of its entry, not yet told to the browser.
    pub(super) step: Option<(String, f64)>,
}

impl Trail {
    /// How many entries are remembered: ten times what browsers keep.
    const MOST: usize = 500;

    /// Remembers how the present entry was left.
    pub(super) fn keep(&mut self, page: f64, link: Option<u32>) {
        let (entry, opened, list) = (self.entry, self.opened, core::mem::take(&mut self.list));
        self.kept.retain(|(mark, _)| *mark != entry);
        if self.kept.len() >= Self::MOST {
            self.kept.remove(0);
        }
        self.kept.push((
            entry,
            Kept {
                page,
                list,
                opened,
                link,
            },
        ));
    }
}

/// Where a list stands, or a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ListPlace {
    /// How far it is scrolled within its frame, in px.
    pub scrolled: f64,
    /// The place of the row, or the mark, that the keyboard is at.
    pub active: Option<u32>,
}

/// How a view was left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Kept {
    /// How far the page was scrolled, in px.
    pub page: f64,
    /// Where its list stood.
    pub list: ListPlace,
    /// What of it the reader had opened or closed, in bits that the view gives a meaning.
    pub opened: u64,
    /// Which link or chart of the page had the focus (see [`dom::focused_link`](crate::dom::focused_link)).
    pub link: Option<u32>,
}

/// How the reader came to the present view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// By a link or a fresh start: the view begins at its top, or at the place that it names.
    New,
    /// Back or forward: the view goes on where it was left.
    Back(Kept),
    /// By changing what the present view shows: nothing moves.
    Here,
}
