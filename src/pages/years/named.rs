//! Enterprises and projects that two reports name, in groups by what it is to the reader of the later one.

use annual_report::model::{Enterprise, Project};
use annual_report::route::Route;
use annual_report::years::{self, Move, Pair, Step};
use leptos::prelude::*;

use super::Two;
use super::ways::Way;
use crate::components::{IntoViews, maybe};

/// How many rows of a group are shown. A report names dozens; a made-up pack of thousands must not fill the page.
const MOST: usize = 200;

/// Whom each of the two names.
pub(super) fn enterprises(two: &Two<'_>) -> AnyView {
    let pairs = years::enterprises(two.before, two.after);
    let [there, here] = &two.ways;
    let row = |pair: &Pair<Enterprise>| {
        let name = pair.after.as_ref().or(pair.before.as_ref()).map(|row| row.name.clone());
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{name}</th>
                <td role="cell" data-label=two.then()>{events(there, pair.before.as_ref())}</td>
                <td role="cell" data-label=two.now()>{events(here, pair.after.as_ref())}</td>
            </tr>
        }
        .into_any()
    };
    let of = |step: Step| -> Vec<AnyView> { pairs.iter().filter(|pair| pair.step() == step).map(row).collect() };
    let groups = [
        (format!("{}新点到的", two.now()), of(Step::New)),
        ("两年都点到的".to_owned(), of(Step::Continued)),
        (format!("{}没有再点到的", two.now()), of(Step::Gone)),
    ];
    table(two, "企业和机构", "家", groups.into())
}

/// What sort of things a report says of an enterprise, each once; they lead to all of it.
fn events(way: &Way, row: Option<&Enterprise>) -> AnyView {
    let Some(row) = row else {
        return view! { <span class="none">"没有点到"</span> }.into_any();
    };
    let mut tags: Vec<&str> = Vec::new();
    for event in &row.events {
        if !tags.contains(&event.tag.as_str()) {
            tags.push(event.tag.as_str());
        }
    }
    let tags = tags
        .into_iter()
        .map(|tag| view! { <span class="tag">{tag.to_owned()}</span> });
    let href = way.href(&Route::Enterprise(row.id.clone()));
    view! { {tags.views()} " " <a class="nb" href=href>{format!("{} 件事", row.events.len())}</a> }.into_any()
}

/// Which projects each of the two names, and how far they have come.
pub(super) fn projects(two: &Two<'_>) -> AnyView {
    let pairs = years::projects(two.before, two.after);
    let [there, here] = &two.ways;
    let row = |pair: &Pair<&Project>| {
        let name = pair.after.or(pair.before).map(|row| row.name.clone());
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{name}</th>
                <td role="cell" data-label=two.then()>{progress(there, pair.before)}</td>
                <td role="cell" data-label=two.now()>{progress(here, pair.after)}</td>
            </tr>
        }
        .into_any()
    };
    let moved = |to: Move| -> Vec<AnyView> { pairs.iter().filter(|pair| pair.moved() == Some(to)).map(row).collect() };
    let of = |step: Step| -> Vec<AnyView> { pairs.iter().filter(|pair| pair.step() == step).map(row).collect() };
    let groups = [
        ("投用了的".to_owned(), moved(Move::IntoUse)),
        ("往前走了的".to_owned(), moved(Move::Forward)),
        ("还在原来一步的".to_owned(), moved(Move::Same)),
        ("有其他变化的".to_owned(), moved(Move::Other)),
        (format!("{}新点到的", two.now()), of(Step::New)),
        (format!("{}没有再点到的", two.now()), of(Step::Gone)),
    ];
    table(two, "项目", "个", groups.into())
}

fn progress(way: &Way, row: Option<&Project>) -> AnyView {
    let Some(row) = row else {
        return view! { <span class="none">"没有点到"</span> }.into_any();
    };
    let href = way.href(&Route::Project(row.id.clone()));
    let printed = (row.status_printed != row.status.word()).then(|| {
        view! { <span class="years__beside nb">"“" {row.status_printed.clone()} "”"</span> }
    });
    view! { <a href=href>{row.status.word()}</a> " " {maybe(printed)} }.into_any()
}

/// All groups that are not empty, each under its name with how many there are. The name is a cell: a head would have none.
fn table(two: &Two<'_>, what: &str, unit: &str, groups: Vec<(String, Vec<AnyView>)>) -> AnyView {
    let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    let groups = groups.map(|(title, mut rows)| {
        let count = rows.len();
        rows.truncate(MOST);
        let more = if count > MOST { format!("，只列前 {MOST} {unit}") } else { String::new() };
        view! {
            <tbody role="rowgroup">
                <tr class="compare__group" role="row">
                    <td colspan="3" role="cell">{title} " " <span class="nb">{format!("{count} {unit}")}</span> {more}</td>
                </tr>
                {rows}
            </tbody>
        }
    });
    let groups = groups.views();
    let table = match groups.is_empty() {
        true => view! { <p class="none">{format!("两份报告都没有点到{what}。")}</p> }.into_any(),
        false => view! { <table class="compare compare--years" role="table">{two.heads(what, None)} {groups}</table> }
            .into_any(),
    };
    view! { <h2>{what.to_owned()}</h2> {table} }.into_any()
}
