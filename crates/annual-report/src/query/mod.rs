//! Search, facets, ranges and order over the tables of a pack, and their text form for the address. The tables
//! themselves are `report_table`'s.

mod ask;
mod chart;
mod enterprises;
mod facet;
mod groups;
mod params;
mod projects;
mod range;
mod readings;
mod text;
mod whole;

pub use ask::{known, question};
pub use chart::{ChartOrder, ChartQuery, Measure};
pub use enterprises::{ENTERPRISE_FACETS, ENTERPRISE_RANGES, enterprise_table};
pub use groups::partly_named;
pub(crate) use params::decode;
pub use params::{Params, encode};
pub use projects::{PROJECT_FACETS, project_table};
pub use range::{Between, bound};
pub use readings::Readings;
pub use report_table::{Facet, FacetValue, Finder, Order, Question, Span, Table, fold, marked, words};
pub use text::{MOST_COMPARED, Picked, Query, Sort};
pub use whole::{Line, LineKind, found, lines, marked_as_found};
