//! Small charts of one scale.

use super::samples::{panels, reported};
use crate::chart::{Layout, LineRole, TextRole, describe, draw, table};

#[test]
fn as_many_panels_stand_side_by_side_as_have_room() {
    let across = |width: f64| {
        let scene = draw(&panels(), Layout { width, font: 16.0 });
        let mut lefts: Vec<i64> = scene
            .lines
            .iter()
            .filter(|line| line.role == LineRole::Axis)
            .map(|line| line.x1.round() as i64)
            .collect();
        lefts.sort_unstable();
        lefts.dedup();
        lefts.len()
    };
    assert_eq!([320.0, 600.0, 850.0, 1300.0].map(across), [1, 2, 3, 3]);
}

#[test]
fn lengths_compare_across_panels() {
    let spec = panels();
    for width in [280.0, 360.0, 720.0, 1440.0] {
        let scene = draw(&spec, Layout { width, font: 16.0 });
        let of = |datum: usize| scene.marks[datum].width;
        assert!((of(7) - 10.0 * of(8)).abs() < 1.0, "ten are ten times as long as one");
        assert_eq!(of(0), 0.0);
    }
}

#[test]
fn every_panel_has_its_heading_above_its_bars() {
    let spec = panels();
    let scene = draw(
        &spec,
        Layout {
            width: 900.0,
            font: 16.0,
        },
    );
    let headings: String = scene
        .texts
        .iter()
        .filter(|text| text.role == TextRole::Heading)
        .map(|text| text.content.as_str())
        .collect();
    assert_eq!(
        headings,
        "（一）党的建设（二）产业升级（三）协同开放，以及同高新区的对口协作（四）产城融合（五）招商引资"
    );
}

#[test]
fn panels_in_words_and_as_a_table() {
    let told = describe(&panels());
    assert!(told.contains("5幅小图，同一比例，共9项，单位：个。"), "{told}");
    assert!(told.contains("最高的是（四）产城融合：投用，10 个"), "{told}");
    assert!(told.contains("按报告点到的名称统计"), "{told}");
    let table = table(&panels());
    assert_eq!(
        table.rows[7],
        ["（四）产城融合：投用", "10", "", "统计", "二（二）一是"]
    );
}

#[test]
fn panels_of_nothing_but_zeros_still_stand() {
    let mut spec = panels();
    for datum in &mut spec.data {
        datum.amount = reported(0.0, "0 个", None);
    }
    let scene = draw(&spec, Layout::default());
    assert!(scene.height > 0.0 && scene.marks.iter().all(|mark| mark.width == 0.0));
}
