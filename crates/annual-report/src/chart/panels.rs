//! Small charts of one scale, side by side and one under another, each with its heading.
//!
//! Labels, bars and values stand in every panel as in any other, so that lengths compare across panels.

use core::ops::Range;

use super::columns::Columns;
use super::plan::{Plan, amounts, stacked};
use super::rows::LINE;
use super::scale::Scale;
use super::wrap::wrap;
use super::{Anchor, ChartSpec, Layout, Text, TextRole};

/// The least width of a panel, in em.
const WIDTH: f64 = 15.0;
/// Between panels, from left to right and from top to bottom, in em.
const GAP: (f64, f64) = (2.0, 1.4);
/// More panels side by side than this cannot be told apart at a glance.
const MOST: usize = 4;

/// The height of all, and each panel where it stands; for a chart that has data.
pub(super) fn plan(spec: &ChartSpec, layout: Layout) -> (f64, Vec<Plan>) {
    let Layout { width, font } = layout;
    let panels = panels(spec);
    let across = across(panels.len(), layout);
    let own = Layout {
        width: (width - GAP.0 * font * (across - 1) as f64) / across as f64,
        font,
    };
    let columns = Columns::new(spec, own, Scale::over(amounts(spec)));
    let mut plans: Vec<Plan> = Vec::with_capacity(panels.len());
    let mut y = 0.0;
    for row in panels.chunks(across) {
        let headings: Vec<Vec<String>> = row
            .iter()
            .map(|data| wrap(heading(spec, data), font, columns.right))
            .collect();
        let lines = headings.iter().map(Vec::len).max().unwrap_or_default();
        let mut tallest = 0.0_f64;
        for (nth, (data, lines_of_own)) in row.iter().zip(headings).enumerate() {
            // Shorter headings stand close to their bars, too.
            let above = lines - lines_of_own.len();
            let texts = lines_of_own.into_iter().enumerate().map(|(line, content)| Text {
                x: 0.0,
                y: ((above + line) as f64 + 0.5) * LINE * font,
                size: font,
                anchor: Anchor::Start,
                role: TextRole::Heading,
                datum: None,
                content,
            });
            let top = lines as f64 * LINE * font;
            let mut plan = stacked(spec, data.clone(), &columns, own, texts.collect(), top);
            tallest = tallest.max(plan.height);
            plan.shift(nth as f64 * (own.width + GAP.0 * font), y);
            plans.push(plan);
        }
        y += tallest + GAP.1 * font;
    }
    ((y - GAP.1 * font).ceil(), plans)
}

/// Which data each panel has.
fn panels(spec: &ChartSpec) -> Vec<Range<usize>> {
    let mut panels: Vec<Range<usize>> = Vec::new();
    for (nth, datum) in spec.data.iter().enumerate() {
        let same = nth > 0 && spec.data[nth - 1].panel == datum.panel;
        match panels.last_mut() {
            Some(panel) if same => panel.end = nth + 1,
            _ => panels.push(nth..nth + 1),
        }
    }
    panels
}

fn heading<'a>(spec: &'a ChartSpec, data: &Range<usize>) -> &'a str {
    spec.data
        .get(data.start)
        .and_then(|datum| datum.panel.as_deref())
        .unwrap_or_default()
}

/// As many panels side by side as have room, or fewer where that takes no more rows.
fn across(panels: usize, Layout { width, font }: Layout) -> usize {
    let room = (width + GAP.0 * font) / ((WIDTH + GAP.0) * font);
    let most = (room as usize).max(1).min(MOST).min(panels.max(1));
    // Nine in rows of four leave a hole that rows of three do not.
    let rows = panels.div_ceil(most).max(1);
    panels.div_ceil(rows).max(1)
}
