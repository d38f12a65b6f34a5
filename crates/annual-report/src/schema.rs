//! JSON Schema of the pack's files, made of the types that read them: for editors that complete and check while typing.
//!
//! A schema sees one file, and of that fields, types and words. What it lets pass the reader may still refuse; what it
//! refuses the reader refuses, too. References, numbers that agree and all else is for [`check`](crate::check).

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::model::{Columns, Enterprise, Figure, Index, PackFile, Project, Report};

/// Every file with its schema.
pub fn schemas() -> [(PackFile, Value); 5] {
    [
        (PackFile::Index, of_index()),
        (PackFile::Report, without_null(of::<Report>())),
        (PackFile::Figures, without_null(of::<Vec<Figure>>())),
        (PackFile::Enterprises, of_enterprises()),
        (PackFile::Projects, without_null(of::<Vec<Project>>())),
    ]
}

fn of<T: JsonSchema>() -> Value {
    // As we write files: what has a default may be left out.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema: Schema = settings.into_generator().into_root_schema_for::<T>();
    schema.to_value()
}

fn of_index() -> Value {
    let mut schema = without_null(of::<Index>());
    if let Some(version) = schema.pointer_mut("/properties/schema") {
        version["const"] = json!(Index::SCHEMA);
    }
    schema
}

/// Rows, or columns.
fn of_enterprises() -> Value {
    let mut rows = without_null(of::<Vec<Enterprise>>());
    let mut columns = of::<Columns<'_>>();
    as_columns_are_read(&mut columns);
    let mut definitions = Map::new();
    for layout in [&mut rows, &mut columns] {
        let Some(object) = layout.as_object_mut() else { continue };
        object.remove("$schema");
        if let Some(Value::Object(own)) = object.remove("$defs") {
            definitions.extend(own);
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Enterprises",
        "anyOf": [rows, columns],
        "$defs": definitions,
    })
}

/// A column of one entry may do without brackets, a growth that is not stated is `null`, and some columns may be left
/// out.
fn as_columns_are_read(schema: &mut Value) {
    const OPTIONAL: [&str; 8] = [
        "event_figures",
        "figures",
        "growth",
        "growth_section",
        "export_growth",
        "export_growth_section",
        "decimals",
        "searched",
    ];
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| name.as_str().is_none_or(|name| !OPTIONAL.contains(&name)));
    }
    let Some(Value::Object(columns)) = schema.get_mut("properties") else {
        return;
    };
    for (name, column) in columns {
        let mut entry = column.get("items").cloned().unwrap_or_default();
        match name.as_str() {
            "layout" => entry = json!({ "const": "columns" }),
            "growth" | "export_growth" => entry = json!({ "type": ["number", "null"] }),
            _ => {}
        }
        let description = column.get("description").cloned().unwrap_or_default();
        let list = json!({ "type": "array", "items": entry });
        *column = json!({ "description": description, "anyOf": [entry, list] });
    }
}

/// What is not there is left out; `null` in its place is refused.
fn without_null(mut schema: Value) -> Value {
    strike_null(&mut schema);
    schema
}

fn strike_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    object.insert("type".to_owned(), only);
                }
            }
            let alternatives = object.get_mut("anyOf").and_then(Value::as_array_mut);
            let only = alternatives.and_then(|alternatives| {
                alternatives.retain(|one| *one != json!({ "type": "null" }));
                match alternatives.as_slice() {
                    [only] => Some(only.clone()),
                    _ => None,
                }
            });
            if let Some(Value::Object(only)) = only {
                object.remove("anyOf");
                object.extend(only);
            }
            object.values_mut().for_each(strike_null);
        }
        Value::Array(list) => list.iter_mut().for_each(strike_null),
        _ => {}
    }
}
