//! The sheets of the workbook, column by column: how the fields of a pack are called at a desk. The field reference in
//! docs/ takes its words from here, so that both say the same.

mod columns;
mod sheets;
pub mod words;

use annual_report::model::PackFile;

pub use sheets::SHEETS;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A text that names something: an id, a place, a unit. Blanks around it are none of it.
    Key,
    /// A whole number.
    Whole,
    /// A number, or a day.
    Value,
    /// A yes that may be left out, or a no: 否.
    No,
    /// One of these words: in the pack, and at a desk.
    Word(&'static [(&'static str, &'static str)]),
    /// Ids, one a line.
    Ids,
    /// Texts, one a line.
    Texts,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The field of the pack; empty where a row is a plain text and no object.
    pub field: &'static str,
    /// Its head.
    pub head: &'static str,
    /// What belongs into it.
    pub told: &'static str,
    /// What a cell holds.
    pub kind: Kind,
    /// Whether an empty cell leaves the field out; elsewhere it is an empty text.
    pub optional: bool,
    /// Whether it may be empty for now.
    pub waits: bool,
}

/// Where the rows of a sheet stand in their file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The file is the list.
    File,
    /// One row, an object in this field.
    Object(&'static str),
    /// In this field of the file.
    List(&'static str),
    /// In this field of the rows of another sheet, which the first column names by their id.
    Within(&'static str, &'static str),
    /// In one of these lists of an object, which the first column names.
    Grouped(&'static str, &'static [(&'static str, &'static str)]),
}

/// One sheet.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Its name, as on its tab.
    pub name: &'static str,
    /// What a row of it is.
    pub told: &'static str,
    /// The file of the pack that it is read into.
    pub file: PackFile,
    /// Where its rows stand there.
    pub rows: Rows,
    /// The head of the first column, which says where a row belongs; empty where there is no such column.
    pub owner: &'static str,
    /// The columns that are all empty in a row that nobody has filled in yet.
    pub unfilled: &'static [&'static str],
    /// The other columns.
    pub columns: &'static [Column],
}

impl Sheet {
    /// What a row of it is, and which rows do not count yet.
    pub fn explained(&self) -> String {
        let open = self
            .columns
            .iter()
            .filter(|column| self.unfilled.contains(&column.field));
        let open: Vec<&str> = open.map(|column| column.head).collect();
        match open.as_slice() {
            [] => format!("{}。", self.told),
            heads => format!("{}。{}空着的行还没有填，导入时略过。", self.told, heads.join("和")),
        }
    }
}
