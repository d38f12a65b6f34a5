//! A chart: its finding, the picture or the same data as a table, what it rests on.

use std::sync::Arc;

use annual_report::chart::{ChartSpec, Context, describe, spec};
use annual_report::format::place_name;
use annual_report::model::{Chart, ChartKind};
use leptos::prelude::*;

use super::chart_data::ChartData;
use super::chart_legend::legend_view;
use super::chart_picture::ChartPicture;
use super::links::PlaceLink;
use super::views::{IntoViews, maybe};
use crate::state::Shared;

/// A chart of the report, once its figures are here.
#[component]
pub fn ChartView(
    /// What the publisher wants drawn.
    chart: Chart,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let as_table = RwSignal::new(false);
    let years = match chart.kind {
        ChartKind::Series => pack.other_years(),
        _ => Vec::new(),
    };
    move || {
        let (enterprises, projects) = (pack.enterprises.ready(), pack.projects.ready());
        let years = years
            .iter()
            .filter_map(|(year, figures)| Some((*year, figures.settled()?)));
        let years: Vec<_> = years.collect();
        let years: Vec<_> = years
            .iter()
            .map(|(year, figures)| (*year, figures.as_deref().map_err(ToString::to_string)))
            .collect();
        match pack.report.ready().zip(pack.figures.ready()) {
            Some((report, figures)) => card(
                spec(
                    &chart,
                    &Context {
                        report: &report,
                        figures: &figures,
                        enterprises: enterprises.as_deref(),
                        projects: projects.as_deref().map(Vec::as_slice),
                        years: &years,
                    },
                ),
                as_table,
            )
            .into_any(),
            // The page says what became of the figures; the chart's place is kept for links to it.
            None => view! { <figure class="chart" id=element_id(&chart.id)><h3>{chart.title.clone()}</h3></figure> }
                .into_any(),
        }
    }
}

/// The id of a chart's element.
pub fn element_id(chart: &str) -> String {
    format!("chart-{chart}")
}

fn card(spec: ChartSpec, as_table: RwSignal<bool>) -> impl IntoView {
    let id = element_id(&spec.id);
    let heading = format!("{id}-title");
    let labelled = heading.clone();
    let unit = if spec.unit.is_empty() {
        "见各项"
    } else {
        spec.unit.as_str()
    };
    let places = spec
        .source
        .iter()
        .cloned()
        .map(|place| view! { <li><PlaceLink place/></li> })
        .views();
    let notes = spec.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).views();
    let said = spec.source.iter().map(place_name).collect::<Vec<_>>().join("、");
    let shown = Arc::new(spec.clone());
    let body = move || match (shown.data.is_empty(), as_table.get()) {
        (true, _) => view! { <p class="nothing">"没有可画的数字：" {shown.nothing.clone()} "。"</p> }.into_any(),
        (_, true) => view! { <ChartData spec=Arc::clone(&shown)/> }.into_any(),
        (_, false) => view! { {maybe(legend_view(&shown))} <ChartPicture spec=Arc::clone(&shown)/> }.into_any(),
    };
    view! {
        <figure class="chart" id=id tabindex="-1" aria-labelledby=labelled>
            <div class="chart__head">
                <h3 class="chart__title" id=heading>{spec.title.clone()}</h3>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-pressed=move || if as_table.get() { "true" } else { "false" }
                    on:click=move |_| as_table.update(|table| *table = !*table)
                >"表格"</button>
            </div>
            <p class="chart__unit">"单位：" {unit.to_owned()}</p>
            <div class="chart__body">{body}</div>
            <figcaption>
                <p class="chart__description">{describe(&spec)}</p>
                <div class="chart__notes">{notes}</div>
                <div class="chart__source"><span>"出处"</span><ul class="places" aria-label=format!("出处：{said}")>{places}</ul></div>
            </figcaption>
        </figure>
    }
}
