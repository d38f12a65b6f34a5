//! Lines over years: where points, lines, years and values stand.
//!
//! Sizes are in em of the values' type size. Every year from the first to the last has a column of its own, also one of
//! which nothing is known, so that a gap looks like one. Their values are placed by `trend_values`.

use super::columns::EDGE;
use super::measure::text_width;
use super::plan::{SMALL, amounts};
use super::rows::LINE;
use super::scale::Scale;
use super::{Anchor, ChartSpec, Hit, Layout, Text, TextRole};
use crate::order::sort_rows;

/// How high the scale is, at least and at most.
const HEIGHT: (f64, f64) = (12.0, 17.0);
/// How high the scale is in its width.
const SLOPE: f64 = 0.42;
/// Above and beneath the scale, for values.
const MARGIN: f64 = 1.9;
/// Half of a point.
const RADIUS: f64 = 0.32;
/// Between the numbers at ticks and the scale.
const TICK_GAP: f64 = 0.5;
/// The most of the width that numbers at ticks may take.
const TICKS_AT_MOST: f64 = 0.3;
/// The least height of a point's area, if so much is there.
const AREA: f64 = 0.5;
/// With more years than this from the first to the last, only those with a point have a column.
const YEARS: usize = 60;

/// A picture of lines laid out, in px.
#[derive(Debug)]
pub(super) struct Trend {
    pub(super) layout: Layout,
    pub(super) height: f64,
    pub(super) scale: Scale,
    /// From where to where grid and axis run.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where the highest amount of the scale is, and where the lowest.
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// Positions on the scale of the ticks that have a number.
    pub(super) ticks: Vec<f64>,
    pub(super) radius: f64,
    pub(super) spots: Vec<Spot>,
    pub(super) texts: Vec<Text>,
    pub(super) hits: Vec<Hit>,
}

/// Where a datum is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) datum: usize,
    /// Number of its series.
    pub(super) series: usize,
    /// Number of its column.
    pub(super) column: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    /// The point before it to which a line leads: x and y.
    pub(super) before: Option<(f64, f64)>,
}

/// The series of a chart in the order in which they appear.
pub(super) fn series_names(spec: &ChartSpec) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for datum in &spec.data {
        if !names.contains(&datum.amount.series.as_str()) {
            names.push(&datum.amount.series);
        }
    }
    names
}

/// Lays out a chart that has data.
pub(super) fn plan(spec: &ChartSpec, layout: Layout) -> Trend {
    let Layout { width, font } = layout;
    let scale = Scale::over(amounts(spec));
    let tall = (width * SLOPE).max(HEIGHT.0 * font).min(HEIGHT.1 * font);
    let (top, bottom) = (MARGIN * font, MARGIN * font + tall);
    let mut trend = Trend {
        layout,
        height: 0.0,
        scale,
        left: EDGE * font,
        right: width - EDGE * font,
        top,
        bottom,
        ticks: Vec::new(),
        radius: RADIUS * font,
        spots: Vec::new(),
        texts: Vec::new(),
        hits: Vec::new(),
    };
    trend.numbers(spec);
    let columns = columns(spec);
    trend.points(spec, &columns);
    // Values of negative amounts stand beneath them.
    let floor = bottom + if scale.low < 0.0 { MARGIN } else { 2.0 * RADIUS } * font;
    trend.areas(spec, columns.len(), floor);
    trend.years(&columns, floor);
    let mut below = trend.values(spec, floor) + floor + SMALL * font * (0.25 + LINE);
    below += EDGE * font;
    trend.height = below.ceil();
    trend
}

impl Trend {
    /// Where an amount is.
    pub(super) fn y(&self, amount: f64) -> f64 {
        self.bottom - self.scale.fraction(amount) * (self.bottom - self.top)
    }

    /// As many numbers at ticks as the height has room for, and where the scale begins right of them.
    fn numbers(&mut self, spec: &ChartSpec) {
        let font = self.layout.font;
        let size = SMALL * font;
        if amounts(spec).all(|amount| amount == 0.0 || !amount.is_finite()) {
            return;
        }
        let ticks = self.scale.ticks(5);
        let texts = self.scale.tick_texts(&ticks, &spec.unit);
        let widest = texts.iter().map(|text| text_width(text, size)).fold(0.0, f64::max);
        if widest > TICKS_AT_MOST * self.layout.width {
            return;
        }
        self.left = widest + TICK_GAP * font;
        let Scale { low, high, .. } = self.scale;
        let numbers = ticks.iter().zip(texts).map(|(tick, content)| Text {
            x: widest,
            y: self.bottom - (tick - low) / (high - low) * (self.bottom - self.top),
            size,
            anchor: Anchor::End,
            role: TextRole::Tick,
            datum: None,
            content,
        });
        self.texts = numbers.collect();
        self.ticks = ticks;
    }

