//! 企业: the table of enterprises and institutions.

use std::sync::Arc;

use annual_report::format::{shortened, written};
use annual_report::model::{EnterpriseId, Enterprises as Table, Growth, PackFile};
use annual_report::query::{ENTERPRISE_RANGES, MOST_COMPARED, Query, partly_named};
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::components::{
    Asking, Downloads, Explored, Explorer, FileNotice, ListColumn, Notice, Piece, Rows, downloads, gate, maybe,
    named_of_group,
};
use crate::state::Shared;

const fn column(label: &'static str, order: Option<&'static str>, class: &'static str) -> ListColumn {
    ListColumn { label, order, class }
}

const EXPLORED: Explored = Explored {
    name: "enterprises",
    what: "企业",
    noun: "家",
    example: "名称、拼音、首字母或事项",
    columns: &[
        column("名称", Some("name"), "cell cell--name"),
        column("报告中的事项", None, "cell cell--events"),
        column("事项数", Some("events"), "cell cell--number"),
        column("产值增长", Some("growth"), "cell cell--number"),
        column("出口增长", Some("export"), "cell cell--number"),
        column("对比", None, "cell cell--pick"),
    ],
    ranges: &ENTERPRISE_RANGES,
};

/// 企业.
#[component]
pub fn Enterprises() -> impl IntoView {
    let shared = Shared::of_context();
    let query = Memo::new(move |_| match shared.location.route() {
        Route::Enterprises(query) => query,
        _ => Query::default(),
    });
    let pack = shared.pack;
    let table = pack.enterprise_table();
    let body = gate(pack.enterprises, move |rows| {
        let Some(asked) = pack.table_now(table) else {
            return ().into_any();
        };
        let figures = pack.figures.ready();
        let asking = Asking::new(asked, query, Route::Enterprises, shared.location);
        let picked = Arc::clone(&rows);
        let on_pick = Arc::new(move |row: u32| pick(asking, &picked.id(row)));
        let tools = vec![tools(asking, &rows), download(asking, &rows, figures.clone())].into_any();
        let compared = Memo::new(move |_| asking.query.with(|query| query.compared.clone()));
        let note = vec![note(asking, &rows, figures.clone()), lost(asking, &rows)].into_any();
        let cells = Arc::new(move |row: u32, roomy: bool| {
            compared.with(|compared| cells(row, roomy, compared, &rows, figures.as_deref()))
        });
        view! { <Explorer asking explored=EXPLORED cells on_pick tools note/> }.into_any()
    });
    view! {
        <div class="page">
            <div class="page__head"><h1 id="page-title" tabindex="-1">"企业"</h1></div>
            <p class="page__lead">"报告点名的企业和机构，以及报告说到它们的每一件事。未列名的企业不在其中。"</p>
            <FileNotice file=PackFile::Figures/>
            {body}
        </div>
    }
}

/// Picks an enterprise to be compared, or lets it go.
fn pick(asking: Asking, id: &EnterpriseId) {
    asking.ask(|query| {
        let picked = query.compared.iter().any(|known| known == id.as_str());
        query.comparing(id.as_str(), !picked)
    });
}

/// Says of every group that is asked for how many of it the report names.
fn note(asking: Asking, rows: &Arc<Table>, figures: Option<Arc<Figures>>) -> AnyView {
    let rows = Arc::clone(rows);
    let groups = move || {
        let figures = figures.as_deref()?;
        let groups = asking.query.with(|query| partly_named(&rows, figures, query));
        let groups = groups
            .into_iter()
            .filter_map(|figure| Some(format!("{}：{}", figure.subject, named_of_group(figure)?)));
        Some(groups.collect::<Vec<_>>().join("；"))
    };
    let groups = Memo::new(move |_| groups().unwrap_or_default());
    let note = move || {
        let groups = groups.get();
        maybe((!groups.is_empty()).then(|| {
            view! { <p class="notice">{groups} "。其余的报告没有列名，不在下面。"</p> }
        }))
    };
    note.into_any()
}

