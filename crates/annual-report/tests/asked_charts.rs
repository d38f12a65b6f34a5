//! What a reader can ask of the charts of the 2021 pack, and the files that he takes away of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::PathBuf;

use annual_report::chart::{
    ChartSpec, Context, Layout, PictureColours, Shape, asked, choices, draw, legend, markup, patterns, picture_file,
    spec, swatch, unknown_picks,
};
use annual_report::export::chart_csv;
use annual_report::model::{
    Chart, ChartKind, Enterprises, Project, Report, decode_enterprise_table, decode_figures, decode_projects,
    decode_report,
};
use annual_report::query::{ChartOrder, ChartQuery, Measure};
use annual_report::stats::Figures;

fn data(path: &str) -> Vec<u8> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../data/2021")
        .join(path);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

struct Pack {
    report: Report,
    figures: Figures,
    enterprises: Enterprises,
    projects: Vec<Project>,
}

impl Pack {
    fn read() -> Self {
        Self {
            report: decode_report(&data("report.json")).unwrap(),
            figures: Figures::new(decode_figures(&data("figures.json")).unwrap()),
            enterprises: decode_enterprise_table(&data("enterprises.json")).unwrap(),
            projects: decode_projects(&data("projects.json")).unwrap(),
        }
    }

    fn chart(&self, kind: ChartKind) -> &Chart {
        self.report.charts.iter().find(|chart| chart.kind == kind).unwrap()
    }

    fn spec(&self, chart: &Chart) -> ChartSpec {
        spec(
            chart,
            &Context {
                report: &self.report,
                figures: &self.figures,
                enterprises: Some(&self.enterprises),
                projects: Some(&self.projects),
                years: &[],
            },
        )
    }
}

fn values(spec: &ChartSpec) -> Vec<f64> {
    spec.data.iter().map(|datum| datum.amount.value).collect()
}

#[test]
fn a_growth_chart_is_sorted_until_the_reports_order_is_asked_for() {
    let pack = Pack::read();
    let chart = pack.chart(ChartKind::Growth);
    let plain = ChartQuery::of(&chart.id);
    let sorted = values(&pack.spec(&asked(chart, &plain, &pack.figures)));
    assert!(sorted.is_sorted_by(|a, b| a >= b), "{sorted:?}");
    let as_written = ChartQuery {
        order: Some(ChartOrder::Report),
        ..plain
    };
    assert_eq!(asked(chart, &as_written, &pack.figures), *chart);
}

#[test]
fn growth_turns_into_level_with_its_base_and_back() {
    let pack = Pack::read();
    let growth = pack.chart(ChartKind::Growth);
    let as_level = ChartQuery {
        measure: Some(Measure::Level),
        ..ChartQuery::of(&growth.id)
    };
    let level = asked(growth, &as_level, &pack.figures);
    let drawn = pack.spec(&level);
    assert_eq!((level.kind, drawn.shape), (ChartKind::Base, Shape::Pairs));
    assert!(drawn.data.iter().all(|datum| datum.other.is_some()));
    assert!(level.notes.iter().any(|note| note.contains("这里显示绝对值")));

    let base = pack.chart(ChartKind::Base);
    let as_growth = ChartQuery {
        measure: Some(Measure::Growth),
        ..ChartQuery::of(&base.id)
    };
    let grown = asked(base, &as_growth, &pack.figures);
    assert_eq!(grown.kind, ChartKind::Growth);
    assert_eq!(pack.spec(&grown).unit, "%");
}

#[test]
fn picked_figures_are_shown_alone_and_unknown_ones_named() {
    let pack = Pack::read();
    let chart = pack.chart(ChartKind::Growth);
    let mut query = ChartQuery::of(&chart.id);
    query.pick(chart.figures[1].as_str());
    query.pick("nothing-of-the-kind");
    let shown = asked(chart, &query, &pack.figures);
    assert_eq!(shown.figures, [chart.figures[1].clone()]);
    assert!(shown.notes.iter().any(|note| note.contains("所选的 1 项")));
    assert_eq!(unknown_picks(chart, &query), ["nothing-of-the-kind"]);
    // Nothing known is picked: all are shown.
    let mut lost = ChartQuery::of(&chart.id);
    lost.pick("nothing-of-the-kind");
    assert_eq!(asked(chart, &lost, &pack.figures).figures.len(), chart.figures.len());
}

