//! The sheets against the types of the pack: their columns are its fields, their words its words.

use std::collections::BTreeSet;

use annual_report::model::{
    Category, ChartKind, Counted, EnterpriseKind, FigureKind, IndustryBasis, PackFile, Qualifier, Status,
};
use annual_report::schema::schemas;
use serde_json::Value;

use crate::layout::{Kind, Rows, SHEETS, Sheet, words};

#[test]
fn the_words_at_the_desk_are_those_of_the_pack() {
    fn same<T: Copy>(words: &[(&str, &str)], all: &[T], word: impl Fn(T) -> &'static str) {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let pack: Vec<&str> = all.iter().map(|value| word(*value)).collect();
        assert_eq!(known, pack);
        let labels: BTreeSet<&str> = words.iter().map(|(_, label)| *label).collect();
        assert_eq!(labels.len(), words.len());
    }
    same(words::FIGURE_KINDS, FigureKind::ALL, FigureKind::word);
    same(words::QUALIFIERS, Qualifier::ALL, Qualifier::word);
    same(words::ENTERPRISE_KINDS, EnterpriseKind::ALL, EnterpriseKind::word);
    same(words::BASES, IndustryBasis::ALL, IndustryBasis::word);
    same(words::CATEGORIES, Category::ALL, Category::word);
    same(words::STATUSES, Status::ALL, Status::word);
    same(words::CHART_KINDS, ChartKind::ALL, ChartKind::word);
    same(words::COUNTED, Counted::ALL, Counted::word);
}

/// What the schema of a file says of the objects that a sheet's rows are.
fn row_schema(sheet: &Sheet) -> Value {
    let (_, whole) = schemas().into_iter().find(|(file, _)| *file == sheet.file).unwrap();
    let resolve = |value: &Value| -> Value {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => whole.pointer(reference.trim_start_matches('#')).unwrap().clone(),
            None => value.clone(),
        }
    };
    let entries = |list: &Value| resolve(&resolve(list)["items"]);
    let by_rows = |value: &Value| match value.get("anyOf").or(value.get("oneOf")).and_then(Value::as_array) {
        Some(ways) => ways.iter().map(&resolve).find(|way| way["type"] == "array").unwrap(),
        None => value.clone(),
    };
    let file = by_rows(&whole);
    match sheet.rows {
        Rows::File => entries(&file),
        Rows::Object(field) => resolve(&file["properties"][field]),
        Rows::List(field) => entries(&file["properties"][field]),
        Rows::Within(parent, field) => {
            let parent = SHEETS.iter().find(|sheet| sheet.name == parent).unwrap();
            entries(&row_schema(parent)["properties"][field])
        }
        Rows::Grouped(field, lists) => entries(&resolve(&file["properties"][field])["properties"][lists[0].0]),
    }
}

#[test]
fn every_field_of_the_pack_has_its_column_and_no_column_is_of_nothing() {
    for sheet in SHEETS {
        let schema = row_schema(sheet);
        let Some(fields) = schema["properties"].as_object() else {
            assert!(
                sheet.columns.len() == 1 && sheet.columns[0].field.is_empty(),
                "{}",
                sheet.name
            );
            continue;
        };
        let mut fields: BTreeSet<&str> = fields.keys().map(String::as_str).collect();
        // Lists of objects are sheets of their own.
        for other in SHEETS {
            match other.rows {
                Rows::Within(parent, field) if parent == sheet.name => assert!(fields.remove(field)),
                Rows::Grouped(field, lists) if sheet.rows == Rows::Object(field) => {
                    lists.iter().for_each(|(list, _)| assert!(fields.remove(list)));
                }
                _ => {}
            }
        }
        let columns: BTreeSet<&str> = sheet.columns.iter().map(|column| column.field).collect();
        assert_eq!(columns, fields, "{}", sheet.name);
        let required: BTreeSet<&str> = schema["required"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        for column in sheet.columns {
            assert_eq!(
                column.optional,
                !required.contains(column.field),
                "{} {}",
                sheet.name,
                column.field
            );
            assert!(column.kind != Kind::No || column.optional);
        }
    }
    let report = &schemas()[1];
    let known: BTreeSet<&str> = SHEETS
        .iter()
        .filter_map(|sheet| match sheet.rows {
            Rows::Object(field) | Rows::List(field) | Rows::Grouped(field, _) => Some(field),
            Rows::File | Rows::Within(..) => None,
        })
        .collect();
    let fields = report.1["properties"].as_object().unwrap();
    assert_eq!(report.0, PackFile::Report);
    assert_eq!(known, fields.keys().map(String::as_str).collect());
}
