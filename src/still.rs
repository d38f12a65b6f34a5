//! The whole report as text: the page that is there before the app is, without it, and wherever it cannot run. Made of
//! the same components.

use std::sync::Arc;

use annual_report::model::{Enterprises, Index, Project, Report, ReportEntry};
use annual_report::query::Query;
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use crate::chunk::{Chunks, page_view};
use crate::components::{Footer, Header, KEYS, element_id, place_id, title_id};
use crate::loaded::Load;
use crate::others::{Other, Own};
use crate::route::Location;
use crate::state::{Pack, Shared};

/// The files of the pack.
#[derive(Clone)]
pub struct Files {
    /// Which reports there are. The one that opens by default is this one.
    pub index: Arc<Index>,
    /// Meta, sections, problems, plan.
    pub report: Arc<Report>,
    /// Every figure.
    pub figures: Arc<Figures>,
    /// Every enterprise and institution.
    pub enterprises: Arc<Enterprises>,
    /// Every project.
    pub projects: Arc<Vec<Project>>,
    /// The index's other reports, in its order.
    pub others: Vec<(ReportEntry, OtherFiles)>,
}

/// The files of another report.
#[derive(Clone)]
pub struct OtherFiles {
    /// Its meta, sections, problems, plan.
    pub report: Arc<Report>,
    /// Its figures.
    pub figures: Arc<Figures>,
    /// Its enterprises and institutions.
    pub enterprises: Arc<Enterprises>,
    /// Its projects.
    pub projects: Arc<Vec<Project>>,
}

/// A part of the whole: what stands around the pages, or one of them.
pub struct Part {
    /// The first word of its address: `work`; empty for the first page.
    pub name: &'static str,
    /// Its HTML. Ids are those of the app, and so not unique among the parts.
    pub html: String,
    /// The elements that addresses lead to: id, and address without the `#`.
    pub anchors: Vec<(String, String)>,
}

/// Every page in the order of the navigation; where there are several reports, this one against another of them is last.
pub fn pages(files: &Files) -> Vec<Part> {
    let mut routes = vec![
        ("", Route::Overview),
        ("work", Route::Work(None)),
        ("enterprises", Route::Enterprises(Query::default())),
        ("projects", Route::Projects(Query::default())),
        ("charts", Route::Charts(None)),
        ("problems", Route::Problems(None)),
        ("about", Route::About),
    ];
    if !files.others.is_empty() {
        routes.push(("years", Route::Years(None)));
    }
    let page = |(name, route): (&'static str, Route)| Part {
        name,
        html: html(files, &route, || page_view(route.clone())),
        anchors: anchors(&files.report, name),
    };
    routes.into_iter().map(page).collect()
}

/// What stands above the pages, and what stands below them.
pub fn frame(files: &Files) -> [String; 2] {
    [
        html(files, &Route::Overview, || view! { <Header/> }.into_any()),
        html(files, &Route::Overview, || view! { <Footer/> }.into_any()),
    ]
}

/// The places and charts of a page that have addresses of their own.
fn anchors(report: &Report, page: &str) -> Vec<(String, String)> {
    let address = |href: String| href.strip_prefix('#').map(str::to_owned).unwrap_or(href);
    let charts = report.charts.iter().filter(|_| page == "charts");
    let charts = charts.flat_map(|chart| {
        let (id, element) = (&chart.id, element_id(&chart.id));
        // The address of the chart alone leads to its title, because an element has one id.
        [
            (title_id(&element), format!("/chart/{id}")),
            (element, format!("/charts/{id}")),
        ]
    });
    let places = report.places().into_iter();
    let places = places.map(|place| (place_id(&place), address(Route::of_place(&place).href())));
    let here = format!("/{page}/");
    let keys = (page == "about").then(|| (KEYS.to_owned(), address(Route::Keys.href())));
    places
        .filter(|(_, address)| address.starts_with(&here))
        .chain(charts)
        .chain(keys)
        .collect()
}

fn html(files: &Files, route: &Route, view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let shared = Shared {
            location: Location::still(route.clone()),
            pack: Pack::new(),
            chunks: Chunks::new(),
        };
        stand(shared.pack, files);
        provide_context(shared);
        view().to_html()
    });
    owner.cleanup();
    html
}

fn stand(pack: Pack, files: &Files) {
    pack.report.set(Load::Ready(Arc::clone(&files.report)));
    pack.figures.set(Load::Ready(Arc::clone(&files.figures)));
    pack.enterprises.set(Load::Ready(Arc::clone(&files.enterprises)));
    pack.projects.set(Load::Ready(Arc::clone(&files.projects)));
    let reports = &files.index.reports;
    let others = files.others.iter().map(|(entry, files)| {
        let other = Other::new(entry.clone(), reports);
        other.report.set(Load::Ready(Arc::clone(&files.report)));
        other.figures.set(Load::Ready(Arc::clone(&files.figures)));
        other.enterprises.set(Load::Ready(Arc::clone(&files.enterprises)));
        other.projects.set(Load::Ready(Arc::clone(&files.projects)));
        other
    });
    pack.others.set_value(Some(others.collect()));
    pack.own.set_value(Own::of(&files.index, &files.index.default));
}