#[test]
fn amounts_of_different_units_are_not_offered_to_be_sorted() {
    let pack = Pack::read();
    for chart in &pack.report.charts {
        let units = chart
            .figures
            .iter()
            .filter_map(|id| pack.figures.get(id))
            .map(|figure| &figure.unit);
        let mut units: Vec<_> = units.collect();
        units.dedup();
        let choices = choices(chart, &pack.figures);
        assert!(units.len() <= 1 || choices.order.is_none(), "{}", chart.id);
        assert!(chart.kind != ChartKind::Stock || choices.is_empty(), "{}", chart.id);
    }
}

#[test]
fn every_chart_is_a_picture_file_that_reads_as_xml_and_holds_all_its_words() {
    let pack = Pack::read();
    for chart in &pack.report.charts {
        let spec = pack.spec(chart);
        let file = picture_file(&spec, "《报告》", &PictureColours::default());
        let document = roxmltree::Document::parse(&file.svg).unwrap_or_else(|error| panic!("{}: {error}", chart.id));
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text())
            .collect();
        let all = texts.concat();
        assert!(
            all.contains(&chart.title.replace(' ', "")) || all.contains(&chart.title),
            "{}",
            chart.id
        );
        for datum in &spec.data {
            assert!(
                texts.contains(&datum.amount.label.as_str()),
                "{}: {}",
                chart.id,
                datum.amount.label
            );
        }
        assert!(all.contains("出处：《报告》"), "{}", chart.id);
        assert!(file.height > 200.0 && file.width == 960.0);
    }
}

#[test]
fn a_picture_file_has_the_parks_colours_and_asks_for_none() {
    let pack = Pack::read();
    let spec = pack.spec(pack.chart(ChartKind::Growth));
    let usual = picture_file(&spec, "《报告》", &PictureColours::default()).svg;
    assert!(
        usual.contains(".bar--amount{fill:#0d4f5c}") && !usual.contains('$'),
        "{usual}"
    );
    let own = "main:#3b2f7d;main-deep:#2a2166;main-tint:#ecebf6;main-mid:#64589c;accent:#8f3b2a;accent-tint:#f9ece9";
    let own = picture_file(&spec, "《报告》", &PictureColours::read(own)).svg;
    assert!(own.contains(".bar--amount{fill:#3b2f7d}"), "{own}");
    for name in PictureColours::NAMES {
        let colour = PictureColours::default().colour(name).to_owned();
        assert!(usual.contains(&colour) && !own.contains(&colour), "{name}");
    }
}

#[test]
fn texts_that_would_be_markup_are_texts_in_a_picture_file() {
    let pack = Pack::read();
    let mut chart = pack.chart(ChartKind::Growth).clone();
    chart.title = "</title><script>alert(1)</script>&\u{1}\"'<!--".to_owned();
    chart.notes = vec!["]]>&amp;<svg onload='x'>".to_owned()];
    let file = picture_file(&pack.spec(&chart), "<b>", &PictureColours::default());
    let document = roxmltree::Document::parse(&file.svg).unwrap();
    assert!(document.descendants().all(|node| !node.has_tag_name("script")));
    assert_eq!(
        document.descendants().filter(|node| node.has_tag_name("svg")).count(),
        1
    );
}

#[test]
fn texts_that_would_be_markup_are_texts_in_the_page_too() {
    let pack = Pack::read();
    let mut spec = pack.spec(pack.chart(ChartKind::Base));
    let hostile = "\"><img src=x onerror=alert(1)></text></svg><script>alert(1)</script>&\u{1}";
    spec.id = hostile.to_owned();
    for datum in &mut spec.data {
        datum.label = hostile.to_owned();
        datum.amount.label = hostile.to_owned();
    }
    let scene = draw(&spec, Layout::default());
    let swatches = legend(&spec).into_iter().map(|entry| swatch(entry.swatch, &spec.id));
    let drawn = [patterns(&spec.id), markup(&scene, &spec.id)]
        .into_iter()
        .chain(swatches);
    let svg = format!("<svg>{}</svg>", drawn.collect::<String>());
    let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let known = ["svg", "defs", "pattern", "rect", "path", "text"];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(known.contains(&node.tag_name().name()), "{:?}", node.tag_name());
        assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
    }
    let texts = document
        .descendants()
        .filter_map(|node| node.text())
        .collect::<String>();
    assert!(texts.contains("onerror"), "the words are there, as words");
}

#[test]
fn a_charts_csv_has_a_line_a_datum() {
    let pack = Pack::read();
    for chart in &pack.report.charts {
        let spec = pack.spec(chart);
        let mut text = String::new();
        chart_csv(&spec, &mut |piece| text.push_str(piece));
        assert!(text.starts_with('\u{feff}'));
        assert_eq!(text.matches("\r\n").count(), spec.data.len() + 1, "{}", chart.id);
    }
}
