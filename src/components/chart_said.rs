//! What a chart says in words: the figures of the report in it lead to where they stand.

use annual_report::chart::{ChartSpec, Shape};
use annual_report::format::unbroken;
use annual_report::model::FigureId;
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use super::prose::prose;
use super::views::IntoViews;

/// What describes the chart. An amount that is drawn leads to its figure; one that we counted has none.
pub fn described(text: &str, spec: &ChartSpec) -> AnyView {
    linked(text, &|amount| {
        // Lines have figures of other reports, too, which this one knows nothing of.
        let mut drawn = spec.data.iter().filter(|_| spec.shape != Shape::Lines);
        drawn.find(|datum| datum.amount.label == amount)?.figure.clone()
    })
}

/// A note on the chart. A number leads to the figure that is printed like that, if the note says what it measures, too.
pub fn noted(text: &str, figures: &Figures) -> AnyView {
    linked(text, &|printed| {
        let mut all = figures.all().iter();
        let figure = all.find(|figure| figure.printed == printed && text.contains(figure.subject.as_str()));
        figure.map(|figure| figure.id.clone())
    })
}

fn linked(text: &str, figure_of: &dyn Fn(&str) -> Option<FigureId>) -> AnyView {
    let pieces = unbroken(text).into_iter().map(|(_, piece)| match figure_of(piece) {
        Some(figure) => view! { <a class="nb" href=Route::Figure(figure).href()>{piece.to_owned()}</a> }.into_any(),
        None => prose(piece),
    });
    pieces.views().into_any()
}
