//! A figure set off from the text: what it measures, the number, its unit, and everything that qualifies it.

use annual_report::format::{Growth, growth, written};
use annual_report::model::{Figure, FigureId};
use annual_report::route::Route;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};

use crate::loaded::Load;
use crate::state::Shared;

/// Figures in a row, in the order of the text.
#[component]
pub fn FigureTags(
    /// Which.
    ids: Vec<FigureId>,
) -> impl IntoView {
    let tags = ids.into_iter().map(|id| view! { <li><FigureTag id/></li> }).views();
    maybe((!tags.is_empty()).then(|| view! { <ul class="figures" aria-label="数字">{tags}</ul> }))
}

/// One figure: subject, number, unit, qualifier, and how many of its group are named.
#[component]
pub fn FigureTag(
    /// Which.
    id: FigureId,
) -> impl IntoView {
    let figures = Shared::of_context().pack.figures;
    move || match figures.get() {
        Load::Ready(figures) => match figures.get(&id) {
            Some(figure) => figure_tag(figure),
            None => missing_figure(&id),
        },
        Load::Pending => view! { <span class="figure">"…"</span> }.into_any(),
        Load::Failed(_) => view! { <span class="figure figure--missing">"数字未能载入"</span> }.into_any(),
    }
}

/// Stands where a figure would that the pack does not have.
pub fn missing_figure(id: &FigureId) -> AnyView {
    view! { <span class="figure figure--missing">{format!("没有数字“{id}”")}</span> }.into_any()
}

/// A figure of the pack: it leads to where it stands and what follows from it.
pub fn figure_tag(figure: &Figure) -> AnyView {
    figure_link(figure, figure_parts(figure))
}

/// A figure that is in a table, and nowhere else.
pub fn figure_line(figure: &Figure) -> AnyView {
    view! { <span class="figure">{figure_parts(figure)}</span> }.into_any()
}

/// The way to a figure.
pub fn figure_link(figure: &Figure, shown: AnyView) -> AnyView {
    view! { <a class="figure" href=Route::Figure(figure.id.clone()).href()>{shown}</a> }.into_any()
}

fn figure_parts(figure: &Figure) -> AnyView {
    let amount = view! { <Amount figure=figure.clone()/> };
    // The arrow is never alone on a line.
    let amount = match growth(figure) {
        Some(growth) => view! { <span class="nb">{amount} {arrow(&growth)}</span> }.into_any(),
        None => amount.into_any(),
    };
    view! {
        <span class="figure__subject">{figure.subject.clone()}</span>
        {amount}
        {maybe(named_of_group(figure).map(|text| view! { <span class="badge">{text}</span> }))}
    }
    .into_any()
}

fn arrow(growth: &Growth) -> impl IntoView + use<> {
    view! { <span class="figure__arrow" aria-label=growth.verb role="img">{growth.direction.arrow()}</span> }
}

/// The number as it is set: large digits, small unit, the note apart. Never breaks within.
#[component]
pub fn Amount(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let written = written(&figure);
    let space = written.spaced().then_some("\u{202f}");
    view! {
        <span class="amount">
            {maybe((!written.before.is_empty()).then(|| view! { <span class="amount__unit">{written.before.clone()}</span> }))}
            <span class="amount__number">{written.number}</span>
            {space}
            {maybe((!written.after.is_empty()).then(|| view! { <span class="amount__unit">{written.after}</span> }))}
        </span>
        {maybe(written.note.map(|note| view! { <span class="badge badge--note">{note}</span> }))}
    }
}

/// “已列名 2 / 共 9”: how many of a group the report names; with 余 where the report has it.
pub fn named_of_group(figure: &Figure) -> Option<String> {
    use annual_report::model::Qualifier;
    let group = figure.group?;
    let more = if figure.qualifier == Some(Qualifier::SomewhatAbove) {
        "余"
    } else {
        ""
    };
    Some(format!("已列名 {} / 共 {group}{more}", figure.enterprises.len()))
}
