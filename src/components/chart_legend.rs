//! A chart's legend: its marks as they look in the picture, each with what it means.

use annual_report::chart::{ChartSpec, Swatch, bar_class, bar_fill, legend, point_class, point_path, trend_class};
use leptos::prelude::*;

use super::views::IntoViews;

/// The legend of a chart; `None` where its only sort of mark needs no words.
pub fn legend_view(spec: &ChartSpec) -> Option<impl IntoView + use<>> {
    let entries = legend(spec);
    let items = entries
        .iter()
        .map(|entry| view! { <li>{swatch(&spec.id, entry.swatch)} <span>{entry.meaning.clone()}</span></li> })
        .views();
    (!entries.is_empty()).then(|| view! { <ul class="key" aria-label="图例">{items}</ul> })
}

fn swatch(chart: &str, swatch: Swatch) -> AnyView {
    let marks = match swatch {
        Swatch::Bar {
            part,
            origin,
            certainty,
        } => view! {
            <rect
                class=bar_class(part, origin, certainty)
                x="1" y="1" width="26" height="12"
                fill=bar_fill(chart, origin, certainty)
            />
        }
        .into_any(),
        Swatch::Point {
            series,
            origin,
            certainty,
        } => view! {
            <path class=trend_class(series) d="M0 7H28"/>
            <path class=point_class(series, origin, certainty) d=point_path(series, 14.0, 7.0, 5.0)/>
        }
        .into_any(),
        Swatch::Interval => view! { <path class="interval" d="M2 7H26M2 3.5V10.5M26 3.5V10.5"/> }.into_any(),
        Swatch::Reference => view! { <path class="reference" d="M14 0V14"/> }.into_any(),
    };
    view! { <svg class="key__swatch" width="28" height="14" aria-hidden="true">{marks}</svg> }.into_any()
}
