//! A report as the rows of its sheets.

use serde_json::Value;

use super::cell::{Cell, Grid};
use super::files::Files;
use super::layout::{Column, Kind, Rows, SHEETS, Sheet};

/// As many characters fit into a cell.
const LONGEST: usize = 32_767;

/// Every sheet of the layout, filled. Refuses what a cell cannot hold without losing something, in words.
pub fn grids(files: &Files) -> Result<Vec<Grid>, String> {
    let grid = |sheet: &'static Sheet| {
        let rows: Result<Vec<_>, String> = objects(sheet, files)
            .into_iter()
            .map(|(owner, value)| row(sheet, owner, value))
            .collect();
        Ok(Grid::in_order(sheet, rows?))
    };
    SHEETS.iter().map(grid).collect()
}

/// What the rows of a sheet are made of, each with whom it belongs to.
fn objects<'v>(sheet: &Sheet, files: &'v Files) -> Vec<(&'v str, &'v Value)> {
    let file = files.of(sheet.file);
    match sheet.rows {
        Rows::File => entries(file).map(|value| ("", value)).collect(),
        Rows::Object(field) => file.get(field).map(|value| ("", value)).into_iter().collect(),
        Rows::List(field) => list(file, field).map(|value| ("", value)).collect(),
        Rows::Within(parent, field) => {
            let parents = SHEETS.iter().filter(|sheet| sheet.name == parent);
            let parents = parents.flat_map(|sheet| objects(sheet, files));
            parents
                .flat_map(|(_, owner)| {
                    let id = owner.get("id").and_then(Value::as_str).unwrap_or_default();
                    list(owner, field).map(move |value| (id, value))
                })
                .collect()
        }
        Rows::Grouped(field, lists) => lists
            .iter()
            .flat_map(|(word, label)| {
                let group = file.get(field);
                group
                    .into_iter()
                    .flat_map(|group| list(group, word))
                    .map(|value| (*label, value))
            })
            .collect(),
    }
}

fn entries(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn list<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value.get(field).into_iter().flat_map(entries)
}

fn row(sheet: &Sheet, owner: &str, value: &Value) -> Result<Vec<Cell>, String> {
    let owner = (!sheet.owner.is_empty()).then(|| text(owner));
    let cells = sheet.columns.iter().map(|column| {
        let field = match column.field {
            "" => Some(value),
            field => value.get(field),
        };
        let name = value.get("id").and_then(Value::as_str).unwrap_or_default();
        let in_words = |reason| format!("{}“{name}”的{}：{reason}", sheet.name, column.head);
        field
            .map_or(Ok(Cell::Empty), |field| cell(column, field))
            .map_err(in_words)
    });
    let cells: Result<Vec<Cell>, String> = owner.map(Ok).into_iter().chain(cells).collect();
    let cells = cells?;
    match cells.iter().all(|cell| *cell == Cell::Empty) {
        true => Err(format!(
            "{}里有一行什么也没有写，存进表格就看不见了；先删去",
            sheet.name
        )),
        false => Ok(cells),
    }
}

fn text(text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

fn cell(column: &Column, value: &Value) -> Result<Cell, String> {
    let cell = match (column.kind, value) {
        (_, Value::String(word)) => match column.kind {
            Kind::Word(words) => text(
                words
                    .iter()
                    .find(|(known, _)| known == word)
                    .map_or(word, |(_, label)| label),
            ),
            _ => text(word),
        },
        (_, Value::Number(number)) => Cell::Number(number.as_f64().unwrap_or_default()),
        (Kind::No, Value::Bool(false)) => Cell::Text("否".to_owned()),
        (Kind::Ids | Kind::Texts, Value::Array(list)) => {
            let lines: Result<Vec<&str>, String> = list.iter().map(|entry| line(column.kind, entry)).collect();
            text(&lines?.join("\n"))
        }
        _ => return Err("不是表格能写的值".to_owned()),
    };
    match &cell {
        Cell::Text(text) if text.chars().count() > LONGEST => {
            Err(format!("有 {} 个字，一格最多 {LONGEST} 个", text.chars().count()))
        }
        _ => Ok(cell),
    }
}

/// A line of a cell with several.
fn line(kind: Kind, entry: &Value) -> Result<&str, String> {
    let text = entry.as_str().unwrap_or_default();
    let is_torn = match kind {
        Kind::Ids => text.contains(super::values::BETWEEN_IDS) || text.trim() != text,
        _ => text.contains(['\n', '\r']),
    };
    match text.is_empty() || is_torn {
        true => Err(format!(
            "“{text}”是空的，或有换行、逗号，几项写在一格里就分不清了；先改掉"
        )),
        false => Ok(text),
    }
}
