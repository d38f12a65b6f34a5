//! Writes the JSON Schema of every file of a pack and the reference of all fields into the folder that it is called with:
//! `cargo xtask schema`.

#[path = "../sheets/layout/mod.rs"]
mod layout;
mod reference;

use std::{fs, io, path::Path, process::ExitCode};

use annual_report::schema::schemas;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("错误：由 cargo xtask schema 调用");
        return ExitCode::FAILURE;
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("错误：{folder}：{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder.join("schema"))?;
    for (name, text) in files() {
        fs::write(folder.join(&name), text)?;
        println!("{}", folder.join(name).display());
    }
    Ok(())
}

/// Name and content of each.
fn files() -> Vec<(String, String)> {
    let files = schemas().into_iter().map(|(file, schema)| {
        let name = file.name().replace(".json", ".schema.json");
        (format!("schema/{name}"), format!("{schema:#}\n"))
    });
    let reference = ("fields.md".to_owned(), reference::text());
    files.chain([reference]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use annual_report::model::{
        PackFile, decode_enterprise_table, decode_figures, decode_index, decode_original, decode_projects,
        decode_report,
    };
    use serde_json::{Value, json};

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    fn pack_file(file: PackFile) -> Value {
        let folder = match file {
            PackFile::Index => "data",
            _ => "data/2021",
        };
        let text = fs::read_to_string(root().join(folder).join(file.name())).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    fn is_read(file: PackFile, value: &Value) -> bool {
        let bytes = value.to_string().into_bytes();
        match file {
            PackFile::Index => decode_index(&bytes).is_ok(),
            PackFile::Report => decode_report(&bytes).is_ok(),
            PackFile::Figures => decode_figures(&bytes).is_ok(),
            PackFile::Enterprises => decode_enterprise_table(&bytes).is_ok(),
            PackFile::Projects => decode_projects(&bytes).is_ok(),
            PackFile::Original => decode_original(&bytes).is_ok(),
        }
    }

    #[test]
    fn schemas_and_reference_in_the_documentation_are_those_of_the_types() {
        for (name, text) in files() {
            let kept = fs::read_to_string(root().join("docs").join(&name)).unwrap_or_default();
            assert!(
                kept == text,
                "docs/{name} is of earlier types; cargo xtask schema writes it anew"
            );
        }
    }

    #[test]
    fn the_projects_own_pack_keeps_to_them() {
        for (file, schema) in schemas() {
            let schema = jsonschema::validator_for(&schema).unwrap();
            let wrong: Vec<String> = schema
                .iter_errors(&pack_file(file))
                .map(|error| error.to_string())
                .collect();
            assert!(wrong.is_empty(), "{}: {wrong:#?}", file.name());
        }
    }

    /// Every value of a tree, by its pointer.
    fn pointers(value: &Value, path: &str, into: &mut Vec<String>) {
        into.push(path.to_owned());
        match value {
            Value::Object(fields) => fields
                .iter()
                .for_each(|(name, field)| pointers(field, &format!("{path}/{name}"), into)),
            Value::Array(list) => list
                .iter()
                .enumerate()
                .for_each(|(nth, entry)| pointers(entry, &format!("{path}/{nth}"), into)),
            _ => {}
        }
    }

    /// The first two entries of every list: the others are like them.
    fn shorten(value: &mut Value) {
        match value {
            Value::Object(fields) => fields.values_mut().for_each(shorten),
            Value::Array(list) => {
                list.truncate(2);
                list.iter_mut().for_each(shorten);
            }
            _ => {}
        }
    }

    /// Whatever is put in the place of any value, and whatever field is left out or added: what the schema refuses, the
    /// reader refuses, and as to fields and types also the other way round.
    #[test]
    fn they_refuse_what_the_reader_refuses() {
        for (file, schema) in schemas() {
            let schema = jsonschema::validator_for(&schema).unwrap();
            let mut whole = pack_file(file);
            shorten(&mut whole);
            let mut places = Vec::new();
            pointers(&whole, "", &mut places);
            let mut refused = 0;
            for place in &places {
                let mut changed: Vec<Value> = Vec::new();
                for value in [
                    json!(null),
                    json!(true),
                    json!(7),
                    json!("x"),
                    json!([]),
                    json!({}),
                    json!(["x"]),
                ] {
                    let mut other = whole.clone();
                    *other.pointer_mut(place).unwrap() = value;
                    changed.push(other);
                }
                if let Some(fields) = whole.pointer(place).and_then(Value::as_object) {
                    let mut more = whole.clone();
                    more.pointer_mut(place).unwrap()["stray"] = json!(1);
                    changed.push(more);
                    for name in fields.keys() {
                        let mut less = whole.clone();
                        less.pointer_mut(place).unwrap().as_object_mut().unwrap().remove(name);
                        changed.push(less);
                    }
                }
                for value in changed {
                    let (allowed, read) = (schema.is_valid(&value), is_read(file, &value));
                    refused += usize::from(!allowed);
                    assert!(allowed || !read, "{} {place}: refused but read", file.name());
                    // The default of the index and its folders are more than types.
                    assert!(
                        read || !allowed || file == PackFile::Index,
                        "{} {place}: allowed but not read",
                        file.name()
                    );
                }
            }
            assert!(refused > places.len(), "{}", file.name());
        }
    }

    #[test]
    fn enterprises_in_columns_keep_to_theirs() {
        let rows = pack_file(PackFile::Enterprises).to_string();
        let table = decode_enterprise_table(rows.as_bytes()).unwrap();
        let mut columns = serde_json::to_value(table.columns()).unwrap();
        let [_, _, _, (_, schema), _] = schemas();
        let schema = jsonschema::validator_for(&schema).unwrap();
        assert!(schema.is_valid(&columns));
        columns["layout"] = json!("columns");
        assert!(schema.is_valid(&columns), "brackets may be left out");
        columns["names"] = json!([]);
        assert!(!schema.is_valid(&columns));
    }
}
