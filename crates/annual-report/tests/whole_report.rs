//! Searching the whole of the 2021 report, and what its figures have to do with each other.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::PathBuf;

use annual_report::model::{FigureId, Report, decode_figures, decode_report};
use annual_report::query::{Line, LineKind, Readings, found, lines, words};
use annual_report::stats::{Figures, told};

fn data(path: &str) -> Vec<u8> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../data/2021")
        .join(path);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn pack() -> (Report, Figures) {
    let figures = decode_figures(&data("figures.json")).unwrap();
    (decode_report(&data("report.json")).unwrap(), Figures::new(figures))
}

fn titles(lines: &[Line], kind: LineKind, search: &str) -> Vec<String> {
    let found = found(lines, kind, &words(search), &Readings::default());
    found.into_iter().map(|nth| lines[nth].title.clone()).collect()
}

#[test]
fn every_line_of_the_report_is_found_by_its_own_words_and_leads_to_a_view() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    let points = report.sections.iter().flat_map(|section| &section.items);
    let points: usize = points.map(|item| item.points.len()).sum();
    let of = |kind: LineKind| lines.iter().filter(|line| line.kind == kind).count();
    assert_eq!(of(LineKind::Figure), figures.all().len());
    assert!(of(LineKind::Section) > points, "{points}");
    assert!(of(LineKind::Problem) >= report.problems.len() && of(LineKind::Plan) > 0 && of(LineKind::Chart) > 0);
    for (nth, line) in lines.iter().enumerate() {
        assert!(
            found(&lines, line.kind, &words(&line.title), &Readings::default()).contains(&nth),
            "{}",
            line.title
        );
        assert_eq!(annual_report::route::Route::parse(&line.route.href()).route, line.route);
    }
}

#[test]
fn every_figure_is_found_by_the_number_that_is_printed() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    for figure in figures.all() {
        let by_number = found(&lines, LineKind::Figure, &words(&figure.printed), &Readings::default());
        let subjects: Vec<&str> = by_number.iter().map(|nth| lines[*nth].title.as_str()).collect();
        assert!(
            subjects.contains(&figure.subject.as_str()),
            "{} {subjects:?}",
            figure.printed
        );
    }
    assert_eq!(titles(&lines, LineKind::Figure, "30.5"), ["规上工业企业产值同比增长"]);
    assert_eq!(titles(&lines, LineKind::Figure, "５６．８ 亿元"), ["规上工业企业产值"]);
}

#[test]
fn all_words_must_be_found_and_none_finds_nothing() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    assert!(titles(&lines, LineKind::Figure, " ").is_empty());
    assert!(titles(&lines, LineKind::Figure, "产值 没有这样的词").is_empty());
    let both = titles(&lines, LineKind::Figure, "产值 增长");
    assert!(!both.is_empty() && both.len() < titles(&lines, LineKind::Figure, "产值").len());
    // A word does not reach from one text into the next.
    let line = &lines[0];
    let across = format!("{}{}", line.title, line.detail);
    assert!(titles(&lines, LineKind::Figure, &across).is_empty(), "{across}");
}

#[test]
fn a_number_beside_a_line_is_shown_with_what_qualifies_it() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    let point = lines
        .iter()
        .find(|line| line.title == "培育规上企业" && line.kind == LineKind::Section);
    assert_eq!(point.unwrap().detail, "主要指标 · 工业产值与规上企业：7 家");
    let found = found(&lines, LineKind::Section, &words("56.8亿元"), &Readings::default());
    assert!(found.iter().any(|nth| lines[*nth].detail.contains("56.8 亿元（预计）")));
}

#[test]
fn what_is_found_in_a_title_stands_before_what_is_found_beside_it() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    let word = "产业";
    let sections = titles(&lines, LineKind::Section, word);
    let first_beside = sections.iter().position(|title| !title.contains(word)).unwrap();
    assert!(first_beside > 0 && sections[first_beside..].iter().all(|title| !title.contains(word)));
}

#[test]
fn a_figure_knows_what_states_it_again_and_what_follows_from_it() {
    let (report, figures) = pack();
    let trace = |id: &str| figures.trace(&FigureId::from(id)).unwrap();
    let ids = |found: &[&annual_report::model::Figure]| -> Vec<String> {
        found.iter().map(|figure| figure.id.to_string()).collect()
    };
    let output = trace("output-above-scale");
    assert_eq!(ids(&output.growths), ["output-above-scale-growth"]);
    let base = output.base.unwrap();
    assert!(base.low < base.value && base.value < base.high && base.high < 56.8);
    let growth = trace("output-above-scale-growth");
    assert_eq!(growth.level.map(|level| level.id.as_str()), Some("output-above-scale"));
    assert_eq!(growth.base, output.base);
    assert_eq!(
        trace("industrial-investment").whole.map(|whole| whole.id.as_str()),
        Some("fixed-investment")
    );
    assert_eq!(ids(&trace("fixed-investment").parts), ["industrial-investment"]);
    assert_eq!(ids(&trace("fiscal-revenue").shares), ["fiscal-revenue-budget-share"]);
    assert_eq!(ids(&trace("opening-year").stated), ["title-year"]);
    // Nearly six times is not a rate that a base could be derived from.
    assert_eq!(trace("agreed-investment").base, None);
    assert!(figures.trace(&"no-such-figure".into()).is_none());
    let told = told(&report, &"output-above-scale".into());
    assert_eq!(told.iter().map(|told| told.place.as_str()).collect::<Vec<_>>(), ["1/1"]);
}

#[test]
fn a_line_is_found_by_the_letters_of_its_characters() {
    let (report, figures) = pack();
    let lines = lines(&report, Some(&figures));
    let readings = Readings::of_text("业 ye\n工 gong\n投 tou\n资 zi");
    let titles = |search: &str| -> Vec<&str> {
        let found = found(&lines, LineKind::Figure, &words(search), &readings);
        found.into_iter().map(|nth| lines[nth].title.as_str()).collect()
    };
    for search in ["gongyetouzi", "gytz", "GYTZ", "gongye touzi", "工业 tz"] {
        assert!(titles(search).contains(&"工业投资"), "{search}: {:?}", titles(search));
    }
    assert!(titles("gytzz").is_empty());
}
