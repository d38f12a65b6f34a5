//! Search, facets and order over the tables of a pack, as pure functions, and their text form for the address.

mod enterprises;
mod fold;
mod listing;
mod params;
mod projects;
mod text;

pub use enterprises::growth_figure;
pub use fold::{Span, fold, marked, words};
pub use listing::{Facet, FacetValue, Listing, Order, Selection};
pub(crate) use params::decode;
pub use params::{Params, encode};
pub use text::{Picked, Query, Sort};
