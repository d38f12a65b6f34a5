//! The pure core of a work report: its data pack as types, queries, statistics, and charts as scenes.
//!
//! Promise: nothing here knows a browser, a framework or a network. Everything is a function of its arguments, so
//! that it can be tested natively in seconds, rendered at build time, and fuzzed.

pub mod chart;
pub mod check;
pub mod export;
pub mod format;
pub mod model;
mod order;
pub mod original;
pub mod parts;
pub mod query;
pub mod route;
#[cfg(feature = "schema")]
pub mod schema;
pub mod stats;
pub mod years;
