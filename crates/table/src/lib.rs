//! A table that answers questions: search, facets with counts, ranges, orders. It knows nothing of what its rows are.
//!
//! Promise: [`Table`] is built once and never changes; a [`Finder`] asks it. What a question costs grows with the
//! number of rows divided by 64, save for the rows that a search has to look into; nothing that grows with the table
//! is allocated for a question. Every answer is held against a naive oracle by property tests.
//!
//! This crate is compiled for speed where everything else is compiled for size, which is why it is a crate.

mod bits;
mod facet;
mod find;
mod finder;
mod fold;
mod grams;
mod order;
mod row_set;
mod table;
mod texts;

pub use bits::Bits;
pub use facet::{Facet, FacetValue};
pub use finder::{Finder, Question, Range};
pub use fold::{Span, fold, marked, marked_also, words};
pub use order::Order;
pub use row_set::RowSet;
pub use table::Table;
pub use texts::{Texts, TextsBuilder};

#[cfg(test)]
mod tests;
