//! What the one who draws tells the backend besides shapes: their meaning, and how fine plotters' pixels are.

use super::{Certainty, LineRole, Origin, Part, TextRole};

/// What the next element means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pen {
    /// Nothing: what is drawn leaves no trace.
    Up,
    Mark {
        datum: usize,
        part: Part,
        origin: Origin,
        certainty: Certainty,
    },
    Point {
        datum: usize,
        series: usize,
        origin: Origin,
        certainty: Certainty,
    },
    Line {
        role: LineRole,
        datum: Option<usize>,
    },
    Text {
        role: TextRole,
        datum: Option<usize>,
    },
}

/// How many of the backend's pixels make one CSS pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grain(f64);

impl Grain {
    /// Sixteen, or less where a very high picture would leave plotters' 32 bits.
    pub(super) fn for_height(height: f64) -> Self {
        Self((1e9 / height.max(1.0)).min(16.0))
    }

    /// CSS pixels to the backend's.
    pub(super) fn pixel(self, css: f64) -> i32 {
        (css * self.0).round() as i32
    }

    /// The backend's pixels to CSS pixels.
    pub(super) fn css(self, pixel: i32) -> f64 {
        f64::from(pixel) / self.0
    }
}
