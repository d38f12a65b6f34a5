//! One datum from top to bottom: its label, its bars, its values.
//!
//! Sizes are in em of the labels' type size. A line of writing is 1.35 high, of which the letters need 1.2 at most.

use super::columns::{Columns, end_of, interval, right_end};
use super::measure::text_width;
use super::{Amount, Anchor, Certainty, Datum, Origin, Part, Shape, Text, TextRole};

/// Height of a line of writing.
pub(super) const LINE: f64 = 1.35;
/// Thickness of the bar of `amount`.
const BAR: f64 = 1.25;
/// Thickness of the bar of `other` beneath it.
const THIN_BAR: f64 = 0.75;
/// Between writing and the bar beneath it, besides what a line has of its own.
const ABOVE_BAR: f64 = 0.22;
/// Between the two bars of a pair.
const PAIR_GAP: f64 = 0.25;
/// Free on both sides of a value inside a bar.
const INSIDE_GAP: f64 = 0.4;

/// A bar's place; its length follows from the amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bar {
    pub(super) datum: usize,
    pub(super) part: Part,
    pub(super) y: f64,
    pub(super) thickness: f64,
}

/// What belongs to one datum, laid out downwards from y = 0.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) bars: Vec<Bar>,
    pub(super) texts: Vec<Text>,
    pub(super) height: f64,
}

impl Row {
    pub(super) fn new(datum: &Datum, nth: usize, shape: Shape, columns: &Columns, font: f64) -> Self {
        let mut builder = Builder {
            row: Self::default(),
            nth,
            font,
            columns,
        };
        let label = columns.labels.get(nth).map(Vec::as_slice).unwrap_or_default();
        if !columns.beside {
            builder.lines(label, 0.0, TextRole::Label);
        }
        builder.bar(
            Part::Amount,
            BAR,
            end_of(datum, shape),
            &datum.amount.label,
            TextRole::Value,
        );
        if let Some(other) = datum.second(shape) {
            if shape == Shape::Pairs {
                builder.row.height += PAIR_GAP * font;
                builder.bar(Part::Other, THIN_BAR, right_end(other), &other.label, value_role(other));
            } else {
                builder.first_stretch(other, interval(&datum.amount));
            }
        }
        if columns.beside {
            builder.with_label_beside(label)
        } else {
            builder.row
        }
    }

    /// Moves everything down.
    pub(super) fn shift(&mut self, by: f64) {
        self.bars.iter_mut().for_each(|bar| bar.y += by);
        self.texts.iter_mut().for_each(|text| text.y += by);
    }
}

/// What the text of a second amount is.
fn value_role(other: &Amount) -> TextRole {
    match other.origin {
        Origin::Derived => TextRole::DerivedValue,
        Origin::Reported | Origin::Counted => TextRole::OtherValue,
    }
}

struct Builder<'a> {
    row: Row,
    nth: usize,
    font: f64,
    columns: &'a Columns,
}

impl Builder<'_> {
    fn text(&mut self, x: f64, y: f64, anchor: Anchor, role: TextRole, content: &str) {
        self.row.texts.push(Text {
            x,
            y,
            size: self.font,
            anchor,
            role,
            datum: Some(self.nth),
            content: content.to_owned(),
        });
    }

    fn lines(&mut self, lines: &[String], x: f64, role: TextRole) {
        for line in lines {
            self.text(x, self.row.height + LINE * self.font / 2.0, Anchor::Start, role, line);
            self.row.height += LINE * self.font;
        }
    }

    /// A bar with its value right of its end, or above it where that has no room.
    fn bar(&mut self, part: Part, thickness: f64, end: f64, label: &str, role: TextRole) {
        let beside = self.columns.value_x(end, label);
        if beside.is_none() {
            let (x, lines) = self.columns.value_lines(label);
            self.lines(&lines, x, role);
        }
        if beside.is_none() || (part == Part::Amount && self.row.height > 0.0) {
            self.row.height += ABOVE_BAR * self.font;
        }
        let thickness = thickness * self.font;
        let y = self.row.height;
        self.row.bars.push(Bar {
            datum: self.nth,
            part,
            y,
            thickness,
        });
        self.row.height += thickness;
        if let Some(x) = beside.filter(|_| !label.trim().is_empty()) {
            self.text(x, y + thickness / 2.0, Anchor::Start, role, label);
        }
    }

    /// `other` as the first stretch of the bar just laid, its value inside, or beneath where that has no room.
    fn first_stretch(&mut self, other: &Amount, whisker: Option<(f64, f64)>) {
        let Some(whole) = self.row.bars.last().copied() else {
            return;
        };
        let label = &other.label;
        self.row.bars.push(Bar {
            part: Part::Other,
            ..whole
        });
        if label.trim().is_empty() {
            return;
        }
        let (zero, end) = (self.columns.x(0.0), self.columns.x(other.value));
        let gap = INSIDE_GAP * self.font;
        // On a pattern a value could not be read.
        let plain = other.origin == Origin::Reported && other.certainty() == Certainty::Firm;
        let free = whisker
            .is_none_or(|(low, high)| self.columns.x(low) >= zero.max(end) || self.columns.x(high) <= zero.min(end));
        if plain && free && text_width(label, self.font) + 2.0 * gap <= (end - zero).abs() {
            let (x, anchor) = if end < zero {
                (zero - gap, Anchor::End)
            } else {
                (zero + gap, Anchor::Start)
            };
            self.text(x, whole.y + whole.thickness / 2.0, anchor, TextRole::Inside, label);
        } else {
            let (x, lines) = self.columns.value_lines(label);
            self.lines(&lines, x, value_role(other));
        }
    }

    /// The label in its column, it and the bars centred on each other.
    fn with_label_beside(mut self, label: &[String]) -> Row {
        let bars = self.row.height;
        let height = bars.max(label.len() as f64 * LINE * self.font);
        self.row.shift((height - bars) / 2.0);
        self.row.height = (height - label.len() as f64 * LINE * self.font) / 2.0;
        self.lines(label, 0.0, TextRole::Label);
        self.row.height = height;
        self.row
    }
}
