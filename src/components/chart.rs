//! A chart: its finding, the picture or the same data as a table, what it rests on.

use annual_report::chart::{ChartSpec, Context, Origin, describe, spec};
use annual_report::format::place_name;
use annual_report::model::{Chart, EnterpriseId, PackFile};
use leptos::prelude::*;

use super::chart_data::ChartData;
use super::chart_picture::ChartPicture;
use super::links::PlaceLink;
use super::notice::FileNotice;
use crate::state::Shared;

/// A chart of the report, once its figures are here.
#[component]
pub fn ChartView(
    /// What the publisher wants drawn.
    chart: Chart,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let id = format!("chart-{}", chart.id);
    let heading = format!("{id}-title");
    let title = chart.title.clone();
    let labelled = heading.clone();
    let spec = Memo::new(move |_| {
        let figures = pack.figures.ready()?;
        let enterprises = pack.enterprises.ready();
        let name = |id: &EnterpriseId| {
            enterprises
                .as_ref()?
                .iter()
                .find(|enterprise| enterprise.id == *id)
                .map(|enterprise| enterprise.name.clone())
        };
        let year = pack.report.ready().map(|report| report.meta.year).unwrap_or_default();
        Some(spec(
            &chart,
            &Context {
                figures: &figures,
                name: &name,
                year,
            },
        ))
    });
    let as_table = RwSignal::new(false);
    let body = move || {
        let Some(spec) = spec.get() else {
            return view! { <FileNotice file=PackFile::Figures/> }.into_any();
        };
        if spec.data.is_empty() {
            return view! { <p class="nothing">"没有可画的数字：报告没有给出这些数值。"</p> }.into_any();
        }
        if as_table.get() {
            view! { <ChartData spec/> }.into_any()
        } else {
            view! { <Key spec=spec.clone()/> <ChartPicture spec/> }.into_any()
        }
    };
    let unit = move || {
        spec.get().map(|spec| {
            if spec.unit.is_empty() {
                "单位：见各项".to_owned()
            } else {
                format!("单位：{}", spec.unit)
            }
        })
    };
    let foot = move || {
        spec.get().map(|spec| {
            let places = spec.source.iter().cloned().map(|place| view! { <li><PlaceLink place/></li> }).collect_view();
            let notes = spec.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view();
            let said = spec.source.iter().map(place_name).collect::<Vec<_>>().join("、");
            view! {
                <p class="chart__description">{describe(&spec)}</p>
                <div class="chart__notes">{notes}</div>
                <div class="chart__source"><span>"出处"</span><ul class="places" aria-label=format!("出处：{said}")>{places}</ul></div>
            }
        })
    };
    view! {
        <figure class="chart" id=id tabindex="-1" aria-labelledby=labelled>
            <div class="chart__head">
                <h3 class="chart__title" id=heading>{title}</h3>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-pressed=move || as_table.get().to_string()
                    on:click=move |_| as_table.update(|table| *table = !*table)
                >"表格"</button>
            </div>
            <p class="chart__unit">{unit}</p>
            <div class="chart__body">{body}</div>
            <figcaption>{foot}</figcaption>
        </figure>
    }
}

/// What the bars stand for, where there is more than one sort.
#[component]
fn Key(spec: ChartSpec) -> impl IntoView {
    let datum = spec.data.iter().find(|datum| datum.other.is_some())?.clone();
    let other = datum.other?;
    let swatch = match other.origin {
        Origin::Reported => "key__swatch key__swatch--other",
        Origin::Derived => "key__swatch key__swatch--derived",
    };
    Some(view! {
        <ul class="key" aria-label="图例">
            <li><span class="key__swatch"></span>{datum.amount.series}</li>
            <li><span class=swatch></span>{other.series}</li>
        </ul>
    })
}
