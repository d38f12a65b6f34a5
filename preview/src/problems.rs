//! What the rules say of the pack, each with its place and what to do.

use annual_report::check::Problem;
use annual_report::model::Level;
use leptos::prelude::*;

/// So many are told one by one: a file in which everything is wrong has tens of thousands.
const TOLD: usize = 1000;

/// The list, folded unless it is to be read first.
#[component]
pub fn Problems(
    /// Errors first.
    problems: Vec<Problem>,
    /// Whether it is to be read first.
    is_open: bool,
) -> impl IntoView {
    if problems.is_empty() {
        return view! { <p class="about__line">"核对过了：没有错误、警告和待核对的地方。"</p> }.into_any();
    }
    let counts = Level::ALL.iter().filter_map(|level| {
        let count = problems.iter().filter(|problem| problem.level == *level).count();
        // An error is the loudest mark of the page, and would be of a pack that has none.
        (count > 0).then(|| {
            view! { <span class=format!("level level--{}", level.word())>{format!("{} {count} 处", level.label())}</span> }
                .into_any()
        })
    });
    let counts: Vec<AnyView> = counts.collect();
    let items: Vec<AnyView> = problems.iter().take(TOLD).map(item).collect();
    let rest = problems.len().saturating_sub(TOLD);
    let rest = (rest > 0).then(|| {
        view! { <p class="about__line">"另有 "<span class="nb">{format!("{rest} 处")}</span>"，用 cargo xtask check 可以全部列出。"</p> }
    });
    view! {
        <details class="about__fold" id="preview-problems" open=is_open>
            <summary>"核对结果 "{counts}</summary>
            <ol class="about__list" tabindex="0" aria-label="核对结果">{items}</ol>
            {rest}
        </details>
    }
    .into_any()
}

/// One of them: how much it matters, where, what, and what to do.
fn item(problem: &Problem) -> AnyView {
    let line = (problem.line > 0).then(|| {
        let place = format!("第 {} 行第 {} 列", problem.line, problem.column);
        view! { <span class="nb">{place}</span> " " }
    });
    view! {
        <li class="fault">
            <p class="fault__place">
                <span class=format!("level level--{}", problem.level.word())>{problem.level.label()}</span>
                " " <code>{problem.file.clone()}</code> " " {line} <code>{problem.path.clone()}</code>
            </p>
            <p class="fault__what">{problem.problem.clone()}</p>
            <p class="fault__advice">{format!("→ {}", problem.advice)}</p>
        </li>
    }
    .into_any()
}
