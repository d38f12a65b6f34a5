//! The charts of the 2021 pack: every one looks as it did, and the titles of those that count say what is so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod picture;

use annual_report::chart::{
    ChartSpec, Context, Layout, Origin, OtherYear, Scene, Shape, TextRole, describe, draw, legend, spec, table,
};
use annual_report::model::{
    Chart, ChartKind, Enterprises, Figure, Project, Qualifier, Report, decode_enterprise_table, decode_figures,
    decode_projects, decode_report,
};
use annual_report::stats::Figures;

struct Files {
    report: Report,
    figures: Figures,
    enterprises: Enterprises,
    projects: Vec<Project>,
}

fn files() -> Files {
    Files {
        report: decode_report(include_bytes!("../../../data/2021/report.json")).unwrap(),
        figures: Figures::new(decode_figures(include_bytes!("../../../data/2021/figures.json")).unwrap()),
        enterprises: decode_enterprise_table(include_bytes!("../../../data/2021/enterprises.json")).unwrap(),
        projects: decode_projects(include_bytes!("../../../data/2021/projects.json")).unwrap(),
    }
}

impl Files {
    fn context<'a>(&'a self, years: &'a [(u16, OtherYear<'a>)]) -> Context<'a> {
        Context {
            report: &self.report,
            figures: &self.figures,
            enterprises: Some(&self.enterprises),
            projects: Some(&self.projects),
            years,
        }
    }

    fn drawn(&self, id: &str) -> ChartSpec {
        let chart = self.report.charts.iter().find(|chart| chart.id == id).unwrap();
        spec(chart, &self.context(&[]))
    }

    /// Output and investment over the years, which the pack has no chart of while it has but one report.
    fn series(&self) -> Chart {
        let chart = self.report.charts.iter().find(|chart| chart.id == "base").unwrap();
        Chart {
            id: "years".to_owned(),
            kind: ChartKind::Series,
            ..chart.clone()
        }
    }

    /// The figures as they might have been in another year.
    fn other_year(&self, percent: f64) -> Figures {
        let rows = self.figures.all().iter().cloned().map(|mut figure| {
            if let Some(number) = figure.number() {
                let number = (number * percent).round() / 100.0;
                figure.printed = format!("{number}{}", figure.unit);
                figure.value = annual_report::model::FigureValue::Number(number);
                figure.qualifier = None;
            }
            figure
        });
        Figures::new(rows.collect())
    }
}

#[test]
fn every_chart_looks_as_it_did_on_a_phone_and_on_a_desk() {
    let files = files();
    for chart in &files.report.charts {
        let spec = spec(chart, &files.context(&[]));
        assert!(!spec.data.is_empty(), "{} has nothing to draw", chart.id);
        picture::looks_as_it_did(&format!("2021-{}", chart.id), &spec, [360.0, 1100.0]);
    }
}

#[test]
fn counts_are_those_of_the_lists_and_no_numbers_of_the_document() {
    let files = files();
    let counts = files.drawn("named-enterprises");
    let areas: Vec<_> = files.report.areas().collect();
    assert_eq!(counts.data.len(), areas.len());
    for (datum, area) in counts.data.iter().zip(&areas) {
        let named = (0..files.enterprises.len() as u32)
            .filter_map(|row| files.enterprises.get(row))
            .filter(|row| row.events.iter().any(|event| event.section.section() == area.id))
            .count();
        assert_eq!(datum.amount.value, named as f64, "{}", area.title);
        assert_eq!((datum.amount.origin, datum.figure.as_ref()), (Origin::Counted, None));
    }
    assert!(table(&counts).rows.iter().all(|row| row[3] == "统计"));
    assert!(describe(&counts).contains("不是报告公布的数"));
    assert!(counts.notes.iter().any(|note| note.starts_with("按报告列名统计")));
}

