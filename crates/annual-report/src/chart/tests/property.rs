//! Arbitrary finite series with arbitrary labels.

use proptest::prelude::*;

use super::invariants::faults;
use super::samples::{SHAPES, chart, datum, reported};
use crate::chart::{Amount, Datum, Layout, Reference, describe, draw, legend, table};
use crate::model::Qualifier;

fn value() -> impl Strategy<Value = f64> {
    let everyday = -1000.0..1000.0_f64;
    let any = any::<f64>().prop_filter("finite", |value| value.is_finite());
    let extreme = prop::sample::select(vec![
        0.0,
        -0.0,
        1e300,
        -1e300,
        1e-300,
        1e-15,
        5e-324,
        f64::MAX,
        f64::MIN,
    ]);
    prop_oneof![3 => everyday, 1 => any, 1 => extreme]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    let characters: Vec<char> = "规上工业企业产值（预计）“”，。、；％%56.8,-WiMm /\u{1f4c8}\u{301}\n亿元"
        .chars()
        .collect();
    prop::collection::vec(prop::sample::select(characters), 0..most).prop_map(|c| c.into_iter().collect())
}

fn amount() -> impl Strategy<Value = Amount> {
    let interval = prop::option::of((value(), value()));
    (value(), interval, text(24), any::<bool>()).prop_map(|(value, interval, label, bound)| Amount {
        interval,
        ..reported(value, label.trim(), bound.then_some(Qualifier::Nearly))
    })
}

fn row() -> impl Strategy<Value = Datum> {
    let year = prop::option::of(prop_oneof![2015..2024_u16, any::<u16>()]);
    let words = prop::sample::select(vec!["", "产业升级", "产城融合、城市建设和征地拆迁"]);
    let row = (text(60), amount(), prop::option::of(amount()), year, words);
    row.prop_map(|(label, amount, other, at, words)| Datum {
        at,
        panel: Some(words.to_owned()),
        amount: Amount {
            series: words.to_owned(),
            ..amount
        },
        ..datum(&label, reported(0.0, "", None), other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_finite_series_is_drawn_inside_the_picture(
        shape in prop::sample::select(SHAPES.to_vec()),
        data in prop::collection::vec(row(), 1..8),
        reference in prop::option::of((value(), text(30))),
        width in 200.0..1700.0_f64,
        font in 8.0..40.0_f64,
    ) {
        let mut spec = chart(shape, "亿元", data);
        spec.reference = reference.map(|(value, label)| Reference { value, label });
        let scene = draw(&spec, Layout { width, font });
        let faults = faults(&spec, &scene);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
        prop_assert!(!describe(&spec).is_empty());
        let entries = legend(&spec);
        prop_assert!(entries.iter().all(|entry| !entry.meaning.is_empty()));
        let table = table(&spec);
        prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    }
}
