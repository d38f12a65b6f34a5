//! 搜索: one box for the whole report. What is found stands in groups; the arrows walk it, Enter opens it.

use std::sync::Arc;

use annual_report::format::{shortened, unbroken};
use annual_report::model::{PackFile, Report};
use annual_report::query::{Line, LineKind, Readings, lines, marked_as_found, words};
use annual_report::route::Route;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::found::{FEW, Group, MOST, firms_found, lines_found, works_found};
use crate::components::{FileNotice, IntoViews, SEARCH_BOX, failure, gate, maybe};
use crate::dom;
use crate::route::Location;
use crate::state::{Pack, Shared};

/// Every result, in the order of the page.
const RESULTS: &str = ".found__line a";

/// 搜索.
#[component]
pub fn Search() -> impl IntoView {
    let shared = Shared::of_context();
    let pack = shared.pack;
    // Asked for before the report is here, so that they are there together.
    pack.spelling.ask();
    let (firms, works) = (pack.enterprise_table(), pack.project_table());
    let body = gate(pack.report, move |report| {
        let lines: Arc<Vec<Line>> = Arc::new(lines(&report, pack.figures.ready().as_deref()));
        let typed = Memo::new(move |_| match shared.location.route() {
            Route::Search(typed) => typed,
            _ => String::new(),
        });
        // Which groups the reader wants whole, a bit each: of another search none, of one that he comes back to the same.
        let whole = Memo::new(move |_| {
            typed.track();
            let opened = shared.location.opened_before();
            shared.location.keep_opened(opened);
            RwSignal::new(opened)
        });
        let groups = move || {
            let typed = typed.get();
            let words = words(&typed);
            let mut groups = vec![
                firms_found(pack, pack.table_now(firms).as_ref(), &typed, &words),
                works_found(pack, pack.table_now(works).as_ref(), &typed, &words),
            ];
            let readings = pack.spelling.readings();
            let of_report = LineKind::ALL.map(|kind| lines_found(&lines, kind, &words, &readings));
            groups.extend(of_report);
            // Figures first: whoever types a number looks for it.
            groups.rotate_left(2);
            groups
        };
        let groups = Memo::new(move |_| groups());
        // A live region stands and changes its words, so that each answer is announced once.
        let told = Memo::new(move |_| groups.with(|groups| told(groups, &typed.get())));
        let view = move || match typed.with(|typed| typed.trim().is_empty()) {
            true => hints(&report, pack),
            false => results(groups.get(), &words(&typed.get()), whole.get(), shared),
        };
        let box_view = search_box(shared, typed);
        let lost = move || {
            let retry = move || pack.spelling.ask();
            pack.spelling
                .is_failed()
                .then(|| failure("正文和数字的拼音", "pinyin.txt：未能取得".to_owned(), retry))
        };
        view! {
            {box_view}
            <p class="found__told" role="status">{move || told.get()}</p>
            {move || maybe(lost())}
            {view}
        }
        .into_any()
    });
    view! {
        <div class="page page--narrow" on:keydown=move |key| walk(&key, shared.location)>
            <h1 id="page-title" tabindex="-1">"搜索全文"</h1>
            <FileNotice file=PackFile::Figures/>
            <FileNotice file=PackFile::Enterprises/>
            <FileNotice file=PackFile::Projects/>
            {body}
        </div>
    }
}

fn search_box(shared: Shared, typed: Memo<String>) -> AnyView {
    let location = shared.location;
    view! {
        <div class="search search--all" role="search">
            <label class="unseen" for=SEARCH_BOX>"搜索全文"</label>
            <input
                id=SEARCH_BOX
                type="search"
                autocomplete="off"
                placeholder="数字、名称、拼音或任何词"
                prop:value=move || typed.get()
                on:input=move |input| location.type_to(Route::Search(event_target_value(&input)))
                on:blur=move |_| location.stop_typing()
            />
        </div>
    }
    .into_any()
}

/// Arrows walk from the box through what was found and back; Enter in the box opens the first.
fn walk(key: &KeyboardEvent, location: Location) {
    // A word that is still being composed takes arrows and Enter for itself.
    if key.is_composing() {
        return;
    }
    let in_box = key.target().is_some_and(|target| dom::has_id(&target, SEARCH_BOX));
    match key.key().as_str() {
        "ArrowDown" => {
            dom::walk(RESULTS, true);
        }
        "ArrowUp" if !in_box => {
            if !dom::walk(RESULTS, false) {
                dom::focus_on(SEARCH_BOX);
            }
        }
        "Enter" if in_box => {
            // What was typed is written down before it is left.
            location.stop_typing();
            // The last letters are answered by then.
            dom::after_layout(|| dom::follow_link(RESULTS));
        }
        _ => return,
    }
    key.prevent_default();
}

