//! The original document, if its publisher gives it: what it says, by the places that the pack's numbering has.

use super::read::record;
use super::{FigureId, Place};

record! {
    /// `source.json`: the whole text of the document. It is in a pack only where the publisher has put it there.
    pub struct Original {
        /// Its paragraphs and parts of paragraphs, in the document's order. All that it says is in one of them.
        pub passages: Vec<Passage>,
    }
}

record! {
    /// A paragraph, or as much of one as belongs to one place.
    pub struct Passage {
        /// The place that it belongs to: `0` for title, preamble and imprint, `2.2` for a heading, `2.2/1` for an item.
        pub place: Place,
        /// As the document prints it, without the blanks around it.
        pub text: String,
        /// Whether it goes on in the paragraph of the passage before it, as 二是 does after 一是. Default `false`.
        #[serde(skip_serializing_if = "is_no")]
        pub runs_on: bool = false,
        /// The figures of the pack that it prints, each once and where it is meant.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<PrintedFigure> = Vec::new(),
    }
}

record! {
    /// Where a passage prints a figure of the pack, in bytes of its text.
    pub struct PrintedFigure {
        /// Which.
        pub id: FigureId,
        /// The first byte of it.
        pub start: u32,
        /// The byte after its last.
        pub end: u32,
    }
}

fn is_no(flag: &bool) -> bool {
    !*flag
}
