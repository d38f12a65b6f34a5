//! .xlsx to grids.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use super::HELP;
use crate::cell::{Cell, Complaint, Grid, Row, Spot, heads, letters};
use crate::layout::{SHEETS, Sheet};

/// Reads a workbook; every sheet of the layout has to be there with every column, in whatever order.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, Vec<Complaint>> {
    let whole = |problem: String| {
        vec![Complaint {
            spot: Spot {
                sheet: "整个文件".to_owned(),
                cell: None,
            },
            problem,
            advice: "另存为 .xlsx（Excel 工作簿）再试".to_owned(),
        }]
    };
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| whole("不是 .xlsx 工作簿，或已经损坏".to_owned()))?;
    let names = book.sheet_names();
    if SHEETS.iter().all(|sheet| !names.iter().any(|name| name == sheet.name)) {
        return Err(whole("没有一张是报告的工作表".to_owned()));
    }
    let mut complaints = Vec::new();
    let mut grids = Vec::new();
    for name in &names {
        if name != HELP && SHEETS.iter().all(|sheet| sheet.name != name) {
            complaints.push(Complaint {
                spot: Spot {
                    sheet: name.clone(),
                    cell: None,
                },
                problem: "不认识的工作表".to_owned(),
                advice: "改回原来的名字；不用的删去".to_owned(),
            });
        }
    }
    for sheet in SHEETS {
        let spot = Spot {
            sheet: sheet.name.to_owned(),
            cell: None,
        };
        let told = |problem: String, advice: &str| Complaint {
            spot: spot.clone(),
            problem,
            advice: advice.to_owned(),
        };
        if !names.iter().any(|name| name == sheet.name) {
            complaints.push(told(
                "没有这张工作表".to_owned(),
                "从 cargo xtask export 写出的文件里补上；没有内容也留着表头",
            ));
            continue;
        }
        match book.worksheet_range(sheet.name) {
            Ok(range) => {
                let (top, left) = range.start().unwrap_or_default();
                let rows = range.rows().map(<[Data]>::to_vec).collect();
                match grid(sheet, top, left, rows, &mut complaints) {
                    Some(grid) => grids.push(grid),
                    None => continue,
                }
            }
            Err(error) => complaints.push(told(format!("读不出来（{error}）"), "在表格软件里打开，另存一次再试")),
        }
    }
    if complaints.is_empty() {
        Ok(grids)
    } else {
        Err(complaints)
    }
}

/// The rows of a sheet below its heads, in the order of the layout; `top` and `left` are where the range begins.
fn grid(
    sheet: &'static Sheet,
    top: u32,
    left: u32,
    rows: Vec<Vec<Data>>,
    complaints: &mut Vec<Complaint>,
) -> Option<Grid> {
    let mut rows = rows.into_iter().zip(top..);
    let at = |cell: Option<String>, problem: String, advice: &str| Complaint {
        spot: Spot {
            sheet: sheet.name.to_owned(),
            cell,
        },
        problem,
        advice: advice.to_owned(),
    };
    let before = complaints.len();
    let found: Vec<String> = match rows.next() {
        Some((heads, 0)) => heads.iter().map(|head| head.to_string().trim().to_owned()).collect(),
        _ => Vec::new(),
    };
    let mut places = Vec::new();
    if heads(sheet).iter().all(|head| found.iter().all(|found| found != head)) {
        complaints.push(at(
            Some("1:1".to_owned()),
            "第一行不是表头".to_owned(),
            "表头放在第一行，上面不要有别的",
        ));
        return None;
    }
    for head in heads(sheet) {
        match found.iter().filter(|found| *found == head).count() {
            1 => places.push(found.iter().position(|found| found == head).unwrap_or_default() as u32 + left),
            0 => complaints.push(at(
                None,
                format!("第一行没有“{head}”这一列"),
                "把表头补上，没有内容也留着",
            )),
            _ => complaints.push(at(None, format!("第一行有两列“{head}”"), "留一列")),
        }
    }
    for (nth, head) in found.iter().enumerate() {
        if !head.is_empty() && !heads(sheet).contains(&head.as_str()) {
            let cell = format!("{}1", letters(nth as u32 + left));
            complaints.push(at(
                Some(cell),
                format!("不认识的列“{head}”"),
                "改回原来的名字；不用的删去",
            ));
        }
    }
    let mut kept = Vec::new();
    for (cells, row) in rows {
        let number = row + 1;
        for (nth, cell) in cells.iter().enumerate() {
            let is_known = found.get(nth).is_some_and(|head| !head.is_empty());
            if !is_known && *cell != Data::Empty {
                let cell = format!("{}{number}", letters(nth as u32 + left));
                complaints.push(at(
                    Some(cell),
                    "这一列没有表头".to_owned(),
                    "移到有表头的列；不用的删去",
                ));
            }
        }
        let cells: Vec<Cell> = places
            .iter()
            .map(|place| {
                place
                    .checked_sub(left)
                    .and_then(|nth| cells.get(nth as usize))
                    .map_or(Cell::Empty, cell)
            })
            .collect();
        // A row that holds nothing stands between others for their looks.
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            kept.push(Row { number, cells });
        }
    }
    (complaints.len() == before).then_some(Grid {
        sheet,
        rows: kept,
        places,
    })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) if text.is_empty() => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Cell::Day(text.chars().take(10).collect()),
        Data::DateTime(_) | Data::DurationIso(_) => Cell::Foreign("时长"),
        Data::Bool(_) => Cell::Foreign("TRUE 或 FALSE"),
        Data::Error(_) => Cell::Foreign("出错的公式"),
    }
}
