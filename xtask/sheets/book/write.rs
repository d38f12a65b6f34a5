//! Grids to .xlsx.

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, Note, Workbook, Worksheet, XlsxError};

use super::HELP;
use crate::cell::{Cell, Grid, heads};
use crate::layout::{Column, Kind, Rows, SHEETS, Sheet};

/// Rows that have a list of words to choose from, also where nothing stands yet.
const PREPARED: u32 = 2000;

/// Writes the grids into a workbook, with a sheet before them that explains them.
pub fn write(grids: &[Grid]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    help(book.add_worksheet())?;
    for grid in grids {
        sheet(book.add_worksheet(), grid)?;
    }
    book.save_to_buffer()
}

fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color("#E3EFF1")
        .set_border_bottom(rust_xlsxwriter::FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
}

fn help(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(HELP)?;
    sheet
        .set_column_width(0, 14)?
        .set_column_width(1, 14)?
        .set_column_width(2, 90)?;
    sheet.set_freeze_panes(1, 0)?;
    for (nth, head) in ["工作表", "列", "怎么填"].iter().enumerate() {
        sheet.write_string_with_format(0, nth as u16, *head, &head_format())?;
    }
    let mut row = 1;
    for known in SHEETS {
        let explained = known.explained();
        let lines = core::iter::once((known.name, "", explained.as_str()));
        let owner = (!known.owner.is_empty()).then_some(("", known.owner, "这一行属于谁"));
        let columns = known.columns.iter().map(|column| ("", column.head, column.told));
        for (name, head, told) in lines.chain(owner).chain(columns) {
            for (nth, text) in [name, head, told].iter().enumerate() {
                sheet.write_string_with_format(row, nth as u16, *text, &wrapped)?;
            }
            row += 1;
        }
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    let layout = grid.sheet;
    sheet.set_name(layout.name)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_row_height(0, 22)?;
    // What is typed stays as it was typed: 2.10 is a place and no number, 1/1 no day.
    let text = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let number = Format::new().set_num_format("General").set_align(FormatAlign::Top);
    let owner = usize::from(!layout.owner.is_empty());
    for (nth, head) in heads(layout).into_iter().enumerate() {
        let place = nth as u16;
        let column = nth.checked_sub(owner).and_then(|nth| layout.columns.get(nth));
        let told = column.map_or("这一行属于谁", |column| column.told);
        sheet.set_column_format(place, if is_number(column) { &number } else { &text })?;
        sheet.set_column_width(place, width(column))?;
        sheet.write_string_with_format(0, place, head, &head_format())?;
        sheet.insert_note(0, place, &Note::new(told).set_author("").add_author_prefix(false))?;
        if let Some(words) = words(layout, column) {
            // The list may be left: the words of the pack itself are read, too, and what is neither is told on import.
            let choice = DataValidation::new().allow_list_strings(&words)?;
            sheet.add_data_validation(1, place, PREPARED, place, &choice)?;
        }
    }
    for row in &grid.rows {
        for (nth, cell) in row.cells.iter().enumerate() {
            let (at, place) = (row.number - 1, nth as u16);
            match cell {
                Cell::Text(value) => {
                    sheet.write_string_with_format(at, place, value, &text)?;
                }
                Cell::Number(value) => {
                    sheet.write_number_with_format(at, place, *value, &number)?;
                }
                Cell::Empty | Cell::Day(_) | Cell::Foreign(_) => {}
            }
        }
    }
    Ok(())
}

fn is_number(column: Option<&Column>) -> bool {
    column.is_some_and(|column| matches!(column.kind, Kind::Whole | Kind::Value))
}

fn width(column: Option<&Column>) -> f64 {
    match column {
        None => 18.0,
        Some(column) => match (column.kind, column.field) {
            (Kind::Whole | Kind::Value | Kind::No, _) => 9.0,
            (Kind::Ids, _) | (_, "id") => 30.0,
            (Kind::Texts, _) | (_, "" | "text" | "summary") => 56.0,
            (_, "subject" | "title" | "name") => 30.0,
            _ => 16.0,
        },
    }
}

fn words(layout: &Sheet, column: Option<&Column>) -> Option<Vec<&'static str>> {
    let pairs = match (column, layout.rows) {
        (None, Rows::Grouped(_, lists)) => lists,
        (Some(column), _) => match column.kind {
            Kind::Word(words) => words,
            Kind::No => &[("", "否")],
            _ => return None,
        },
        _ => return None,
    };
    Some(pairs.iter().map(|(_, label)| *label).collect())
}
