//! A figure over the years: what the reports of other years say of the same indicator, and last year's level, published or
//! else derived.

use std::sync::Arc;

use annual_report::format::written;
use annual_report::model::{Figure, FigureId, ReportId};
use annual_report::route::Route;
use annual_report::stats::{DerivedBase, Figures, Trace};
use annual_report::years::{change, published_before};
use leptos::prelude::*;

use super::years::Way;
use crate::components::{IntoViews, figure_tag, maybe, prose};
use crate::others::Other;
use crate::state::Pack;

/// What is known of it beyond this year: in the other reports, and the year before.
pub fn other_years(id: FigureId, pack: Pack) -> AnyView {
    let told = move || {
        let (figures, report) = (pack.figures.ready()?, pack.report.ready()?);
        let year = report.meta.year;
        let others = pack.others();
        others.iter().for_each(Other::load_figures);
        // A derived level that gives way to a published one a moment later would only confuse.
        if !others.iter().all(|other| other.figures.is_settled()) {
            return None;
        }
        let others: Vec<(u16, ReportId, Option<Arc<Figures>>)> = others
            .into_iter()
            .map(|other| (other.entry.year, other.entry.id, other.figures.ready()))
            .collect();
        let trace = figures.trace(&id)?;
        Some(view! {
            {stated(trace.figure, &figures, year, &others)}
            {last_year(&trace, &figures, year, &others)}
        })
    };
    (move || maybe(told())).into_any()
}

type Others = [(u16, ReportId, Option<Arc<Figures>>)];

/// What the reports say of the same indicator in other years.
fn stated(figure: &Figure, own: &Figures, year: u16, others: &Others) -> AnyView {
    let indicator = figure.earlier_of.as_ref().unwrap_or(&figure.id);
    let mut rows: Vec<(u16, AnyView)> = Vec::new();
    for (other, id, figures) in others {
        let Some(then) = figures.as_ref().and_then(|figures| figures.get(indicator)) else {
            continue;
        };
        let about = figure.earlier_of.is_some() && *other == meant(figure, year);
        let apart = change(then, figure)
            .ok()
            .filter(|_| about)
            .map(|change| match change.by {
                0.0 => view! { "（与这份报告说的一致）" }.into_any(),
                _ => view! {
                    "（相差 " <span class="nb">{change.amount()}</span> <span class="badge badge--note">"推算"</span> "）"
                }
                .into_any(),
            });
        let told = view! { {Way::to(id).figure(then)} {maybe(apart)} };
        rows.push((*other, row(format!("{other}年的报告"), told.into_any())));
    }
    for then in own
        .all()
        .iter()
        .filter(|then| then.earlier_of.as_ref() == Some(indicator) && then.id != figure.id)
    {
        let about = meant(then, year);
        rows.push((about, row(format!("这份报告说 {about}年"), figure_tag(then))));
    }
    if let Some(now) = own.get(indicator).filter(|now| now.id != figure.id) {
        rows.push((year, row(format!("这份报告说 {year}年"), figure_tag(now))));
    }
    rows.sort_by_key(|(year, _)| *year);
    let rows = rows.into_iter().map(|(_, row)| row).views();
    maybe((!rows.is_empty()).then(|| {
        view! {
            <h2>"别的年份"</h2>
            <dl class="told">{rows}</dl>
            <p><a href=Route::Years(None).href()>"两年对比"</a></p>
        }
    }))
}

fn row(name: String, told: AnyView) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{told}</dd></div> }.into_any()
}

/// The year that a figure of a report of `year` is about.
fn meant(figure: &Figure, year: u16) -> u16 {
    let before = figure.earlier_of.as_ref().map(|_| year.saturating_sub(1));
    figure.of_year.or(before).unwrap_or(year)
}

/// The level of the year before: as it was published, if it was, and else as it follows from level and growth.
fn last_year(trace: &Trace<'_>, own: &Figures, year: u16, others: &Others) -> AnyView {
    let Some(base) = &trace.base else {
        return ().into_any();
    };
    let last = others.iter().find(|(other, ..)| other.checked_add(1) == Some(year));
    let last = last.and_then(|(.., figures)| figures.as_deref());
    let level = trace.level.unwrap_or(trace.figure);
    match published_before(level, own, year, last) {
        Some(published) => view! {
            <h2>"上年"</h2>
            <p>
                {prose(&format!("上年公布的是 {}，以公布的为准，不由增速倒推。", written(published)))}
                "两年的口径可能不同，与同比增速不一定对得上。"
            </p>
        }
        .into_any(),
        None => derived(trace, level, base),
    }
}

/// What follows from it and is not in the document.
fn derived(trace: &Trace<'_>, level: &Figure, base: &DerivedBase) -> AnyView {
    let growth = if trace.level.is_some() {
        Some(trace.figure)
    } else {
        trace.growths.first().copied()
    };
    let from = growth.map(|growth| prose(&format!("由 {} 和 {} 算出", written(level), written(growth))));
    view! {
        <h2>"由它推算"</h2>
        <p class="derived">
            <span class="badge badge--note">"推算"</span> " "
            {prose(&format!("上年（可比口径）约 {} {}，", base.text(), level.unit))}
            <span class="nb">{format!("区间 {} {}", base.interval_text(), level.unit)}</span>
            "。" {maybe(from)} "，不是公布数：两个数都取过整，只能知道一个区间。"
        </p>
    }
    .into_any()
}
