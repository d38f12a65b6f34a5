//! What is said when something is on its way, failed, or is not there. Never a blank page.

use annual_report::format::shortened;
use annual_report::model::PackFile;
use leptos::prelude::*;

use super::views::maybe;

use crate::dom;
use crate::state::Shared;

/// A note that the reader can put away.
#[component]
pub fn Notice(
    /// What happens when it is put away.
    on_dismiss: impl Fn() + 'static,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let dismiss = move |_| {
        on_dismiss();
        // The button is gone with the note, and with another address perhaps the whole page.
        dom::after_layout(dom::focus_title);
    };
    view! {
        <div class="notice" role="status">
            <p>{children()}</p>
            <button type="button" class="button button--quiet" on:click=dismiss>"知道了"</button>
        </div>
    }
}

/// Says that a file of the pack failed, why, and offers to try again; nothing while it has not failed.
#[component]
pub fn FileNotice(
    /// Which file.
    file: PackFile,
) -> impl IntoView {
    let pack = Shared::of_context().pack;
    let error = move || match file {
        PackFile::Index => pack.index.failed(),
        PackFile::Report => pack.report.failed(),
        PackFile::Figures => pack.figures.failed(),
        PackFile::Enterprises => pack.enterprises.failed(),
        PackFile::Projects => pack.projects.failed(),
        PackFile::Original => pack.original.failed(),
    };
    let retry = move || match file {
        PackFile::Index => pack.index.retry(),
        PackFile::Report => pack.report.retry(),
        PackFile::Figures => pack.figures.retry(),
        PackFile::Enterprises => pack.enterprises.retry(),
        PackFile::Projects => pack.projects.retry(),
        PackFile::Original => pack.original.retry(),
    };
    let what = match file {
        PackFile::Index => "报告目录",
        PackFile::Report => "报告正文",
        PackFile::Figures => "数字",
        PackFile::Enterprises => "企业名单",
        PackFile::Projects => "项目清单",
        PackFile::Original => "原文",
    };
    view! {
        {move || maybe(error().map(|error| failure(what, error.to_string(), retry)))}
    }
}

/// Says that something failed, why, and offers to try again.
pub fn failure(what: impl Into<String>, why: String, retry: impl Fn() + 'static) -> AnyView {
    let again = move |_| {
        // The button goes with what it stands in.
        dom::focus_title();
        retry();
    };
    view! {
        <div class="failure" role="alert">
            <p class="failure__title">{what.into()} "未能载入"</p>
            <p class="failure__detail">{why}</p>
            <button type="button" class="button" on:click=again>"重试"</button>
        </div>
    }
    .into_any()
}

/// Stands in for what is on its way.
#[component]
pub fn Waiting() -> impl IntoView {
    view! { <p class="waiting" role="status">"正在载入…"</p> }
}

/// Says that what the address names is not in the report, and where to look instead.
#[component]
pub fn Missing(
    /// What was asked for: `企业“x”`.
    what: String,
    /// Where to look instead.
    href: String,
    /// What that is called.
    label: &'static str,
) -> impl IntoView {
    view! {
        <div class="page">
            <h1 id="page-title" tabindex="-1">"没有找到"</h1>
            <p>"这份报告里没有" {shortened(&what)} "。"</p>
            <p class="more"><a href=href>{label}</a></p>
        </div>
    }
}
