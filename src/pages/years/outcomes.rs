//! What became of the earlier report's problems and plans, by what the next report says.

use annual_report::model::{PlanItem, Problem};
use annual_report::years::{self, Outcome};
use leptos::prelude::*;

use super::Two;
use crate::components::{IntoViews, heading, maybe, prose};

/// The earlier report's problems, each with what was planned and what became of it.
pub(super) fn problems(two: &Two<'_>) -> AnyView {
    let report = two.before.report;
    if report.problems.is_empty() {
        return ().into_any();
    }
    let problems = report.problems.iter().map(|problem| {
        let planned = report
            .plan
            .items()
            .filter(|line| problem.answered_by.contains(&line.id));
        let planned: Vec<&PlanItem> = planned.collect();
        view! { <li class="problem">{one_problem(two, problem, &planned)}</li> }
    });
    view! {
        <h2>{format!("{}的问题后来怎样", two.then())}</h2>
        {maybe(not_next(two))}
        <ol class="problems">{problems.views()}</ol>
    }
    .into_any()
}

fn one_problem(two: &Two<'_>, problem: &Problem, planned: &[&PlanItem]) -> AnyView {
    let [there, _] = &two.ways;
    let lines = planned
        .iter()
        .map(|line| view! { <li>{prose(&line.text)}</li> })
        .views();
    let planned =
        (!lines.is_empty()).then(|| view! { <div class="problem__answer"><p>"当时的打算"</p><ul>{lines}</ul></div> });
    let outcome = two.is_next().then(|| {
        let outcome = years::outcome(problem, two.after);
        let class = match outcome.is_untold() {
            true => "problem__answer problem__answer--none",
            false => "problem__answer",
        };
        view! { <div class=class>{told(two, &outcome)}</div> }
    });
    view! {
        <h3>{problem.title.clone()} " " {there.place(&problem.id)}</h3>
        {maybe(planned)}
        {maybe(outcome)}
    }
    .into_any()
}

/// Each line of the earlier report's plan, with what became of it.
pub(super) fn plan(two: &Two<'_>) -> AnyView {
    let lines = years::outcomes(two.before, two.after);
    match not_next(two) {
        _ if lines.is_empty() => return ().into_any(),
        // The problems before it have said so.
        Some(_) if !two.before.report.problems.is_empty() => return ().into_any(),
        Some(note) => return view! { <h2>{format!("{}的打算", two.then())}</h2> {note} }.into_any(),
        None => {}
    }
    let lines = lines.iter().map(|(line, outcome)| {
        view! { <div><dt>{prose(&line.text)}</dt><dd>{told(two, outcome)}</dd></div> }
    });
    view! {
        <h2>{heading(&format!("{}的打算，{}怎样", two.then(), two.now()))}</h2>
        <dl class="told">{lines.views()}</dl>
    }
    .into_any()
}

/// What the next report says; that it says nothing, in words.
fn told(two: &Two<'_>, outcome: &Outcome<'_>) -> AnyView {
    let [_, here] = &two.ways;
    if outcome.is_untold() {
        return view! { <p class="none">{format!("{}的报告没有标明结果。", two.now())}</p> }.into_any();
    }
    let items = outcome.told.iter().map(|item| {
        let points = item.points.iter().map(|point| view! { <li>{prose(&point.text)}</li> });
        view! {
            <p>{two.now()} "：" {prose(&item.title)} " " {here.place(&item.id)}</p>
            <ul class="years__beside">{points.views()}</ul>
        }
    });
    let still = outcome.still.iter().map(|problem| {
        view! { <p>{two.now()} "仍是问题：" {prose(&problem.title)} " " {here.place(&problem.id)}</p> }
    });
    view! { {items.views()} {still.views()} }.into_any()
}

/// Only the next report tells what became of a plan.
fn not_next(two: &Two<'_>) -> Option<AnyView> {
    (!two.is_next()).then(|| {
        let text = "两份报告不是前后两年的：打算后来怎样，请看下一年的报告。";
        view! { <p class="none">{text}</p> }.into_any()
    })
}
