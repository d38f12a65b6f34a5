//! Cells as the values of a pack.

use serde_json::{Value, json};

use super::cell::Cell;
use super::layout::{Column, Kind};

/// What may stand between the ids of a cell.
pub const BETWEEN_IDS: [char; 6] = ['\n', '、', '，', ',', '；', ';'];

/// The words of a list as they are called at a desk.
pub fn labels(words: &[(&str, &str)]) -> String {
    words.iter().map(|(_, label)| *label).collect::<Vec<_>>().join("、")
}

/// What is wrong with a cell, and what to do about it.
pub type Wrong = (String, &'static str);

/// A cell's text as it was typed.
pub fn plain(cell: &Cell) -> Result<String, Wrong> {
    match cell {
        Cell::Empty => Ok(String::new()),
        Cell::Text(text) => Ok(text.clone()),
        Cell::Number(number) => Ok(number.to_string()),
        Cell::Day(day) => Err((
            format!("应为文字，表格软件当成了日期 {day}"),
            "先把这一格的格式设成“文本”，再照原样写一遍",
        )),
        Cell::Foreign(what) => Err((format!("应为文字，实为{what}"), "照原样写成文字")),
    }
}

/// The value of a cell; None where the field is left out.
pub fn value(column: &Column, cell: &Cell) -> Result<Option<Value>, Wrong> {
    if *cell == Cell::Empty {
        let is_text = matches!(column.kind, Kind::Text);
        return Ok((is_text && !column.optional).then(|| json!("")));
    }
    let value = match column.kind {
        Kind::Text => match cell {
            // A day that is to be a day.
            Cell::Day(day) if column.field == "printed_on" => json!(day),
            cell => json!(plain(cell)?),
        },
        Kind::Whole | Kind::Value => number(column.kind, cell)?,
        Kind::No => match plain(cell)?.trim() {
            "否" => json!(false),
            "是" => json!(true),
            other => return Err((format!("应为 否，或空着，实为“{other}”"), "改成 否，或清空")),
        },
        Kind::Word(words) => {
            let text = plain(cell)?;
            let known = words
                .iter()
                .find(|(word, label)| *label == text.trim() || *word == text.trim());
            match known {
                Some((word, _)) => json!(word),
                None => {
                    return Err((
                        format!("“{text}”不在可选的词中；可用的有 {}", labels(words)),
                        "改成其中一个",
                    ));
                }
            }
        }
        Kind::Ids => {
            let text = plain(cell)?;
            let ids = text.split(BETWEEN_IDS).map(str::trim).filter(|id| !id.is_empty());
            json!(ids.collect::<Vec<_>>())
        }
        Kind::Texts => {
            let text = plain(cell)?;
            let lines = text
                .split('\n')
                .map(|line| line.trim_end_matches('\r'))
                .filter(|line| !line.is_empty());
            json!(lines.collect::<Vec<_>>())
        }
    };
    Ok(Some(value))
}

fn number(kind: Kind, cell: &Cell) -> Result<Value, Wrong> {
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Day(day) if kind == Kind::Value => return Ok(json!(day)),
        cell => {
            let text = plain(cell)?;
            match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => number,
                // A day, or what the rules have to say of it.
                _ if kind == Kind::Value => return Ok(json!(text.trim())),
                _ => return Err((format!("应为整数，实为“{text}”"), "只写数，不带单位")),
            }
        }
    };
    // A whole number is written without a point.
    let is_whole = number.fract() == 0.0 && number.abs() < 9e15 && !(number == 0.0 && number.is_sign_negative());
    match is_whole {
        true => Ok(json!(number as i64)),
        false if kind == Kind::Whole => Err((format!("应为整数，实为 {number}"), "只写整数")),
        false => Ok(json!(number)),
    }
}