#[test]
fn the_title_of_the_counts_is_true() {
    let counts = files().drawn("named-enterprises");
    assert_eq!(counts.title, "报告点名的企业最集中在产业升级，是其次的创新引领两倍多");
    let mut sorted: Vec<_> = counts.data.iter().collect();
    sorted.sort_by(|a, b| b.amount.value.total_cmp(&a.amount.value));
    let (first, second, third) = (sorted[0], sorted[1], sorted[2]);
    assert_eq!((first.label.as_str(), second.label.as_str()), ("产业升级", "创新引领"));
    assert!(second.amount.value > third.amount.value);
    let times = first.amount.value / second.amount.value;
    assert!(times > 2.0 && times < 3.0, "{times}");
}

#[test]
fn the_title_of_the_areas_is_true() {
    let files = files();
    let areas = files.drawn("project-steps");
    assert_eq!(areas.title, "点名的项目最多在产城融合，其中过半已经投用");
    assert_eq!(areas.shape, Shape::Panels);
    let total = |panel: &str, status: Option<&str>| -> f64 {
        let own = areas.data.iter().filter(|datum| datum.panel.as_deref() == Some(panel));
        let own = own.filter(|datum| status.is_none_or(|status| datum.label == status));
        own.map(|datum| datum.amount.value).sum()
    };
    let most = total("产城融合", None);
    for area in files.report.areas().filter(|area| area.title != "产城融合") {
        assert!(total(&area.title, None) < most, "{}", area.title);
    }
    assert!(2.0 * total("产城融合", Some("投用")) > most);
    // Every area has its panel, also one that names no project.
    assert_eq!(total("党的建设", None), 0.0);
    assert!(
        areas
            .data
            .iter()
            .any(|datum| datum.panel.as_deref() == Some("党的建设"))
    );
}

#[test]
fn one_report_gives_no_series_and_two_give_lines() {
    let files = files();
    let alone = spec(&files.series(), &files.context(&[]));
    assert!(alone.data.is_empty());
    assert!(alone.nothing.contains("一年"), "{}", alone.nothing);

    let (before, earlier) = (files.other_year(80.0), files.other_year(71.0));
    let years = [
        (2020, OtherYear::Here(&before)),
        (2018, OtherYear::Here(&earlier)),
        (2017, OtherYear::Failed("figures.json：找不到文件（404）".to_owned())),
    ];
    let lines = spec(&files.series(), &files.context(&years));
    assert_eq!(lines.shape, Shape::Lines);
    let told: Vec<_> = lines
        .data
        .iter()
        .map(|datum| (datum.label.as_str(), datum.at))
        .collect();
    assert_eq!(
        told[..3],
        [("2018年", Some(2018)), ("2020年", Some(2020)), ("2021年", Some(2021))]
    );
    assert_eq!(told.len(), 9);
    assert!(
        lines
            .notes
            .iter()
            .any(|note| note.contains("2017年") && note.contains("404"))
    );
    assert!(lines.notes.iter().any(|note| note.starts_with("预计：")));
    assert_eq!(table(&lines).rows.len(), 3);
    assert_eq!(legend(&lines).len(), 4);
    picture::looks_as_it_did("series", &lines, [360.0, 1100.0]);
}

#[test]
fn a_figure_in_another_unit_is_left_out_and_named() {
    let files = files();
    let mut rows = files.other_year(80.0).all().to_vec();
    for row in rows.iter_mut().filter(|row| row.id.as_str() == "fixed-investment") {
        row.unit = "万元".to_owned();
    }
    let before = Figures::new(rows);
    let lines = spec(&files.series(), &files.context(&[(2020, OtherYear::Here(&before))]));
    assert_eq!(lines.data.len(), 5);
    assert!(
        lines
            .notes
            .iter()
            .any(|note| note.contains("2020年") && note.contains("万元"))
    );
}

#[test]
fn lists_that_are_not_at_hand_leave_words() {
    let files = files();
    let context = Context {
        enterprises: None,
        projects: None,
        ..files.context(&[])
    };
    for chart in &files.report.charts {
        let drawn = spec(chart, &context);
        let counts = matches!(chart.kind, ChartKind::Counts | ChartKind::Areas);
        assert_eq!(drawn.data.is_empty(), counts, "{}", chart.id);
        assert!(!counts || drawn.nothing.contains("名单"));
    }
}

