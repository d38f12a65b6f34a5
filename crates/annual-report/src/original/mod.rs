//! The original document: its plain text read into passages with places, and where in it each figure is printed.
//!
//! Promise: no sign of the text but blanks is lost, whatever it holds; and a figure is found as a whole number or not at
//! all. The types are those of the pack, [`Original`] and [`Passage`].

mod finding;
mod imprint;
mod items;
mod nearness;
mod printed;
mod reading;
#[cfg(test)]
mod tests;

pub use crate::model::{Original, Passage, decode_original};
pub use finding::Found;
