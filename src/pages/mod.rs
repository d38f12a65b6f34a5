//! The pages: composition only, one a file.

use annual_report::route::Route;
use leptos::prelude::*;

mod about;
mod chart;
mod charts;
mod compare;
mod enterprise;
mod enterprises;
mod figure;
mod found;
mod other_years;
mod overview;
mod problems;
mod project;
mod projects;
mod search;
mod work;
mod years;

pub use enterprise::EnterprisePage;
pub use enterprises::Enterprises;
pub use overview::Overview;

/// A list.
pub fn list_page(route: Route) -> AnyView {
    match route {
        Route::Projects(_) => view! { <projects::Projects/> }.into_any(),
        _ => view! { <Enterprises/> }.into_any(),
    }
}

/// What is found in the whole report, lists and all.
pub fn found_page(route: Route) -> AnyView {
    match route {
        Route::Search(_) => view! { <search::Search/> }.into_any(),
        list => list_page(list),
    }
}

/// Charts.
pub fn chart_page(route: Route) -> AnyView {
    match route {
        Route::Chart(query) => view! { <chart::ChartPage id=query.id/> }.into_any(),
        _ => view! { <charts::Charts/> }.into_any(),
    }
}

/// A page that is neither the first, nor a list, nor charts.
pub fn other_page(route: Route) -> AnyView {
    match route {
        Route::Enterprise(id) => view! { <EnterprisePage id/> }.into_any(),
        Route::Compare(ids) => view! { <compare::Compare ids/> }.into_any(),
        Route::Project(id) => view! { <project::ProjectPage id/> }.into_any(),
        Route::Problems(_) => view! { <problems::Problems/> }.into_any(),
        Route::Figure(id) => view! { <figure::FigurePage id/> }.into_any(),
        Route::Years(id) => view! { <years::Years id/> }.into_any(),
        Route::About | Route::Keys => view! { <about::About/> }.into_any(),
        _ => view! { <work::Work/> }.into_any(),
    }
}
