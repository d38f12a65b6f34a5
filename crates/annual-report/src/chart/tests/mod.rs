//! What holds of every chart, shown on realistic, degenerate and arbitrary ones.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod degenerate;
mod invariants;
mod legend;
mod panels;
mod property;
mod realistic;
mod samples;
mod snapshot;
mod trend;
mod words;
