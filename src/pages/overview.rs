//! 概览: what the year came to, at a glance, and the ways on.

use annual_report::format::date;
use annual_report::model::{ChartKind, PackFile, Report};
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

use crate::chunk::Chunk;
use crate::components::{
    ChartBeside, FigureTags, FileNotice, IndicatorCard, IntoViews, PlaceLink, gate, heading, maybe, prose,
};
use crate::dom;
use crate::state::Shared;
use crate::takeover;

/// 概览.
#[component]
pub fn Overview() -> impl IntoView {
    gate(Shared::of_context().pack.report, body)
}

fn body(report: Arc<Report>) -> AnyView {
    view! { <Body report/> }.into_any()
}

#[component]
fn Body(report: Arc<Report>) -> impl IntoView {
    let meta = report.meta.clone();
    let growth = report
        .charts
        .iter()
        .find(|chart| chart.kind == ChartKind::Growth)
        .cloned();
    let highlights = report.highlights.iter().cloned().map(|highlight| {
        view! {
            <li class="highlight">
                <p class="highlight__text">{prose(&highlight.text)}</p>
                <FigureTags ids=highlight.figures/>
                <PlaceLink place=highlight.section/>
            </li>
        }
    });
    view! {
        <div class="page">
            <div class="hero">
                <p class="hero__org">{meta.organisation}</p>
                <h1 id="page-title" tabindex="-1" class="hero__title">{heading(&meta.title)}</h1>
                <p class="hero__imprint">
                    {meta.issuer} "，" <span class="nb">{date(&meta.printed_on)} "印发"</span>
                </p>
            </div>
            <FileNotice file=PackFile::Figures/>
            <section class="band" aria-labelledby="headline-title">
                <h2 id="headline-title">"主要指标"</h2>
                <ul class="cards">
                    {report.headline.iter().cloned().map(|id| view! { <IndicatorCard id/> }).views()}
                </ul>
            </section>
            {maybe(growth.map(|chart| view! {
                <section class="band" aria-labelledby="growth-title">
                    <h2 id="growth-title">"增长"</h2>
                    <ChartBeside chart/>
                    <p class="more"><a href=Route::Charts(None).href()>"全部增长图表"</a></p>
                </section>
            }))}
            <section class="band" aria-labelledby="highlights-title">
                <h2 id="highlights-title">"这一年"</h2>
                <ul class="highlights">{highlights.views()}</ul>
            </section>
            <section class="band" aria-labelledby="ways-title">
                <h2 id="ways-title">"接着看"</h2>
                <Ways report=Arc::clone(&report)/>
            </section>
        </div>
    }
}

/// The other pages, each with how much there is to find.
#[component]
fn Ways(report: Arc<Report>) -> impl IntoView {
    let Shared { pack, chunks, .. } = Shared::of_context();
    // Of these this page shows how many there are, and no more: they come when nothing is waited for.
    dom::when_idle(move || chunks.ask(&[Chunk::Names], pack));
    let (firms, works) = (Route::Enterprises(Query::default()), Route::Projects(Query::default()));
    let [firms_before, works_before] = [&firms, &works].map(|route| takeover::still_way(&route.href()));
    let areas = report
        .sections
        .iter()
        .filter(|section| section.id.as_str().starts_with("2."))
        .count();
    let items: usize = report.sections.iter().map(|section| section.items.len()).sum();
    let enterprises = move || {
        pack.enterprises
            .ready()
            .map(|rows| format!("{} 家企业和机构，可搜索、筛选", rows.len()))
            .or_else(|| firms_before.clone())
    };
    let projects = move || {
        pack.projects
            .ready()
            .map(|rows| format!("{} 个项目，按进度排列", rows.len()))
            .or_else(|| works_before.clone())
    };
    view! {
        <ul class="ways">
            <Way route=Route::Work(None) name="重点工作" told=move || Some(format!("{areas} 个方面，{items} 条"))/>
            <Way route=firms name="企业" told=enterprises/>
            <Way route=works name="项目" told=projects/>
            <Way route=Route::Problems(None) name="问题与打算" told={
                let (problems, year) = (report.problems.len(), report.plan.year);
                move || Some(format!("{problems} 个问题，对照 {year} 年打算"))
            }/>
        </ul>
    }
}

#[component]
fn Way(route: Route, name: &'static str, told: impl Fn() -> Option<String> + Send + 'static) -> impl IntoView {
    view! {
        <li>
            <a class="way" href=route.href()>
                <span class="way__name">{name}</span>
                <span class="way__told">{told}</span>
            </a>
        </li>
    }
}
