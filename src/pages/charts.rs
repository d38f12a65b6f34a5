//! 增长图表: every chart of the report.

use std::sync::Arc;

use annual_report::model::{PackFile, Report};
use annual_report::query::ChartQuery;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{ChartPlace, ChartView, Contents, ContentsEntry, FileNotice, IntoViews, element_id, gate};
use crate::state::Shared;

/// 增长图表.
#[component]
pub fn Charts() -> impl IntoView {
    gate(Shared::of_context().pack.report, body)
}

fn body(report: Arc<Report>) -> AnyView {
    let entries = report.charts.iter().map(|chart| ContentsEntry {
        target: element_id(&chart.id),
        href: Route::Charts(Some(ChartQuery::of(&chart.id))).href(),
        number: String::new(),
        label: chart.title.clone(),
    });
    let charts = report
        .charts
        .iter()
        .cloned()
        .map(|chart| view! { <ChartView chart place=ChartPlace::All/> })
        .views();
    view! {
        <div class="page page--contents">
            <div class="page__head"><h1 id="page-title" tabindex="-1">"增长图表"</h1></div>
            <Contents title="图表" entries=entries.collect()/>
            <div class="charts">
                <h2 class="unseen">"全部图表"</h2>
                <FileNotice file=PackFile::Figures/>
                <FileNotice file=PackFile::Enterprises/>
                {charts}
            </div>
        </div>
    }
    .into_any()
}
