//! 两年对比: the page's report against another of the pack, side by side: indicators, areas of work, enterprises, projects,
//! and what became of problems and plans.

mod apart;
mod indicators;
mod named;
mod outcomes;
mod ways;

use annual_report::model::{PackFile, ReportId};
use annual_report::route::Route;
use annual_report::years::Side;
use leptos::prelude::*;

use crate::components::{FileNotice, IntoViews, Waiting, failure, maybe};
use crate::dom;
use crate::others::Other;
use crate::state::{Pack, Shared};
pub use apart::apart;
pub use ways::Way;

/// 两年对比.
#[component]
pub fn Years(
    /// With which; without one, with the report before.
    id: Option<ReportId>,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    move || match pack.report.ready() {
        // It is the index that says where the report is.
        Some(report) => {
            let others = pack.others();
            // Compared with itself, it is not lost: another is meant.
            let own = pack.own();
            let is_own = |id: &ReportId| own.as_ref().is_some_and(|own| own.id == *id);
            let is_there = |id: &ReportId| is_own(id) || others.iter().any(|other| other.entry.id == *id);
            let lost = id.clone().filter(|id| !is_there(id));
            match pack.compared(id.as_ref()) {
                Some(other) => page(pack, report.meta.year, &others, &other, lost),
                None => alone(),
            }
        }
        None if pack.report.failed().is_some() => view! { <FileNotice file=PackFile::Report/> }.into_any(),
        None => view! { <Waiting/> }.into_any(),
    }
}

fn alone() -> AnyView {
    view! {
        <div class="page page--narrow">
            <h1 id="page-title" tabindex="-1">"两年对比"</h1>
            <p>"只有一年的报告，还没有可以对比的。"</p>
            <p class="more"><a href=Route::Overview.href()>"回到概览"</a></p>
        </div>
    }
    .into_any()
}

fn page(pack: Pack, year: u16, others: &[Other], other: &Other, lost: Option<ReportId>) -> AnyView {
    other.load_all();
    let choices = others.iter().map(|one| {
        let current = (one.entry.id == other.entry.id).then_some("true");
        // The page before the app has this one comparison, and no place for another to lead to.
        let href = dom::IN_BROWSER.then(|| Route::Years(Some(one.entry.id.clone())).href());
        let id = one.entry.id.to_string();
        view! { <li><a class="link-tag" href=href aria-current=current data-report=id>{one.name.clone()}</a></li> }
    });
    let choices = choices.views();
    let choices = maybe((others.len() > 1).then(|| {
        view! { <nav class="years__choice" aria-label="与哪一年比"><ul class="links"><li>"与哪一年比："</li> {choices}</ul></nav> }
    }));
    let own = pack.own().map_or_else(String::new, |own| own.name);
    let [first, last] = in_order(is_later(pack, year, other), own, other.name.clone());
    let lost = lost.map(|id| view! { <p class="notice">{format!("数据包里没有名为“{id}”的另一份报告，下面是与 {} 对比。", other.name)}</p> });
    let other = other.clone();
    view! {
        <div class="page">
            <h1 id="page-title" tabindex="-1">{format!("{first}与{last}对比")}</h1>
            <p class="page__lead">
                "两份报告各写各的：没有点到，不等于没有；两年的口径也可能不同。算出来的都标“推算”，百分比写成一段的，是两个数取整留下的范围。"
            </p>
            {maybe(lost)}
            {choices}
            {move || both(pack, &other)}
        </div>
    }
    .into_any()
}

