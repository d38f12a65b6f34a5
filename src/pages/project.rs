//! One project: how far it has come, in the report's own words, and who takes part.

use annual_report::model::{Mention, PackFile, Project, ProjectId};
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;

use super::projects::StatusMark;
use crate::components::{EnterpriseLinks, FigureTags, FileNotice, IntoViews, Missing, PlaceLink, gate, maybe};
use crate::state::Shared;

/// One project.
#[component]
pub fn ProjectPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    gate(Shared::of_context().pack.projects, move |rows| {
        match rows.iter().find(|row| row.id == id) {
            Some(project) => view! { <Body project=project.clone()/> }.into_any(),
            None => {
                let href = Route::Projects(Query::default()).href();
                view! { <Missing what=format!("项目“{id}”") href label="看全部项目"/> }.into_any()
            }
        }
    })
}

#[component]
fn Body(project: Project) -> impl IntoView {
    let first = Mention {
        section: project.section.clone(),
        status_printed: project.status_printed.clone(),
    };
    let mentions = core::iter::once(first)
        .chain(project.also.iter().cloned())
        .map(|mention| {
            view! {
                <li class="event">
                    <p class="event__head"><PlaceLink place=mention.section/></p>
                    <p class="event__text">"“" {mention.status_printed} "”"</p>
                </li>
            }
        });
    let enterprises = project.enterprises.clone();
    let figures = project.figures.clone();
    view! {
        <div class="page page--narrow">
            <p class="back"><a href=Route::Projects(Query::default()).href()>"全部项目"</a></p>
            <h1 id="page-title" tabindex="-1">{project.name.clone()}</h1>
            <dl class="facts">
                <div><dt>"类别"</dt><dd>{project.category.word()}</dd></div>
                <div><dt>"进度"</dt><dd><StatusMark status=project.status/></dd></div>
            </dl>
            <h2>"报告的说法"</h2>
            <ol class="events">{mentions.views()}</ol>
            {maybe((!figures.is_empty()).then(|| view! {
                <h2>"数字"</h2>
                <FileNotice file=PackFile::Figures/>
                <FigureTags ids=figures/>
            }))}
            {maybe((!enterprises.is_empty()).then(|| view! {
                <h2>"参与企业"</h2>
                <FileNotice file=PackFile::Enterprises/>
                <EnterpriseLinks ids=enterprises/>
            }))}
        </div>
    }
}
