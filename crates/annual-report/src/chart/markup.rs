//! A scene as SVG markup: quicker to hand to a browser whole than element by element, and the same text in the page and
//! in a picture that a reader takes away.
//!
//! Promise: whatever the texts hold, the markup is well-formed and runs nothing.

use super::looks::{
    bar_class, bar_fill, id_in_page, is_over, line_class, line_path, point_class, point_path, px, text_class,
    trend_class,
};
use super::{Line, Scene, Swatch};
use crate::format::escaped;

/// The scene's elements, back to front. Areas, bars and points say by `data-datum` which datum they are of. `chart`
/// names the patterns of this picture.
pub fn markup(scene: &Scene, chart: &str) -> String {
    let mut svg = Markup::default();
    for hit in &scene.hits {
        svg.rect([hit.x, hit.y, hit.width, hit.height], "hit", "", Some(hit.datum));
    }
    let (over, under): (Vec<&Line>, Vec<&Line>) = scene.lines.iter().partition(|line| is_over(line));
    for line in under {
        svg.path(&line_class(line), &line_path(line), None);
    }
    for mark in &scene.marks {
        svg.rect(
            [mark.x, mark.y, mark.width, mark.height],
            &bar_class(mark.part, mark.origin, mark.certainty),
            &bar_fill(chart, mark.origin, mark.certainty),
            Some(mark.datum),
        );
    }
    for line in over {
        svg.path(&line_class(line), &line_path(line), None);
    }
    for point in &scene.points {
        svg.path(
            &point_class(point.series, point.origin, point.certainty),
            &point_path(point.series, point.x, point.y, point.radius),
            Some(point.datum),
        );
    }
    for text in &scene.texts {
        svg.text(&text_class(text), text.x, text.y, &text.content);
    }
    svg.text
}

/// The patterns that bars of a picture refer to, and its legend too.
pub fn patterns(chart: &str) -> String {
    format!(
        "<defs><pattern id=\"hatch-{0}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect class=\"hatch__ground\" width=\"6\" height=\"6\"/>\
         <path class=\"hatch__line\" d=\"M1.5 0V6\"/></pattern>\
         <pattern id=\"stripe-{0}\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">\
         <rect class=\"stripe__ground\" width=\"4\" height=\"4\"/><path class=\"stripe__line\" d=\"M1 0V4\"/></pattern></defs>",
        id_in_page(chart)
    )
}

/// A mark as it looks in the picture, 28 px wide and 14 px high.
pub fn swatch(swatch: Swatch, chart: &str) -> String {
    let mut svg = Markup::default();
    match swatch {
        Swatch::Bar {
            part,
            origin,
            certainty,
        } => svg.rect(
            [1.0, 1.0, 26.0, 12.0],
            &bar_class(part, origin, certainty),
            &bar_fill(chart, origin, certainty),
            None,
        ),
        Swatch::Point {
            series,
            origin,
            certainty,
        } => {
            svg.path(&trend_class(series), "M0 7H28", None);
            svg.path(
                &point_class(series, origin, certainty),
                &point_path(series, 14.0, 7.0, 5.0),
                None,
            );
        }
        Swatch::Interval => svg.path("interval", "M2 7H26M2 3.5V10.5M26 3.5V10.5", None),
        Swatch::Reference => svg.path("reference", "M14 0V14", None),
    }
    svg.text
}

/// Markup that is being written.
#[derive(Default)]
pub(super) struct Markup {
    pub(super) text: String,
}

impl Markup {
    /// A rectangle: x, y, width, height in px.
    pub(super) fn rect(&mut self, [x, y, width, height]: [f64; 4], class: &str, fill: &str, datum: Option<usize>) {
        self.push(&[
            "<rect x=\"",
            &px(x),
            "\" y=\"",
            &px(y),
            "\" width=\"",
            &px(width),
            "\" height=\"",
            &px(height),
        ]);
        self.class(class, datum);
        if !fill.is_empty() {
            self.push(&["\" fill=\"", &escaped(fill)]);
        }
        self.push(&["\"/>"]);
    }

    pub(super) fn path(&mut self, class: &str, path: &str, datum: Option<usize>) {
        self.push(&["<path d=\"", path]);
        self.class(class, datum);
        self.push(&["\"/>"]);
    }

    pub(super) fn text(&mut self, class: &str, x: f64, y: f64, content: &str) {
        self.push(&["<text x=\"", &px(x), "\" y=\"", &px(y)]);
        self.class(class, None);
        self.push(&["\">", &escaped(content), "</text>"]);
    }

    pub(super) fn push(&mut self, pieces: &[&str]) {
        pieces.iter().for_each(|piece| self.text.push_str(piece));
    }

    fn class(&mut self, class: &str, datum: Option<usize>) {
        if let Some(datum) = datum {
            self.push(&["\" data-datum=\"", &datum.to_string()]);
        }
        self.push(&["\" class=\"", class]);
    }
}
