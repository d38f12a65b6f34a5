//! The whole app: header, the page that the address asks for, footer.

use std::time::Duration;

use annual_report::format::shortened;
use annual_report::model::{PackFile, Place};
use annual_report::query::{ChartQuery, Query};
use annual_report::route::Route;
use leptos::prelude::*;

use super::views::maybe;

use super::chart::element_id;
use super::keys;
use super::keys::{KEYS, SEARCH_BOX};
use super::links::place_id;
use super::notice::Notice;
use super::shell::{Footer, Header};
use crate::chunk::{Chunk, Chunks, findings_view, page_view};
use crate::dom;
use crate::embedding;
use crate::loaded::Load;
use crate::route::{Arrival, Location};
use crate::state::{Pack, Shared};
use crate::takeover;

/// Whether the page that is there before the app has been taken over.
const NOT_YET: usize = 0;
const TAKEN: usize = 1;
/// It is left as it is: what the app would show in it is not to be had.
const LEFT: usize = 2;

/// The whole app. Provides [`Shared`] to everything within.
#[component]
pub fn App() -> impl IntoView {
    let shared = Shared {
        location: Location::follow(),
        pack: Pack::new(),
        chunks: Chunks::new(),
    };
    provide_context(shared);
    #[cfg(feature = "planted-panic")]
    crate::planted::plant(shared.location);
    shared.pack.load();
    let needed = Chunk::of(&untrack(|| shared.location.route()));
    shared.chunks.ask(needed, shared.pack);
    name_the_tab(shared);
    keys::listen(shared.location);
    let page = Memo::new(move |_| page_of(shared.location.route()));
    // Decided by the address that the frame was given, for as long as it stands.
    let embedded = untrack(|| shared.location.embedded());
    if embedded {
        dom::embed();
        embedding::tell_height(shared.pack, needed.contains(&Chunk::Names));
    }
    // A page that holds the report already is taken over in one piece, once all is here or known not to come: until then
    // there is more to read in it than in ours. What counts is where the reader is by then.
    let is_full = takeover::is_full();
    let taken = RwSignal::new(if is_full { NOT_YET } else { TAKEN });
    Effect::new(move |last: Option<&'static [Chunk]>| {
        if taken.get_untracked() != NOT_YET {
            return needed;
        }
        let (pack, route) = (shared.pack, shared.location.route());
        let needed = Chunk::of(&route);
        // Once for each page: one that failed is not asked for again and again.
        if last.is_some_and(|last| last != needed) {
            shared.chunks.ask(needed, pack);
        }
        let is_settled = pack.is_settled(needed.contains(&Chunk::Names)) && pack.report.ready().is_some();
        let is_here = is_settled && shared.chunks.are_ready(needed) && pack.others_are_settled(&route);
        let take = move || {
            if taken.get_untracked() == NOT_YET {
                taken.set(TAKEN);
            }
        };
        if is_here {
            // In a task of its own: the reading of the last file was one.
            set_timeout(take, Duration::ZERO);
        }
        needed
    });
    arrive(shared, taken);
    // Without the report, or the code for its page, the app could show less than the page does.
    Effect::new(move |_| {
        let (pack, needed) = (shared.pack, Chunk::of(&shared.location.route()));
        let failed = pack.index.failed().or_else(|| pack.report.failed());
        let failed = failed.map(|failed| failed.to_string());
        let failed = failed.or_else(|| shared.chunks.failed(needed));
        if let (NOT_YET, Some(failed)) = (taken.get(), failed) {
            taken.set(LEFT);
            takeover::leave_as_it_is(&failed);
        }
    });
    move || {
        maybe((taken.get() == TAKEN).then(|| {
            takeover::take_over();
            whole(shared, page, embedded)
        }))
    }
}

