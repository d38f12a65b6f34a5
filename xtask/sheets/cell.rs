//! What stands in a sheet, and where.

use std::fmt;

use super::layout::Sheet;

/// A cell, as far as a pack knows cells.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, `YYYY-MM-DD`, that the program for spreadsheets made of what was typed.
    Day(String),
    /// What no pack holds, in words: 公式出错、对错值.
    Foreign(&'static str),
}

/// A row with its number in the sheet, counted from 1; its cells in the order of the layout, the owner first if there is
/// one.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// As the program for spreadsheets numbers it.
    pub number: u32,
    /// A cell for each column of the layout.
    pub cells: Vec<Cell>,
}

/// A sheet with its rows, and where its columns stand.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Which one.
    pub sheet: &'static Sheet,
    /// Its rows.
    pub rows: Vec<Row>,
    /// For each column of the layout its place in the sheet, counted from 0.
    pub places: Vec<u32>,
}

impl Grid {
    /// A sheet as it is written: its columns in the order of the layout.
    pub fn in_order(sheet: &'static Sheet, rows: Vec<Vec<Cell>>) -> Self {
        let rows = rows.into_iter().zip(2..);
        Self {
            sheet,
            rows: rows.map(|(cells, number)| Row { number, cells }).collect(),
            places: (0..heads(sheet).len() as u32).collect(),
        }
    }

    /// The place of a cell: its sheet, and its column in the layout with its row.
    pub fn spot(&self, column: usize, row: u32) -> Spot {
        Spot {
            sheet: self.sheet.name.to_owned(),
            cell: self.places.get(column).map(|place| format!("{}{row}", letters(*place))),
        }
    }
}

/// The heads of a sheet's columns, in order.
pub fn heads(sheet: &Sheet) -> Vec<&'static str> {
    let owner = Some(sheet.owner).filter(|owner| !owner.is_empty());
    owner
        .into_iter()
        .chain(sheet.columns.iter().map(|column| column.head))
        .collect()
}

/// A place in the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The sheet.
    pub sheet: String,
    /// The cell: C14. None for the sheet as a whole.
    pub cell: Option<String>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.cell {
            Some(cell) => write!(f, "{}!{cell}", self.sheet),
            None => f.write_str(&self.sheet),
        }
    }
}

/// Something wrong with a workbook, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where.
    pub spot: Spot,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: String,
}

/// A column's letters: A, Z, AA.
pub fn letters(place: u32) -> String {
    let mut rest = place + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_on_the_screen() {
        let names: Vec<String> = [0, 25, 26, 51, 701, 702].map(letters).to_vec();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
