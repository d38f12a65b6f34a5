//! Charts that no report should give, and some will.

use super::invariants::faults;
use super::samples::{SHAPES, all, chart, datum, reported};
use crate::chart::{Layout, Reference, Shape, describe, draw, table};

#[test]
fn nothing_to_draw_is_an_empty_scene_of_no_height() {
    let scene = draw(&chart(Shape::Bars, "亿元", Vec::new()), Layout::default());
    assert_eq!((scene.width, scene.height), (720.0, 0.0));
    assert!(scene.marks.is_empty() && scene.lines.is_empty() && scene.texts.is_empty() && scene.hits.is_empty());
}

#[test]
fn extreme_series_are_drawn_in_the_picture() {
    let series: &[&[f64]] = &[
        &[0.0],
        &[-0.0, 0.0],
        &[1.0],
        &[-1.0],
        &[5.0, 5.0, 5.0],
        &[-5.0, -5.0],
        &[1e-300],
        &[1e300, 1.0],
        &[-1e300, 1e300],
        &[f64::MAX, f64::MIN],
        &[f64::MIN_POSITIVE, 5e-324],
        &[1e-15, 2e-15],
        &[1.0, 1.0 + 1e-15],
        &[-1e-15, 1.0],
        &[1e-300, 1e300],
        &[f64::NAN, 1.0],
        &[f64::INFINITY, f64::NEG_INFINITY],
    ];
    for shape in SHAPES {
        for values in series {
            let amount = |value: &f64| reported(*value, &format!("{value:e} 亿元"), None);
            let mut data: Vec<_> = values
                .iter()
                .map(|value| datum("产值", amount(value), Some(amount(value))))
                .collect();
            for (nth, datum) in data.iter_mut().enumerate() {
                datum.at = Some(2019 + nth as u16);
                datum.panel = Some("产业".to_owned());
                datum.amount.interval = Some((datum.amount.value, -datum.amount.value));
            }
            let mut spec = chart(shape, "亿元", data);
            for reference in [None, values.last().copied(), Some(f64::NAN)] {
                spec.reference = reference.map(|value| Reference {
                    value,
                    label: "预算".to_owned(),
                });
                for width in [280.0, 720.0, 1600.0] {
                    let faults = faults(&spec, &draw(&spec, Layout { width, font: 16.0 }));
                    assert!(faults.is_empty(), "{shape:?} {values:?} at {width}: {faults:#?}");
                }
            }
            assert!(!describe(&spec).is_empty());
            assert_eq!(table(&spec).rows.len(), values.len());
        }
    }
}

#[test]
fn nonsensical_sizes_are_taken_as_the_nearest_sensible() {
    for width in [f64::NAN, f64::NEG_INFINITY, -1.0, 0.0, 1e9, f64::INFINITY] {
        for font in [f64::NAN, 0.0, -3.0, 1e6, f64::INFINITY] {
            for spec in all() {
                let scene = draw(&spec, Layout { width, font });
                assert!((200.0..=2400.0).contains(&scene.width));
                let faults = faults(&spec, &scene);
                assert!(faults.is_empty(), "{:?} {width} {font}: {faults:#?}", spec.shape);
            }
        }
    }
}

#[test]
fn blank_labels_leave_bars_without_writing() {
    let spec = chart(
        Shape::Stack,
        "",
        vec![datum("", reported(1.0, "", None), Some(reported(0.5, " ", None)))],
    );
    let scene = draw(&spec, Layout::default());
    assert!(scene.texts.iter().all(|text| text.datum.is_none()));
    assert_eq!(scene.marks.len(), 2);
}

#[test]
fn thousands_of_rows_are_drawn_quickly_and_in_proportion() {
    let data = (0..20_000)
        .map(|nth| datum("企业", reported(f64::from(nth), "1 家", None), None))
        .collect();
    let scene = draw(&chart(Shape::Bars, "家", data), Layout::default());
    let (half, last) = (&scene.marks[10_000], &scene.marks[19_999]);
    assert!((half.width / last.width - 10_000.0 / 19_999.0).abs() < 1e-3);
}
