//! 项目: the table of projects, in the order of their status.

use std::sync::Arc;

use annual_report::format::place_name;
use annual_report::model::{Enterprises, Project, Status};
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{Asking, Downloads, Explored, Explorer, ListColumn, Piece, Rows, downloads, gate};
use crate::state::Shared;

const fn column(label: &'static str, order: Option<&'static str>, class: &'static str) -> ListColumn {
    ListColumn { label, order, class }
}

const EXPLORED: Explored = Explored {
    name: "projects",
    what: "项目",
    noun: "个",
    example: "名称、拼音、类别或进度，如 安置房",
    columns: &[
        column("项目", Some("name"), "cell cell--project"),
        column("类别", None, "cell cell--category"),
        column("进度", Some("status"), "cell cell--status"),
        column("出处", None, "cell cell--place"),
    ],
    ranges: &[],
};

/// 项目.
#[component]
pub fn Projects() -> impl IntoView {
    let shared = Shared::of_context();
    let query = Memo::new(move |_| match shared.location.route() {
        Route::Projects(query) => query,
        _ => Query::default(),
    });
    let pack = shared.pack;
    let table = pack.project_table();
    let body = gate(pack.projects, move |rows| {
        let Some(asked) = pack.table_now(table) else {
            return ().into_any();
        };
        let asking = Asking::new(asked, query, Route::Projects, shared.location);
        let (names, figures) = (pack.enterprises.ready(), pack.figures.ready());
        let tools = downloads(Downloads {
            what: EXPLORED.what,
            noun: EXPLORED.noun,
            asking,
            rows: Rows::Projects(Arc::clone(&rows), names, figures),
        });
        let cells = Arc::new(move |row: u32, roomy: bool| {
            let names = pack.enterprises.ready();
            let row = rows.get(row as usize);
            row.map(|row| cells(row, roomy, names.as_deref())).unwrap_or_default()
        });
        view! { <Explorer asking explored=EXPLORED cells on_pick=Arc::new(|_| {}) tools note=().into_any()/> }
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

/// The cells of a row. A long list leaves out who takes part.
fn cells(row: &Project, roomy: bool, names: Option<&Enterprises>) -> Vec<Vec<Piece>> {
    let mut name = vec![Piece::link(
        "row-link",
        Route::Project(row.id.clone()).href(),
        row.name.as_str(),
    )];
    if roomy && !row.enterprises.is_empty() {
        let taking_part = row.enterprises.iter().map(|id| {
            // The id stands in while the names are on their way, or if they failed.
            let name = names
                .and_then(|names| names.name_of(id))
                .unwrap_or_else(|| id.to_string());
            let link = Piece::link("link-tag", Route::Enterprise(id.clone()).href(), name);
            Piece::group("li", "", vec![link])
        });
        name.push(Piece::group("ul", "links", taking_part.collect()));
    }
    let place = Route::of_place(&row.section).href();
    vec![
        name,
        vec![Piece::found("nb", row.category.word())],
        vec![
            Piece::text(status_class(row.status), row.status.word()),
            Piece::found("row-sub", format!("“{}”", row.status_printed)),
        ],
        vec![Piece::way("place", place, place_name(&row.section))],
    ]
}

/// The class of a mark that shows how far a project has come: not begun, under way, done.
fn status_class(status: Status) -> &'static str {
    match status {
        Status::Intention | Status::Signed | Status::Preparation => "status",
        Status::Started | Status::UnderWay | Status::Settling => "status status--half",
        Status::Approved | Status::InUse => "status status--done",
    }
}

/// How far a project has come, as a word and a mark.
#[component]
pub fn StatusMark(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! { <span class=status_class(status)>{status.word()}</span> }
}
