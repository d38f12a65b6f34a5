//! The table as a file that the reader takes away: what is found now, or all of it.

use std::sync::Arc;

use annual_report::export::{About, Extent, file_name};
use annual_report::model::Report;
use annual_report::query::Query;
use leptos::prelude::*;

use super::asking::Asking;
use super::menu::menu;
use super::views::{IntoViews, text};
use crate::loaded::Loaded;
use crate::state::Shared;
use crate::take_away;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

/// Takes a file's text, piece by piece.
pub type Sink<'s> = &'s mut dyn FnMut(&str);

/// Writes rows of a table in a format, piece by piece.
pub type Writer = Arc<dyn Fn(Format, &About<'_>, &mut dyn Iterator<Item = u32>, Sink<'_>) + Send + Sync>;

/// A menu of files: current selection and all, each with its count, as CSV and as JSON.
pub fn downloads(what: &'static str, noun: &'static str, asking: Asking, writer: Writer) -> AnyView {
    let total = asking.table().len();
    let report = Shared::of_context().pack.report;
    let group = move |extent: Extent| {
        let writer = Arc::clone(&writer);
        let label = move || match extent {
            Extent::Filtered => format!("当前筛选（{} {noun}）", asking.count()),
            Extent::All => format!("全部（{total} {noun}）"),
        };
        let files = [("CSV", Format::Csv), ("JSON", Format::Json)].into_iter().map(|(name, format)| {
            let writer = Arc::clone(&writer);
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| save(what, asking, report, extent, format, &writer)>
                    {name}
                </button>
            }
        });
        view! {
            <div class="menu__line" role="group" aria-label=label>
                <span class="menu__name">{text(label)}</span>
                {files.views()}
            </div>
        }
    };
    let groups = move || vec![group(Extent::Filtered), group(Extent::All)].into_any();
    menu("下载", || {}, groups)
}

fn save(what: &str, asking: Asking, report: Loaded<Report>, extent: Extent, format: Format, writer: &Writer) {
    let report = untrack(|| report.ready());
    let (title, year) = report.map_or((String::new(), 0), |report| {
        (report.meta.title.clone(), report.meta.year)
    });
    let total = asking.table().len();
    // A filter that lets all through is none, and the file's name says so.
    let narrows = asking.query.with_untracked(Query::narrows);
    let rows = match extent {
        Extent::All => (0..total as u32).collect(),
        // In the order that the reader sees.
        Extent::Filtered => asking.rows(),
    };
    let extent = if narrows { extent } else { Extent::All };
    let address = match extent {
        Extent::All => String::new(),
        Extent::Filtered => asking.href(),
    };
    let about = About {
        title: &title,
        year,
        table: what,
        address: &address,
        count: rows.len(),
        total,
    };
    let (extension, kind) = match format {
        Format::Csv => ("csv", "text/csv;charset=utf-8"),
        Format::Json => ("json", "application/json"),
    };
    let mut file = take_away::File::default();
    writer(format, &about, &mut rows.into_iter(), &mut |piece| file.push(piece));
    file.save(&file_name(year, what, extent, extension), kind);
}
