//! The table as a file that the reader takes away: what is found now, or all of it.

use std::sync::Arc;

use annual_report::export::{About, Extent, enterprises_csv, enterprises_json, file_name, projects_csv, projects_json};
use annual_report::model::{Enterprises, Project, Report};
use annual_report::query::Query;
use annual_report::stats::Figures;
use leptos::prelude::*;

use super::asking::Asking;
use super::menu::menu;
use super::prose::prose;
use super::views::IntoViews;
use crate::chunk::downloads_view;
use crate::loaded::Loaded;
use crate::state::Shared;
use crate::take_away;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

/// Takes a file's text, piece by piece.
type Sink<'s> = &'s mut dyn FnMut(&str);

/// The rows that files are made of, with what else they say.
#[derive(Clone)]
pub enum Rows {
    /// Enterprises and institutions, with the figures that they refer to, if those are here.
    Enterprises(Arc<Enterprises>, Option<Arc<Figures>>),
    /// Projects, with the names of their enterprises and the figures, if those are here.
    Projects(Arc<Vec<Project>>, Option<Arc<Enterprises>>, Option<Arc<Figures>>),
}

impl Rows {
    /// Writes these rows in a format, piece by piece.
    fn write(&self, format: Format, about: &About<'_>, which: &mut dyn Iterator<Item = u32>, sink: Sink<'_>) {
        match (self, format) {
            (Self::Enterprises(rows, figures), Format::Csv) => enterprises_csv(rows, figures.as_deref(), which, sink),
            (Self::Enterprises(rows, figures), Format::Json) => {
                enterprises_json(rows, figures.as_deref(), about, which, sink);
            }
            (Self::Projects(rows, names, figures), Format::Csv) => {
                projects_csv(rows, names.as_deref(), figures.as_deref(), which, sink);
            }
            (Self::Projects(rows, _, figures), Format::Json) => {
                projects_json(rows, figures.as_deref(), about, which, sink);
            }
        }
    }
}

/// What can be taken away of a table.
#[derive(Clone)]
pub struct Downloads {
    /// What a row is: 企业.
    pub what: &'static str,
    /// The measure word of a row: 家.
    pub noun: &'static str,
    /// The table, and what is asked of it.
    pub asking: Asking,
    /// Its rows.
    pub rows: Rows,
}

/// A menu of files. What writes them is loaded when it is first opened.
pub fn downloads(wanted: Downloads) -> AnyView {
    menu("下载", || {}, move || downloads_view(wanted.clone()))
}

/// The files: current selection and all, each with its count, as CSV and as JSON.
pub fn files(wanted: Downloads) -> AnyView {
    let Downloads {
        what,
        noun,
        asking,
        rows,
    } = wanted;
    let total = asking.table().len();
    let report = Shared::of_context().pack.report;
    let group = move |extent: Extent| {
        let label = move || match extent {
            Extent::Filtered => format!("当前筛选（{} {noun}）", asking.count()),
            Extent::All => format!("全部（{total} {noun}）"),
        };
        let files = [("CSV", Format::Csv), ("JSON", Format::Json)].into_iter().map(|(name, format)| {
            let rows = rows.clone();
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| save(what, asking, report, extent, format, &rows)>
                    {name}
                </button>
            }
        });
        view! {
            <div class="menu__line" role="group" aria-label=label>
                <span class="menu__name">{move || prose(&label())}</span>
                {files.views()}
            </div>
        }
    };
    vec![group(Extent::Filtered), group(Extent::All)].into_any()
}

fn save(what: &str, asking: Asking, report: Loaded<Report>, extent: Extent, format: Format, of: &Rows) {
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
    of.write(format, &about, &mut rows.into_iter(), &mut |piece| file.push(piece));
    file.save(&file_name(year, what, extent, extension), kind);
}
