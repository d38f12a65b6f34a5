//! Indicators and areas of work of two reports, side by side.

use annual_report::format::growth;
use annual_report::model::{Figure, Place};
use annual_report::years::{self, AreaSide, Indicator};
use leptos::prelude::*;

use super::Two;
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
        let apart = match &restated.change {
            Some(Ok(change)) if change.by == 0.0 => "（与当年的一致）".into_any(),
            Some(Ok(change)) => {
                view! { "（相差 " <span class="nb">{change.amount()}</span> {derived()} "）" }.into_any()
            }
            Some(Err(unlike)) => format!("（{}）", unlike.told()).into_any(),
            None => ().into_any(),
        };
        view! { <p class="years__beside">{two.now()} "报告回头写：" {here.figure(restated.figure)} {apart}</p> }
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

fn derived() -> AnyView {
    view! { <span class="badge badge--note">"推算"</span> }.into_any()
}

/// The head of the column says that it is derived.
fn changed(row: &Indicator<'_>) -> AnyView {
    match &row.change {
        Some(Ok(change)) => {
            let share = change
                .share()
                .map(|share| view! { <span class="nb">{format!("（{share}）")}</span> });
            view! { <span class="nb">{change.told()}</span> {maybe(share)} }.into_any()
        }
        Some(Err(unlike)) => view! { <span class="none">{unlike.told()}</span> }.into_any(),
        None => view! { <span class="none">"—"</span> }.into_any(),
    }
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
                <th scope="row" role="rowheader">{name.clone()}</th>
                <td role="cell" data-label=two.then()>{area_side(there, area.before.as_ref(), &name)}</td>
                <td role="cell" data-label=two.now()>{area_side(here, area.after.as_ref(), &name)}</td>
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

fn area_side(way: &Way, side: Option<&AreaSide<'_>>, name: &str) -> AnyView {
    let Some(side) = side else {
        return view! { <span class="none">"没有这一节"</span> }.into_any();
    };
    let section = side.section;
    // The same area may have had another name.
    let other_name = (section.title != name).then(|| view! { <p>{section.title.clone()}</p> });
    let mut counts = vec![format!("{} 件事", side.points)];
    let mut add = |count: usize, unit: &str| {
        if count > 0 {
            counts.push(format!("点到 {count} {unit}"));
        }
    };
    add(side.enterprises, "家企业");
    add(side.projects, "个项目");
    view! {
        {maybe(other_name)}
        <p>{prose(&section.summary)} " " {way.place(&Place::from(section.id.as_str()))}</p>
        <p class="years__beside">{prose(&counts.join(" · "))}</p>
    }
    .into_any()
}
