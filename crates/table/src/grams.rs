//! Which rows hold a character, or two Latin letters side by side: what a search looks at first.
//!
//! Made in slices, so that a reader who types meanwhile is not kept waiting; until it is whole, searches go through the
//! texts themselves.

use crate::{Bits, RowSet, Texts};

/// Characters of the basic plane, and behind them pairs of ASCII characters.
const CHARACTERS: usize = 0x1_0000;
const PAIRS: usize = 128 * 128;

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
    sets: Vec<RowSet>,
}

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
            self.table = vec![0; CHARACTERS + PAIRS];
            self.last = vec![0; CHARACTERS + PAIRS];
        }
        let all = texts.rows() as u32;
        let end = all.min(self.next.saturating_add(rows));
        for row in self.next..end {
            match self.stage {
                Stage::Counting => each_gram(texts, row, |gram| {
                    if self.last[gram] != row + 1 {
                        self.last[gram] = row + 1;
                        self.table[gram] += 1;
                    }
                }),
                Stage::Filling => each_gram(texts, row, |gram| {
                    if let Some(set) = self.sets.get_mut((self.table[gram] as usize).wrapping_sub(1)) {
                        set.push(row);
                    }
                }),
                Stage::Whole => {}
            }
        }
        self.next = end;
        if end == all {
            self.next_stage(all as usize);
        }
    }

    fn next_stage(&mut self, rows: usize) {
        self.next = 0;
        if self.stage == Stage::Filling {
            self.stage = Stage::Whole;
            return;
        }
        self.stage = Stage::Filling;
        self.last = Vec::new();
        for entry in &mut self.table {
            if *entry > 0 {
                self.sets.push(RowSet::with_room(*entry as usize, rows));
                *entry = self.sets.len() as u32;
            }
        }
    }

    /// Keeps of the rows those that may hold the word. Whether those that are left surely do.
    pub(crate) fn narrow(&self, word: &str, rows: &mut Bits) -> bool {
        let mut characters = word.chars();
        let (first, second) = (characters.next(), characters.next());
        let exact = match (first, second, characters.next()) {
            (Some(only), None, _) => (only as usize) < CHARACTERS,
            (Some(one), Some(two), None) => one.is_ascii() && two.is_ascii(),
            _ => false,
        };
        let mut before = None;
        let mut lone = true;
        for (nth, character) in word.chars().enumerate() {
            if let Some(pair) = before.and_then(|before| pair(before, character)) {
                self.narrow_by(pair, rows);
                lone = false;
            }
            // What pairs say of a Latin letter is more than it says alone.
            let last = nth + 1 == word.chars().count();
            if !character.is_ascii() || (lone && last) {
                if (character as usize) < CHARACTERS {
                    self.narrow_by(character as usize, rows);
                }
                lone = true;
            }
            before = Some(character);
        }
        exact
    }

    fn narrow_by(&self, gram: usize, rows: &mut Bits) {
        let place = self.table.get(gram).map_or(0, |place| *place as usize);
        match place.checked_sub(1).and_then(|place| self.sets.get(place)) {
            Some(set) => set.narrow(rows),
            None => rows.clear(),
        }
    }
}

/// Two ASCII characters side by side, neither of them a blank.
fn pair(one: char, two: char) -> Option<usize> {
    let printed = |c: char| c.is_ascii_graphic();
    (printed(one) && printed(two)).then(|| CHARACTERS + ((one as usize) << 7) + two as usize)
}

#[inline]
fn each_gram(texts: &Texts, row: u32, mut each: impl FnMut(usize)) {
    let mut before = '\n';
    texts.each_character(row, |character| {
        if (character as usize) < CHARACTERS {
            each(character as usize);
        }
        if let Some(pair) = pair(before, character) {
            each(pair);
        }
        before = character;
    });
}
