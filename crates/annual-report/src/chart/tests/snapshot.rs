//! Small charts in full, against unintended changes.

use super::samples::{lines, pairs};
use crate::chart::{ChartSpec, Layout, Scene, draw};

// The charts of the pack are held against theirs in the same way, but not from within.
#[path = "../../../tests/picture/mod.rs"]
mod picture;

#[test]
fn a_small_chart_of_pairs_looks_as_it_did() {
    let mut spec = pairs();
    spec.data.truncate(3);
    picture::looks_as_it_did("chart-pairs", &spec, [360.0, 720.0]);
}

#[test]
fn lines_over_years_look_as_they_did() {
    picture::looks_as_it_did("chart-lines", &lines(), [360.0, 720.0]);
}
