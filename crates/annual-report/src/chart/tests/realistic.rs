//! Charts of a report at every size that a page may have.

use super::invariants::faults;
use super::samples::{all, bars, pairs, stack};
use crate::chart::{Certainty, Layout, LineRole, Part, Scene, Shape, TextRole, draw};

fn sweep() -> impl Iterator<Item = Layout> {
    [14.0, 18.0, 28.0]
        .into_iter()
        .flat_map(|font| (280..=1600).step_by(20).map(move |width| (width, font)))
        .map(|(width, font)| Layout {
            width: f64::from(width),
            font,
        })
}

#[test]
fn no_text_overlaps_another_or_leaves_the_picture_at_any_size() {
    for spec in all() {
        for layout in sweep() {
            let faults = faults(&spec, &draw(&spec, layout));
            assert!(faults.is_empty(), "{:?} {layout:?}: {faults:#?}", spec.shape);
        }
    }
}

#[test]
fn bars_are_as_long_as_their_amounts_say() {
    for spec in all().into_iter().filter(|spec| spec.shape != Shape::Lines) {
        for layout in sweep() {
            let scene = draw(&spec, layout);
            let amounts = scene.marks.iter().map(|mark| {
                let datum = &spec.data[mark.datum];
                let amount = if mark.part == Part::Amount {
                    Some(&datum.amount)
                } else {
                    datum.other.as_ref()
                };
                amount.unwrap().value
            });
            let of_amounts: Vec<(f64, f64)> = amounts.zip(scene.marks.iter().map(|mark| mark.width)).collect();
            let (most, longest) = of_amounts
                .iter()
                .copied()
                .max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))
                .unwrap();
            for (amount, length) in of_amounts {
                let should = longest * (amount / most).abs();
                assert!(
                    (length - should).abs() < 0.2,
                    "{amount}: {length} is not {should} at {layout:?}"
                );
            }
        }
    }
}

#[test]
fn negative_amounts_go_left_of_zero_and_the_rest_right() {
    let spec = bars();
    let scene = draw(&spec, Layout::default());
    for mark in &scene.marks {
        let start = if spec.data[mark.datum].amount.value < 0.0 {
            mark.x + mark.width
        } else {
            mark.x
        };
        assert!((start - scene.zero).abs() < 0.1, "{mark:?} does not start at zero");
    }
}

#[test]
fn wide_pictures_put_labels_beside_bars_and_narrow_ones_above() {
    let label_right_of_zero = |scene: &Scene| {
        let label = scene.texts.iter().find(|text| text.role == TextRole::Label).unwrap();
        label.end() > scene.zero
    };
    assert!(!label_right_of_zero(&draw(
        &pairs(),
        Layout {
            width: 1100.0,
            font: 16.0
        }
    )));
    assert!(label_right_of_zero(&draw(
        &pairs(),
        Layout {
            width: 320.0,
            font: 16.0
        }
    )));
}

#[test]
fn bounds_and_expected_amounts_have_marks_of_their_own() {
    let certainties: Vec<Certainty> = draw(&bars(), Layout::default())
        .marks
        .iter()
        .map(|mark| mark.certainty)
        .collect();
    let (firm, bound) = (Certainty::Firm, Certainty::Bound);
    assert_eq!(certainties, [firm, bound, firm, bound, firm, Certainty::Expected]);
}

#[test]
fn an_interval_is_a_whisker_of_three_strokes_around_its_amount() {
    let spec = pairs();
    let scene = draw(&spec, Layout::default());
    for (nth, datum) in spec.data.iter().enumerate() {
        let strokes: Vec<_> = scene.lines.iter().filter(|line| line.datum == Some(nth)).collect();
        assert_eq!(strokes.len(), if datum.other.is_some() { 3 } else { 0 });
        assert!(strokes.iter().all(|line| line.role == LineRole::Interval));
        let thin = scene
            .marks
            .iter()
            .find(|mark| mark.datum == nth && mark.part == Part::Other);
        if let (Some(bar), Some(level)) = (thin, strokes.first()) {
            assert!(level.x1 <= bar.x + bar.width && bar.x + bar.width <= level.x2);
        }
    }
}

#[test]
fn a_first_stretch_carries_its_value_inside_where_it_fits_and_beneath_where_not() {
    let roles = |width| -> Vec<TextRole> {
        let scene = draw(&stack(), Layout { width, font: 16.0 });
        let of_other = |role: &TextRole| matches!(role, TextRole::Inside | TextRole::OtherValue);
        scene.texts.iter().map(|text| text.role).filter(of_other).collect()
    };
    assert_eq!(
        roles(1100.0),
        [TextRole::Inside, TextRole::OtherValue, TextRole::Inside]
    );
    assert_eq!(
        roles(280.0),
        [TextRole::OtherValue, TextRole::OtherValue, TextRole::Inside]
    );
}