    fn points(&mut self, spec: &ChartSpec, columns: &[Option<u16>]) {
        let names = series_names(spec);
        let step = (self.right - self.left) / columns.len().max(1) as f64;
        self.spots = spec
            .data
            .iter()
            .enumerate()
            .map(|(datum, point)| {
                let column = columns.iter().position(|year| *year == point.at).unwrap_or_default();
                Spot {
                    datum,
                    series: names
                        .iter()
                        .position(|name| *name == point.amount.series)
                        .unwrap_or_default(),
                    column,
                    x: self.left + (column as f64 + 0.5) * step,
                    y: self.y(point.amount.value),
                    before: None,
                }
            })
            .collect();
        let mut order: Vec<u32> = (0..self.spots.len() as u32)
            .filter(|nth| spec.data[*nth as usize].amount.value.is_finite())
            .collect();
        let of = |nth: u32| &self.spots[nth as usize];
        sort_rows(&mut order, &|a, b| {
            (of(a).series, of(a).column).cmp(&(of(b).series, of(b).column))
        });
        let mut lines: Vec<(usize, (f64, f64))> = Vec::new();
        for pair in order.windows(2) {
            let (from, to) = (of(pair[0]), of(pair[1]));
            // Next to each other as columns, and as years.
            let years = columns[from.column].zip(columns[to.column]);
            let next = years.is_some_and(|(from, to)| from.checked_add(1) == Some(to));
            if from.series == to.series && next {
                lines.push((to.datum, (from.x, from.y)));
            }
        }
        for (datum, from) in lines {
            self.spots[datum].before = Some(from);
        }
    }

    /// A column for each year, shared out among the points in it by height.
    fn areas(&mut self, spec: &ChartSpec, columns: usize, floor: f64) {
        let step = (self.right - self.left) / columns.max(1) as f64;
        let mut order: Vec<u32> = (0..self.spots.len() as u32).collect();
        let of = |nth: &u32| &self.spots[*nth as usize];
        sort_rows(&mut order, &|a, b| {
            let (a, b) = (of(&a), of(&b));
            a.column.cmp(&b.column).then(a.y.total_cmp(&b.y))
        });
        let mut hits: Vec<Hit> = Vec::with_capacity(spec.data.len());
        let mut rest = order.as_slice();
        while let Some(first) = rest.first() {
            let column = of(first).column;
            let count = rest.iter().take_while(|nth| of(nth).column == column).count();
            let (own, others) = rest.split_at(count);
            rest = others;
            let least = (AREA * self.layout.font).min(floor / count as f64);
            // Halfway between neighbours, but moved so that each has the least.
            let mut ends: Vec<f64> = own
                .windows(2)
                .map(|pair| (of(&pair[0]).y + of(&pair[1]).y) / 2.0)
                .collect();
            ends.push(floor);
            let mut from = 0.0;
            for end in &mut ends {
                *end = end.max(from + least);
                from = *end;
            }
            let mut until = floor;
            for end in ends.iter_mut().rev() {
                *end = end.min(until);
                until = *end - least;
            }
            let mut y = 0.0;
            for (nth, end) in own.iter().zip(ends) {
                hits.push(Hit {
                    x: self.left + column as f64 * step,
                    y,
                    width: step,
                    height: end - y,
                    datum: *nth as usize,
                });
                y = end;
            }
        }
        let mut by_datum: Vec<u32> = (0..hits.len() as u32).collect();
        sort_rows(&mut by_datum, &|a, b| {
            hits[a as usize].datum.cmp(&hits[b as usize].datum)
        });
        self.hits = by_datum.into_iter().map(|nth| hits[nth as usize].clone()).collect();
    }

    /// The years beneath, as many as have room, counted from the last, which the report is about.
    fn years(&mut self, columns: &[Option<u16>], floor: f64) {
        let size = SMALL * self.layout.font;
        let step = (self.right - self.left) / columns.len().max(1) as f64;
        let y = floor + size * (0.25 + LINE / 2.0);
        let mut free = self.layout.width;
        for (nth, year) in columns.iter().enumerate().rev() {
            let Some(year) = year else { continue };
            let content = format!("{year}年");
            let half = text_width(&content, size) / 2.0;
            let x = (self.left + (nth as f64 + 0.5) * step).min(self.right - half).max(half);
            if x + half > free {
                continue;
            }
            free = x - half - size * 0.6;
            self.texts.push(Text {
                x,
                y,
                size,
                anchor: Anchor::Middle,
                role: TextRole::Tick,
                datum: None,
                content,
            });
        }
    }
}

/// The years that have a column, from left to right; without a year first.
fn columns(spec: &ChartSpec) -> Vec<Option<u16>> {
    let mut columns: Vec<Option<u16>> = Vec::new();
    for datum in &spec.data {
        if let Err(place) = columns.binary_search(&datum.at) {
            columns.insert(place, datum.at);
        }
    }
    let years: Vec<u16> = columns.iter().copied().flatten().collect();
    if let (Some(first), Some(last)) = (years.first(), years.last())
        && usize::from(last - first) < YEARS
    {
        columns.retain(Option::is_none);
        columns.extend((*first..=*last).map(Some));
    }
    columns
}