fn whole(shared: Shared, page: Memo<Route>, embedded: bool) -> AnyView {
    view! {
        {maybe((!embedded).then(|| view! { <Header/> }))}
        <main id="main" tabindex="-1">
            {move || maybe(shared.location.unknown().or_else(|| lost_place(shared)).map(|note| view! {
                <Notice on_dismiss=move || shared.location.dismiss_unknown()>{note}</Notice>
            }))}
            {move || match shared.pack.index.get() {
                Load::Failed(_) => view! { <super::FileNotice file=PackFile::Index/> }.into_any(),
                _ => page_view(page.get()),
            }}
            {doubts(shared)}
        </main>
        {maybe((!embedded).then(|| view! { <Footer/> }))}
    }
    .into_any()
}

/// What is wrong with a report that is not, byte by byte, the one that was looked through when the page was built: a
/// publisher may change a file on the host, and hosts mangle and mix files. Not of packs of thousands, which programs
/// write and `cargo xtask check` checks.
fn doubts(shared: Shared) -> AnyView {
    const MOST: usize = 5000;
    let is_doubtful = Memo::new(move |_| {
        let pack = shared.pack;
        let is_small = pack.enterprises.ready().is_some_and(|rows| rows.len() <= MOST);
        let print = pack.fingerprint().filter(|_| is_small);
        u32::from(print.is_some() && print != dom::checked_report())
    });
    (move || maybe((is_doubtful.get() == 1).then(findings_view))).into_any()
}

/// The view without its query and place, which decides what is mounted: a change of those leaves the page standing.
fn page_of(route: Route) -> Route {
    match route {
        Route::Work(_) => Route::Work(None),
        Route::Enterprises(_) => Route::Enterprises(Query::default()),
        Route::Projects(_) => Route::Projects(Query::default()),
        Route::Charts(_) => Route::Charts(None),
        Route::Chart(query) => Route::Chart(ChartQuery::of(&query.id)),
        Route::Problems(_) => Route::Problems(None),
        Route::Search(_) => Route::Search(String::new()),
        Route::Keys => Route::About,
        whole @ (Route::Overview
        | Route::Enterprise(_)
        | Route::Compare(_)
        | Route::Project(_)
        | Route::Years(_)
        | Route::Figure(_)
        | Route::About) => whole,
    }
}

/// Where a view begins: at the place that the address names, else at its heading.
fn target(route: &Route) -> Option<String> {
    let of = |place: &Option<Place>| place.as_ref().map(place_id);
    match route {
        Route::Work(place) | Route::Problems(place) => of(place),
        Route::Charts(chart) => chart.as_ref().map(|chart| element_id(&chart.id)),
        Route::Search(_) => Some(SEARCH_BOX.to_owned()),
        Route::Keys => Some(KEYS.to_owned()),
        _ => None,
    }
}

/// Says that the report has no such place or chart, once the report is here to know.
fn lost_place(shared: Shared) -> Option<String> {
    let report = shared.pack.report.ready()?;
    let place = match shared.location.route() {
        Route::Work(Some(place)) | Route::Problems(Some(place)) if !report.has_place(&place) => place.to_string(),
        Route::Charts(Some(chart)) if !report.charts.iter().any(|known| known.id == chart.id) => chart.id,
        _ => return None,
    };
    Some(format!("报告里没有“{}”，已显示本页开头。", shortened(&place)))
}