/// Says which enterprises the address picks and the report does not have.
fn lost(asking: Asking, rows: &Arc<Table>) -> AnyView {
    let rows = Arc::clone(rows);
    let compared = Memo::new(move |_| asking.query.with(|query| query.compared.clone()));
    let note = move || {
        let ids = compared.get();
        let (known, lost): (Vec<String>, Vec<String>) = ids
            .into_iter()
            .partition(|id| rows.row_of(&id.as_str().into()).is_some());
        maybe((!lost.is_empty()).then(|| {
            let put_away = move || {
                let compared = known.clone();
                asking.ask(|query| Query { compared, ..query.clone() });
            };
            view! { <Notice on_dismiss=put_away>{format!("报告里没有要对比的企业，已略过：{}", shortened(&lost.join("、")))}</Notice> }
        }))
    };
    note.into_any()
}

fn download(asking: Asking, rows: &Arc<Table>, figures: Option<Arc<Figures>>) -> AnyView {
    downloads(Downloads {
        what: EXPLORED.what,
        noun: EXPLORED.noun,
        asking,
        rows: Rows::Enterprises(Arc::clone(rows), figures),
    })
}

/// The enterprises picked so far, and the way to see them side by side.
fn tools(asking: Asking, rows: &Arc<Table>) -> AnyView {
    let rows = Arc::clone(rows);
    let compared = Memo::new(move |_| asking.query.with(|query| query.compared.clone()));
    let bar = move || {
        let ids: Vec<EnterpriseId> = compared.with(|ids| ids.iter().map(|id| id.as_str().into()).collect());
        let ids: Vec<EnterpriseId> = ids.into_iter().filter(|id| rows.row_of(id).is_some()).collect();
        let names = ids.iter().filter_map(|id| rows.name_of(id));
        let names = names.collect::<Vec<_>>().join("、");
        let hint = match ids.len() {
            1 => "再选一家即可对比，最多四家",
            MOST_COMPARED => "已选满四家",
            _ => "",
        };
        let hint = maybe((!hint.is_empty()).then(|| view! { <span class="picks__hint">{hint}</span> }));
        let way = (ids.len() > 1).then(|| {
            view! { <a class="button" href=Route::Compare(ids.clone()).href()>"并排对比"</a> }
        });
        let more = vec![hint, maybe(way)];
        maybe((!ids.is_empty()).then(|| {
            view! {
                <div class="picks" role="group" aria-label="选入对比">
                    <p class="picks__names">"对比：" {names}</p>
                    {more}
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| asking.ask(|query| Query { compared: Vec::new(), ..query.clone() })
                    >"不对比了"</button>
                </div>
            }
        }))
    };
    bar.into_any()
}

/// The cells of a row. A long list shows the first two events of each enterprise, a short one all.
fn cells(row: u32, roomy: bool, compared: &[String], rows: &Table, figures: Option<&Figures>) -> Vec<Vec<Piece>> {
    let most = if roomy { usize::MAX } else { 2 };
    let events = (0..rows.events(row).min(most)).filter_map(|nth| rows.event(row, nth));
    let events = events.map(|(tag, told)| {
        Piece::group(
            "p",
            "event-line",
            vec![Piece::found("tag", tag), Piece::found("", told)],
        )
    });
    let growth = |growth: Growth| match rows.growth(row, growth, figures) {
        Some(figure) => {
            let told = written(&figure).to_string();
            // A table of thousands has its growths in itself.
            let is_known = figures.is_some_and(|figures| figures.get(&figure.id).is_some());
            vec![match is_known {
                true => Piece::way("nb", Route::Figure(figure.id.clone()).href(), told),
                false => Piece::text("nb", told),
            }]
        }
        None => vec![Piece::text("nb none", "报告未提及")],
    };
    let id = rows.id(row);
    let picked = compared.iter().any(|known| known == id.as_str());
    let can_be = picked || compared.len() < MOST_COMPARED;
    vec![
        vec![
            Piece::link("row-link", Route::Enterprise(id).href(), rows.name(row)),
            Piece::found("row-sub", rows.industry(row)),
        ],
        events.collect(),
        vec![Piece::text("", rows.events(row).to_string())],
        growth(Growth::Output),
        growth(Growth::Export),
        vec![Piece::group(
            "label",
            "pick",
            vec![Piece::tick(format!("选入对比：{}", rows.name(row)), picked, can_be)],
        )],
    ]
}
