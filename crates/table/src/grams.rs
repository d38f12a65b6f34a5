//! Which rows hold a character, two characters side by side, or a character more than once: what a search looks at
//! instead of the texts. For most words that settles it.
//!
//! Made in slices, so that a reader who types meanwhile is not kept waiting; until it is whole, searches go through the
//! texts themselves.

use crate::{Bits, RowSet, Texts};

// Grams are numbers, in this order.
/// Characters of the basic plane. Others are looked for in the texts.
const CHARACTERS: usize = 0x1_0000;
/// Pairs of ASCII characters.
const ASCII_PAIRS: usize = 128 * 128;
/// Pairs with another character in them, by a hash. Where two pairs share a number, its rows are those of both.
const PAIRS: usize = 0x1_0000;
const FIRST_PAIR: usize = CHARACTERS + ASCII_PAIRS;
/// Characters that a row holds more than once.
const FIRST_REPEATED: usize = FIRST_PAIR + PAIRS;
const GRAMS: usize = FIRST_REPEATED + CHARACTERS;

/// The index, whole or in the making.
#[derive(Debug)]
pub(crate) struct Grams {
    stage: Stage,
    /// The next row of this stage.
    next: u32,
    /// For each gram: how many rows hold it, then one more than the place of its set, 0 for none.
    table: Vec<u32>,
    /// For each gram: one more than the last row in which it was counted.
    last: Vec<u32>,
    /// For each number of a pair the pair, or [`SHARED`].
    pairs: Vec<u32>,
    sets: Vec<RowSet>,
}

/// The number of several pairs.
const SHARED: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Counting,
    Filling,
    Whole,
}

impl Grams {
    /// An index of which nothing is made yet.
    pub(crate) fn new() -> Self {
        Self {
            stage: Stage::Counting,
            next: 0,
            table: Vec::new(),
            last: Vec::new(),
            pairs: Vec::new(),
            sets: Vec::new(),
        }
    }

    /// Whether it can be asked.
    pub(crate) fn is_whole(&self) -> bool {
        self.stage == Stage::Whole
    }

    /// Looks at so many more rows.
    pub(crate) fn make(&mut self, texts: &Texts, rows: u32) {
        if self.is_whole() {
            return;
        }
        if self.table.is_empty() {
            self.table = vec![0; GRAMS];
            self.last = vec![0; GRAMS];
            self.pairs = vec![0; PAIRS];
        }
        let all = texts.rows() as u32;
        let end = all.min(self.next.saturating_add(rows));
        for row in self.next..end {
            let mut before = '\n';
            texts.each_character(row, |character| {
                let (one, code) = (before, character as usize);
                before = character;
                if code < CHARACTERS && self.meet(code, row) {
                    self.meet(FIRST_REPEATED + code, row);
                }
                if let Some(gram) = pair(one, character) {
                    self.name(gram, one, character);
                    self.meet(gram, row);
                }
            });
        }
        self.next = end;
        if end == all {
            self.next_stage(all as usize);
        }
    }

    /// Counts or lists a row for a gram. Whether it was counted or listed for it before.
    #[inline]
    fn meet(&mut self, gram: usize, row: u32) -> bool {
        if self.last[gram] == row + 1 {
            return true;
        }
        self.last[gram] = row + 1;
        match self.stage {
            Stage::Counting => self.table[gram] += 1,
            _ => {
                let place = (self.table[gram] as usize).wrapping_sub(1);
                if let Some(set) = self.sets.get_mut(place) {
                    set.push(row);
                }
            }
        }
        false
    }

    /// Remembers which pair a number stands for.
    #[inline]
    fn name(&mut self, gram: usize, one: char, two: char) {
        if let Some(known) = gram
            .checked_sub(FIRST_PAIR)
            .and_then(|number| self.pairs.get_mut(number))
        {
            let code = code(one, two);
            if *known == 0 {
                *known = code;
            } else if *known != code {
                *known = SHARED;
            }
        }
    }

    fn next_stage(&mut self, rows: usize) {
        self.next = 0;
        if self.stage == Stage::Filling {
            self.stage = Stage::Whole;
            self.last = Vec::new();
            return;
        }
        self.stage = Stage::Filling;
        self.last.fill(0);
        for entry in &mut self.table {
            if *entry > 0 {
                self.sets.push(RowSet::with_room(*entry as usize, rows));
                *entry = self.sets.len() as u32;
            }
        }
    }

    /// Keeps of the rows those that may hold the word, and puts into `unsure` those of them that may not.
    ///
    /// A row that has 有限 and 限公 but only one 限 surely has 有限公: only rows with several are unsure.
    pub(crate) fn narrow(&self, word: &str, rows: &mut Bits, unsure: &mut Bits) {
        unsure.clear();
        let mut sure = true;
        let mut before = None;
        let length = word.chars().count();
        for (nth, character) in word.chars().enumerate() {
            if character as usize >= CHARACTERS {
                sure = false;
            } else if length == 1 {
                self.narrow_by(character as usize, rows);
            } else if nth > 0
                && nth + 1 < length
                && let Some(repeated) = self.set(FIRST_REPEATED + character as usize)
            {
                repeated.add_to(unsure);
            }
            if let Some(one) = before {
                match pair(one, character) {
                    Some(gram) => {
                        self.narrow_by(gram, rows);
                        let number = gram.checked_sub(FIRST_PAIR).and_then(|number| self.pairs.get(number));
                        sure &= number.is_none_or(|known| *known != SHARED);
                        // A number of another pair alone has been narrowed to that pair's rows.
                        if number.is_some_and(|known| *known != SHARED && *known != code(one, character)) {
                            rows.clear();
                        }
                    }
                    None => sure = false,
                }
            }
            before = Some(character);
        }
        if sure {
            unsure.and(rows);
        } else {
            unsure.copy_from(rows);
        }
    }

    fn set(&self, gram: usize) -> Option<&RowSet> {
        let place = self.table.get(gram)?.checked_sub(1)?;
        self.sets.get(place as usize)
    }

    fn narrow_by(&self, gram: usize, rows: &mut Bits) {
        match self.set(gram) {
            Some(set) => set.narrow(rows),
            None => rows.clear(),
        }
    }
}

/// Two characters as one number, never 0.
fn code(one: char, two: char) -> u32 {
    ((one as u32) << 16 | (two as u32) & 0xFFFF).max(1)
}

/// The gram of two characters side by side, neither of them a blank; `None` beyond the basic plane.
#[inline]
pub(crate) fn pair(one: char, two: char) -> Option<usize> {
    let (a, b) = (one as usize, two as usize);
    let fits = |code: usize| code > 0x20 && code < CHARACTERS;
    if !fits(a) || !fits(b) {
        return None;
    }
    if a < 128 && b < 128 {
        return Some(CHARACTERS + (a << 7) + b);
    }
    let hash = code(one, two).wrapping_mul(0x9E37_79B1) >> 16;
    Some(FIRST_PAIR + hash as usize)
}
