//! What stands around every page.

use annual_report::format::date;
use annual_report::query::Query;
use annual_report::route::Route;
use leptos::prelude::*;

use super::embed_dialog::embed_button;
use super::prose::prose;
use super::views::maybe;
use crate::route::Location;
use crate::state::Shared;

/// Name of the report, and the way to every page.
#[component]
pub fn Header() -> impl IntoView {
    let shared = Shared::of_context();
    let report = shared.pack.report;
    let here = Memo::new(move |_| family(&shared.location.route()));
    view! {
        <header class="masthead">
            <div class="masthead__inner">
                <a class="masthead__name" href=Route::Overview.href()>
                    {move || {
                        // While the report is on its way, or if it failed, the way home still has a name.
                        let meta = report.ready().map(|report| (report.meta.short_name.clone(), report.meta.title.clone()));
                        let (org, title) = meta.unwrap_or_else(|| (String::new(), "工作总结".to_owned()));
                        view! { <span class="masthead__org">{org}</span> <span class="masthead__title">{title}</span> }
                            .into_any()
                    }}
                </a>
                <nav class="nav" aria-label="页面">
                    <NavLink here route=Route::Overview label="概览"/>
                    <NavLink here route=Route::Work(None) label="重点工作"/>
                    <NavLink here route=Route::Enterprises(Query::default()) label="企业"/>
                    <NavLink here route=Route::Projects(Query::default()) label="项目"/>
                    <NavLink here route=Route::Charts(None) label="增长图表"/>
                    <NavLink here route=Route::Problems(None) label="问题与打算"/>
                </nav>
            </div>
        </header>
    }
}

#[component]
fn NavLink(here: Memo<u32>, route: Route, label: &'static str) -> impl IntoView {
    let href = route.href();
    let here = move || (here.get() == family(&route)).then_some("page");
    view! { <a class="nav__link" href=href aria-current=here>{label}</a> }
}

/// Which entry of the navigation a view belongs to.
fn family(route: &Route) -> u32 {
    match route {
        Route::Overview => 0,
        Route::Work(_) => 1,
        Route::Enterprises(_) | Route::Enterprise(_) | Route::Compare(_) => 2,
        Route::Projects(_) | Route::Project(_) => 3,
        Route::Charts(_) | Route::Chart(_) => 4,
        Route::Problems(_) => 5,
        Route::Years(_) | Route::Figure(_) | Route::Search(_) | Route::About | Route::Keys => 6,
    }
}

/// Where the report comes from, and what its marks mean.
#[component]
pub fn Footer() -> impl IntoView {
    let report = Shared::of_context().pack.report;
    view! {
        <footer class="colophon">
            <div class="colophon__inner">
                <section aria-labelledby="notes-title">
                    <h2 id="notes-title">"读数说明"</h2>
                    <dl class="legend">
                        <div><dt>"预计"</dt><dd>"报告印发时全年尚未结束，为报告所列预计数。"</dd></div>
                        <div><dt>"推算"</dt><dd>"报告没有写明，由报告数字计算得出，不是公布数。"</dd></div>
                        <div><dt>"近、余、约、以上"</dt><dd>"照录报告原有的限定词，不当作精确值。"</dd></div>
                        <div><dt>"已列名 / 共"</dt><dd>"报告只点出其中几家的名字，其余未列名。"</dd></div>
                    </dl>
                </section>
                {move || maybe(report.ready().map(|report| view! {
                    <p class="colophon__source">
                        "数据依据《" {prose(&report.meta.title)} "》（" {report.meta.issuer.clone()} "，"
                        <span class="nb">{date(&report.meta.printed_on)}</span> "印发）整理，条目文字为摘编，数字照录。"
                    </p>
                }))}
                <div class="colophon__tools">
                    <a class="button button--quiet" href=Route::About.href()>"关于"</a>
                    {maybe(Location::is_shared().then(embed_button))}
                </div>
            </div>
        </footer>
    }
}
