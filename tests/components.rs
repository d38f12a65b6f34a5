//! Components in a real browser, on the real pack: what they show is what the pack says.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use annual_report::model::{
    ChartKind, Enterprises as Table, PackFile, decode_enterprise_table, decode_enterprises, decode_figures,
    decode_projects, decode_report,
};
use annual_report::query::{ENTERPRISE_FACETS, ENTERPRISE_RANGES, Finder, Params, Query, enterprise_table, question};
use annual_report::stats::Figures;
use annual_report_app::{
    ChartPlace, ChartView, Chunks, EnterprisePage, Enterprises, FigureTag, FileNotice, LoadError, Location, Pack,
    Shared,
};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit, Node};

wasm_bindgen_test_configure!(run_in_browser);

const REPORT: &[u8] = include_bytes!("../data/2021/report.json");
const FIGURES: &[u8] = include_bytes!("../data/2021/figures.json");
const ENTERPRISES: &[u8] = include_bytes!("../data/2021/enterprises.json");
const PROJECTS: &[u8] = include_bytes!("../data/2021/projects.json");

/// A view mounted into an element of its own, which goes when the test ends.
struct Mounted<M: leptos::tachys::view::Mountable> {
    root: HtmlElement,
    _handle: UnmountHandle<M>,
}

impl<M: leptos::tachys::view::Mountable> Drop for Mounted<M> {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl<M: leptos::tachys::view::Mountable> Mounted<M> {
    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length())
            .filter_map(|nth| found.get(nth))
            .map(JsCast::unchecked_into)
            .collect()
    }

    fn one(&self, selector: &str) -> Element {
        self.root
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("no {selector}"))
    }

    fn text(&self, selector: &str) -> String {
        self.one(selector).text_content().unwrap_or_default()
    }
}

fn mount<V: IntoView + 'static>(view: impl FnOnce(Shared) -> V + 'static) -> Mounted<V::State> {
    window().location().set_hash("").unwrap();
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    root.style().set_property("width", "600px").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = mount_to(root.clone(), move || {
        let shared = Shared {
            location: Location::follow(),
            pack: Pack::new(),
            chunks: Chunks::new(),
        };
        provide_context(shared);
        view(shared)
    });
    Mounted { root, _handle: handle }
}

fn fill(pack: Pack) {
    pack.report.settle(Ok(decode_report(REPORT).unwrap()));
    pack.figures.settle(Ok(Figures::new(decode_figures(FIGURES).unwrap())));
    pack.enterprises
        .settle(Ok(decode_enterprise_table(ENTERPRISES).unwrap()));
    pack.projects.settle(Ok(decode_projects(PROJECTS).unwrap()));
}

