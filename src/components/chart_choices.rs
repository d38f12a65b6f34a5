//! What a reader can ask of a chart: growth or level, the order, fewer indicators.

use std::sync::Arc;

use annual_report::chart::{Choices, choice_name};
use annual_report::model::FigureId;
use annual_report::query::{ChartOrder, ChartQuery, Measure};
use annual_report::stats::Figures;
use leptos::prelude::*;

use super::chart::Charted;
use super::menu::menu;
use super::views::{IntoViews, maybe, text};

/// The menu of what can be asked.
pub fn choices_menu(charted: Charted, choices: Choices, figures: &Arc<Figures>) -> AnyView {
    let figures = Arc::clone(figures);
    menu("选项", || {}, move || body(charted, choices.clone(), &figures))
}

fn body(charted: Charted, choices: Choices, figures: &Arc<Figures>) -> AnyView {
    let Choices {
        measure,
        order,
        figures: ids,
    } = choices;
    let measures = [(Measure::Growth, "同比增速"), (Measure::Level, "绝对值")].map(|(asked, name)| Choice {
        name,
        is: Box::new(move |query| query.measure.or(measure) == Some(asked)),
        ask: Box::new(move |query| query.measure = unless(asked, measure)),
    });
    let orders = [(ChartOrder::Value, "从大到小"), (ChartOrder::Report, "报告顺序")].map(|(asked, name)| Choice {
        name,
        is: Box::new(move |query| query.order.or(order) == Some(asked)),
        ask: Box::new(move |query| query.order = unless(asked, order)),
    });
    vec![
        maybe(measure.map(|_| one_of(charted, "显示", measures))),
        maybe(order.map(|_| one_of(charted, "排序", orders))),
        maybe((!ids.is_empty()).then(|| some_of(charted, ids, figures))),
    ]
    .into_any()
}

/// One of several that exclude each other.
struct Choice {
    name: &'static str,
    is: Box<dyn Fn(&ChartQuery) -> bool + Send + Sync>,
    ask: Box<dyn Fn(&mut ChartQuery) + Send + Sync>,
}

fn one_of(charted: Charted, legend: &'static str, choices: [Choice; 2]) -> AnyView {
    let group = charted.query.with_untracked(|query| format!("{}-{legend}", query.id));
    let choices = choices.into_iter().map(|Choice { name, is, ask }| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || charted.query.with(&is)
                    on:change=move |_| charted.ask(|query| ask(query))
                />
                {name}
            </label>
        }
    });
    view! { <fieldset class="choices"><legend>{legend}</legend>{choices.views()}</fieldset> }.into_any()
}

/// Any of the figures; the last one stays.
fn some_of(charted: Charted, ids: Vec<FigureId>, figures: &Arc<Figures>) -> AnyView {
    let all = ids.clone();
    let boxes = ids.into_iter().map(|id| {
        let (own, figures, all) = (id.clone(), Arc::clone(figures), all.clone());
        let pack = charted.shared().pack;
        let name = move || {
            let enterprises = pack.enterprises.ready();
            let figure = figures.get(&own);
            figure
                .map(|figure| choice_name(figure, &figures, enterprises.as_deref()))
                .unwrap_or_default()
        };
        let (shown, last) = (id.clone(), id.clone());
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || charted.query.with(|query| is_shown(query, &shown))
                    disabled=move || charted.query.with(|query| query.picked.as_slice() == [last.as_str()])
                    on:change=move |_| charted.ask(|query| toggle(query, &id, &all))
                />
                {text(name)}
            </label>
        }
    });
    view! { <fieldset class="choices"><legend>"指标"</legend>{boxes.views()}</fieldset> }.into_any()
}

/// What is asked, unless it is what the chart shows unasked.
fn unless<T: PartialEq>(asked: T, own: Option<T>) -> Option<T> {
    (own.as_ref() != Some(&asked)).then_some(asked)
}

/// Whether a figure is shown: it is picked, or none is.
fn is_shown(query: &ChartQuery, id: &FigureId) -> bool {
    query.picked.is_empty() || query.picked.iter().any(|picked| picked == id.as_str())
}

/// Shows a figure, or no longer; all of them are written as none.
fn toggle(query: &mut ChartQuery, id: &FigureId, all: &[FigureId]) {
    let shown = all.iter().filter(|own| is_shown(query, own) != (*own == id));
    let shown: Vec<&FigureId> = shown.collect();
    let is_all = shown.len() == all.len();
    let mut next = Vec::new();
    if !is_all {
        next.extend(shown.into_iter().map(|id| id.as_str().to_owned()));
    }
    query.picked.clear();
    next.iter().for_each(|id| query.pick(id));
}
