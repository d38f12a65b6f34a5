//! The legend tells of the marks that occur, and of no others.

use super::samples::{all, bars, chart, datum, lines, pairs, panels, reported, stack};
use crate::chart::{ChartSpec, Layout, Origin, Part, Shape, Swatch, draw, legend};
use crate::model::Qualifier;

fn meanings(spec: &ChartSpec) -> Vec<String> {
    legend(spec).into_iter().map(|entry| entry.meaning).collect()
}

#[test]
fn a_chart_of_one_plain_sort_needs_no_legend() {
    let row = |label: &str| datum(label, reported(3.0, "3 家", None), None);
    assert!(meanings(&chart(Shape::Bars, "家", vec![row("甲"), row("乙")])).is_empty());
    assert!(meanings(&chart(Shape::Bars, "家", Vec::new())).is_empty());
}

#[test]
fn expected_amounts_have_an_entry_of_their_own_beside_firm_ones() {
    assert_eq!(
        meanings(&bars()),
        ["公布数", "以上、超…以上：只画到所写的数", "预计", "年度预算 100%"]
    );
    let expected = datum("甲", reported(3.0, "3 家（预计）", Some(Qualifier::Expected)), None);
    assert_eq!(meanings(&chart(Shape::Bars, "家", vec![expected])), ["预计"]);
}

#[test]
fn series_are_named_where_there_is_more_than_one_and_intervals_where_there_are_any() {
    assert_eq!(
        meanings(&pairs()),
        [
            "2021年（预计）",
            "2021年",
            "2021年（近、超…以上：只画到所写的数）",
            "2020年推算（可比口径）",
            "四舍五入留下的区间"
        ]
    );
    assert_eq!(
        meanings(&stack()),
        ["2021年", "2021年（余：只画到所写的数）", "其中新增"]
    );
    assert_eq!(meanings(&panels()), ["按报告列名统计，不是公布数"]);
}

#[test]
fn lines_have_their_names_in_the_legend_and_sorts_of_points_once_for_all() {
    let mut spec = lines();
    assert_eq!(
        meanings(&spec),
        ["规上工业企业产值", "其中：利润总额", "余、近：只画到所写的数", "预计"]
    );
    spec.data.truncate(1);
    assert_eq!(meanings(&spec), ["规上工业企业产值"]);
}

#[test]
fn every_sort_of_bar_in_a_picture_is_told_once() {
    for spec in all() {
        let scene = draw(&spec, Layout::default());
        let mut drawn: Vec<Swatch> = Vec::new();
        for mark in &scene.marks {
            let swatch = Swatch::Bar {
                part: mark.part,
                origin: mark.origin,
                certainty: mark.certainty,
            };
            if !drawn.contains(&swatch) {
                drawn.push(swatch);
            }
        }
        let entries = legend(&spec).into_iter().map(|entry| entry.swatch);
        let told: Vec<Swatch> = entries.filter(|swatch| matches!(swatch, Swatch::Bar { .. })).collect();
        assert!(drawn.iter().all(|swatch| told.contains(swatch)), "{drawn:?} {told:?}");
        assert_eq!(drawn.len(), told.len(), "{:?}", spec.shape);
    }
}

#[test]
fn every_entry_of_a_point_has_one_in_the_picture() {
    let spec = lines();
    let scene = draw(&spec, Layout::default());
    for entry in legend(&spec) {
        let Swatch::Point {
            series,
            origin,
            certainty,
        } = entry.swatch
        else {
            continue;
        };
        assert!(
            scene
                .points
                .iter()
                .any(|point| (point.series, point.origin, point.certainty) == (series, origin, certainty)),
            "{entry:?}"
        );
    }
}

#[test]
fn a_derived_bar_is_told_as_such_whatever_its_series_is_called() {
    let mut spec = pairs();
    for datum in &mut spec.data {
        if let Some(other) = &mut datum.other {
            other.series = "2020年".to_owned();
        }
    }
    let derived = legend(&spec).into_iter().find(
        |entry| matches!(entry.swatch, Swatch::Bar { part: Part::Other, origin, .. } if origin == Origin::Derived),
    );
    assert_eq!(derived.unwrap().meaning, "2020年（推算）");
}
