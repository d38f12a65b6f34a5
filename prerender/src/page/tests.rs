//! What goes into a page once, can be replaced, and leaves nothing behind.

use annual_report::model::{Index, ReportEntry, ReportId};

use super::*;
use crate::theme::Ground;

fn part(html: &str) -> Part {
    Part {
        name: "work",
        html: html.to_owned(),
        anchors: Vec::new(),
    }
}

fn around() -> Around {
    Around {
        years: String::new(),
        report: String::new(),
        shown: String::new(),
        title: "甲 & 乙".to_owned(),
        header: "<header></header>".to_owned(),
        footer: String::new(),
        checked: String::new(),
        pinyin: String::new(),
        original: String::new(),
        palette: String::new(),
    }
}

fn put(page: &str, around: &Around, parts: &[Part]) -> Result<String, String> {
    filled(page, around, parts, &Host::default(), None)
}

const EMPTY: &str = "<head><title>x</title></head><body><div id=host></div><div id=still></div><p>x</p></body>";

#[test]
fn the_report_is_put_in_its_place_and_can_be_replaced() {
    let fill = |page: &str, html: &str| put(page, &around(), &[part(html)]).unwrap_or_default();
    let once = fill(EMPTY, "<b>一</b>");
    assert!(once.starts_with("<head><title>甲 &amp; 乙</title></head>"), "{once}");
    assert!(once.contains("id=\"/work\"><b>一</b></div></main>"), "{once}");
    assert!(once.ends_with("<p>x</p></body>"));
    assert_eq!(fill(&once, "<b>一</b>"), once);
    let twice = fill(&once, "<b>二</b>");
    assert!(twice.contains("<b>二</b>") && !twice.contains("<b>一</b>"));
}

#[test]
fn a_page_says_which_report_was_found_without_fault_and_of_another_that_it_was_another() {
    let fill = |page: &str, checked: String| {
        let around = Around { checked, ..around() };
        put(page, &around, &[]).unwrap_or_default()
    };
    let once = fill(EMPTY, checked("7"));
    assert!(
        once.contains("</title><meta name=\"checked\" content=\"7\"></head>"),
        "{once}"
    );
    assert_eq!(fill(&once, checked("8")), once.replace("\"7\"", "\"8\""));
    assert_eq!(fill(&once, String::new()), fill(EMPTY, String::new()));
}

#[test]
fn a_page_says_where_the_readings_are_once() {
    let fill = |page: &str| {
        let around = Around {
            pinyin: pinyin("pinyin.txt"),
            original: original("a.json"),
            ..around()
        };
        put(page, &around, &[]).unwrap_or_default()
    };
    let once = fill(EMPTY);
    assert_eq!(once.matches("<meta name=\"pinyin\" content=\"pinyin.txt\">").count(), 1);
    assert_eq!(fill(&once), once);
}

#[test]
fn a_page_says_where_the_original_is_and_nothing_where_there_is_none() {
    let fill = |page: &str, original: String| {
        let checked = checked("7");
        let around = Around {
            checked,
            original,
            ..around()
        };
        put(page, &around, &[]).unwrap_or_default()
    };
    let with = fill(EMPTY, original("data/2021/source.json"));
    let tags = "<meta name=\"checked\" content=\"7\"><meta name=\"original\" content=\"data/2021/source.json\"></head>";
    assert!(with.contains(tags), "{with}");
    assert_eq!(
        fill(&with, original("data/2022/source.json")),
        with.replace("2021", "2022")
    );
    assert_eq!(fill(&with, String::new()), fill(EMPTY, String::new()));
    assert!(!fill(EMPTY, String::new()).contains("original"));
}

#[test]
fn a_page_says_which_colours_the_park_has_once_and_nothing_of_the_usual_ones() {
    let fill = |page: &str, palette: String| {
        let around = Around { palette, ..around() };
        put(page, &around, &[]).unwrap_or_default()
    };
    let with = fill(EMPTY, palette("main:#3b2f7d"));
    assert!(
        with.contains("<meta name=\"palette\" content=\"main:#3b2f7d\"></head>"),
        "{with}"
    );
    assert_eq!(fill(&with, palette("main:#3b2f7d")), with);
    assert_eq!(fill(&with, String::new()), fill(EMPTY, String::new()));
}

#[test]
fn a_page_of_several_says_which_report_it_is_of() {
    let entry = |year: u16| ReportEntry {
        id: ReportId::from(year.to_string().as_str()),
        year,
        title: "甲".to_owned(),
    };
    let index = Index {
        schema: Index::SCHEMA,
        default: ReportId::from("2032"),
        reports: vec![entry(2032), entry(2031)],
    };
    let fill = |page: &str, report: String| {
        let checked = checked("7");
        let years = match report.as_str() {
            "" => String::new(),
            report => years(
                &index,
                &ReportId::from(if report.contains("2031") { "2031" } else { "2032" }),
            ),
        };
        let around = Around {
            years,
            report,
            checked,
            ..around()
        };
        put(page, &around, &[]).unwrap_or_default()
    };
    let one = fill(EMPTY, report("2031"));
    assert!(
        one.contains("<meta name=\"report\" content=\"2031\"><meta name=\"checked\""),
        "{one}"
    );
    let link = "<a class=\"years__link\" href=\"2031.html\" data-report=\"2031\" aria-current=\"true\">2031年</a><a class=\"years__link\" href=\"#/years\" aria-label=\"两年对比\">对比</a></div></nav><div id=host>";
    assert!(one.contains(link), "{one}");
    assert_eq!(fill(&one, report("2032")), fill(EMPTY, report("2032")));
    assert_eq!(fill(&one, String::new()), fill(EMPTY, String::new()));
}

#[test]
fn a_page_without_a_place_for_it_is_refused() {
    for page in [
        "<body></body>",
        "<div id=still></div>",
        "<title></title><div id=host></div><div id=still>?",
        "<div id=host></div><div id=still></div>",
    ] {
        assert!(put(page, &around(), &[]).is_err(), "{page}");
    }
}

#[test]
fn a_page_says_which_report_it_shows() {
    let shown = |id| Around {
        shown: shown(id),
        ..around()
    };
    let once = put(EMPTY, &shown("2021"), &[]).unwrap_or_default();
    assert!(
        once.contains("</title><meta name=\"shown\" content=\"2021\"></head>"),
        "{once}"
    );
    assert_eq!(put(&once, &shown("2022"), &[]), Ok(once.replace("2021", "2022")));
}

#[test]
fn the_report_has_its_name_before_its_styles_unless_the_portal_has_something_above_it() {
    let ground = Ground {
        ground: "#fff".to_owned(),
        paper: "#fff".to_owned(),
        line: "#fff".to_owned(),
        ink: "#000".to_owned(),
        ink_soft: "#000".to_owned(),
    };
    let first = First {
        org: "甲",
        title: "乙",
        has_years: false,
        ground: &ground,
    };
    let fill = |host: &str| {
        let host: Host = serde_json::from_str(host).unwrap();
        filled(EMPTY, &around(), &[], &host, Some(&first)).unwrap()
    };
    assert!(fill("{}").contains("<table id=\"first\""));
    assert!(!fill("{\"disclosure\":{\"标题\":\"丙\"}}").contains("first"));
}
