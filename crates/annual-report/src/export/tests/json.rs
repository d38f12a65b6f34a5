//! How JSON is written, and what stands in it.

use serde_json::{Value, json};

use super::{ABOUT, enterprise, pieces, with_columns};
use crate::export::{enterprises_json, projects_json};
use crate::format::tests::figure;
use crate::model::{Enterprises, FigureValue};
use crate::stats::Figures;

fn parsed(pieces: &[String]) -> Value {
    serde_json::from_str(&pieces.concat()).unwrap()
}

#[test]
fn a_file_says_what_it_is_about_and_has_a_record_a_line() {
    let table = Enterprises::new(&[enterprise("甲", "投产", "投产"), enterprise("乙", "投产", "投产")]);
    let pieces = pieces(|sink| enterprises_json(&table, None, &ABOUT, &mut (0..2), sink));
    assert_eq!(pieces.len(), 3);
    assert_eq!(
        pieces.concat(),
        r##"{"title": "园区年报", "year": 2021, "table": "企业", "address": "#/enterprises?q=丝绸", "count": 1, "total": 32, "rows": [
{"id": "x", "name": "甲", "kind": "enterprise", "pinyin": "x", "initials": "x", "industry": "医药", "industry_basis": "name", "events": [{"section": "2.2/1", "tag": "投产", "text": "投产"}]},
{"id": "x", "name": "乙", "kind": "enterprise", "pinyin": "x", "initials": "x", "industry": "医药", "industry_basis": "name", "events": [{"section": "2.2/1", "tag": "投产", "text": "投产"}]}
]}
"##
    );
}

#[test]
fn a_file_without_rows_is_json_too() {
    let none = Figures::default();
    let file = parsed(&pieces(|sink| {
        projects_json(&[], Some(&none), &ABOUT, &mut (0..3), sink)
    }));
    assert_eq!((&file["rows"], &file["figures"]), (&json!([]), &json!([])));
}

#[test]
fn the_figures_that_rows_refer_to_follow_once_and_in_the_documents_order() {
    let figures = Figures::new(["c", "a", "unused", "b"].map(|id| figure(id, 1.0, "家", None)).into());
    let mut rows = [enterprise("甲", "投产", "投产"), enterprise("乙", "投产", "投产")];
    rows[0].events[0].figures = vec!["b".into(), "a".into()];
    rows[1].events[0].figures = vec!["a".into(), "gone".into(), "c".into()];
    let table = Enterprises::new(&rows);
    let file = parsed(&pieces(|sink| {
        enterprises_json(&table, Some(&figures), &ABOUT, &mut (0..2), sink)
    }));
    let ids: Vec<&Value> = file["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| &figure["id"])
        .collect();
    assert_eq!(ids, ["c", "a", "b"]);
    assert_eq!(file["rows"][1]["events"][0]["figures"], json!(["a", "gone", "c"]));
}

#[test]
fn figures_that_are_not_at_hand_are_not_said_to_be_none() {
    let table = Enterprises::new(&[enterprise("甲", "投产", "投产")]);
    let file = parsed(&pieces(|sink| {
        enterprises_json(&table, None, &ABOUT, &mut (0..1), sink)
    }));
    assert_eq!(file.get("figures"), None);
}

#[test]
fn growth_that_a_column_states_stands_with_its_row() {
    let table = with_columns();
    let file = parsed(&pieces(|sink| {
        enterprises_json(&table, None, &ABOUT, &mut (0..2), sink)
    }));
    let growth = json!([{
        "id": "a-产值增长", "section": "2.1/4", "subject": "产值同比增长", "value": -3.25, "unit": "%",
        "printed": "-3.25%", "kind": "growth", "enterprises": ["a"],
    }]);
    assert_eq!(file["rows"][0]["growth"], growth);
    assert_eq!(file["rows"][1].get("growth"), None);
}

#[test]
fn a_number_that_json_cannot_write_is_null_and_not_a_broken_file() {
    let mut infinite = figure("∞", f64::INFINITY, "%", None);
    let mut day = figure("10月29日", 0.0, "日期", None);
    day.value = FigureValue::Date("2021-10-29".to_owned());
    infinite.derive_base = false;
    let mut row = enterprise("甲", "投产", "投产");
    row.events[0].figures = vec![infinite.id.clone(), day.id.clone()];
    let (table, figures) = (Enterprises::new(&[row]), Figures::new(vec![infinite, day]));
    let file = parsed(&pieces(|sink| {
        enterprises_json(&table, Some(&figures), &ABOUT, &mut (0..1), sink)
    }));
    assert_eq!(file["figures"][0]["value"], Value::Null);
    assert_eq!(file["figures"][0]["derive_base"], json!(false));
    assert_eq!(file["figures"][1]["value"], json!("2021-10-29"));
}
