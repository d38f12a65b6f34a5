//! 关于: what the marks mean, which keys there are, which pack this is.

use annual_report::format::date;
use leptos::prelude::*;

use crate::components::{IntoViews, KEYS as KEYS_TITLE, maybe, prose};
use crate::dom;
use crate::state::Shared;

/// What a mark means.
const MARKS: [(&str, &str); 7] = [
    ("预计", "报告印发时全年尚未结束，是报告自己的预计数。"),
    ("拟", "计划中的数，事情还没有发生。"),
    (
        "近、余、约、超…以上",
        "照录报告的限定词；图里画成开口的或淡色的，不当作精确值。",
    ),
    (
        "推算",
        "报告没有写明，由报告的数字算出，总是标明，并给出取整造成的区间。",
    ),
    (
        "可比口径",
        "增速拿同一范围的上年数来比（规上企业就是今年这一批），所以推算的上年数不是上年的公布数。",
    ),
    (
        "已列名 / 共",
        "报告说“等9户”而只点名两家，就只有这两家在名单里，其余不猜。",
    ),
    ("报告未提及", "报告没有说，不等于没有，也不是零。"),
];

/// What the keys do.
const KEYS: [(&str, &str); 8] = [
    ("/", "搜索全文"),
    ("?", "看有哪些快捷键"),
    ("↑ ↓", "在搜索结果、列表和图里逐项走"),
    ("PageUp PageDown Home End", "在列表里翻页、到头、到尾"),
    ("Enter", "打开搜到的第一条、列表的这一行、图里这个数的出处"),
    ("空格", "把企业列表的这一行选入对比"),
    ("Esc", "收起菜单、对话框和图里的提示，停止朗读"),
    ("Tab", "到下一个能按的地方"),
];

/// 关于.
#[component]
pub fn About() -> impl IntoView {
    let pack = Shared::of_context().pack;
    let pairs = |pairs: &[(&'static str, &'static str)]| {
        let rows = pairs
            .iter()
            .map(|(name, told)| view! { <div><dt>{*name}</dt><dd>{*told}</dd></div> });
        rows.collect::<Vec<_>>().into_iter().views()
    };
    let source = move || {
        let meta = &pack.report.ready()?.meta;
        let (title, issuer, day) = (meta.title.clone(), meta.issuer.clone(), date(&meta.printed_on));
        Some(
            view! { <p class="page__lead">"数据依据《" {title} "》（" {issuer} "，" <span class="nb">{day}</span> "印发）整理：事实和数字照录，句子是摘编。"</p> },
        )
    };
    let counts = move || {
        let counts = [
            (pack.figures.ready().map(|figures| figures.all().len()), "个数字"),
            (pack.enterprises.ready().map(|rows| rows.len()), "家企业和机构"),
            (pack.projects.ready().map(|rows| rows.len()), "个项目"),
        ];
        let counts = counts
            .into_iter()
            .filter_map(|(count, noun)| Some(format!("{} {noun}", count?)));
        prose(&counts.collect::<Vec<_>>().join("，"))
    };
    let version = move || {
        // The page before the app was made of values, not of files.
        let print = pack.fingerprint().filter(|_| dom::IN_BROWSER)?;
        let checked = match dom::checked_report() {
            Some(checked) if checked == print => "，与构建时核对过的一致",
            Some(_) => "，与构建时核对过的不同",
            None => "",
        };
        Some(view! { <div><dt>"数据指纹"</dt><dd><code>{print}</code> {checked}</dd></div> })
    };
    let single_keys = match dom::hears_single_keys() {
        true => "true",
        false => "false",
    };
    // Where its page is: on a host, beside a page that was built. The page before the app does without; so nobody loads a byte
    // for it but who opens this one.
    let preview = dom::has_preview().then(|| {
        view! {
            <h2>"给发布者"</h2>
            <p><a href="preview.html">"打开数据包（预览）"</a>"：不用构建，看一眼还没有发布的数据包，核对一遍。文件不离开浏览器。"</p>
        }
    });
    view! {
        <div class="page page--narrow">
            <h1 id="page-title" tabindex="-1">"关于这份报告"</h1>
            {move || maybe(source())}
            <h2>"数字怎么读"</h2>
            <dl class="told">{pairs(&MARKS)}</dl>
            <p>"每个数字都能按开，看它在报告哪里、怎么写、还有哪里说到、由它推算出什么。口径不同的数不相加；单位不同的数画在一张图上的，图下写明条长只表示各自的大小。"</p>
            <h2 id=KEYS_TITLE tabindex="-1">"快捷键"</h2>
            <dl class="told">{pairs(&KEYS)}</dl>
            // Handled by reading.js, before the app as well.
            <p>
                <button type="button" class="button button--quiet" data-read="keys" aria-pressed=single_keys>"单键快捷键"</button>
                " 关掉后，“/”“?”和搜索页上的字母键不起作用；别的键照旧。"
            </p>
            <h2>"版本"</h2>
            <dl class="told">
                <div><dt>"内容"</dt><dd>{counts}</dd></div>
                {move || maybe(version())}
                <div><dt>"程序"</dt><dd>{env!("CARGO_PKG_VERSION")}</dd></div>
            </dl>
            {maybe(preview)}
        </div>
    }
}