/// Moves view and focus to where the reader has come, once for each arrival, as soon as there is something to see. Until the
/// page is `taken` over, that is not the app's to do.
fn arrive(shared: Shared, taken: RwSignal<usize>) {
    let start = untrack(|| (shared.location.route(), shared.location.arrival()));
    Effect::new(move |last: Option<Option<(Route, Arrival)>>| {
        let now = (shared.location.route(), shared.location.arrival());
        let last = last.flatten();
        let pack = shared.pack;
        // Places and charts are the report's: without it there is nowhere to go yet.
        let reachable = target(&now.0).is_none() || pack.report.ready().is_some();
        // Nor before there is anything that could be shown.
        let needed = Chunk::of(&now.0);
        let is_shown = shared.chunks.are_settled(needed) && pack.is_settled(needed.contains(&Chunk::Names));
        if taken.get() != TAKEN || !is_shown || !reachable || last.as_ref() == Some(&now) {
            return last;
        }
        if now.1 == Arrival::Here {
            return Some(now);
        }
        // Whoever has gone on before all files were here has come from somewhere.
        let first = last.is_none() && now == start;
        let (route, arrival) = now.clone();
        let embedded = untrack(|| shared.location.embedded());
        dom::after_layout(move || match (arrival, target(&route)) {
            (Arrival::Here, _) => {}
            (Arrival::Back(kept), _) => {
                match &route {
                    _ if kept.link.is_some_and(dom::focus_link) => {}
                    // The keyboard is at the row that was opened.
                    _ if kept.list.active.is_some() && dom::focus_list() => {}
                    Route::Search(_) => dom::focus_on(SEARCH_BOX),
                    _ => dom::focus_title(),
                }
                dom::scroll_to(kept.page);
                // The page may be shorter than when it was left: turned to the side, or in other type.
                if dom::scrolled() < kept.page - 2.0 {
                    dom::show_focused();
                }
            }
            // The page before the app showed something else there: the list that this is a row of.
            (Arrival::New, None) if first && !is_whole_page(&route) => dom::scroll_to(0.0),
            // The page before the app began there, and the reader has gone on.
            (Arrival::New, _) if first && takeover::has_moved() => {}
            // The page around a frame keeps its focus, and its place.
            (Arrival::New, Some(id)) if embedded => dom::scroll_to_element(&id),
            (Arrival::New, None) if embedded => dom::scroll_to(0.0),
            (Arrival::New, Some(id)) if dom::go_to(&id) => {}
            // A page that has just been opened for the first time has the focus where the browser puts it.
            (Arrival::New, _) if first => {}
            (Arrival::New, _) => {
                dom::focus_title();
                dom::scroll_to(0.0);
            }
        });
        Some(now)
    });
}

/// Whether the page before the app shows the same under this address.
fn is_whole_page(route: &Route) -> bool {
    !matches!(
        route,
        Route::Enterprise(_)
            | Route::Project(_)
            | Route::Years(Some(_))
            | Route::Compare(_)
            | Route::Chart(_)
            | Route::Figure(_)
            | Route::Search(_)
    )
}

fn name_the_tab(shared: Shared) {
    // The same for every letter typed, so that the browser is told only what changes.
    let title = Memo::new(move |_| {
        let page = match shared.location.route() {
            Route::Overview => "概览".to_owned(),
            Route::Work(_) => "重点工作".to_owned(),
            Route::Enterprises(_) => "企业".to_owned(),
            Route::Enterprise(id) => shared.pack.enterprise_name(&id).unwrap_or_else(|| "企业".to_owned()),
            Route::Compare(_) => "企业对比".to_owned(),
            Route::Projects(_) => "项目".to_owned(),
            Route::Project(id) => shared
                .pack
                .project(&id)
                .map(|p| p.name)
                .unwrap_or_else(|| "项目".to_owned()),
            Route::Charts(_) => "增长图表".to_owned(),
            Route::Chart(query) => {
                let report = shared.pack.report.ready();
                let chart = report
                    .as_ref()
                    .and_then(|report| report.charts.iter().find(|chart| chart.id == query.id));
                chart.map_or_else(|| "图表".to_owned(), |chart| chart.title.clone())
            }
            Route::Problems(_) => "问题与打算".to_owned(),
            Route::Years(_) => "两年对比".to_owned(),
            Route::Figure(id) => {
                let figures = shared.pack.figures.ready();
                let figure = figures.as_ref().and_then(|figures| figures.get(&id));
                figure.map_or_else(|| "数字".to_owned(), |figure| figure.subject.clone())
            }
            Route::Search(_) => "搜索".to_owned(),
            Route::About | Route::Keys => "关于".to_owned(),
        };
        let report = shared.pack.report.ready();
        let title = report.map(|report| format!(" · {} {}", report.meta.short_name, report.meta.title));
        format!("{page}{}", title.unwrap_or_default())
    });
    Effect::new(move |_| title.with(|title| document().set_title(title)));
}
