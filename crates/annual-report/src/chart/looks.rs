//! The names under which marks, lines and texts are styled, and the shapes of points: the same in the page, in the
//! legend and in a picture that a reader takes away.

use super::{Anchor, Certainty, Line, LineRole, Origin, Part, Text, TextRole};
use crate::format::fixed;

/// The class of a bar.
pub(super) fn bar_class(part: Part, origin: Origin, certainty: Certainty) -> String {
    let kind = match (origin, certainty, part) {
        (Origin::Derived, ..) => "bar--derived",
        (Origin::Counted, ..) => "bar--counted",
        (Origin::Reported, Certainty::Expected, _) => "bar--expected",
        (Origin::Reported, _, Part::Amount) => "bar--amount",
        (Origin::Reported, _, Part::Other) => "bar--other",
    };
    let end = match certainty {
        Certainty::Bound => " bar--open",
        Certainty::Firm | Certainty::Expected => "",
    };
    format!("bar {kind}{end}")
}

/// The fill of a bar that has a pattern; any other has the colour of its class.
pub(super) fn bar_fill(chart: &str, origin: Origin, certainty: Certainty) -> String {
    match (origin, certainty) {
        (Origin::Derived, _) => format!("url(#hatch-{})", id_in_page(chart)),
        (Origin::Reported, Certainty::Expected) => format!("url(#stripe-{})", id_in_page(chart)),
        _ => "currentColor".to_owned(),
    }
}

/// A chart's id as ids of elements and addresses within the page may hold it: blanks, quotes and brackets would end it.
pub fn id_in_page(chart: &str) -> String {
    let mut name = String::new();
    for c in chart.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' => name.push(c),
            c => name.push_str(&format!("_{:x}", u32::from(c))),
        }
    }
    name
}

/// The class of a point; three series have colours of their own.
pub(super) fn point_class(series: usize, origin: Origin, certainty: Certainty) -> String {
    let kind = match (origin, certainty) {
        (Origin::Derived | Origin::Counted, _) => " point--derived",
        (Origin::Reported, Certainty::Expected) => " point--expected",
        (Origin::Reported, Certainty::Bound) => " point--open",
        (Origin::Reported, Certainty::Firm) => "",
    };
    format!("point point--{}{kind}", series % 3)
}

/// The class of a line through points.
pub(super) fn trend_class(series: usize) -> String {
    format!("trend trend--{}", series % 3)
}

/// The outline of a point: a circle, a square or a triangle by its series.
pub(super) fn point_path(series: usize, x: f64, y: f64, radius: f64) -> String {
    let (left, right) = (px(x - radius), px(x + radius));
    match series % 3 {
        0 => {
            let (r, y) = (px(radius), px(y));
            format!("M{left} {y}A{r} {r} 0 1 1 {right} {y}A{r} {r} 0 1 1 {left} {y}Z")
        }
        1 => {
            let (top, bottom) = (px(y - radius), px(y + radius));
            format!("M{left} {top}H{right}V{bottom}H{left}Z")
        }
        _ => {
            let (top, bottom) = (px(y - radius), px(y + radius));
            format!("M{} {top}L{right} {bottom}H{left}Z", px(x))
        }
    }
}

/// The class of a line.
pub(super) fn line_class(line: &Line) -> String {
    match line.role {
        LineRole::Grid => "grid".to_owned(),
        LineRole::Axis => "axis".to_owned(),
        LineRole::Reference => "reference".to_owned(),
        LineRole::Interval => "interval".to_owned(),
        LineRole::Series(series) => trend_class(series),
    }
}

/// From where to where a line goes.
pub(super) fn line_path(line: &Line) -> String {
    format!("M{} {}L{} {}", px(line.x1), px(line.y1), px(line.x2), px(line.y2))
}

/// Whether a line lies over the bars; grid and axis lie beneath.
pub(super) fn is_over(line: &Line) -> bool {
    matches!(
        line.role,
        LineRole::Series(_) | LineRole::Interval | LineRole::Reference
    )
}

/// The class of a text: its size and side follow from it.
pub(super) fn text_class(text: &Text) -> String {
    let role = match text.role {
        TextRole::Label => "label",
        TextRole::Value => "value",
        TextRole::OtherValue => "value value--other",
        TextRole::DerivedValue => "value value--other value--derived",
        TextRole::Inside => "value value--inside",
        TextRole::Tick => "tick",
        TextRole::Reference => "reference-label",
        TextRole::Heading => "heading",
    };
    let side = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    format!("{role} at-{side}")
}

/// Pixels with two decimals, which is finer than any screen.
pub fn px(value: f64) -> String {
    fixed(value, 2)
}

#[cfg(test)]
mod tests {
    use super::id_in_page;

    #[test]
    fn a_name_in_an_address_has_nothing_that_ends_it_and_stays_its_own() {
        assert_eq!(id_in_page("growth-2"), "growth-2");
        let odd = ["a b", "a\"b", "a)b", "a'b", "a#b", "a_20b", "甲"].map(id_in_page);
        assert!(
            odd.iter()
                .all(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
        );
        assert!(
            odd.iter().enumerate().all(|(nth, name)| !odd[..nth].contains(name)),
            "{odd:?}"
        );
    }
}
