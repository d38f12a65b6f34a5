//! One enterprise: everything that the report says of it.

use annual_report::model::{Enterprise, EnterpriseId, Event, Figure, IndustryBasis, PackFile, ProjectId};
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{
    EnterpriseLinks, FigureTags, FileNotice, IntoViews, Missing, PlaceLink, ProjectLinks, figure_line, gate, maybe,
    prose,
};
use crate::state::Shared;

/// One enterprise.
#[component]
pub fn EnterprisePage(
    /// Which.
    id: EnterpriseId,
) -> impl IntoView {
    gate(Shared::of_context().pack.enterprises, move |rows| {
        match rows
            .row_of(&id)
            .and_then(|row| Some((rows.get(row)?, rows.column_growths(row))))
        {
            Some((enterprise, growths)) => view! { <Body enterprise growths/> }.into_any(),
            None => {
                let href = Route::Enterprises(Query::default()).href();
                view! { <Missing what=format!("企业“{id}”") href label="看全部企业"/> }.into_any()
            }
        }
    })
}

#[component]
fn Body(enterprise: Enterprise, growths: Vec<Figure>) -> impl IntoView {
    let industry = match enterprise.industry_basis {
        IndustryBasis::Reported => enterprise.industry.clone(),
        IndustryBasis::Name => format!("{}（按名称归类，报告未写明）", enterprise.industry),
    };
    let events = enterprise
        .events
        .iter()
        .cloned()
        .map(|event| view! { <EventView event/> })
        .views();
    view! {
        <div class="page page--narrow">
            <p class="back"><a href=Route::Enterprises(Query::default()).href()>"全部企业"</a></p>
            <h1 id="page-title" tabindex="-1">{enterprise.name.clone()}</h1>
            <dl class="facts">
                <div><dt>"类型"</dt><dd>{enterprise.kind.label()}</dd></div>
                <div><dt>"行业"</dt><dd>{industry}</dd></div>
                <div><dt>"报告中的事项"</dt><dd class="nb">{enterprise.events.len()} " 项"</dd></div>
            </dl>
            <FileNotice file=PackFile::Figures/>
            <h2>"报告说到的事"</h2>
            <ol class="events">{events}</ol>
            {maybe((!growths.is_empty()).then(|| {
                let tags = growths.iter().map(|growth| view! { <li>{figure_line(growth)} <PlaceLink place=growth.section.clone()/></li> });
                view! { <h2>"数字"</h2> <ul class="figures">{tags.views()}</ul> }
            }))}
            <Related enterprise/>
        </div>
    }
}

#[component]
fn EventView(event: Event) -> impl IntoView {
    view! {
        <li class="event">
            <p class="event__head"><span class="tag">{event.tag.to_string()}</span> <PlaceLink place=event.section/></p>
            <p class="event__text">{prose(&event.text)}</p>
            <FigureTags ids=event.figures/>
        </li>
    }
}

/// Projects that it takes part in, and enterprises that the report names in the same breath.
#[component]
fn Related(enterprise: Enterprise) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let id = enterprise.id.clone();
    let projects = move || -> Vec<ProjectId> {
        let Some(rows) = pack.projects.ready() else {
            return Vec::new();
        };
        rows.iter()
            .filter(|project| project.enterprises.contains(&id))
            .map(|project| project.id.clone())
            .collect()
    };
    let id = enterprise.id.clone();
    let companions = move || -> Vec<EnterpriseId> {
        let Some(figures) = pack.figures.ready() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let shared = figures.all().iter().filter(|figure| figure.enterprises.contains(&id));
        for other in shared.flat_map(|figure| &figure.enterprises) {
            if *other != id && !found.contains(other) {
                found.push(other.clone());
            }
        }
        found
    };
    view! {
        <FileNotice file=PackFile::Projects/>
        {move || {
            let ids = projects();
            maybe((!ids.is_empty()).then(|| view! { <h2>"相关项目"</h2> <ProjectLinks ids/> }))
        }}
        {move || {
            let ids = companions();
            maybe((!ids.is_empty()).then(|| view! { <h2>"报告中一同列名"</h2> <EnterpriseLinks ids/> }))
        }}
    }
}
