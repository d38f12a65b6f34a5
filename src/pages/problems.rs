//! 问题与打算: the problems that the report admits, beside what it plans.

use std::sync::Arc;

use annual_report::format::chinese_numeral;
use annual_report::model::{PackFile, Place, PlanItem, Problem, Report};
use annual_report::route::Route;
use leptos::prelude::*;

use crate::components::{FigureTags, FileNotice, IntoViews, OriginalOf, gate, maybe, original_of, place_id, prose};
use crate::state::Shared;

/// 问题与打算.
#[component]
pub fn Problems() -> impl IntoView {
    gate(Shared::of_context().pack.report, body)
}

fn body(report: Arc<Report>) -> AnyView {
    view! { <Body report/> }.into_any()
}

#[component]
fn Body(report: Arc<Report>) -> impl IntoView {
    let plan = &report.plan;
    let groups = [
        ("总的要求", &plan.requirements),
        ("可借的机遇", &plan.opportunities),
        ("产业", &plan.industries),
        ("主攻方向", &plan.directions),
        ("产业链", &plan.chain_strategy),
        ("目标", &plan.aims),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(name, items)| {
            let items = items.iter().cloned().map(|item| {
                let answers = answers(&report, &item);
                view! { <PlanLine item answers/> }
            });
            view! { <h3>{name}</h3> <ul class="plan__lines">{items.views()}</ul> }
        });
    let problems = report.problems.iter().cloned().map(|problem| {
        let answers = report
            .plan
            .items()
            .filter(|item| problem.answered_by.contains(&item.id))
            .cloned()
            .collect();
        view! { <ProblemView problem answers/> }
    });
    let alone = alone();
    let shows = |part: &str| alone.as_deref().is_none_or(|alone| alone == part);
    let problems = shows("3").then(|| {
        view! {
            <section id=place_id(&Place::from("3")) tabindex="-1" aria-labelledby="problems-title">
                <h2 id="problems-title">"存在的问题"</h2>
                {original_of(OriginalOf::Place("3".into()))}
                <ol class="problems">{problems.views()}</ol>
            </section>
        }
    });
    let plan = shows("4").then(|| {
        view! {
            <section class="plan" id=place_id(&Place::from("4")) tabindex="-1" aria-labelledby="plan-title">
                <h2 id="plan-title">{plan.year} "年工作打算"</h2>
                {original_of(OriginalOf::Place("4".into()))}
                {groups.views()}
            </section>
        }
    });
    view! {
        <div class="page">
            <div class="page__head"><h1 id="page-title" tabindex="-1">"问题与打算"</h1></div>
            <FileNotice file=PackFile::Figures/>
            <div class="facing">
                {maybe(problems)}
                {maybe(plan)}
            </div>
        </div>
    }
}

/// The part that stands alone, because a frame of another page asks for it: `3` the problems, `4` the plan.
fn alone() -> Option<String> {
    let location = Shared::of_context().location;
    match untrack(|| location.embedded().then(|| location.route()))? {
        Route::Problems(Some(place)) => Some(place.section().to_string()).filter(|part| part == "3" || part == "4"),
        _ => None,
    }
}

/// The problems that a line of the plan answers, by their numbers.
fn answers(report: &Report, item: &PlanItem) -> Vec<String> {
    let answered = report
        .problems
        .iter()
        .filter(|problem| problem.answered_by.contains(&item.id));
    answered.map(|problem| problem.title.clone()).collect()
}

#[component]
fn ProblemView(problem: Problem, answers: Vec<PlanItem>) -> impl IntoView {
    let number = problem
        .id
        .item()
        .and_then(|item| chinese_numeral(item as u32))
        .unwrap_or_default();
    let answer = if answers.is_empty() {
        view! { <p class="problem__answer problem__answer--none">"打算中没有逐条对应的安排。"</p> }.into_any()
    } else {
        let lines = answers
            .into_iter()
            .map(|item| view! { <li>{prose(&item.text)}</li> })
            .views();
        view! { <div class="problem__answer"><p>"打算中的回应"</p><ul>{lines}</ul></div> }.into_any()
    };
    view! {
        <li class="problem" id=place_id(&problem.id) tabindex="-1">
            <h3><span class="problem__number">{number}</span> {problem.title}</h3>
            <ul class="problem__points">{problem.points.into_iter().map(|point| view! { <li>{point}</li> }).views()}</ul>
            {answer}
        </li>
    }
}

#[component]
fn PlanLine(item: PlanItem, answers: Vec<String>) -> impl IntoView {
    view! {
        <li class="plan__line">
            <p>{prose(&item.text)}</p>
            <FigureTags ids=item.figures/>
            {maybe((!answers.is_empty()).then(|| view! { <p class="plan__answers">"回应问题：" {answers.join("；")}</p> }))}
        </li>
    }
}
