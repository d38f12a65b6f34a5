//! A chart's data as a table.

use std::sync::Arc;

use annual_report::chart::{ChartSpec, table};
use annual_report::route::Route;
use leptos::prelude::*;

use super::views::IntoViews;

/// A chart's data as a table: raw numbers, qualifier, whether derived, source place.
#[component]
pub fn ChartData(
    /// The chart.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let table = table(&spec);
    let labels = table.head.clone();
    let head = table
        .head
        .into_iter()
        .map(|cell| view! { <th scope="col">{cell}</th> })
        .views();
    let rows = table.rows.into_iter().zip(table.figures).map(|(row, figure)| {
        let mut way = figure.map(|figure| Route::Figure(figure).href());
        let cells = row.into_iter().enumerate().map(|(nth, cell)| match nth {
            0 => match way.take() {
                Some(href) => view! { <th scope="row"><a href=href>{cell}</a></th> }.into_any(),
                None => view! { <th scope="row">{cell}</th> }.into_any(),
            },
            _ => view! { <td data-label=labels.get(nth).cloned()>{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.views()}</tr> }
    });
    view! {
        <div class="chart__table" tabindex="0" role="region" aria-label=format!("表格：{}", spec.title)>
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows.views()}</tbody>
            </table>
        </div>
    }
}
