//! The way to what a report says: within the page, or on the page of the other report.

use annual_report::format::{place_name, written};
use annual_report::model::{Figure, Place, ReportId};
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::maybe;
use crate::dom;

/// How to get to a report's views.
#[derive(Clone)]
pub struct Way {
    /// The other report's page; empty for this one.
    page: String,
}

impl Way {
    /// To this page's report.
    pub fn here() -> Self {
        Self { page: String::new() }
    }

    /// To another report.
    pub fn to(id: &ReportId) -> Self {
        Self { page: dom::page_of(id) }
    }

    /// The address of a view of the report.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.page, route.href())
    }

    /// A figure as its report states it, which leads there.
    pub fn figure(&self, figure: &Figure) -> AnyView {
        let href = self.href(&Route::Figure(figure.id.clone()));
        let mut written = written(figure);
        // Narrow cells break before it, and nowhere else.
        let note = written.note.take();
        let note = note.map(|note| view! { <span class="nb">{format!("（{note}）")}</span> });
        view! { <a href=href><span class="nb">{written.to_string()}</span> {maybe(note)}</a> }.into_any()
    }

    /// A place of the report, by its name.
    pub fn place(&self, place: &Place) -> AnyView {
        let name = place_name(place);
        let href = self.href(&Route::of_place(place));
        view! { <a class="place" href=href aria-label=format!("出处：报告{name}")>{name.clone()}</a> }.into_any()
    }
}
