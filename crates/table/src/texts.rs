//! The texts of a table in one piece, column after column: folded once for search, and with a note of every character
//! that folding changed, so that each text comes back as printed.

use std::borrow::Cow;

use crate::Bits;
use crate::find::{find, holds};
use crate::fold::{Folded, fold_char};

/// Behind every text, so that no word of a search matches across two: words hold no blanks.
const GAP: char = '\n';

/// The texts of all rows. A column has one text a row, or a list of them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Texts {
    /// As search sees them.
    folded: String,
    /// The characters that folding changed, in their order: place in the folded text times four, and how. Chinese
    /// commas are among them, so they are many.
    changes: Vec<u32>,
    columns: Vec<Column>,
    /// The columns that search looks at, the smallest first: what is found there need not be looked for in the others.
    searched: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Default)]
struct Column {
    /// Where it begins in the folded text.
    start: u32,
    /// Where each text ends; the next one begins behind the gap.
    ends: Vec<u32>,
    /// How many texts there are up to and with each row; empty where each row has one.
    rows: Vec<u32>,
    /// Which ASCII characters it holds, and whether it holds others: a word with one that it lacks is not in it.
    letters: Letters,
}

/// Which ASCII characters a text holds, one bit each, and whether it holds others.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct Letters {
    ascii: [u64; 2],
    others: bool,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        text.chars().for_each(|character| letters.add(character));
        letters
    }

    #[inline]
    fn add(&mut self, character: char) {
        match character as u32 {
            code @ 0..128 => self.ascii[code as usize / 64] |= 1 << (code % 64),
            _ => self.others = true,
        }
    }

    fn hold(self, word: Self) -> bool {
        let lacks = |nth: usize| word.ascii[nth] & !self.ascii[nth] != 0;
        !lacks(0) && !lacks(1) && (self.others || !word.others)
    }
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
    pub fn text(&self, column: usize, text: usize) -> Cow<'_, str> {
        let Some(column) = self.columns.get(column) else {
            return Cow::Borrowed("");
        };
        let (begin, end) = (column.begin(text), column.ends.get(text).map_or(0, |end| *end as usize));
        let folded = self.folded.get(begin..end).unwrap_or_default();
        let from = self.changes.partition_point(|change| (*change >> 2) < begin as u32);
        let mut changes = self.changes[from..].iter().peekable();
        if changes.peek().is_none_or(|change| (**change >> 2) as usize >= end) {
            return Cow::Borrowed(folded);
        }
        let mut printed = String::with_capacity(folded.len() + 8);
        for (at, character) in folded.char_indices() {
            let change = changes.next_if(|change| (**change >> 2) as usize == begin + at);
            printed.push(change.map_or(character, |change| Folded::of_number(*change & 3).undo(character)));
        }
        Cow::Owned(printed)
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
        let letters = Letters::of(word);
        let columns = self.searched.iter().filter_map(|column| self.columns.get(*column));
        for column in columns.filter(|column| column.letters.hold(letters)) {
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
        column
            .ends
            .last()
            .map_or(0, |end| *end as usize)
            .saturating_sub(column.start as usize)
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
        for column in self.searched.iter().filter_map(|column| self.columns.get(*column)) {
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
        let texts = Texts {
            folded: String::with_capacity(bytes),
            changes: Vec::new(),
            columns: vec![Column::default(); columns],
            searched: Vec::new(),
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
        // By an eighth and not to the double: what is outgrown stays a hole.
        if folded.capacity() - folded.len() <= text.len() {
            folded.reserve_exact(text.len() + 1 + folded.len() / 8);
        }
        let mut copied = 0;
        for (at, character) in text.char_indices() {
            let (shown, how) = fold_char(character);
            column.letters.add(shown);
            if let Some(how) = how {
                folded.push_str(text.get(copied..at).unwrap_or_default());
                copied = at + character.len_utf8();
                self.texts.changes.push((folded.len() as u32) << 2 | how as u32);
                folded.push(shown);
            }
        }
        folded.push_str(text.get(copied..).unwrap_or_default());
        column.ends.push(folded.len() as u32);
        folded.push(GAP);
    }

    /// Makes room for so many more texts in the column.
    pub fn reserve(&mut self, texts: usize) {
        if let Some(column) = self.texts.columns.get_mut(self.now) {
            column.ends.reserve_exact(texts);
        }
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
        let texts = &mut self.texts;
        let size = |nth: usize| texts.columns.get(nth).map_or(0, |column| texts.size(column));
        let mut searched: Vec<usize> = Vec::with_capacity(columns.len());
        for column in columns {
            let place = searched
                .iter()
                .take_while(|other| size(**other) <= size(*column))
                .count();
            searched.insert(place, *column);
        }
        texts.searched = searched;
    }

    /// The texts, as long as each other for every row.
    pub fn finish(self) -> Texts {
        self.texts
    }
}