/// What can be typed, from the report itself.
fn hints(report: &Report, pack: Pack) -> AnyView {
    let figures = pack.figures.ready();
    let number = report
        .headline
        .first()
        .and_then(|id| figures.as_ref()?.get(id)?.number());
    let number = number.map(annual_report::format::plain);
    let initials = pack.enterprises.ready().and_then(|rows| Some(rows.get(0)?.initials));
    let word = report.tags.first().map(ToString::to_string);
    let ways = [number, initials, word].into_iter().flatten().map(|typed| {
        view! { <li><a class="link-tag" href=Route::Search(typed.clone()).href()>{typed.clone()}</a></li> }
    });
    view! {
        <p class="found__told">"可以搜数字、企业和项目的名称、拼音或首字母，也可以搜正文、问题和打算里的任何词；几个词用空格隔开。试试："</p>
        <ul class="links">{ways.views()}</ul>
    }
    .into_any()
}

/// What was found, in a sentence; nothing of nothing typed.
fn told(groups: &[Group], typed: &str) -> String {
    let all: usize = groups.iter().map(|group| group.count).sum();
    match all {
        _ if typed.trim().is_empty() => String::new(),
        0 => format!("没有找到“{}”。可以少打几个字，或换一个词。", shortened(typed.trim())),
        _ => {
            let parts = groups.iter().filter(|group| group.count > 0);
            let parts = parts.map(|group| format!("{} {}", group.name, group.count));
            format!("找到 {all} 处：{}", parts.collect::<Vec<_>>().join("，"))
        }
    }
}

fn results(groups: Vec<Group>, words: &[String], whole: RwSignal<u64>, shared: Shared) -> AnyView {
    let readings = shared.pack.spelling.readings();
    let mark = |text: &str| mark(text, words, &readings);
    let groups = groups
        .into_iter()
        // Each keeps its place, also when a file that arrives later fills one before it.
        .enumerate()
        .filter(|(_, group)| group.count > 0)
        .map(|(nth, group)| group_view(nth, group, &mark, whole, shared.location));
    groups.collect::<Vec<_>>().into_any()
}

fn group_view(
    nth: usize,
    group: Group,
    mark: &dyn Fn(&str) -> AnyView,
    whole: RwSignal<u64>,
    location: Location,
) -> AnyView {
    let id = format!("found-{nth}");
    let is_whole = whole.get() & (1 << nth) != 0;
    let shown = if is_whole { MOST } else { FEW };
    let rest = group.hits.len().saturating_sub(shown);
    let lines = group.hits.into_iter().take(shown).map(|hit| {
        view! {
            <li class="found__line">
                <a href=hit.href>{mark(&hit.title)}</a>
                <span class="found__detail">{mark(&hit.detail)}</span>
                <span class="found__place">{hit.place}</span>
            </li>
        }
    });
    // On paper nothing can be pressed.
    let unprinted = group.count.saturating_sub(shown);
    let more = match (group.all, rest) {
        (Some(href), _) if group.count > FEW => {
            view! { <p class="more"><a href=href>"在列表里看全部 " {group.count} " 个"</a></p> }.into_any()
        }
        (_, 1..) => {
            let open = move |_| {
                whole.update(|whole| *whole |= 1 << nth);
                location.keep_opened(whole.get_untracked());
                // The button is gone: the keyboard goes on where there is more to see.
                let next = format!("[aria-labelledby=\"found-{nth}\"] li:nth-child({}) a", FEW + 1);
                dom::after_layout(move || dom::keep_focus(&next));
            };
            view! {
                <button type="button" class="button button--quiet" on:click=open>"再看 " {rest} " 条"</button>
                <p class="found__unprinted">"还有 " {unprinted} " 条没有印出。"</p>
            }
            .into_any()
        }
        _ if unprinted > 0 => {
            view! { <p class="none">"列出了前 " {shown} " 条，还有 " {unprinted} " 条。再加一个词，找得更准。"</p> }
                .into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <section class="found" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{group.name} " " <span class="found__count">{group.count}</span></h2>
            <ul>{lines.views()}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// A text in which what was found is marked, and a number stays with its unit.
fn mark(text: &str, words: &[String], readings: &Readings) -> AnyView {
    let mark_piece = |text| {
        let spans = marked_as_found(text, words, readings);
        let spans = spans.into_iter().map(|span| match span.hit {
            true => view! { <mark>{span.text}</mark> }.into_any(),
            false => span.text.into_any(),
        });
        spans.collect::<Vec<_>>().into_any()
    };
    let pieces = unbroken(text).into_iter().map(|(kept, piece)| match kept {
        true => view! { <span class="nb">{mark_piece(piece)}</span> }.into_any(),
        false => mark_piece(piece),
    });
    pieces.collect::<Vec<_>>().into_any()
}
