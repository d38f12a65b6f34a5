//! 增长图表: every chart of the report.

use annual_report::model::PackFile;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{ChartView, Contents, ContentsEntry, FileNotice, Waiting};
use crate::state::{Load, Shared};

/// 增长图表.
#[component]
pub fn Charts() -> impl IntoView {
    let pack = Shared::of_context().pack;
    move || match pack.report.get() {
        Load::Pending => view! { <Waiting/> }.into_any(),
        Load::Failed(_) => view! { <FileNotice file=PackFile::Report/> }.into_any(),
        Load::Ready(report) => {
            let entries = report.charts.iter().map(|chart| ContentsEntry {
                target: format!("chart-{}", chart.id),
                href: Route::Charts(Some(chart.id.clone())).href(),
                number: String::new(),
                label: chart.title.clone(),
            });
            let charts = report
                .charts
                .iter()
                .cloned()
                .map(|chart| view! { <ChartView chart/> })
                .collect_view();
            view! {
                <div class="page page--contents">
                    <div class="page__head"><h1 id="page-title" tabindex="-1">"增长图表"</h1></div>
                    <Contents title="图表" entries=entries.collect()/>
                    <div class="charts">
                        <FileNotice file=PackFile::Enterprises/>
                        {charts}
                    </div>
                </div>
            }
            .into_any()
        }
    }
}
