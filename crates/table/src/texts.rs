//! The texts of a table in one piece, column after column: folded once for search, and as printed where folding
//! changed them.

use crate::Bits;
use crate::find::{find, holds};
use crate::fold::fold_char;

/// Behind every text, so that no word of a search matches across two: words hold no blanks.
const GAP: char = '\n';

/// The texts of all rows. A column has one text a row, or a list of them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Texts {
    /// As search sees them.
    folded: String,
    columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Default)]
struct Column {
    /// Where it begins in the folded text.
    start: u32,
    /// Where each text ends; the next one begins behind the gap.
    ends: Vec<u32>,
    /// How many texts there are up to and with each row; empty where each row has one.
    rows: Vec<u32>,
    /// Whether search looks at it.
    searched: bool,
    /// Whether it is all ASCII, so that no other word needs to be looked for in it.
    ascii: bool,
    /// The texts that folding changed, in their order, and as they were.
    changed: Vec<u32>,
    printed: Vec<String>,
}

impl Column {
    /// The texts of a row, by their numbers.
    fn texts(&self, row: u32) -> core::ops::Range<usize> {
        let row = row as usize;
        if self.rows.is_empty() {
            return row..(row + 1).min(self.ends.len()).max(row);
        }
        let end = |row: usize| self.rows.get(row).map_or(0, |end| *end as usize);
        let start = row.checked_sub(1).map_or(0, end);
        start..end(row).max(start)
    }

    /// Where a text begins in the folded text.
    fn begin(&self, text: usize) -> usize {
        match text.checked_sub(1).and_then(|before| self.ends.get(before)) {
            Some(end) => *end as usize + GAP.len_utf8(),
            None => self.start as usize,
        }
    }

    /// All texts of a row in the folded text, with gaps between them.
    fn span(&self, row: u32) -> core::ops::Range<usize> {
        let texts = self.texts(row);
        let end = texts.end.checked_sub(1).and_then(|last| self.ends.get(last));
        let begin = self.begin(texts.start);
        begin..end.map_or(begin, |end| *end as usize).max(begin)
    }
}

impl Texts {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        let rows = |column: &Column| {
            column
                .rows
                .len()
                .max(if column.rows.is_empty() { column.ends.len() } else { 0 })
        };
        self.columns.first().map_or(0, rows)
    }

    /// A text of a column as printed, by its number in the column; empty where there is none.
    pub fn text(&self, column: usize, text: usize) -> &str {
        let Some(column) = self.columns.get(column) else {
            return "";
        };
        if !column.changed.is_empty()
            && let Ok(place) = column.changed.binary_search(&(text as u32))
        {
            return column.printed.get(place).map_or("", String::as_str);
        }
        let end = column.ends.get(text).map_or(0, |end| *end as usize);
        self.folded.get(column.begin(text)..end).unwrap_or_default()
    }

    /// The numbers of a row's texts in a column.
    pub fn of_row(&self, column: usize, row: u32) -> core::ops::Range<usize> {
        self.columns.get(column).map_or(0..0, |column| column.texts(row))
    }

    /// A row's texts in a column as search sees them.
    pub(crate) fn searched_text(&self, column: usize, row: u32) -> &[u8] {
        let span = self.columns.get(column).map(|column| column.span(row));
        self.folded.as_bytes().get(span.unwrap_or_default()).unwrap_or_default()
    }

    /// Keeps of these rows the ones that hold the word in a text that search looks at. `found` is emptied and used.
    pub(crate) fn narrow(&self, word: &str, rows: &mut Bits, found: &mut Bits) {
        found.clear();
        let ascii = word.is_ascii();
        for column in self
            .columns
            .iter()
            .filter(|column| column.searched && (ascii || !column.ascii))
        {
            let (left, size) = (rows.count() as usize, self.size(column));
            if left == 0 {
                break;
            }
            // Going through everything costs less than beginning anew in every second row.
            if size < left * 100 {
                self.scan(column, word, rows, found);
            } else {
                rows.retain(|row| {
                    let text = self.folded.as_bytes().get(column.span(row));
                    let holds = text.is_some_and(|text| holds(text, word.as_bytes()));
                    if holds {
                        found.insert(row);
                    }
                    !holds
                });
            }
        }
        rows.copy_from(found);
    }

    fn size(&self, column: &Column) -> usize {
        column.ends.last().map_or(0, |end| *end as usize) - column.start as usize
    }

    /// Moves the rows that hold the word from one set to the other, by going through the column from end to end.
    fn scan(&self, column: &Column, word: &str, rows: &mut Bits, found: &mut Bits) {
        let start = column.start as usize;
        let text = self
            .folded
            .as_bytes()
            .get(..start + self.size(column))
            .unwrap_or_default();
        let (mut at, mut row, mut end) = (start, 0, column.span(0).end);
        while let Some(hit) = find(text, word.as_bytes(), at) {
            while end <= hit {
                row += 1;
                end = column.span(row).end;
            }
            if rows.contains(row) {
                found.insert(row);
            }
            // One hit a row is enough.
            at = end;
        }
        rows.and_not(found);
    }

    /// The characters of a row that search looks at, with gaps between the texts.
    pub(crate) fn each_character(&self, row: u32, mut each: impl FnMut(char)) {
        for column in self.columns.iter().filter(|column| column.searched) {
            let text = self.folded.get(column.span(row)).unwrap_or_default();
            text.chars().for_each(&mut each);
            each(GAP);
        }
    }
}