/// The two reports once all their files are here; until then what is missing. The page's own files and the other's are
/// asked in turn, so that one failure is named and not eight.
fn both(pack: Pack, other: &Other) -> AnyView {
    let own = (
        pack.figures.settled(),
        pack.enterprises.settled(),
        pack.projects.settled(),
    );
    let Some(report) = pack.report.ready() else {
        return ().into_any();
    };
    let (figures, enterprises, projects) = match own {
        (Some(Ok(figures)), Some(Ok(enterprises)), Some(Ok(projects))) => (figures, enterprises, projects),
        (Some(Err(_)), ..) => return view! { <FileNotice file=PackFile::Figures/> }.into_any(),
        (_, Some(Err(_)), _) => return view! { <FileNotice file=PackFile::Enterprises/> }.into_any(),
        (.., Some(Err(_))) => return view! { <FileNotice file=PackFile::Projects/> }.into_any(),
        _ => return view! { <Waiting/> }.into_any(),
    };
    let theirs = (
        other.report.settled(),
        other.figures.settled(),
        other.enterprises.settled(),
        other.projects.settled(),
    );
    let (their_report, their_figures, their_enterprises, their_projects) = match theirs {
        (Some(Ok(report)), Some(Ok(figures)), Some(Ok(enterprises)), Some(Ok(projects))) => {
            (report, figures, enterprises, projects)
        }
        (report, figures, enterprises, projects) => {
            let failed = [
                report.and_then(Result::err),
                figures.and_then(Result::err),
                enterprises.and_then(Result::err),
                projects.and_then(Result::err),
            ];
            let failed: Vec<String> = failed.into_iter().flatten().map(|why| why.to_string()).collect();
            if failed.is_empty() {
                return view! { <Waiting/> }.into_any();
            }
            let again = other.clone();
            return failure(other.spoken(), failed.join("；"), move || again.retry());
        }
    };
    let own = Side {
        report: &report,
        figures: &figures,
        enterprises: &enterprises,
        projects: &projects,
    };
    let theirs = Side {
        report: &their_report,
        figures: &their_figures,
        enterprises: &their_enterprises,
        projects: &their_projects,
    };
    let (here, there) = (Way::here(), Way::to(&other.entry.id));
    let is_later = is_later(pack, own.year(), other);
    let [before, after] = in_order(is_later, own, theirs);
    let ways = in_order(is_later, here, there);
    let names = pack.own().map_or_else(String::new, |own| own.name);
    let names = in_order(is_later, names, other.name.clone());
    compared(Two {
        before,
        after,
        ways,
        names,
    })
}

/// Whether the page's report, which is of `year`, is the later one. Of two of one year, the index has the later first.
fn is_later(pack: Pack, year: u16, other: &Other) -> bool {
    match year.cmp(&other.entry.year) {
        core::cmp::Ordering::Equal => pack.own().is_some_and(|own| own.place < other.place),
        order => order.is_gt(),
    }
}

/// What belongs to the page's report and what to the other, the earlier one's first.
fn in_order<T>(is_later: bool, own: T, theirs: T) -> [T; 2] {
    if is_later { [theirs, own] } else { [own, theirs] }
}

/// The two reports, the earlier one first, how to get to what each says, and what they are called.
#[derive(Clone)]
struct Two<'a> {
    before: Side<'a>,
    after: Side<'a>,
    ways: [Way; 2],
    names: [String; 2],
}

impl Two<'_> {
    /// The heads of a table: what, then, now.
    fn heads(&self, what: &str, change: Option<&str>) -> AnyView {
        let head = |text: String| view! { <th scope="col" role="columnheader">{text}</th> };
        view! {
            <thead role="rowgroup"><tr role="row">
                {head(what.to_owned())}
                {head(self.then())}
                {head(self.now())}
                {maybe(change.map(|change| head(change.to_owned())))}
            </tr></thead>
        }
        .into_any()
    }

    /// 2022年
    fn then(&self) -> String {
        self.names[0].clone()
    }

    /// 2023年
    fn now(&self) -> String {
        self.names[1].clone()
    }

    /// Whether the later report is that of the year after, which tells what became of the earlier one's plans.
    fn is_next(&self) -> bool {
        self.before.year().checked_add(1) == Some(self.after.year())
    }
}

fn compared(two: Two<'_>) -> AnyView {
    view! {
        {indicators::indicators(&two)}
        {indicators::areas(&two)}
        {named::enterprises(&two)}
        {named::projects(&two)}
        {outcomes::problems(&two)}
        {outcomes::plan(&two)}
    }
    .into_any()
}
