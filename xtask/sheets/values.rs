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
        return match (column.optional, column.waits) {
            (true, _) => Ok(None),
            (_, true) => Ok(Some(json!(""))),
            _ => Err(("空着，或公式没有结果".to_owned(), "填上；公式换成它的结果")),
        };
    }
    let value = match column.kind {
        Kind::Text => match (column.field, cell) {
            ("printed_on", Cell::Day(day)) => json!(day),
            ("printed_on", cell) => {
                let text = plain(cell)?;
                json!(day(&text).unwrap_or(text))
            }
            (_, cell) => json!(plain(cell)?),
        },
        Kind::Key => json!(plain(cell)?.trim()),
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
    let (what, advice) = match kind {
        Kind::Value => ("数", "只写数，不带单位；日期写 2021-10-29"),
        _ => ("整数", "只写整数，不带单位"),
    };
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Day(day) if kind == Kind::Value => return Ok(json!(day)),
        Cell::Day(day) => return Err((format!("应为{what}，表格软件当成了日期 {day}"), advice)),
        Cell::Foreign(found) => return Err((format!("应为{what}，实为{found}"), advice)),
        cell => {
            let text = plain(cell)?;
            match (typed(&text), day(&text)) {
                (Some(number), _) => number,
                (None, Some(day)) if kind == Kind::Value => return Ok(json!(day)),
                _ => return Err((format!("应为{what}，实为“{text}”"), advice)),
            }
        }
    };
    // A whole number is written without a point.
    let is_whole = number.fract() == 0.0 && number.abs() < 9e15 && !(number == 0.0 && number.is_sign_negative());
    match is_whole {
        true => Ok(json!(number as i64)),
        false if kind == Kind::Whole => Err((format!("应为整数，实为 {number}"), advice)),
        false => Ok(json!(number)),
    }
}

/// A number as people type it: in full width, with commas between thousands.
fn typed(text: &str) -> Option<f64> {
    let plain: String = text.trim().chars().map(narrow).filter(|sign| *sign != ',').collect();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A sign of full width as the one of half the width.
fn narrow(sign: char) -> char {
    match sign {
        '！'..='～' => char::from_u32(sign as u32 - 0xFEE0).unwrap_or(sign),
        sign => sign,
    }
}

/// A day as people type it, 2022/6/1 or 2022年6月1日, as the pack has it. Whether there is such a day the rules say.
fn day(text: &str) -> Option<String> {
    let parts: Vec<String> = text
        .trim()
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .map(|part| part.chars().map(narrow).collect())
        .collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let [year, month, day] = [year, month, day].map(|part: &String| part.parse::<u32>().ok());
    let year = year.filter(|year| (1000..=9999).contains(year))?;
    Some(format!("{year:04}-{:02}-{:02}", month?, day?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_may_be_typed_in_several_ways() {
        let of = |text: &str| number(Kind::Value, &Cell::Text(text.to_owned()));
        for (text, value) in [
            ("1,200", json!(1200)),
            ("０．３５", json!(0.35)),
            (" 7.7 ", json!(7.7)),
            ("2022/10/29", json!("2022-10-29")),
            ("2022年6月1日", json!("2022-06-01")),
            ("2022-02-30", json!("2022-02-30")),
        ] {
            assert_eq!(of(text), Ok(value), "{text}");
        }
        for text in ["7.7%", "七", "6/1", "2022年", "inf", "约5"] {
            assert!(
                of(text).is_err_and(|(told, _)| told == format!("应为数，实为“{text}”")),
                "{text}"
            );
        }
        assert!(number(Kind::Whole, &Cell::Text("２０２２".to_owned())).is_ok_and(|year| year == json!(2022)));
        assert!(number(Kind::Whole, &Cell::Day("2022-01-01".to_owned())).is_err());
    }
}
