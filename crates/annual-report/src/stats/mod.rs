//! From reported figures to what can be computed from them. Whatever is computed is marked as derived for ever.

mod base;
mod indicators;
mod trace;

pub use base::{DerivedBase, certain_decimals, derived_base, half_step};
pub use indicators::{Figures, Indicator};
pub use trace::{Told, Trace, told};
