//! One figure: how the document prints it and where, what else states it, what follows from it, how to quote it.

use std::sync::Arc;

use annual_report::format::citation;
use annual_report::model::{Figure, FigureId, PackFile, Qualifier, Report};
use annual_report::query::ChartQuery;
use annual_report::route::Route;
use annual_report::stats::{Trace, told};
use leptos::prelude::*;

use super::other_years::other_years;
use crate::components::{
    Amount, EnterpriseLinks, FileNotice, IntoViews, Missing, OriginalOf, PlaceLink, ProjectLinks, copy_field,
    figure_tag, gate, maybe, named_of_group, original_of, prose,
};
use crate::state::{Pack, Shared};

/// One figure.
#[component]
pub fn FigurePage(
    /// Which.
    id: FigureId,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    gate(pack.figures, move |figures| match figures.trace(&id) {
        Some(trace) => body(&trace, pack),
        None => view! { <Missing what=format!("数字“{id}”") href=Route::Overview.href() label="回到概览"/> }.into_any(),
    })
}

fn body(trace: &Trace<'_>, pack: Pack) -> AnyView {
    let figure = trace.figure;
    // What is written in words has no unit beside it.
    let has_unit = figure.unit != "日期" && figure.printed.contains(|c: char| c.is_ascii_digit());
    let unit = has_unit.then(|| view! { <div><dt>"单位"</dt><dd>{figure.unit.clone()}</dd></div> });
    let qualifier = figure
        .qualifier
        .map(|qualifier| view! { <div><dt>"限定"</dt><dd>{qualified(qualifier)}</dd></div> });
    let named = (!figure.enterprises.is_empty()).then(|| {
        view! {
            <h2>"说到的企业"</h2>
            {maybe(named_of_group(figure).map(|text| view! { <p>{text} "。其余的报告没有列名。"</p> }))}
            <FileNotice file=PackFile::Enterprises/>
            <EnterpriseLinks ids=figure.enterprises.clone()/>
        }
    });
    view! {
        <div class="page page--narrow">
            <h1 id="page-title" tabindex="-1">{figure.subject.clone()}</h1>
            <p class="figure-page__amount"><Amount figure=figure.clone()/></p>
            <dl class="facts">
                <div><dt>"报告原样"</dt><dd><q>{figure.printed.clone()}</q></dd></div>
                {maybe(qualifier)}
                {maybe(unit)}
                <div><dt>"出处"</dt><dd><PlaceLink place=figure.section.clone()/></dd></div>
            </dl>
            {original_of(OriginalOf::Figure(figure.id.clone()))}
            {report_says(figure.id.clone(), pack)}
            {related(trace)}
            {other_years(figure.id.clone(), pack)}
            {maybe(named)}
            {projects(figure.id.clone(), pack)}
            {quote(figure.clone(), pack)}
        </div>
    }
    .into_any()
}

/// What a qualifier means.
fn qualified(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Expected => "预计：报告印发时全年尚未结束",
        Qualifier::Nearly => "近：略少于这个数",
        Qualifier::SomewhatAbove => "余：比这个数略多",
        Qualifier::MoreThan => "超…以上：比这个数多",
        Qualifier::AtLeast => "以上：不少于这个数",
        Qualifier::About => "约：大致是这个数",
        Qualifier::Planned => "拟：计划中，还没有发生",
    }
}

/// The lines of the report that have it beside them, and the charts that draw it.
fn report_says(id: FigureId, pack: Pack) -> AnyView {
    let says = move || {
        let report: Arc<Report> = pack.report.ready()?;
        let lines = told(&report, &id).into_iter().map(|told| {
            view! {
                <li class="event">
                    <p class="event__head"><PlaceLink place=told.place/></p>
                    <p class="event__text">{prose(&told.text)}</p>
                </li>
            }
        });
        let lines = lines.views();
        let charts = report
            .charts
            .iter()
            .filter(|chart| chart.figures.contains(&id))
            .map(|chart| {
                let href = Route::Chart(ChartQuery::of(&chart.id)).href();
                view! { <li><a class="link-tag" href=href>{chart.title.clone()}</a></li> }
            });
        let charts = charts.views();
        let has_charts = !charts.is_empty();
        Some(view! {
            {maybe((!lines.is_empty()).then(|| view! { <h2>"报告在哪里说"</h2> <ol class="events">{lines}</ol> }))}
            {maybe(has_charts.then(|| view! { <h2>"画了它的图"</h2> <ul class="links">{charts}</ul> }))}
        })
    };
    (move || maybe(says())).into_any()
}

/// The figures that it has to do with, each with what it is to them.
fn related(trace: &Trace<'_>) -> AnyView {
    let groups: [(&str, Vec<&Figure>); 7] = [
        ("同一个数在别处", trace.stated.clone()),
        ("增减", trace.growths.clone()),
        ("这是它的增减", trace.level.into_iter().collect()),
        ("其中", trace.parts.clone()),
        ("它属于", trace.whole.into_iter().collect()),
        ("说它的比例", trace.shares.clone()),
        ("这个比例说的是", trace.measured.into_iter().collect()),
    ];
    let rows = groups
        .into_iter()
        .filter(|(_, figures)| !figures.is_empty())
        .map(|(name, figures)| {
            let figures = figures.into_iter().map(|figure| {
                view! { <li>{figure_tag(figure)} " " <PlaceLink place=figure.section.clone()/></li> }
            });
            view! { <div><dt>{name}</dt><dd><ul>{figures.views()}</ul></dd></div> }
        });
    let rows = rows.views();
    maybe((!rows.is_empty()).then(|| view! { <h2>"相关的数字"</h2> <dl class="told">{rows}</dl> }))
}

/// The projects that it belongs to.
fn projects(id: FigureId, pack: Pack) -> AnyView {
    let projects = move || {
        let rows = pack.projects.ready()?;
        let ids = rows
            .iter()
            .filter(|row| row.figures.contains(&id))
            .map(|row| row.id.clone());
        let ids: Vec<_> = ids.collect();
        (!ids.is_empty()).then(|| view! { <h2>"项目"</h2> <ProjectLinks ids/> })
    };
    (move || maybe(projects())).into_any()
}

/// A line to quote it by.
fn quote(figure: Figure, pack: Pack) -> AnyView {
    let location = Shared::of_context().location;
    let quote = move || {
        let report = pack.report.ready()?;
        let url = match crate::route::Location::is_shared() {
            true => location.url(&Route::Figure(figure.id.clone()).href()),
            false => String::new(),
        };
        let line = citation(&figure, &report.meta, &url);
        Some(view! { <h2>"引用"</h2> {copy_field("引文", move || line.clone())} })
    };
    (move || maybe(quote())).into_any()
}
