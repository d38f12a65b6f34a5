//! The way from one report to the others.

use annual_report::model::Index;
use annual_report::query::encode;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};
use crate::dom;
use crate::state::{Shared, own_id};

/// A link to each report of the pack, where there are several: the same view of that year, in a page of its own. None in a
/// build that has no such pages.
pub fn years(shared: Shared) -> AnyView {
    let index = shared.pack.index;
    (move || {
        let several = index.ready().filter(|index| index.reports.len() > 1);
        maybe(
            several
                .filter(|_| !dom::IN_BROWSER || dom::report().is_some())
                .map(|index| links(&index, shared)),
        )
    })
    .into_any()
}

fn links(index: &Index, shared: Shared) -> AnyView {
    // While the page is written, whoever writes it knows which it is of by its report.
    let here = match (dom::IN_BROWSER, shared.pack.report.ready()) {
        (false, Some(report)) => index
            .reports
            .iter()
            .find(|entry| entry.year == report.meta.year)
            .map(|entry| entry.id.clone()),
        _ => Some(own_id(index)),
    };
    let prefix = if dom::IN_BROWSER {
        dom::page_prefix()
    } else {
        String::new()
    };
    let links = index.reports.iter().map(|entry| {
        let page = format!("{prefix}{}.html", encode(entry.id.as_str()));
        let href = move || format!("{page}{}", shared.location.route().href());
        let is_here = here.as_ref() == Some(&entry.id);
        let is_only = index.reports.iter().filter(|other| other.year == entry.year).count() == 1;
        let name = if is_only {
            format!("{}年", entry.year)
        } else {
            entry.title.clone()
        };
        view! { <a class="years__link" href=href aria-current=is_here.then_some("true")>{name}</a> }
    });
    view! { <nav class="years" aria-label="各年的报告">{links.views()}</nav> }.into_any()
}
