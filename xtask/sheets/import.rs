//! The rows of the sheets as a report, with the way back from every value to its cell.

use std::collections::HashMap;

use annual_report::model::PackFile;
use serde_json::{Map, Value, json};

use super::cell::{Cell, Complaint, Grid, Row, Spot};
use super::files::Files;
use super::layout::{Rows, SHEETS, Sheet};
use super::values::{labels, plain, value};

/// What a workbook says.
#[derive(Debug)]
pub struct Imported {
    /// The report.
    pub files: Files,
    /// Rows that nobody has filled in yet, and which are left out.
    pub unfilled: Vec<(Spot, String)>,
    /// The figures among them, by their ids.
    pub waiting: HashMap<String, Spot>,
    spots: HashMap<(&'static str, String), Spot>,
}

impl Imported {
    /// The cell that a place in a file came from, or else the row, or else the sheet that it would be in.
    pub fn spot(&self, file: PackFile, pointer: &str) -> Option<&Spot> {
        let mut pointer = pointer;
        loop {
            if let Some(spot) = self.spots.get(&(file.name(), pointer.to_owned())) {
                return Some(spot);
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }
}

/// Reads the sheets into a report. Whether the report keeps to the rules is not looked at here.
pub fn report(grids: &[Grid]) -> Result<Imported, Vec<Complaint>> {
    let mut import = Import {
        files: Files::empty(),
        unfilled: Vec::new(),
        waiting: HashMap::new(),
        spots: HashMap::new(),
        owners: HashMap::new(),
        complaints: Vec::new(),
    };
    for grid in grids {
        let whole = Spot {
            sheet: grid.sheet.name.to_owned(),
            cell: None,
        };
        let (file, pointer) = (grid.sheet.file, start(grid.sheet));
        import.spots.entry((file.name(), pointer)).or_insert(whole);
        for row in &grid.rows {
            import.row(grid, row);
        }
        import.count(grid);
    }
    match import.complaints.is_empty() {
        true => Ok(Imported {
            files: import.files,
            unfilled: import.unfilled,
            waiting: import.waiting,
            spots: import.spots,
        }),
        false => Err(import.complaints),
    }
}

/// Where the rows of a sheet begin in their file.
fn start(sheet: &Sheet) -> String {
    match sheet.rows {
        Rows::File | Rows::Within(..) => String::new(),
        Rows::Object(field) | Rows::List(field) | Rows::Grouped(field, _) => format!("/{field}"),
    }
}

struct Import {
    files: Files,
    unfilled: Vec<(Spot, String)>,
    /// The ids of figures that have no number yet.
    waiting: HashMap<String, Spot>,
    spots: HashMap<(&'static str, String), Spot>,
    /// Where the rows that others belong to have come to stand, by sheet and id.
    owners: HashMap<(&'static str, String), String>,
    complaints: Vec<Complaint>,
}

impl Import {
    fn row(&mut self, grid: &Grid, row: &Row) {
        let sheet = grid.sheet;
        let before = usize::from(!sheet.owner.is_empty());
        let (owner, cells) = row.cells.split_at(before.min(row.cells.len()));
        let spot = grid.spot(before, row.number);
        if let Some(name) = self.waits(sheet, cells, &spot) {
            self.unfilled.push((spot, name));
            return;
        }
        let owner = match owner.first().map(plain) {
            Some(Ok(owner)) => owner.trim().to_owned(),
            Some(Err((problem, advice))) => return self.complain(grid.spot(0, row.number), problem, advice),
            None => String::new(),
        };
        let Some(list) = self.list(grid, row, &owner) else {
            return;
        };
        let mut fields = Map::new();
        let mut plain = None;
        for (nth, (column, cell)) in sheet.columns.iter().zip(cells).enumerate() {
            match value(column, cell) {
                Ok(Some(value)) if column.field.is_empty() => plain = Some(value),
                Ok(Some(value)) => {
                    fields.insert(column.field.to_owned(), value);
                }
                Ok(None) => {}
                Err((problem, advice)) => self.complain(grid.spot(before + nth, row.number), problem, advice),
            }
        }
        let is_day = |nth: usize| matches!(cells.get(nth), Some(Cell::Day(_)));
        let value_at = sheet.columns.iter().position(|column| column.field == "value");
        if let Some(nth) = value_at.filter(|nth| is_day(*nth) && fields.get("unit") != Some(&json!("日期"))) {
            let told = "表格软件当成了日期，单位却不是“日期”".to_owned();
            self.complain(
                grid.spot(before + nth, row.number),
                told,
                "先把这一格的格式设成“常规”，再写数",
            );
        }
        for child in SHEETS {
            if let Rows::Within(parent, field) = child.rows
                && parent == sheet.name
            {
                fields.insert(field.to_owned(), json!([]));
            }
        }
        let id = fields.get("id").and_then(Value::as_str).map(str::to_owned);
        let value = plain.unwrap_or(Value::Object(fields));
        let Some(place) = self.put(sheet, &list, value) else {
            return;
        };
        if let Some(id) = id {
            // Of two with one id the first has what belongs to it; that there are two the rules say.
            self.owners.entry((sheet.name, id)).or_insert_with(|| place.clone());
        }
        let file = sheet.file.name();
        self.spots.insert((file, place.clone()), grid.spot(before, row.number));
        for (nth, column) in sheet
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !column.field.is_empty())
        {
            let field = format!("{place}/{}", column.field);
            self.spots.insert((file, field), grid.spot(before + nth, row.number));
        }
    }

    /// What a row that nobody has filled in is about; None of one that somebody has.
    fn waits(&mut self, sheet: &Sheet, cells: &[Cell], spot: &Spot) -> Option<String> {
        let cell = |field: &str| {
            sheet
                .columns
                .iter()
                .position(|column| column.field == field)
                .and_then(|nth| cells.get(nth))
        };
        let text = |field: &str| match cell(field) {
            Some(Cell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let is_headline = sheet.rows == Rows::List("headline");
        if is_headline && self.waiting.contains_key(&text("")) {
            return Some(text(""));
        }
        let is_open = |field: &&str| matches!(cell(field), None | Some(Cell::Empty));
        if sheet.unfilled.is_empty() || !sheet.unfilled.iter().all(is_open) {
            return None;
        }
        let id = text("id");
        if sheet.file == PackFile::Figures {
            self.waiting.insert(id.clone(), spot.clone());
        }
        let name = [text("subject"), id].into_iter().find(|text| !text.is_empty());
        Some(name.unwrap_or_default())
    }

    /// Where in its file the list is that a row belongs into.
    fn list(&mut self, grid: &Grid, row: &Row, owner: &str) -> Option<String> {
        let found = match grid.sheet.rows {
            Rows::File | Rows::Object(_) | Rows::List(_) => Ok(start(grid.sheet)),
            Rows::Within(parent, field) => match self.owners.get(&(parent, owner.to_owned())) {
                Some(place) => Ok(format!("{place}/{field}")),
                None => Err((
                    format!("“{parent}”里没有编号“{owner}”"),
                    "改成那里有的编号，或先在那里加一行",
                )),
            },
            Rows::Grouped(field, lists) => match lists.iter().find(|(word, label)| *label == owner || *word == owner) {
                Some((word, _)) => Ok(format!("/{field}/{word}")),
                None => Err((
                    format!("“{owner}”不在可选的词中；可用的有 {}", labels(lists)),
                    "改成其中一个",
                )),
            },
        };
        match found {
            Ok(list) => Some(list),
            Err((problem, advice)) => {
                self.complain(grid.spot(0, row.number), problem, advice);
                None
            }
        }
    }

    /// Puts a row where it belongs and says where that is.
    fn put(&mut self, sheet: &Sheet, list: &str, value: Value) -> Option<String> {
        match (self.files.of_mut(sheet.file).pointer_mut(list)?, value) {
            (Value::Array(rows), value) => {
                rows.push(value);
                Some(format!("{list}/{}", rows.len() - 1))
            }
            (Value::Object(known), Value::Object(fields)) => {
                known.extend(fields);
                Some(list.to_owned())
            }
            _ => None,
        }
    }

    /// A sheet about one thing has one row.
    fn count(&mut self, grid: &Grid) {
        if matches!(grid.sheet.rows, Rows::Object(_)) && grid.rows.len() != 1 {
            let spot = Spot {
                sheet: grid.sheet.name.to_owned(),
                cell: None,
            };
            self.complain(spot, format!("应有一行，实有 {} 行", grid.rows.len()), "留一行");
        }
    }

    fn complain(&mut self, spot: Spot, problem: String, advice: &str) {
        self.complaints.push(Complaint {
            spot,
            problem,
            advice: advice.to_owned(),
        });
    }
}
