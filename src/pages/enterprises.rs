//! 企业: the table of enterprises and institutions.

use std::sync::Arc;

use annual_report::format::written;
use annual_report::model::{Enterprise, PackFile, Tag};
use annual_report::query::{Query, growth_figure};
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::components::{Explorer, ExplorerColumn, FileNotice, IntoViews, Marked, Question, gate};
use crate::state::Shared;

const COLUMNS: [ExplorerColumn; 5] = [
    ExplorerColumn {
        label: "名称",
        order: Some("name"),
        numeric: false,
    },
    ExplorerColumn {
        label: "报告中的事项",
        order: None,
        numeric: false,
    },
    ExplorerColumn {
        label: "事项数",
        order: Some("events"),
        numeric: true,
    },
    ExplorerColumn {
        label: "产值增长",
        order: Some("growth"),
        numeric: true,
    },
    ExplorerColumn {
        label: "出口增长",
        order: Some("export"),
        numeric: true,
    },
];

/// 企业.
#[component]
pub fn Enterprises() -> impl IntoView {
    let shared = Shared::of_context();
    let query = Memo::new(move |_| match shared.location.route() {
        Route::Enterprises(query) => query,
        _ => Query::default(),
    });
    let question = Question {
        query,
        to_route: Route::Enterprises,
        location: shared.location,
    };
    let pack = shared.pack;
    let body = gate(pack.enterprises, move |rows| {
        let Some(listing) = pack.enterprise_listing.get() else {
            return ().into_any();
        };
        let figures = pack.figures.ready();
        let cells = Arc::new(move |row: u32, words| {
            rows.get(row as usize)
                .map(|row| cells(row, figures.as_deref(), words))
                .unwrap_or_default()
        });
        view! {
            <Explorer
                listing question what="企业" noun="家" columns=&COLUMNS cells
                example="名称、拼音、行业或事项，如 丝绸、slbx"
            />
        }
        .into_any()
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

fn cells(enterprise: &Enterprise, figures: Option<&Figures>, words: Memo<Vec<String>>) -> Vec<AnyView> {
    let href = Route::Enterprise(enterprise.id.clone()).href();
    let growth = |tag| {
        let figure = growth_figure(enterprise, tag, figures);
        match figure {
            Some(figure) => view! { <span class="nb">{written(figure).to_string()}</span> }.into_any(),
            None => view! { <span class="none"><span aria-hidden="true">"—"</span><span class="unseen">"报告未提及"</span></span> }.into_any(),
        }
    };
    let events = enterprise.events.iter().map(|event| {
        view! {
            <li>
                <span class="tag"><Marked text=event.tag.word().to_owned() words/></span>
                <span><Marked text=event.text.clone() words/></span>
            </li>
        }
    });
    vec![
        view! {
            <a class="row-link" href=href><Marked text=enterprise.name.clone() words/></a>
            <span class="row-sub"><Marked text=enterprise.industry.clone() words/></span>
        }
        .into_any(),
        view! { <ul class="events-short">{events.views()}</ul> }.into_any(),
        enterprise.events.len().to_string().into_any(),
        growth(Tag::OutputGrowth),
        growth(Tag::ExportGrowth),
    ]
}
