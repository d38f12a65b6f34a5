//! 重点工作: the report's sections, each to open and close, with a list of contents that follows the reading.

use std::sync::Arc;

use annual_report::format::chinese_numeral;
use annual_report::model::{Item, PackFile, Place, Point, Report, Section};
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{
    ChartView, Contents, ContentsEntry, EnterpriseLinks, FigureTags, FileNotice, IntoViews, ProjectLinks, gate,
    place_id,
};
use crate::state::Shared;

/// 重点工作.
#[component]
pub fn Work() -> impl IntoView {
    gate(Shared::of_context().pack.report, body)
}

fn body(report: Arc<Report>) -> AnyView {
    view! { <Body report/> }.into_any()
}

#[component]
fn Body(report: Arc<Report>) -> impl IntoView {
    let location = Shared::of_context().location;
    let open: Vec<RwSignal<bool>> = report.sections.iter().map(|_| RwSignal::new(true)).collect();
    // A link into a closed section opens it, or there would be nothing to scroll to.
    let sections = Arc::clone(&report);
    let doors = open.clone();
    let opened = Memo::new(move |_| match location.route() {
        Route::Work(Some(place)) => sections
            .sections
            .iter()
            .position(|section| section.id == place.section()),
        _ => None,
    });
    let entries = report.sections.iter().map(|section| {
        let place = Place::from(section.id.as_str());
        ContentsEntry {
            target: place_id(&place),
            href: Route::Work(Some(place)).href(),
            number: number(section),
            label: section.title.clone(),
        }
    });
    let all_open = {
        let open = open.clone();
        move || open.iter().all(|door| door.get())
    };
    let label = all_open.clone();
    let doors_of_all = open.clone();
    view! {
        <div class="page page--contents">
            <div class="page__head">
                <h1 id="page-title" tabindex="-1">"重点工作"</h1>
                <button type="button" class="button button--quiet" on:click=move |_| {
                    let now = untrack(&all_open);
                    doors_of_all.iter().for_each(|door| door.set(!now));
                }>{move || if label() { "全部收起" } else { "全部展开" }}</button>
            </div>
            <Contents title="目录" entries=entries.collect()/>
            <div class="sections">
                <FileNotice file=PackFile::Figures/>
                <FileNotice file=PackFile::Enterprises/>
                <FileNotice file=PackFile::Projects/>
                {report.sections.iter().cloned().zip(doors).enumerate().map(|(nth, (section, open))| {
                    let asked = Signal::derive(move || opened.get() == Some(nth));
                    view! { <SectionView section report=Arc::clone(&report) open asked/> }
                }).views()}
            </div>
        </div>
    }
}

/// The number in front of a section's title: 一 for a part, （二） for an area.
fn number(section: &Section) -> String {
    let numeral = |text: &str| {
        text.parse()
            .ok()
            .and_then(chinese_numeral)
            .unwrap_or_else(|| text.to_owned())
    };
    match section.id.as_str().split_once('.') {
        Some((_, area)) => format!("（{}）", numeral(area)),
        None => format!("{}、", numeral(section.id.as_str())),
    }
}

#[component]
fn SectionView(section: Section, report: Arc<Report>, open: RwSignal<bool>, asked: Signal<bool>) -> impl IntoView {
    let id = place_id(&Place::from(section.id.as_str()));
    let body = format!("{id}-body");
    let charts: Vec<_> = report
        .charts
        .iter()
        .filter(|chart| chart.section.as_ref() == Some(&section.id))
        .cloned()
        .collect();
    let shown = Memo::new(move |_| open.get() || asked.get());
    let toggle = move |_| open.set(!shown.get_untracked());
    view! {
        <section class="section" id=id.clone() tabindex="-1" aria-labelledby=format!("{id}-title")>
            <h2 class="section__title" id=format!("{id}-title")>
                <button type="button" class="section__door" aria-expanded=move || shown.get().to_string() aria-controls=body.clone() on:click=toggle>
                    <span class="section__number">{number(&section)}</span>
                    <span>{section.title.clone()}</span>
                    <span class="section__sign" aria-hidden="true"></span>
                </button>
            </h2>
            <p class="section__summary">{section.summary}</p>
            <div id=body hidden=move || !shown.get()>
                {section.items.into_iter().map(|item| view! { <ItemView item/> }).views()}
                {charts.into_iter().map(|chart| view! { <ChartView chart/> }).views()}
            </div>
        </section>
    }
}

#[component]
fn ItemView(item: Item) -> impl IntoView {
    let id = place_id(&item.id);
    view! {
        <article class="item" id=id tabindex="-1">
            <h3 class="item__title">{item.title}</h3>
            <ul class="points">{item.points.into_iter().map(|point| view! { <PointView point/> }).views()}</ul>
        </article>
    }
}

#[component]
fn PointView(point: Point) -> impl IntoView {
    // One number stands beside its sentence; several stand beneath it, each with what it measures.
    let one = point.figures.len() == 1;
    view! {
        <li class="point" class:point--one=one>
            <p class="point__text">{point.text}</p>
            <FigureTags ids=point.figures/>
            <EnterpriseLinks ids=point.enterprises/>
            <ProjectLinks ids=point.projects/>
        </li>
    }
}
