//! Lines over years: which points are joined, which values are told, how the picture reads.

use super::invariants::faults;
use super::samples::{lines, reported};
use crate::chart::{Certainty, Datum, Layout, LineRole, Scene, TextRole, describe, draw, table};

fn joined(scene: &Scene) -> Vec<usize> {
    let series = scene
        .lines
        .iter()
        .filter(|line| matches!(line.role, LineRole::Series(_)));
    series.filter_map(|line| line.datum).collect()
}

#[test]
fn a_line_leads_to_each_point_but_the_first_of_a_series_and_none_across_a_missing_year() {
    // The first series has no 2019.
    assert_eq!(joined(&draw(&lines(), Layout::default())), [1, 3, 5, 6, 7, 8]);
}

#[test]
fn points_stand_over_their_year_and_as_high_as_their_amount() {
    let spec = lines();
    for width in [280.0, 720.0, 1600.0] {
        let scene = draw(&spec, Layout { width, font: 16.0 });
        let (first, later) = (&scene.points[0], &scene.points[4]);
        assert!((first.x - later.x).abs() < 0.1, "2017 is one column");
        let year = |from: usize, to: usize| scene.points[to].x - scene.points[from].x;
        assert!(
            (year(1, 2) - 2.0 * year(0, 1)).abs() < 0.2,
            "a missing year keeps its place"
        );
        let per_unit = (scene.zero - scene.points[3].y) / 56.8;
        for point in &scene.points {
            let should = scene.zero - spec.data[point.datum].amount.value * per_unit;
            assert!((point.y - should).abs() < 0.2, "{point:?} should be at {should}");
        }
    }
}

#[test]
fn expected_points_are_told_from_firm_ones_and_bounds_from_both() {
    let scene = draw(&lines(), Layout::default());
    let certainty: Vec<Certainty> = scene.points.iter().map(|point| point.certainty).collect();
    assert_eq!(certainty[1], Certainty::Bound);
    assert_eq!(certainty[2], Certainty::Firm);
    assert_eq!(certainty[3], Certainty::Expected);
    let series: Vec<usize> = scene.points.iter().map(|point| point.series).collect();
    assert_eq!(series, [0, 0, 0, 0, 1, 1, 1, 1, 1]);
}

#[test]
fn first_last_and_highest_values_are_told_at_every_size() {
    let spec = lines();
    for font in [14.0, 18.0, 28.0] {
        for width in (280..=1600).step_by(40) {
            let layout = Layout {
                width: f64::from(width),
                font,
            };
            let scene = draw(&spec, layout);
            for told in [0, 3, 4, 8] {
                let text: String = scene
                    .texts
                    .iter()
                    .filter(|text| text.datum == Some(told) && text.role == TextRole::Value)
                    .map(|text| text.content.as_str())
                    .collect();
                let squeezed = |text: &str| text.replace(' ', "");
                let label = squeezed(&spec.data[told].amount.label);
                assert!(squeezed(&text).contains(&label), "{label} is not told at {layout:?}");
            }
        }
    }
}

#[test]
fn a_wide_picture_tells_all_values_beside_their_points() {
    let scene = draw(
        &lines(),
        Layout {
            width: 1100.0,
            font: 16.0,
        },
    );
    let told = scene.texts.iter().filter(|text| text.role == TextRole::Value).count();
    assert_eq!(told, lines().data.len());
}

#[test]
fn points_are_found_by_where_they_are() {
    let scene = draw(&lines(), Layout::default());
    for point in &scene.points {
        let hit = &scene.hits[point.datum];
        assert!((hit.x..hit.x + hit.width).contains(&point.x));
        assert!((hit.y..hit.y + hit.height).contains(&point.y), "{point:?} {hit:?}");
    }
}

#[test]
fn a_hundred_years_of_four_series_still_make_a_picture() {
    let mut spec = lines();
    let sample = spec.data[0].clone();
    spec.data = (0..400)
        .map(|nth: u16| {
            let mut amount = reported(f64::from(nth % 37), &format!("{} 亿元", nth % 37), None);
            amount.series = format!("第{}项", nth / 100);
            Datum {
                at: Some(1900 + nth % 100),
                amount,
                ..sample.clone()
            }
        })
        .collect();
    for width in [280.0, 1600.0] {
        let faults = faults(&spec, &draw(&spec, Layout { width, font: 18.0 }));
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn lines_in_words_and_as_a_table_of_years() {
    assert_eq!(
        describe(&lines()),
        "各项指标两位数增长。折线图，规上工业企业产值、其中：利润总额，2017年至2021年，共9个点，单位：亿元。\
         最高的是规上工业企业产值2021年，56.8 亿元（预计）；最低的是其中：利润总额2018年，-1.4 亿元。\
         规上工业企业产值2018年、其中：利润总额2020年只是约数或界限，点的边是虚线。"
    );
    let table = table(&lines());
    assert_eq!(
        table.head,
        [
            "年份",
            "规上工业企业产值（亿元）",
            "其中：利润总额（亿元）",
            "限定词",
            "推算",
            "出处"
        ]
    );
    let years: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(years, ["2017年", "2018年", "2019年", "2020年", "2021年"]);
    assert_eq!(table.rows[2][1..4], ["", "0", ""]);
    assert_eq!(table.rows[1][1..4], ["36", "-1.4", "规上工业企业产值：余"]);
}
