//! 项目: the table of projects, in the order of their status.

use std::sync::Arc;

use annual_report::model::{Project, Status};
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{EnterpriseLinks, Explorer, ExplorerColumn, Marked, PlaceLink, Question, gate};
use crate::state::Shared;

const COLUMNS: [ExplorerColumn; 4] = [
    ExplorerColumn {
        label: "项目",
        order: Some("name"),
        numeric: false,
    },
    ExplorerColumn {
        label: "类别",
        order: None,
        numeric: false,
    },
    ExplorerColumn {
        label: "进度",
        order: Some("status"),
        numeric: false,
    },
    ExplorerColumn {
        label: "出处",
        order: None,
        numeric: false,
    },
];

/// 项目.
#[component]
pub fn Projects() -> impl IntoView {
    let shared = Shared::of_context();
    let query = Memo::new(move |_| match shared.location.route() {
        Route::Projects(query) => query,
        _ => Query::default(),
    });
    let question = Question {
        query,
        to_route: Route::Projects,
        location: shared.location,
    };
    let pack = shared.pack;
    let body = gate(pack.projects, move |rows| {
        let Some(listing) = pack.project_listing.get() else {
            return ().into_any();
        };
        let cells =
            Arc::new(move |row: u32, words| rows.get(row as usize).map(|row| cells(row, words)).unwrap_or_default());
        view! {
            <Explorer
                listing question what="项目" noun="个" columns=&COLUMNS cells
                example="名称、拼音、类别或进度，如 安置房"
            />
        }
        .into_any()
    });
    view! {
        <div class="page">
            <div class="page__head"><h1 id="page-title" tabindex="-1">"项目"</h1></div>
            <p class="page__lead">"报告点名的项目和事项，按进度排列。进度按统一的八级归类，旁边是报告的原话。"</p>
            {body}
        </div>
    }
}

fn cells(project: &Project, words: Memo<Vec<String>>) -> Vec<AnyView> {
    let href = Route::Project(project.id.clone()).href();
    vec![
        view! {
            <a class="row-link" href=href><Marked text=project.name.clone() words/></a>
            <EnterpriseLinks ids=project.enterprises.clone()/>
        }
        .into_any(),
        view! { <span class="nb"><Marked text=project.category.word().to_owned() words/></span> }.into_any(),
        view! {
            <StatusMark status=project.status/>
            <span class="row-sub">"“" <Marked text=project.status_printed.clone() words/> "”"</span>
        }
        .into_any(),
        view! { <PlaceLink place=project.section.clone()/> }.into_any(),
    ]
}

/// How far a project has come, as a word and a step on the scale.
#[component]
pub fn StatusMark(
    /// The status.
    status: Status,
) -> impl IntoView {
    let step = Status::ALL
        .iter()
        .position(|known| *known == status)
        .unwrap_or_default();
    view! { <span class="status" data-step=step.to_string()>{status.word()}</span> }
}
