//! The patterns of a chart's marks. What they look like is the style sheet's affair.

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
