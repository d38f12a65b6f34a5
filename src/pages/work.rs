//! 重点工作: the report's sections, each to open and close, with a list of contents that follows the reading.

use std::sync::Arc;

use annual_report::format::chinese_numeral;
use annual_report::model::{Item, PackFile, Place, Point, Report, Section};
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{
    ChartBeside, Contents, ContentsEntry, EnterpriseLinks, FigureTags, FileNotice, IntoViews, OriginalOf, ProjectLinks,
    gate, original_of, place_id,
};
use crate::route::Location;
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
    // Sections stand open; the closed ones are remembered by their place in the list, of a reader who comes back as well.
    let before = location.opened_before();
    let closed = (0..report.sections.len()).filter(|nth| before & bit(*nth) != 0);
    let closed = RwSignal::new(closed.collect::<Vec<_>>());
    let alone = alone(&report);
    let entries = report.sections.iter().map(|section| {
        let place = Place::from(section.id.as_str());
        ContentsEntry {
            target: place_id(&place),
            href: Route::Work(Some(place)).href(),
            number: number(section),
            label: section.title.clone(),
        }
    });
    let entries = entries.collect();
    let all = report.sections.len();
    let label = move || {
        if closed.with(Vec::is_empty) {
            "全部收起"
        } else {
            "全部展开"
        }
    };
    let toggle_all = move |_| {
        closed.update(|closed| {
            *closed = if closed.is_empty() {
                (0..all).collect()
            } else {
                Vec::new()
            }
        });
        keep(closed, location);
        // A place in the address would hold its section open.
        location.push(Route::Work(None));
    };
    let sections = report
        .sections
        .iter()
        .enumerate()
        .filter(|(nth, _)| alone.is_none_or(|alone| alone == *nth))
        .map(|(nth, section)| section_view(section, nth, &report, closed));
    let head = match alone.and_then(|nth| report.sections.get(nth)) {
        Some(section) => {
            view! { <h1 class="unseen" id="page-title" tabindex="-1">{section.title.clone()}</h1> }.into_any()
        }
        None => view! {
            <div class="page__head">
                <h1 id="page-title" tabindex="-1">"重点工作"</h1>
                <button type="button" class="button button--quiet" on:click=toggle_all>{label}</button>
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="page page--contents">
            {head}
            <Contents title="目录" entries=entries/>
            <div class="sections">
                <FileNotice file=PackFile::Figures/>
                <FileNotice file=PackFile::Enterprises/>
                <FileNotice file=PackFile::Projects/>
                {sections.views()}
            </div>
        </div>
    }
}

/// The section that stands alone, because a frame of another page asks for it.
fn alone(report: &Report) -> Option<usize> {
    let location = Shared::of_context().location;
    let route = untrack(|| location.embedded().then(|| location.route()))?;
    let Route::Work(Some(place)) = route else { return None };
    report.sections.iter().position(|section| section.id == place.section())
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

/// A section's bit in what is remembered; those beyond the sixty-fourth stand open again.
fn bit(nth: usize) -> u64 {
    u32::try_from(nth)
        .ok()
        .and_then(|nth| 1_u64.checked_shl(nth))
        .unwrap_or(0)
}

fn keep(closed: RwSignal<Vec<usize>>, location: Location) {
    location.keep_opened(closed.with_untracked(|closed| closed.iter().fold(0, |bits, nth| bits | bit(*nth))));
}

fn section_view(section: &Section, nth: usize, report: &Report, closed: RwSignal<Vec<usize>>) -> impl IntoView + use<> {
    let location = Shared::of_context().location;
    let id = place_id(&Place::from(section.id.as_str()));
    let body = format!("{id}-body");
    let title = format!("{id}-title");
    let labelled = title.clone();
    let section_id = section.id.clone();
    let embedded = untrack(|| location.embedded());
    // A link into a closed section opens it, or there would be nothing to scroll to. In a frame the address says what
    // is in it, whether open or closed.
    let asked =
        move || !embedded && matches!(location.route(), Route::Work(Some(place)) if place.section() == section_id);
    let shown = move || asked() || closed.with(|closed| !closed.contains(&nth));
    let (hidden, expanded, now) = (shown.clone(), shown.clone(), shown);
    let toggle = move |_| {
        let open = untrack(&now);
        closed.update(|closed| closed.retain(|other| *other != nth));
        if open {
            closed.update(|closed| closed.push(nth));
        }
        keep(closed, location);
        if open && !embedded {
            location.push(Route::Work(None));
        }
    };
    let charts = report
        .charts
        .iter()
        .filter(|chart| chart.section.as_ref() == Some(&section.id))
        .cloned();
    view! {
        <section class="section" id=id tabindex="-1" aria-labelledby=labelled>
            <h2 class="section__title" id=title>
                <button
                    type="button"
                    class="section__door"
                    aria-expanded=move || if expanded() { "true" } else { "false" }
                    aria-controls=body.clone()
                    on:click=toggle
                >
                    <span class="section__number">{number(section)}</span>
                    <span>{section.title.clone()}</span>
                    <span class="section__sign" aria-hidden="true"></span>
                </button>
            </h2>
            <p class="section__summary">{section.summary.clone()}</p>
            <div id=body hidden=move || !hidden()>
                {original_of(OriginalOf::Place(section.id.as_str().into()))}
                {section.items.iter().map(item_view).views()}
                {charts.map(|chart| view! { <ChartBeside chart/> }).views()}
            </div>
        </section>
    }
}

fn item_view(item: &Item) -> impl IntoView + use<> {
    view! {
        <article class="item" id=place_id(&item.id) tabindex="-1">
            <h3 class="item__title">{item.title.clone()}</h3>
            <ul class="points">{item.points.iter().map(point_view).views()}</ul>
        </article>
    }
}

fn point_view(point: &Point) -> impl IntoView + use<> {
    // One number stands beside its sentence; several stand beneath it, each with what it measures.
    let class = if point.figures.len() == 1 {
        "point point--one"
    } else {
        "point"
    };
    view! {
        <li class=class>
            <p class="point__text">{point.text.clone()}</p>
            <FigureTags ids=point.figures.clone()/>
            <EnterpriseLinks ids=point.enterprises.clone()/>
            <ProjectLinks ids=point.projects.clone()/>
        </li>
    }
}
