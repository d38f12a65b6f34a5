//! A workbook holds all that the report has, or is not written.

use serde_json::{Value, json};

use super::{files, root, through};
use crate::export;
use crate::files::{FILES, Files, text};
use crate::pack::as_typed;

#[test]
fn the_round_trip_changes_no_byte_of_the_projects_own_pack() {
    let read = through(&files(), |_| {}).unwrap();
    assert!(read.unfilled.is_empty());
    let typed = as_typed(&read.files).unwrap();
    for file in FILES {
        let kept = std::fs::read_to_string(root().join("data/2021").join(file.name())).unwrap();
        assert!(text(typed.of(file)) == kept, "{}", file.name());
    }
}

/// Every text of a tree that is no reference, replaced by something odd.
fn spoil(value: &mut Value, field: &str, odd: &str) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, field)| spoil(field, name, odd)),
        Value::Array(list) => list.iter_mut().for_each(|entry| spoil(entry, field, odd)),
        Value::String(text) if ["subject", "text", "summary", "printed", "name", "industry"].contains(&field) => {
            *text = odd.to_owned();
        }
        _ => {}
    }
}

#[test]
fn odd_texts_and_numbers_come_back_as_they_were() {
    for odd in [
        "=1+1",
        "'x",
        " 前后有空格 ",
        "a\tb",
        "<b>&amp;\"</b>",
        "第一行\n第二行",
        "😀𠮷",
        "_x0041_",
        "TRUE",
        "1/2",
        "2.10",
        "007",
        "1e5",
    ] {
        let mut before = files();
        for file in FILES {
            spoil(before.of_mut(file), "", odd);
        }
        let read = through(&before, |_| {}).unwrap();
        assert!(as_typed(&read.files).unwrap() == as_typed(&before).unwrap(), "{odd:?}");
    }
    for odd in [0.1 + 0.2, -3.5, 1e15, 1e-9, 123_456_789.125] {
        let mut before = files();
        before.figures[3]["value"] = json!(odd);
        let read = through(&before, |_| {}).unwrap();
        assert_eq!(read.files.figures[3]["value"].as_f64(), Some(odd));
    }
}

#[test]
fn what_a_cell_cannot_hold_is_refused_and_not_lost() {
    let told = |change: &dyn Fn(&mut Files)| {
        let mut files = files();
        change(&mut files);
        export::grids(&files).unwrap_err()
    };
    let id = told(&|files| files.figures[60]["enterprises"] = json!(["a,b"]));
    assert!(id.contains("“a,b”") && id.contains("数字"), "{id}");
    let notes = told(&|files| files.report["charts"][0]["notes"] = json!(["一\n二"]));
    assert!(notes.contains("说明"), "{notes}");
    let long = told(&|files| files.figures[0]["subject"] = json!("长".repeat(40_000)));
    assert!(long.contains("40000"), "{long}");
    let empty = told(&|files| files.report["tags"] = json!(["投产", ""]));
    assert!(empty.contains("事项用词"), "{empty}");
}