#[test]
fn what_a_year_before_was_is_derived_only_where_no_published_level_can_come() {
    let files = files();
    let chart = files.report.charts.iter().find(|chart| chart.id == "base").unwrap();
    let last = files.other_year(80.0);
    let drawn = |other: OtherYear<'_>| {
        let spec = spec(chart, &files.context(&[(2020, other)]));
        let origins: Vec<_> = spec
            .data
            .iter()
            .map(|datum| datum.other.as_ref().map(|other| other.origin))
            .collect();
        let rows = origins.len();
        (origins, spec.notes.join(""), rows)
    };
    let (origins, notes, rows) = drawn(OtherYear::Awaited);
    assert_eq!(origins, vec![None; rows]);
    assert!(notes.contains("正在读取") && !notes.contains("推算"), "{notes}");
    let (origins, notes, rows) = drawn(OtherYear::Here(&last));
    assert_eq!(origins, vec![Some(Origin::Reported); rows]);
    assert!(notes.contains("公布：") && !notes.contains("推算（"), "{notes}");
    let (origins, notes, rows) = drawn(OtherYear::Failed("找不到文件（404）".to_owned()));
    assert_eq!(origins, vec![Some(Origin::Derived); rows]);
    assert!(notes.contains("未能读取") && notes.contains("404"), "{notes}");
}

#[test]
fn of_several_reports_of_the_year_before_none_is_taken_for_the_whole_year() {
    let files = files();
    let chart = files.report.charts.iter().find(|chart| chart.id == "base").unwrap();
    let (half, whole) = (files.other_year(40.0), files.other_year(80.0));
    let years = [(2020, OtherYear::Here(&half)), (2020, OtherYear::Here(&whole))];
    let drawn = spec(chart, &files.context(&years));
    assert!(drawn.data.iter().all(|datum| {
        datum
            .other
            .as_ref()
            .is_some_and(|other| other.origin == Origin::Derived)
    }));
}

#[test]
fn expected_is_explained_also_where_only_the_year_before_is() {
    let mut files = files();
    let firm = files.figures.all().iter().cloned().map(|figure| Figure {
        qualifier: None,
        ..figure
    });
    let other = files.other_year(80.0);
    let expected = other.all().iter().cloned().map(|figure| Figure {
        qualifier: Some(Qualifier::Expected),
        ..figure
    });
    let last = Figures::new(expected.collect());
    files.figures = Figures::new(firm.collect());
    let chart = files.report.charts.iter().find(|chart| chart.id == "base").unwrap();
    let explained = |years: &[(u16, OtherYear<'_>)]| {
        let notes = spec(chart, &files.context(years)).notes;
        notes.iter().any(|note| note.starts_with("预计："))
    };
    assert!(explained(&[(2020, OtherYear::Here(&last))]));
    assert!(!explained(&[]));
}

#[test]
fn a_series_whose_other_years_are_on_their_way_says_so() {
    let files = files();
    let waiting = spec(&files.series(), &files.context(&[(2020, OtherYear::Awaited)]));
    assert!(waiting.data.is_empty() && waiting.nothing.contains("正在读取"));
    let failed = spec(
        &files.series(),
        &files.context(&[(2020, OtherYear::Failed("404".to_owned()))]),
    );
    assert!(failed.nothing.contains("一年"));
}

#[test]
fn only_a_derived_value_has_the_look_of_one() {
    let files = files();
    let chart = files.report.charts.iter().find(|chart| chart.id == "base").unwrap();
    let last = files.other_year(80.0);
    let roles = |years: &[(u16, OtherYear<'_>)]| {
        let scene = draw(&spec(chart, &files.context(years)), Layout::default());
        let count = |role| scene.texts.iter().filter(|text| text.role == role).count();
        (count(TextRole::OtherValue), count(TextRole::DerivedValue))
    };
    let rows = chart.figures.len();
    assert_eq!(roles(&[]), (0, rows));
    assert_eq!(roles(&[(2020, OtherYear::Here(&last))]), (rows, 0));
}
