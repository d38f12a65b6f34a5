//! Where things stand from left to right: the column of labels, the bars, and the room for values beside them.

use super::measure::text_width;
use super::scale::Scale;
use super::wrap::wrap_evenly;
use super::{Amount, ChartSpec, Datum, Layout, Shape};

/// From this width on, in em, labels stand in a column to the left of the bars.
const WIDE: f64 = 34.0;
/// Of the width of a small chart, a label that stands left of the bars in any case.
const SHORT: f64 = 0.3;
/// The most of the width that the column of labels may take.
const LABELS_AT_MOST: f64 = 0.4;
/// The least of the room right of the labels that bars keep before a value moves to a line of its own.
const BARS_AT_LEAST: f64 = 0.4;
/// Between the labels and the zero line, in em.
const LABEL_GAP: f64 = 0.75;
/// Between a bar's end and its value, in em.
const VALUE_GAP: f64 = 0.4;
/// Left free at the right edge, in em, for type that is wider than estimated.
pub(super) const EDGE: f64 = 0.25;

/// The horizontal plan of a chart.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    font: f64,
    pub(super) scale: Scale,
    /// Whether labels have a column of their own; else each stands above its bar.
    pub(super) beside: bool,
    /// Labels broken into lines.
    pub(super) labels: Vec<Vec<String>>,
    /// Left end of the scale in px.
    pub(super) left: f64,
    /// Width of the scale in px.
    pub(super) span: f64,
    /// Where writing must end.
    pub(super) right: f64,
}

impl Columns {
    pub(super) fn new(spec: &ChartSpec, layout: Layout, scale: Scale) -> Self {
        let Layout { width, font } = layout;
        let beside = width >= WIDE * font || (spec.shape == Shape::Panels && all_short(spec, layout));
        let right = width - EDGE * font;
        let room = if beside { width * LABELS_AT_MOST } else { right };
        let labels: Vec<Vec<String>> = spec
            .data
            .iter()
            .map(|datum| wrap_evenly(&datum.label, font, room))
            .collect();
        let widest = labels
            .iter()
            .flatten()
            .map(|line| text_width(line, font))
            .fold(0.0, f64::max);
        let left = if beside && widest > 0.0 {
            widest + LABEL_GAP * font
        } else {
            // The zero line must not lose half of itself to the edge.
            1.0
        };
        let mut columns = Self {
            font,
            scale,
            beside,
            labels,
            left,
            span: right - left,
            right,
        };
        columns.span = columns.span_for_values(spec);
        columns
    }

    /// Where an amount is.
    pub(super) fn x(&self, amount: f64) -> f64 {
        self.left + self.scale.fraction(amount) * self.span
    }

    /// Where the value beside a bar begins, or `None` if it does not fit there.
    pub(super) fn value_x(&self, end: f64, label: &str) -> Option<f64> {
        let x = self.x(end) + VALUE_GAP * self.font;
        (x + text_width(label, self.font) <= self.right + 1e-6).then_some(x)
    }

    /// A value on a line of its own, broken where even that is too short, and where it begins.
    pub(super) fn value_lines(&self, label: &str) -> (f64, Vec<String>) {
        let x = match (self.value_x(0.0, label), self.beside) {
            (_, false) => 0.0,
            (Some(right_of_zero), true) => right_of_zero,
            (None, true) => self.left + VALUE_GAP * self.font,
        };
        (x, wrap_evenly(label, self.font, self.right - x))
    }

    /// The widest scale at which each value finds room beside its bar, those left aside for which it would get too narrow.
    fn span_for_values(&self, spec: &ChartSpec) -> f64 {
        let available = self.right - self.left;
        let least = available * BARS_AT_LEAST;
        let mut span = available;
        for (end, label) in spec.data.iter().flat_map(|datum| values_beside(datum, spec.shape)) {
            let room = available - VALUE_GAP * self.font - text_width(label, self.font);
            let fraction = self.scale.fraction(end);
            if room >= least * fraction && span * fraction > room {
                span = room / fraction;
            }
        }
        span
    }
}

/// Whether all labels are so short that even a small chart has room for them left of its bars.
fn all_short(spec: &ChartSpec, Layout { width, font }: Layout) -> bool {
    let labels = || spec.data.iter().map(|datum| text_width(&datum.label, font));
    labels().all(|label| label <= width * SHORT)
}

/// The values to stand beside a datum's bars, each with the amount where its bar ends to the right.
fn values_beside(datum: &Datum, shape: Shape) -> impl Iterator<Item = (f64, &str)> {
    let first = (end_of(datum, shape), datum.amount.label.as_str());
    let second = match shape {
        Shape::Pairs => datum
            .other
            .as_ref()
            .map(|other| (right_end(other), other.label.as_str())),
        Shape::Bars | Shape::Stack | Shape::Lines | Shape::Panels => None,
    };
    core::iter::once(first).chain(second)
}

/// The rightmost amount of a datum's first bar, with its interval: for a negative one the zero line.
pub(super) fn end_of(datum: &Datum, shape: Shape) -> f64 {
    let own = right_end(&datum.amount);
    match (shape, &datum.other) {
        (Shape::Stack, Some(other)) => own.max(right_end(other)),
        _ => own,
    }
}

/// The rightmost amount of a bar and its interval, at least zero.
pub(super) fn right_end(amount: &Amount) -> f64 {
    let high = interval(amount).map_or(0.0, |(_, high)| high);
    let value = if amount.value.is_finite() { amount.value } else { 0.0 };
    value.max(high).max(0.0)
}

/// The interval in order, if it is one.
pub(super) fn interval(amount: &Amount) -> Option<(f64, f64)> {
    let (low, high) = amount.interval?;
    (low.is_finite() && high.is_finite()).then(|| (low.min(high), low.max(high)))
}