fn press(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Two frames: effects run, observers report, and what they change is drawn.
async fn settled() {
    for _ in 0..2 {
        let (frame, done) = futures_channel();
        request_animation_frame(done);
        frame.await.unwrap();
        tick().await;
    }
}

fn futures_channel() -> (wasm_bindgen_futures::JsFuture, impl FnOnce() + 'static) {
    let mut resolve = None;
    let promise = js_sys::Promise::new(&mut |ok, _| resolve = Some(ok));
    let resolve = resolve.unwrap();
    (wasm_bindgen_futures::JsFuture::from(promise), move || {
        resolve.call0(&wasm_bindgen::JsValue::NULL).unwrap();
    })
}

#[wasm_bindgen_test]
async fn a_figure_keeps_its_qualifier_and_says_how_many_of_its_group_are_named() {
    let page = mount(|shared| {
        fill(shared.pack);
        view! {
            <div id="expected"><FigureTag id="output-above-scale".into()/></div>
            <div id="group"><FigureTag id="firms-relieved".into()/></div>
            <div id="bound"><FigureTag id="fast-growing-firms-growth".into()/></div>
        }
    });
    tick().await;
    assert_eq!(page.text("#expected .amount"), "56.8\u{202f}亿元");
    assert_eq!(page.text("#expected .badge"), "预计");
    assert_eq!(page.text("#group .amount"), "10\u{202f}余家");
    assert_eq!(page.text("#group .badge"), "已列名 2 / 共 10余");
    assert_eq!(page.text("#bound .amount"), "超50%以上");
}

#[wasm_bindgen_test]
async fn a_failed_file_says_what_is_wrong_and_offers_to_try_again() {
    let page = mount(|shared| {
        let error = decode_figures(b"[{\"id\": 3}]").unwrap_err();
        shared.pack.figures.settle(Err(LoadError::Decode(error)));
        view! { <FileNotice file=PackFile::Figures/> <FileNotice file=PackFile::Report/> }
    });
    tick().await;
    assert_eq!(page.all(".failure").len(), 1, "only what failed is said to have failed");
    assert!(
        page.text(".failure").contains("figures.json: /0/id"),
        "{}",
        page.text(".failure")
    );
    assert_eq!(page.text(".failure button"), "重试");
}

#[wasm_bindgen_test]
async fn bars_are_as_long_as_their_values() {
    let report = decode_report(REPORT).unwrap();
    let figures = Figures::new(decode_figures(FIGURES).unwrap());
    for id in ["growth", "exports", "services"] {
        let chart = report.charts.iter().find(|chart| chart.id == id).unwrap().clone();
        let mut values: Vec<f64> = chart
            .figures
            .iter()
            .map(|id| figures.get(id).unwrap().number().unwrap())
            .collect();
        if chart.kind == ChartKind::Growth {
            // Growths stand largest first.
            values.sort_by(|a, b| b.total_cmp(a));
        }
        let page = mount(move |shared| {
            fill(shared.pack);
            view! { <ChartView chart place=ChartPlace::Beside/> }
        });
        settled().await;
        let widths: Vec<f64> = page
            .all(".picture rect.bar")
            .iter()
            .map(|bar| bar.get_attribute("width").unwrap().parse().unwrap())
            .collect();
        assert_eq!(widths.len(), values.len(), "{id}");
        let scale = widths[0] / values[0];
        for (width, value) in widths.iter().zip(&values) {
            assert!(
                (width - value * scale).abs() < 1.0,
                "{id}: {value} is drawn {width} px long"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_a_chart_and_escape_ends_it() {
    let chart = decode_report(REPORT)
        .unwrap()
        .charts
        .into_iter()
        .find(|chart| chart.id == "base")
        .unwrap();
    let page = mount(move |shared| {
        fill(shared.pack);
        view! { <ChartView chart place=ChartPlace::Beside/> }
    });
    settled().await;
    let picture = page.one(".picture");
    press(&picture, "ArrowDown");
    tick().await;
    let told = page.text(".tip");
    assert!(
        told.contains("规上工业企业产值") && told.contains("56.8 亿元（预计）") && told.contains("推算"),
        "{told}"
    );
    press(&picture, "ArrowDown");
    tick().await;
    assert!(page.text(".tip").contains("固定资产投资"));
    press(&picture, "Escape");
    tick().await;
    assert_eq!(page.text(".tip"), "");
}

#[wasm_bindgen_test]
async fn a_chart_shows_the_same_data_as_a_table() {
    let chart = decode_report(REPORT)
        .unwrap()
        .charts
        .into_iter()
        .find(|chart| chart.id == "base")
        .unwrap();
    let page = mount(move |shared| {
        fill(shared.pack);
        view! { <ChartView chart place=ChartPlace::Beside/> }
    });
    settled().await;
    page.one(".chart__head button").unchecked_into::<HtmlElement>().click();
    tick().await;
    assert_eq!(page.all("svg").len(), 0);
    assert_eq!(page.all(".chart__table tbody tr").len(), 3);
    assert!(page.text(".chart__table tbody tr").contains("56.8"));
}

/// Rows that stand for nothing are kept for later and hidden.
const ROWS: &str = ".list__row:not([hidden])";

/// What the page may hold of a list, however long it is.
const MOST_ROWS: usize = 60;

/// The page of enterprises, with the table that the pack has.
fn mount_list(table: Table) -> Mounted<impl leptos::tachys::view::Mountable> {
    mount(move |shared| {
        fill(shared.pack);
        shared.pack.enterprises.settle(Ok(table));
        window().location().set_hash("/enterprises").unwrap();
        view! { <Enterprises/> }
    })
}

async fn search<M: leptos::tachys::view::Mountable>(page: &Mounted<M>, typed: &str) {
    let search: HtmlInputElement = page.one("#search").unchecked_into();
    search.set_value(typed);
    search.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    settled().await;
}

/// How many rows a search finds.
fn found(rows: &Table, typed: &str) -> usize {
    let figures = Figures::new(decode_figures(FIGURES).unwrap());
    let table = enterprise_table(rows, Some(&figures));
    let params = Params::parse(&format!("q={typed}"));
    let query = Query::parse(&params, &ENTERPRISE_FACETS, &ENTERPRISE_RANGES);
    let (question, unknown) = question(&table, &query);
    assert_eq!(unknown, Vec::<String>::new());
    let mut finder = Finder::new(Arc::new(table));
    finder.ask(&question);
    finder.count() as usize
}

#[wasm_bindgen_test]
async fn typing_narrows_the_list_and_marks_what_was_found() {
    let rows = decode_enterprise_table(ENTERPRISES).unwrap();
    let page = mount_list(rows.clone());
    settled().await;
    assert_eq!(page.all(ROWS).len(), rows.len());
    search(&page, "丝绸").await;
    let expected = found(&rows, "丝绸");
    assert!(expected > 0 && expected < rows.len());
    assert_eq!(page.all(ROWS).len(), expected);
    assert!(page.text(".count").contains(&format!("筛选后 {expected} 家")));
    let marks = page.all(&format!("{ROWS} mark"));
    assert!(!marks.is_empty() && marks.iter().all(|mark| mark.text_content().unwrap() == "丝绸"));
}

#[wasm_bindgen_test]
async fn a_keystroke_leaves_the_rows_that_stay_and_their_texts_as_they_are() {
    let rows = decode_enterprise_table(ENTERPRISES).unwrap();
    let page = mount_list(rows.clone());
    settled().await;
    let slots = page.all(".list__row");
    // A word of what the first row tells, so that it stays the first.
    let (tag, _) = rows.event(0, 0).unwrap();
    let link = page.one(&format!("{ROWS} .row-link"));
    let name: Node = link.first_child().unwrap();
    search(&page, tag).await;
    assert!(page.all(ROWS).len() < rows.len(), "the search narrows");
    assert!(page.one(&format!("{ROWS} .row-link")).is_same_node(Some(&link)));
    assert!(
        link.first_child().unwrap().is_same_node(Some(&name)),
        "its name was written anew"
    );

    // The same words with a blank behind them, and with one that marks nothing in the row: every first text stays.
    let nodes = || -> Vec<Node> {
        page.all(&format!("{ROWS}:first-child .cell > :first-child"))
            .into_iter()
            .filter_map(|element| element.first_child())
            .collect()
    };
    let before = nodes();
    assert!(before.len() > 3);
    let initial = rows.get(0).unwrap().initials.chars().next().unwrap();
    for typed in [format!("{tag} "), format!("{tag} {initial}")] {
        search(&page, &typed).await;
        assert_eq!(page.text(&format!("{ROWS} .row-link")), rows.name(0), "{typed}");
        let after = nodes();
        assert_eq!(after.len(), before.len(), "{typed}");
        for (one, other) in before.iter().zip(&after) {
            assert!(
                one.is_same_node(Some(other)),
                "{typed}: {:?} was written anew",
                other.text_content()
            );
        }
    }

    // Rows that were let go come back into the same places.
    search(&page, "").await;
    let again = page.all(".list__row");
    assert_eq!(again.len(), slots.len());
    assert!(
        slots
            .iter()
            .zip(&again)
            .all(|(one, other)| one.is_same_node(Some(other)))
    );
    assert!(link.first_child().unwrap().is_same_node(Some(&name)));
    assert_eq!(page.all("mark").len(), 0, "no mark is left behind");
}

#[wasm_bindgen_test]
async fn a_long_list_has_no_more_rows_in_the_page_than_fit_and_fills_them_as_it_scrolls() {
    let few = decode_enterprises(ENTERPRISES).unwrap();
    let many: Vec<_> = (0..2_000)
        .map(|nth| {
            let mut row = few[nth % few.len()].clone();
            row.id = format!("copy-{nth}").as_str().into();
            row.name = format!("{} {nth}", row.name);
            row
        })
        .collect();
    let style = document().create_element("style").unwrap();
    // Tests of components run without the page's style; a list has to have a height to scroll.
    style.set_text_content(Some(
        ".list__measure { height: 40px } .list__frame--long { height: 200px; overflow-y: auto } \
         .list__frame--long .list__row { position: absolute; top: 0; height: 40px; overflow: hidden }",
    ));
    let page = mount_list(Table::new(&many));
    page.root.append_child(&style).unwrap();
    settled().await;
    let frame: HtmlElement = page.one(".list__frame--long").unchecked_into();
    let last = many.len();
    assert_eq!(frame.get_attribute("aria-rowcount").unwrap(), (last + 1).to_string());
    let in_page = page.all(".list__row").len();
    assert!(in_page <= MOST_ROWS, "{in_page} rows");
    assert_eq!(
        page.text(&format!("{ROWS}[aria-rowindex=\"2\"] .row-link")),
        many[0].name
    );
    for place in [700, last - 1, 3] {
        frame.set_scroll_top(place as i32 * 40);
        settled().await;
        let row = format!("{ROWS}[aria-rowindex=\"{}\"]", place + 2);
        assert_eq!(page.text(&format!("{row} .row-link")), many[place].name);
        assert!(page.all(".list__row").len() <= MOST_ROWS);
    }
    press(&frame, "End");
    settled().await;
    let active = frame.get_attribute("aria-activedescendant").unwrap();
    let row = page.one(&format!("#{active}"));
    assert_eq!(row.get_attribute("aria-rowindex").unwrap(), (last + 1).to_string());
    assert!(row.text_content().unwrap().contains(&many[last - 1].name));
}

#[wasm_bindgen_test]
async fn an_enterprise_shows_every_event_with_its_place() {
    let rows = decode_enterprises(ENTERPRISES).unwrap();
    let silk = rows
        .iter()
        .find(|enterprise| enterprise.name == "双河丝绸")
        .unwrap()
        .clone();
    let id = silk.id.clone();
    let page = mount(move |shared| {
        fill(shared.pack);
        view! { <EnterprisePage id/> }
    });
    tick().await;
    assert_eq!(page.all(".events .event").len(), silk.events.len());
    assert_eq!(page.all(".events .place").len(), silk.events.len());
    assert!(page.text(".events").contains("140%"));
}
