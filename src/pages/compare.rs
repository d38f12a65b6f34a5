//! 企业对比: two to four enterprises side by side, each thing that the report says in a row of its own.

use annual_report::format::written;
use annual_report::model::{Enterprise, EnterpriseId, Enterprises, Growth, PackFile};
use annual_report::query::Query;
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::components::{FigureTags, FileNotice, IntoViews, Missing, Notice, PlaceLink, gate, maybe, prose};
use crate::state::Shared;

/// 企业对比.
#[component]
pub fn Compare(
    /// Which.
    ids: Vec<EnterpriseId>,
) -> impl IntoView {
    let Shared { pack, location, .. } = Shared::of_context();
    gate(pack.enterprises, move |rows| {
        let figures = pack.figures.ready();
        let (found, lost): (Vec<_>, Vec<_>) = ids
            .iter()
            .cloned()
            .map(|id| (rows.row_of(&id), id))
            .partition(|(row, _)| row.is_some());
        let found: Vec<u32> = found.into_iter().filter_map(|(row, _)| row).collect();
        let lost: Vec<String> = lost.into_iter().map(|(_, id)| format!("“{id}”")).collect();
        let known: Vec<EnterpriseId> = found.iter().map(|row| rows.id(*row)).collect();
        let compared = found.iter().map(|row| rows.id(*row).to_string()).collect();
        let back = Route::Enterprises(Query {
            compared,
            ..Query::default()
        })
        .href();
        if ids.is_empty() {
            return view! {
                <div class="page">
                    <h1 id="page-title" tabindex="-1">"企业对比"</h1>
                    <p>"还没有选企业。在企业列表里勾选两到四家，就可以并排看。"</p>
                    <p><a href=back>"去选企业"</a></p>
                </div>
            }
            .into_any();
        }
        if found.is_empty() {
            return view! { <Missing what="要对比的企业".to_owned() href=back label="去选企业"/> }.into_any();
        }
        view! {
                    <div class="page">
                        <p class="back"><a href=back>"增减企业"</a></p>
                        <h1 id="page-title" tabindex="-1">"企业对比"</h1>
                        <FileNotice file=PackFile::Figures/>
        {maybe((!lost.is_empty()).then(|| view! {
                            <Notice on_dismiss=move || location.push(Route::Compare(known.clone()))>
                                {format!("报告里没有这些企业，已略过：{}", lost.join("、"))}
                            </Notice>
                        }))}
                        {table(&rows, &found, figures.as_deref())}
                    </div>
                }
        .into_any()
    })
}

fn table(rows: &Enterprises, found: &[u32], figures: Option<&Figures>) -> impl IntoView + use<> {
    let all: Vec<(u32, Enterprise)> = found.iter().filter_map(|row| Some((*row, rows.get(*row)?))).collect();
    let heads = all.iter().map(|(_, enterprise)| {
        let href = Route::Enterprise(enterprise.id.clone()).href();
        view! { <th scope="col" role="columnheader"><a class="row-link" href=href>{enterprise.name.clone()}</a></th> }
    });
    let growth = |row: u32, growth: Growth| match rows.growth(row, growth, figures) {
        Some(figure) => {
            let told = written(&figure).to_string();
            let told = match figures.is_some_and(|figures| figures.get(&figure.id).is_some()) {
                true => view! { <a class="nb" href=Route::Figure(figure.id.clone()).href()>{told}</a> }.into_any(),
                false => view! { <span class="nb">{told}</span> }.into_any(),
            };
            view! { {told} " " <PlaceLink place=figure.section/> }.into_any()
        }
        None => view! { <span class="none">"报告未提及"</span> }.into_any(),
    };
    let mut lines = vec![
        line("类型".into_any(), &all, &|_, enterprise| {
            enterprise.kind.label().into_any()
        }),
        line("行业".into_any(), &all, &|_, enterprise| {
            enterprise.industry.clone().into_any()
        }),
        line("事项数".into_any(), &all, &|_, enterprise| {
            format!("{} 项", enterprise.events.len()).into_any()
        }),
        line("产值增长".into_any(), &all, &|row, _| growth(row, Growth::Output)),
        line("出口增长".into_any(), &all, &|row, _| growth(row, Growth::Export)),
    ];
    // Tags that several have come first: that is where they can be compared.
    let mut tags: Vec<(&str, usize)> = Vec::new();
    for (_, enterprise) in &all {
        for event in &enterprise.events {
            if !tags.iter().any(|(tag, _)| *tag == event.tag.as_str()) {
                let having = all
                    .iter()
                    .filter(|(_, other)| other.events.iter().any(|known| known.tag == event.tag));
                tags.push((event.tag.as_str(), having.count()));
            }
        }
    }
    for having in (1..=all.len()).rev() {
        for (tag, _) in tags.iter().filter(|(_, count)| *count == having) {
            // Otherwise a tag may be called as a number is.
            let name = view! { <span class="unseen">"事项："</span> <span class="tag">{(*tag).to_owned()}</span> };
            let name = name.into_any();
            lines.push(line(name, &all, &|_, enterprise| events(enterprise, tag)));
        }
    }
    view! {
        <table class="compare" role="table">
            <thead role="rowgroup"><tr role="row"><td role="cell"></td>{heads.views()}</tr></thead>
            <tbody role="rowgroup">{lines}</tbody>
        </table>
    }
}

fn line(name: AnyView, all: &[(u32, Enterprise)], cell: &dyn Fn(u32, &Enterprise) -> AnyView) -> AnyView {
    let cells = all.iter().map(|(row, enterprise)| {
        view! { <td role="cell" data-label=enterprise.name.clone()>{cell(*row, enterprise)}</td> }
    });
    view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells.views()}</tr> }.into_any()
}

/// What the report says of an enterprise under one tag.
fn events(enterprise: &Enterprise, tag: &str) -> AnyView {
    let events = enterprise
        .events
        .iter()
        .filter(|event| event.tag.as_str() == tag)
        .map(|event| {
            view! {
                <div class="compare__event">
                    <p>{prose(&event.text)} " " <PlaceLink place=event.section.clone()/></p>
                    <FigureTags ids=event.figures.clone()/>
                </div>
            }
        });
    let events = events.views();
    match events.is_empty() {
        true => view! { <span class="none">"报告未提及"</span> }.into_any(),
        false => events.into_any(),
    }
}
