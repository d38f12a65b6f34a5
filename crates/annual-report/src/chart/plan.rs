//! Where everything stands before anything is drawn: rows from top to bottom, numbers at ticks, the reference's name.

use core::ops::Range;

use super::columns::{Columns, interval};
use super::measure::text_width;
use super::rows::{Bar, LINE, Row};
use super::scale::Scale;
use super::wrap::wrap;
use super::{Anchor, ChartSpec, Hit, Layout, Text, TextRole};

/// Between the rows, in em.
const ROW_GAP: f64 = 0.9;
/// Type size of numbers at ticks and of the reference's name, in em.
pub(super) const SMALL: f64 = 0.8;

/// A chart laid out, in px.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) layout: Layout,
    pub(super) height: f64,
    pub(super) scale: Scale,
    pub(super) columns: Columns,
    /// Upper end of grid and axis.
    pub(super) top: f64,
    /// Lower end of grid and axis.
    pub(super) bottom: f64,
    /// How many ticks to ask plotters for; none where all amounts are zero.
    pub(super) ticks: Option<usize>,
    pub(super) bars: Vec<Bar>,
    pub(super) texts: Vec<Text>,
    pub(super) hits: Vec<Hit>,
}

/// Lays out a chart that has data.
pub(super) fn plan(spec: &ChartSpec, layout: Layout) -> Plan {
    let columns = Columns::new(spec, layout, Scale::over(amounts(spec)));
    let texts = reference_name(spec, &columns, layout);
    let top = texts.len() as f64 * LINE * SMALL * layout.font;
    stacked(spec, 0..spec.data.len(), &columns, layout, texts, top)
}

/// Lays out some of a chart's data in rows from `top` down, with the numbers at ticks beneath; `texts` stand above.
pub(super) fn stacked(
    spec: &ChartSpec,
    data: Range<usize>,
    columns: &Columns,
    layout: Layout,
    mut texts: Vec<Text>,
    top: f64,
) -> Plan {
    let Layout { width, font } = layout;
    let scale = columns.scale;
    let (mut bars, mut hits) = (Vec::new(), Vec::with_capacity(data.len()));
    let mut y = top;
    for (nth, datum) in spec.data.iter().enumerate().take(data.end).skip(data.start) {
        let mut row = Row::new(datum, nth, spec.shape, columns, font);
        row.shift(y + ROW_GAP * font / 2.0);
        let height = row.height + ROW_GAP * font;
        hits.push(Hit {
            x: 0.0,
            y,
            width,
            height,
            datum: nth,
        });
        bars.append(&mut row.bars);
        texts.append(&mut row.texts);
        y += height;
    }
    let bottom = y;
    let flat = amounts(spec).all(|amount| amount == 0.0 || !amount.is_finite());
    let (ticks, numbers) = tick_numbers(spec, &scale, columns, layout, flat);
    let y = bottom + SMALL * font * (0.25 + LINE / 2.0);
    texts.extend(numbers.into_iter().map(|number| Text { y, ..number }));
    let height = (bottom + SMALL * font * (0.25 + LINE)).ceil();
    Plan {
        layout,
        height,
        scale,
        columns: columns.clone(),
        top,
        bottom,
        ticks,
        bars,
        texts,
        hits,
    }
}

impl Plan {
    /// Moves everything right and down.
    pub(super) fn shift(&mut self, right: f64, down: f64) {
        self.columns.left += right;
        self.columns.right += right;
        self.top += down;
        self.bottom += down;
        self.bars.iter_mut().for_each(|bar| bar.y += down);
        for text in &mut self.texts {
            text.x += right;
            text.y += down;
        }
        for hit in &mut self.hits {
            hit.x += right;
            hit.y += down;
        }
    }
}

/// Everything that the scale must reach.
pub(super) fn amounts(spec: &ChartSpec) -> impl Iterator<Item = f64> {
    let data = spec
        .data
        .iter()
        .flat_map(|datum| core::iter::once(&datum.amount).chain(datum.second(spec.shape)));
    let ends = data.flat_map(|amount| {
        let (low, high) = interval(amount).unwrap_or((amount.value, amount.value));
        [amount.value, low, high]
    });
    ends.chain(spec.reference.iter().map(|reference| reference.value))
}

/// The reference's name above its line, moved sideways as far as the edges ask.
fn reference_name(spec: &ChartSpec, columns: &Columns, layout: Layout) -> Vec<Text> {
    let Some(reference) = spec.reference.as_ref().filter(|reference| reference.value.is_finite()) else {
        return Vec::new();
    };
    let size = SMALL * layout.font;
    let lines = wrap(&reference.label, size, columns.right);
    let widest = lines.iter().map(|line| text_width(line, size)).fold(0.0, f64::max);
    let (x, anchor) = within(columns.x(reference.value), widest, columns.right);
    let texts = lines.into_iter().enumerate().map(|(nth, content)| Text {
        x,
        y: (nth as f64 + 0.5) * LINE * size,
        size,
        anchor,
        role: TextRole::Reference,
        datum: None,
        content,
    });
    texts.collect()
}

/// A text centred at x, or against the edge that it would cross.
fn within(x: f64, width: f64, right: f64) -> (f64, Anchor) {
    if x - width / 2.0 < 0.0 {
        (0.0, Anchor::Start)
    } else if x + width / 2.0 > right {
        (right, Anchor::End)
    } else {
        (x, Anchor::Middle)
    }
}

/// As many ticks, of at most five, as their numbers have room for; their y is still to be set.
fn tick_numbers(
    spec: &ChartSpec,
    scale: &Scale,
    columns: &Columns,
    layout: Layout,
    flat: bool,
) -> (Option<usize>, Vec<Text>) {
    let size = SMALL * layout.font;
    let number = |(position, content): (f64, String)| {
        let x = columns.left + (position - scale.low) / (scale.high - scale.low) * columns.span;
        let (x, anchor) = within(x, text_width(&content, size), columns.right);
        Text {
            x,
            y: 0.0,
            size,
            anchor,
            role: TextRole::Tick,
            datum: None,
            content,
        }
    };
    if flat {
        return (None, vec![number((0.0, "0".to_owned()))]);
    }
    let mut numbers = Vec::new();
    for most in [5, 4, 3, 2] {
        let ticks = scale.ticks(most);
        let texts = scale.tick_texts(&ticks, &spec.unit);
        numbers = ticks.into_iter().zip(texts).map(number).collect();
        if numbers
            .windows(2)
            .all(|pair| pair[0].end() + size * 0.8 <= pair[1].start())
        {
            return (Some(most), numbers);
        }
    }
    // Even two are too many for so little room: zero tells least of them, the bars start there anyway.
    let mut kept: Vec<Text> = Vec::new();
    for number in numbers.into_iter().rev() {
        if kept
            .last()
            .is_none_or(|right: &Text| number.end() + size * 0.8 <= right.start())
        {
            kept.push(number);
        }
    }
    (Some(2), kept)
}
