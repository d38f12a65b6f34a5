//! Ways from what is read to what it speaks of.

use annual_report::format::place_name;
use annual_report::model::{EnterpriseId, Place, ProjectId};
use annual_report::route::Route;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};

use crate::state::Shared;

/// The id of the element that shows what the document says at a place.
pub fn place_id(place: &Place) -> String {
    format!("at-{}", place.as_str().replace('/', "-"))
}

/// A link to where the report says something: 二（二）一是.
#[component]
pub fn PlaceLink(
    /// The place.
    place: Place,
) -> impl IntoView {
    let href = Route::of_place(&place).href();
    let name = place_name(&place);
    view! { <a class="place" href=href aria-label=format!("出处：报告{name}")>{name.clone()}</a> }
}

/// Links to enterprises, by name.
#[component]
pub fn EnterpriseLinks(
    /// Which.
    ids: Vec<EnterpriseId>,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let links = ids.into_iter().map(|id| {
        let href = Route::Enterprise(id.clone()).href();
        // The id stands in while the names are on their way, or if they failed.
        let name = move || pack.enterprise_name(&id).unwrap_or_else(|| id.to_string());
        view! { <li><a class="link-tag" href=href>{name}</a></li> }
    });
    let links = links.views();
    maybe((!links.is_empty()).then(|| view! { <ul class="links" aria-label="企业">{links}</ul> }))
}

/// Links to projects, by name, with how far each has come.
#[component]
pub fn ProjectLinks(
    /// Which.
    ids: Vec<ProjectId>,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let links = ids.into_iter().map(|id| {
        let href = Route::Project(id.clone()).href();
        let label = move || match pack.project(&id) {
            Some(project) => view! {
                {project.name} <span class="link-tag__status">{project.status.word()}</span>
            }
            .into_any(),
            None => id.to_string().into_any(),
        };
        view! { <li><a class="link-tag link-tag--project" href=href>{label}</a></li> }
    });
    let links = links.views();
    maybe((!links.is_empty()).then(|| view! { <ul class="links" aria-label="项目">{links}</ul> }))
}
