//! Components in a real browser, on the real pack: what they show is what the pack says.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use annual_report::model::{PackFile, decode_enterprises, decode_figures, decode_projects, decode_report};
use annual_report::query::{Listing, Params, Query};
use annual_report::stats::Figures;
use annual_report_app::{
    ChartView, EnterprisePage, Enterprises, FigureTag, FileNotice, LoadError, Location, Pack, Shared,
};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

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
        };
        provide_context(shared);
        view(shared)
    });
    Mounted { root, _handle: handle }
}

fn fill(pack: Pack) {
    pack.report.settle(Ok(decode_report(REPORT).unwrap()));
    pack.figures.settle(Ok(Figures::new(decode_figures(FIGURES).unwrap())));
    pack.enterprises.settle(Ok(decode_enterprises(ENTERPRISES).unwrap()));
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
        let values: Vec<f64> = chart
            .figures
            .iter()
            .map(|id| figures.get(id).unwrap().number().unwrap())
            .collect();
        let page = mount(move |shared| {
            fill(shared.pack);
            view! { <ChartView chart/> }
        });
        settled().await;
        let widths: Vec<f64> = page
            .all("rect.bar")
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
        view! { <ChartView chart/> }
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
        view! { <ChartView chart/> }
    });
    settled().await;
    page.one(".chart__head button").unchecked_into::<HtmlElement>().click();
    tick().await;
    assert_eq!(page.all("svg").len(), 0);
    assert_eq!(page.all(".chart__table tbody tr").len(), 3);
    assert!(page.text(".chart__table tbody tr").contains("56.8"));
}

#[wasm_bindgen_test]
async fn typing_narrows_the_list_and_a_row_that_stays_is_not_drawn_again() {
    let rows = decode_enterprises(ENTERPRISES).unwrap();
    let listing = Listing::of_enterprises(&rows, None);
    let page = mount(|shared| {
        fill(shared.pack);
        window().location().set_hash("/enterprises").unwrap();
        view! { <Enterprises/> }
    });
    settled().await;
    assert_eq!(page.all("tbody tr").len(), rows.len());
    let kept = page
        .all("tbody tr")
        .into_iter()
        .find(|row| row.text_content().unwrap().contains("双河丝绸"))
        .unwrap();
    let search: HtmlInputElement = page.one("#search").unchecked_into();
    search.set_value("丝绸");
    search.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    tick().await;
    let expected = listing
        .select(&Query::parse(&Params::parse("q=丝绸"), &Listing::ENTERPRISE_FACETS))
        .rows
        .len();
    assert!(expected > 0 && expected < rows.len());
    assert_eq!(page.all("tbody tr").len(), expected);
    assert!(page.text(".count").contains(&format!("筛选后 {expected} 家")));
    assert!(kept.is_connected(), "the row was made anew");
    assert!(
        page.all("mark")
            .iter()
            .all(|mark| mark.text_content().unwrap() == "丝绸")
    );
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
