//! A figure over the years: what the reports of other years say of the same indicator, and last year's level, published or
//! else derived.

use std::sync::Arc;

use annual_report::format::written;
use annual_report::model::{Figure, FigureId, ReportId};
use annual_report::route::Route;
use annual_report::stats::{DerivedBase, Figures, Trace};
use annual_report::years::{change, published_before, year_before};
use leptos::prelude::*;

use super::years::{Way, apart};
use crate::components::{IntoViews, failure, figure_tag, maybe, prose};
use crate::load::LoadError;
use crate::others::Other;
use crate::state::Pack;

/// What is known of it beyond this year: in the other reports, and the year before.
pub fn other_years(id: FigureId, pack: Pack) -> AnyView {
    let was_whole = StoredValue::new(false);
    let told = move || {
        let (figures, report) = (pack.figures.ready()?, pack.report.ready()?);
        let year = report.meta.year;
        let others = pack.others();
        others.iter().for_each(Other::load_figures);
        let others: Vec<Settled> = others.into_iter().map(Settled::of).collect();
        // A derived level that gives way to a published one a moment later would only confuse. What has stood once stays,
        // also while a report is asked for again.
        let is_whole = others.iter().all(|other| other.figures.is_some());
        if !is_whole && !was_whole.get_value() {
            return None;
        }
        was_whole.set_value(true);
        let trace = figures.trace(&id)?;
        Some(view! {
            {stated(trace.figure, &figures, year, &others)}
            {others.iter().map(failed).views()}
            {last_year(&trace, &figures, year, &others)}
        })
    };
    (move || maybe(told())).into_any()
}

/// Another report, and its figures, or why they are not to be had; `None` while they are on their way.
struct Settled {
    other: Other,
    figures: Option<Result<Arc<Figures>, LoadError>>,
}

impl Settled {
    fn of(other: Other) -> Self {
        Self {
            figures: other.figures.settled(),
            other,
        }
    }

    fn year(&self) -> u16 {
        self.other.entry.year
    }

    fn id(&self) -> &ReportId {
        &self.other.entry.id
    }
}

/// Says that another report is not here, which may have more to say of it.
fn failed(settled: &Settled) -> AnyView {
    let other = settled.other.clone();
    match &settled.figures {
        Some(Ok(_)) => ().into_any(),
        None => view! { <p class="none">{format!("{}正在读取…", other.spoken())}</p> }.into_any(),
        Some(Err(why)) => failure(other.spoken(), why.to_string(), move || other.retry()),
    }
}

/// Puts a row behind those that come before it or are its equals. There are a handful; to sort them, the standard
/// library's sort would be compiled for them alone, at 4 KB.
fn put(rows: &mut Vec<((u16, u16), AnyView)>, key: (u16, u16), row: AnyView) {
    let place = rows.partition_point(|(known, _)| *known <= key);
    rows.insert(place, (key, row));
}

/// What the reports say of the same indicator in other years, and what other reports say of this one.
fn stated(figure: &Figure, own: &Figures, year: u16, others: &[Settled]) -> AnyView {
    let indicator = figure.earlier_of.as_ref().unwrap_or(&figure.id);
    let about = meant(figure, year);
    // By the year that it is about, and of one year by who says so.
    let mut rows: Vec<((u16, u16), AnyView)> = Vec::new();
    for settled in others {
        let Some(Ok(figures)) = &settled.figures else { continue };
        let way = Way::to(settled.id());
        let its_year = settled.year();
        let looking_back = figures
            .all()
            .iter()
            .filter(|then| then.earlier_of.as_ref() == Some(indicator));
        for then in figures.get(indicator).into_iter().chain(looking_back) {
            let of = meant(then, its_year);
            let name = match (of == its_year, of == about) {
                (true, _) => settled.other.spoken(),
                (false, true) => format!("{}回头写", settled.other.spoken()),
                (false, false) => format!("{}写 {of}年", settled.other.spoken()),
            };
            // Only of one year do two statements lie apart; of two years, one has grown into the other.
            let change = change(then, figure);
            let apart = (of == about).then(|| apart(&change, "与这份报告一致"));
            let told = view! { {way.figure(then)} {maybe(apart)} };
            put(&mut rows, (of, its_year), row(name, told.into_any()));
        }
    }
    let looking_back = own
        .all()
        .iter()
        .filter(|then| then.earlier_of.as_ref() == Some(indicator));
    for then in looking_back
        .chain(own.get(indicator))
        .filter(|then| then.id != figure.id)
    {
        let of = meant(then, year);
        put(
            &mut rows,
            (of, year),
            row(format!("这份报告写 {of}年"), figure_tag(then)),
        );
    }
    let rows = rows.into_iter().map(|(_, row)| row).views();
    maybe((!rows.is_empty()).then(|| {
        view! {
            <h2>"别的报告和年份"</h2>
            <dl class="told">{rows}</dl>
            <p><a href=Route::Years(None).href()>"两年对比"</a></p>
        }
    }))
}

fn row(name: String, told: AnyView) -> AnyView {
    view! { <div><dt>{prose(&name)}</dt><dd>{told}</dd></div> }.into_any()
}

/// The year that a figure of a report of `year` is about.
fn meant(figure: &Figure, year: u16) -> u16 {
    let before = figure.earlier_of.as_ref().map(|_| year.saturating_sub(1));
    figure.of_year.or(before).unwrap_or(year)
}

/// The level of the year before: as it was published, if it was, and else as it follows from level and growth.
fn last_year(trace: &Trace<'_>, own: &Figures, year: u16, others: &[Settled]) -> AnyView {
    let Some(base) = &trace.base else {
        return ().into_any();
    };
    let last = year_before(others, year, Settled::year);
    let figures = match last.map(|last| &last.figures) {
        Some(None) => return ().into_any(),
        Some(Some(figures)) => figures.as_deref().ok(),
        None => None,
    };
    let level = trace.level.unwrap_or(trace.figure);
    match published_before(level, own, year, figures) {
        Some(published) => view! {
            <h2>"上年"</h2>
            <p>
                {prose(&format!("上年公布的是 {}，以公布的为准，不由增速倒推。", written(published)))}
                "两年的口径可能不同，与同比增速不一定对得上。"
            </p>
        }
        .into_any(),
        None => {
            let is_lost = last.is_some() && figures.is_none();
            let lost = is_lost.then(|| view! { <p>"上年的报告未能读取，不知道它公布的是多少，下面只有推算数。"</p> });
            view! { {maybe(lost)} {derived(trace, level, base)} }.into_any()
        }
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
            "区间 " <span class="nb">{format!("{} {}。", base.interval_text(), level.unit)}</span> {maybe(from)} "，不是公布数：两个数都取过整，只能知道一个区间。"
        </p>
    }
    .into_any()
}
