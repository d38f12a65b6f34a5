//! A chart's legend: its marks as they look in the picture, each with what it means.

use annual_report::chart::{ChartSpec, legend, swatch};
use leptos::prelude::*;

use super::drawn::drawn;
use super::views::IntoViews;

/// The legend of a chart; `None` where its only sort of mark needs no words.
pub fn legend_view(spec: &ChartSpec) -> Option<impl IntoView + use<>> {
    let entries = legend(spec);
    let items = entries
        .iter()
        .map(|entry| {
            let mark = swatch(entry.swatch, &spec.id);
            let mark = drawn("key__swatch", "28".to_owned(), "14".to_owned(), None, mark);
            view! { <li>{mark} " " {entry.meaning.clone()}</li> }
        })
        .views();
    (!entries.is_empty()).then(|| view! { <ul class="key" aria-label="图例">{items}</ul> })
}
