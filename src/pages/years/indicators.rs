//! Indicators and areas of work of two reports, side by side.

use annual_report::format::growth;
use annual_report::model::{Figure, Place};
use annual_report::years::{self, AreaSide, Change, Indicator};
use leptos::prelude::*;

use super::Two;
use super::apart::apart;
use super::ways::Way;
use crate::components::{IntoViews, maybe, prose};

/// What the column of changes is called.
const CHANGE: &str = "变化（推算）";

/// What both reports measure.
pub(super) fn indicators(two: &Two<'_>) -> AnyView {
    let rows = years::indicators(two.before, two.after);
    if rows.is_empty() {
        return view! { <h2>"指标"</h2> <p class="none">"两份报告没有同一项指标。"</p> }.into_any();
    }
    let rows = rows.iter().map(|row| indicator(two, row)).views();
    view! {
        <h2>"指标"</h2>
        <table class="compare compare--years" role="table">
            {two.heads("指标", Some(CHANGE))}
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn indicator(two: &Two<'_>, row: &Indicator<'_>) -> AnyView {
    let [there, here] = &two.ways;
    let restated = row.restated.as_ref().map(|restated| {
        let apart = restated.change.as_ref().map(|change| apart(change, "与当年的一致"));
        view! { <p class="years__beside">{two.now()} "报告回头写：" {here.figure(restated.figure)} {maybe(apart)}</p> }
    });
    let growths = row.growths.iter().filter_map(|figure| Some((*figure, growth(figure)?)));
    let growths = growths.map(|(figure, growth)| {
        let href = here.href(&annual_report::route::Route::Figure(figure.id.clone()));
        view! {
            <p class="years__beside">
                <span aria-hidden="true">{growth.direction.arrow()}</span> " " {growth.verb} " "
                <a class="nb" href=href>{growth.amount}</a>
            </p>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{row.subject().to_owned()}</th>
            <td role="cell" data-label=two.then()>{stated(there, row.before)} {maybe(restated)}</td>
            <td role="cell" data-label=two.now()>{stated(here, row.after)} {growths.views()}</td>
            <td role="cell" data-label=CHANGE>{changed(row)}</td>
        </tr>
    }
    .into_any()
}

fn stated(way: &Way, figure: Option<&Figure>) -> AnyView {
    match figure {
        Some(figure) => way.figure(figure),
        None => view! { <span class="none">"没有提到"</span> }.into_any(),
    }
}

/// The head of the column says that it is derived.
fn changed(row: &Indicator<'_>) -> AnyView {
    match &row.change {
        Some(Ok(change)) => view! { <span class="nb">{change.told()}</span> {maybe(aside(change))} }.into_any(),
        Some(Err(unlike)) => view! { <span class="none">{unlike.told()}</span> }.into_any(),
        None => view! { <span class="none">"—"</span> }.into_any(),
    }
}

/// In brackets: how much it is of the earlier amount, and that an amount is only expected.
fn aside(change: &Change) -> Option<AnyView> {
    let expected = change.is_expected.then(|| "含预计数".to_owned());
    let parts: Vec<String> = change.share().into_iter().chain(expected).collect();
    let last = parts.len().checked_sub(1)?;
    let parts = parts.into_iter().enumerate().map(|(nth, part)| {
        let (before, after) = (if nth == 0 { "（" } else { "" }, if nth == last { "）" } else { "，" });
        view! { <span class="nb">{format!("{before}{part}{after}")}</span> }
    });
    Some(parts.views().into_any())
}

/// What each report says of each area of work.
pub(super) fn areas(two: &Two<'_>) -> AnyView {
    let rows = years::areas(two.before, two.after);
    if rows.is_empty() {
        return ().into_any();
    }
    let [there, here] = &two.ways;
    let rows = rows.iter().map(|area| {
        let name = area
            .after
            .as_ref()
            .or(area.before.as_ref())
            .map(|side| side.section.title.clone());
        let name = name.unwrap_or_default();
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{name}</th>
                <td role="cell" data-label=two.then()>{area_side(there, area.before.as_ref())}</td>
                <td role="cell" data-label=two.now()>{area_side(here, area.after.as_ref())}</td>
            </tr>
        }
    });
    view! {
        <h2>"重点工作"</h2>
        <table class="compare compare--years compare--texts" role="table">
            {two.heads("方面", None)}
            <tbody role="rowgroup">{rows.views()}</tbody>
        </table>
    }
    .into_any()
}

fn area_side(way: &Way, side: Option<&AreaSide<'_>>) -> AnyView {
    let Some(side) = side else {
        return view! { <span class="none">"没有这一节"</span> }.into_any();
    };
    let section = side.section;
    // Whole words, in one piece as long as there is room; no line begins with what lies between them.
    let mut counts = vec![format!("{}\u{a0}件事", side.points)];
    let mut add = |count: usize, unit: &str| {
        if count > 0 {
            counts.push(format!("点到\u{a0}{count}\u{a0}{unit}"));
        }
    };
    add(side.enterprises, "家企业和机构");
    add(side.projects, "个项目");
    view! {
        <p>{prose(&section.summary)} " " {way.place(&Place::from(section.id.as_str()))}</p>
        <p class="years__beside years__counts">{counts.join("\u{a0}· ")}</p>
    }
    .into_any()
}
