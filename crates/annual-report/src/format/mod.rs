//! How figures, dates and places are written. Nothing is converted, rounded or padded: unit and precision are the
//! document's own (GB/T 15835 for the numerals).

mod citation;
mod escaped;
mod figure;
mod growth;
mod number;
mod place;
mod shortened;
mod unbroken;

pub use citation::citation;
pub use escaped::escaped;
pub use figure::{Written, written};
pub use growth::{Direction, Growth, growth};
pub use number::{fixed, plain};
pub use place::{chinese_numeral, date, place_name};
pub use shortened::shortened;
pub use unbroken::{unbroken, unbroken_closed};

#[cfg(test)]
pub(crate) use figure::tests;
