//! A laid-out chart: what plotters drew, recorded as shapes with roles, for a view to turn into elements with classes.

use super::{Certainty, Origin, text_width};

/// A picture in CSS pixels, origin at the top left.
///
/// Back to front: grid and axis lines, marks in their order, reference and interval lines, texts. Upright lines are
/// interrupted where writing stands, so that a view needs no halo around it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scene {
    /// Width.
    pub width: f64,
    /// Height, which follows from width, type size and number of data; whole pixels.
    pub height: f64,
    /// Where zero is: its x, in a picture of lines its y, in one of panels its x in the first. A mark that ends there
    /// shows a negative amount: its end is the left one.
    pub zero: f64,
    /// Bars, in drawing order.
    pub marks: Vec<Mark>,
    /// Points of lines, in the order of the data; a view draws them over the lines.
    pub points: Vec<Point>,
    /// Grid, axis, reference and interval lines.
    pub lines: Vec<Line>,
    /// All writing.
    pub texts: Vec<Text>,
    /// One area a datum, covering its whole row or all that is nearest to its point, for pointer and touch; disjoint, in
    /// order of the data.
    pub hits: Vec<Hit>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width; zero for an amount of zero.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Index into the spec's data.
    pub datum: usize,
    /// Which of the datum's amounts it shows.
    pub part: Part,
    /// Hatched when derived.
    pub origin: Origin,
    /// How firm the amount is: a pattern of its own for one that is expected, an open end away from zero for a bound.
    pub certainty: Certainty,
}

/// Which of a datum's amounts a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its `amount`.
    Amount,
    /// Its `other`.
    Other,
}

/// The point of a datum over its year.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Half its width and height.
    pub radius: f64,
    /// Index into the spec's data.
    pub datum: usize,
    /// Number of its series, counted from 0; each has a shape of its own.
    pub series: usize,
    /// Who says so.
    pub origin: Origin,
    /// Hollow when expected, with a broken outline when a bound.
    pub certainty: Certainty,
}

/// A straight line; upright or level, but for the line of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// From x.
    pub x1: f64,
    /// From y.
    pub y1: f64,
    /// To x.
    pub x2: f64,
    /// To y.
    pub y2: f64,
    /// What it is.
    pub role: LineRole,
    /// Index into the spec's data, of an interval; of a series, the point that the line leads to.
    pub datum: Option<usize>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// A light line at a tick.
    Grid,
    /// The zero line.
    Axis,
    /// The line to compare with.
    Reference,
    /// The interval of a derived amount, with its end caps.
    Interval,
    /// From point to point of a series.
    Series(usize),
}

/// A line of writing.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Anchor point.
    pub x: f64,
    /// Baseline-independent: the vertical middle of the line.
    pub y: f64,
    /// Type size in px.
    pub size: f64,
    /// Which side of the text the anchor is.
    pub anchor: Anchor,
    /// What it is.
    pub role: TextRole,
    /// Index into the spec's data, of a label or a value.
    pub datum: Option<usize>,
    /// The writing itself.
    pub content: String,
}

impl Text {
    /// Estimated left edge.
    pub fn start(&self) -> f64 {
        let width = text_width(&self.content, self.size);
        match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        }
    }

    /// Estimated right edge.
    pub fn end(&self) -> f64 {
        self.start() + text_width(&self.content, self.size)
    }
}

/// Which side of a text its anchor point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Text runs right from the point.
    Start,
    /// Centred on the point.
    Middle,
    /// Text runs left to the point.
    End,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// Name of a datum.
    Label,
    /// Value of `amount`, beside its bar or on a line of its own.
    Value,
    /// Value of `other`, likewise, where the document states it.
    OtherValue,
    /// Value of `other`, likewise, where it is derived.
    DerivedValue,
    /// Value of `other` on its bar, which the colour must allow to be read.
    Inside,
    /// Number at a tick.
    Tick,
    /// Name of the reference line.
    Reference,
    /// Name of a panel.
    Heading,
}

/// The area of a datum.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Index into the spec's data.
    pub datum: usize,
}
