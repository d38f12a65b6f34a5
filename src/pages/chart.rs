//! One chart alone, for a link or a frame of another page.

use annual_report::model::PackFile;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{ChartPlace, ChartView, FileNotice, Missing, gate, maybe};
use crate::state::Shared;

/// One chart alone.
#[component]
pub fn ChartPage(
    /// The chart's id.
    id: String,
) -> impl IntoView {
    let shared = Shared::of_context();
    let all = Route::Charts(None).href();
    gate(shared.pack.report, move |report| {
        let Some(chart) = report.charts.iter().find(|chart| chart.id == id).cloned() else {
            return view! { <Missing what=format!("图表“{id}”") href=all.clone() label="看全部图表"/> }.into_any();
        };
        let embedded = untrack(|| shared.location.embedded());
        let back = all.clone();
        view! {
            <div class="page page--chart">
                {maybe((!embedded).then(|| view! { <p class="back"><a href=back>"全部图表"</a></p> }))}
                <h1 class="unseen" id="page-title" tabindex="-1">{chart.title.clone()}</h1>
                // The chart's own is of the third level wherever it stands.
                <h2 class="unseen">"图"</h2>
                <FileNotice file=PackFile::Figures/>
                <ChartView chart place=ChartPlace::Alone/>
            </div>
        }
        .into_any()
    })
}