/// Puts texts together, one column after the other.
#[derive(Debug, Default)]
pub struct TextsBuilder {
    texts: Texts,
    now: usize,
}

impl TextsBuilder {
    /// So many columns, and room for so many bytes. Growing in steps copies everything each time, and in a browser what
    /// is outgrown is not given back.
    pub fn with_room(columns: usize, bytes: usize) -> Self {
        let column = Column {
            ascii: true,
            ..Column::default()
        };
        let texts = Texts {
            folded: String::with_capacity(bytes),
            columns: vec![column; columns],
        };
        Self { texts, now: 0 }
    }

    /// Begins a column: all texts that follow are its own. Columns may come in any order, each once.
    pub fn begin(&mut self, column: usize) {
        self.now = column;
        if let Some(column) = self.texts.columns.get_mut(column) {
            column.start = self.texts.folded.len() as u32;
        }
    }

    /// Adds a text to the column.
    pub fn push(&mut self, text: &str) {
        let folded = &mut self.texts.folded;
        let Some(column) = self.texts.columns.get_mut(self.now) else {
            return;
        };
        if text.chars().all(|c| fold_char(c) == c) {
            folded.push_str(text);
        } else {
            column.changed.push(column.ends.len() as u32);
            column.printed.push(text.to_owned());
            folded.extend(text.chars().map(fold_char));
        }
        column.ascii = column.ascii && text.is_ascii();
        column.ends.push(folded.len() as u32);
        folded.push(GAP);
    }

    /// How many texts a column has so far.
    pub fn len(&self, column: usize) -> usize {
        self.texts.columns.get(column).map_or(0, |column| column.ends.len())
    }

    /// Says that rows have several texts in a column, or none: how many there are up to and with each row.
    pub fn in_rows(&mut self, column: usize, rows: Vec<u32>) {
        if let Some(column) = self.texts.columns.get_mut(column) {
            column.rows = rows;
        }
    }

    /// Says that search looks at these columns, and at no others.
    pub fn search(&mut self, columns: &[usize]) {
        for (nth, column) in self.texts.columns.iter_mut().enumerate() {
            column.searched = columns.contains(&nth);
        }
    }

    /// The texts, as long as each other for every row.
    pub fn finish(self) -> Texts {
        self.texts
    }
}
