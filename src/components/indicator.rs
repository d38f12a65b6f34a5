//! A headline indicator as a card.

use annual_report::format::{growth, written};
use annual_report::model::FigureId;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};

use super::figure::{Amount, figure_link, missing_figure};
use super::links::PlaceLink;
use crate::state::Shared;

/// A headline indicator: what, how much, how certain, how it changed, and where the report says so.
#[component]
pub fn IndicatorCard(
    /// The level.
    id: FigureId,
) -> impl IntoView {
    let figures = Shared::of_context().pack.figures;
    let card = move || {
        let figures = figures.ready()?;
        let Some(indicator) = figures.indicator(&id) else {
            return Some(view! { <li class="card">{missing_figure(&id)}</li> }.into_any());
        };
        let changes = indicator
            .growths
            .iter()
            .filter_map(|figure| Some((*figure, growth(figure)?)))
            .map(|(figure, growth)| {
                let told = view! {
                    <span aria-hidden="true">{growth.direction.arrow()}</span> " " {growth.verb} " "
                    <span class="nb">{growth.amount}</span>
                };
                view! { <p class="card__change">{figure_link(figure, told.into_any())}</p> }
            });
        // Shares of the indicator itself, such as revenue against the budget, belong to its card.
        let shares = figures
            .all()
            .iter()
            .filter(|figure| figure.share_of.as_ref() == Some(&id));
        let shares = shares.map(|share| {
            let told = view! { {share.subject.clone()} " " <span class="nb">{written(share).to_string()}</span> };
            view! { <p class="card__change">{figure_link(share, told.into_any())}</p> }
        });
        let card = view! {
            <li class="card">
                <h3 class="card__subject">{indicator.level.subject.clone()}</h3>
                <p class="card__amount">{figure_link(indicator.level, view! { <Amount figure=indicator.level.clone()/> }.into_any())}</p>
                {changes.views()}
                {shares.views()}
                <p class="card__place"><PlaceLink place=indicator.level.section.clone()/></p>
            </li>
        };
        Some(card.into_any())
    };
    move || maybe(card())
}
