//! A chart's marks as SVG elements, the same in picture and legend. What they look like is the style sheet's affair.

use annual_report::chart::{Certainty, Origin, Part};
use annual_report::format::fixed;
use leptos::prelude::*;

/// The patterns of a chart's marks, to stand in its picture once; the legend refers to them, too.
pub fn patterns(chart: &str) -> impl IntoView + use<> {
    view! {
        <defs>
            <pattern id=format!("hatch-{chart}") width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch__ground" width="6" height="6"/>
                <path class="hatch__line" d="M1.5 0V6"/>
            </pattern>
            <pattern id=format!("stripe-{chart}") width="4" height="4" patternUnits="userSpaceOnUse">
                <rect class="stripe__ground" width="4" height="4"/>
                <path class="stripe__line" d="M1 0V4"/>
            </pattern>
        </defs>
    }
}

/// The class of a bar.
pub fn bar_class(part: Part, origin: Origin, certainty: Certainty) -> String {
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
pub fn bar_fill(chart: &str, origin: Origin, certainty: Certainty) -> String {
    match (origin, certainty) {
        (Origin::Derived, _) => format!("url(#hatch-{chart})"),
        (Origin::Reported, Certainty::Expected) => format!("url(#stripe-{chart})"),
        _ => "currentColor".to_owned(),
    }
}

/// The class of a point; three series have colours of their own.
pub fn point_class(series: usize, origin: Origin, certainty: Certainty) -> String {
    let kind = match (origin, certainty) {
        (Origin::Derived | Origin::Counted, _) => " point--derived",
        (Origin::Reported, Certainty::Expected) => " point--expected",
        (Origin::Reported, Certainty::Bound) => " point--open",
        (Origin::Reported, Certainty::Firm) => "",
    };
    format!("point point--{}{kind}", series % 3)
}

/// The class of a line through points.
pub fn trend_class(series: usize) -> String {
    format!("trend trend--{}", series % 3)
}

/// The outline of a point: a circle, a square or a triangle by its series.
pub fn point_path(series: usize, x: f64, y: f64, radius: f64) -> String {
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

/// Pixels with two decimals, which is finer than any screen.
pub fn px(value: f64) -> String {
    fixed(value, 2)
}
