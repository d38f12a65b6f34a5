//! What says, for as long as the app shows a pack, that this is a preview; and what can be done with it.

use std::sync::Arc;

use annual_report::model::{Level, ReportEntry};
use annual_report::query::encode;
use annual_report::route::Route;
use leptos::prelude::*;

use crate::problems::Problems;
use crate::stage::{Preview, Shown};

/// The mark that stays in sight, and below it what is shown and what the rules say of it.
#[component]
pub fn Banner(
    /// The preview.
    preview: Preview,
    /// What is shown.
    shown: Arc<Shown>,
) -> impl IntoView {
    let nothing = shown.reports.is_empty().then(|| {
        view! {
            <main id="main" class="page page--narrow" tabindex="-1">
                <h1>"显示不了"</h1>
                <p>"index.json 里的错误使程序找不到报告。请照上面的说明改好，再重新读取。"</p>
            </main>
        }
    });
    let made = shown.is_index_made.then(|| {
        view! { <p class="about__line">"没有 index.json：照 report.json 临时做了一个，只用于这次预览；发布时要有。"</p> }
    });
    let passed = (!shown.passed.is_empty()).then(|| {
        let items = shown.passed.iter();
        let items: Vec<_> = items
            .map(|passed| {
                view! { <li><code>{passed.name.clone()}</code> {format!("：{}", passed.why)}</li> }.into_any()
            })
            .collect();
        view! {
            <details class="about__fold">
                <summary>"略过的文件 "<span class="nb">{format!("{} 个", shown.passed.len())}</span></summary>
                <ul class="about__list" tabindex="0" aria-label="略过的文件">{items}</ul>
            </details>
        }
    });
    let years = (shown.reports.len() > 1).then(|| years(preview, &shown.reports));
    let problems = shown.problems.clone();
    view! {
        <aside class="mark" id="preview-mark" aria-label="这是预览">
            <strong class="mark__word">"预览"</strong>
            <span class="mark__told"><span class="nb">"本机文件，"</span><span class="nb">"没有上传，没有发布"</span></span>
        </aside>
        <section class="about" id="preview-about" tabindex="-1" aria-label="预览">
            <div class="about__inner">
                <div class="about__head">
                    <p class="about__line">
                        <b>{shown.name.clone()}</b>
                        "，" <span class="nb">{format!("{} 个文件", shown.count)}</span>
                        "，" <span class="nb">{format!("{} 读取", shown.read_at)}</span>
                        "。刷新或关掉这一页就没有了。这里的地址别人打不开，所以没有链接和嵌入代码。"
                    </p>
                    <div class="about__tools">
                        <button type="button" class="button button--quiet" on:click=move |_| preview.read_again()>"重新读取"</button>
                        <button type="button" class="button button--quiet" on:click=move |_| preview.choose()>"换一个数据包"</button>
                    </div>
                </div>
                {made}
                {years}
                <Problems problems=problems is_open=shown.problems.iter().any(|problem| problem.level == Level::Error)/>
                {passed}
            </div>
        </section>
        {nothing}
    }
}

/// The reports of the pack, of which the app shows one.
fn years(preview: Preview, reports: &[ReportEntry]) -> AnyView {
    let buttons = reports.iter().map(|entry| {
        let name = entry.name_among(reports);
        let (id, own) = (entry.id.clone(), entry.id.clone());
        let is_here = move || preview.report.with(|report| report.as_ref() == Some(&own));
        let pressed = move || if is_here() { "true" } else { "false" };
        let turn = move |_| preview.turn_to(id.clone());
        // By this `preview.js` knows where a link to the page of that report leads.
        let page = format!("{}.html", encode(entry.id.as_str()));
        view! {
            <button type="button" class="button button--quiet" aria-pressed=pressed data-page=page on:click=turn>
                {name}
            </button>
        }
        .into_any()
    });
    let buttons: Vec<AnyView> = buttons.collect();
    view! { <div class="about__tools" role="group" aria-label="各年的报告">{buttons} <a class="button button--quiet" href=Route::Years(None).href()>"两年对比"</a></div> }
    .into_any()
}
