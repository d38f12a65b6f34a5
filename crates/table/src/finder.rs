//! Asking a table: what is kept between questions, so that the next letter of a word costs little.

use std::sync::Arc;

use crate::grams::Grams;
use crate::order::Sorted;
use crate::{Bits, Table};

/// Tables of fewer rows are searched as quickly without an index.
const WORTH_AN_INDEX: usize = 1_000;

/// What is asked of a table. Places are those of the table's facets, values and orders; ones that it does not have are
/// passed over.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Question {
    /// Folded words, all of which must be found.
    pub words: Vec<String>,
    /// For each facet the places of the picked values, one of which a row must have; none picked lets all through.
    pub picked: Vec<Vec<usize>>,
    /// Numbers that must lie within bounds.
    pub ranges: Vec<Range>,
    /// The place of an order, and whether the largest comes first.
    pub order: Option<(usize, bool)>,
}

/// A number that must be there and lie within bounds, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The place of the order whose number it is.
    pub order: usize,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

/// Asks a table, one question after the other.
#[derive(Debug)]
pub struct Finder {
    table: Arc<Table>,
    grams: Grams,
    sorted: Vec<Option<Sorted>>,
    question: Question,
    /// The rows that hold the words of the question.
    searched: Bits,
    /// The rows within its ranges.
    within: Bits,
    /// For each facet the rows that have a picked value.
    picked: Vec<Bits>,
    /// The rows that pass everything.
    found: Bits,
    count: u32,
    counts: Vec<Vec<u32>>,
    /// The first rows found in the order asked for, as far as somebody wanted to know.
    walked: Vec<u32>,
    /// Where walking goes on.
    next: u32,
    spare: [Bits; 4],
}

impl Finder {
    /// A finder that has been asked nothing yet: it has found every row.
    pub fn new(table: Arc<Table>) -> Self {
        let rows = table.len();
        let mut finder = Self {
            grams: Grams::new(),
            sorted: vec![None; table.orders.len()],
            question: Question::default(),
            searched: Bits::all(rows),
            within: Bits::all(rows),
            picked: vec![Bits::none(rows); table.facets.len()],
            found: Bits::all(rows),
            count: rows as u32,
            counts: table.facets.iter().map(|facet| vec![0; facet.values.len()]).collect(),
            walked: Vec::new(),
            next: 0,
            spare: core::array::from_fn(|_| Bits::none(rows)),
            table,
        };
        finder.tally();
        finder
    }

    /// The table.
    pub fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// Answers a question: rows that hold every word, one picked value of every facet, and numbers within every range.
    // Within its caller it would be compiled as its caller is: for size.
    #[inline(never)]
    pub fn ask(&mut self, question: &Question) {
        if question.words != self.question.words {
            self.search(&question.words);
        }
        if question.ranges != self.question.ranges {
            self.measure(&question.ranges);
        }
        self.question.clone_from(question);
        self.tally();
        self.walked.clear();
        self.next = 0;
        if let Some((order, _)) = question.order {
            self.sort(order);
        }
    }

    /// How many rows were found.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// For each facet and each of its values: how many rows pass everything else that is asked.
    pub fn counts(&self) -> &[Vec<u32>] {
        &self.counts
    }

    /// Whether a row was found.
    pub fn has(&self, row: u32) -> bool {
        self.found.contains(row)
    }

    /// The row at this place of the rows found, counted from 0, in the order asked for.
    #[inline(never)]
    pub fn row_at(&mut self, place: u32) -> Option<u32> {
        if place >= self.count {
            return None;
        }
        while self.walked.len() <= place as usize {
            self.walk();
        }
        self.walked.get(place as usize).copied()
    }

    /// The place at which a row stands among the rows found.
    pub fn place_of(&mut self, row: u32) -> Option<u32> {
        if !self.has(row) {
            return None;
        }
        let mut place = 0;
        while self.row_at(place)? != row {
            place += 1;
        }
        Some(place)
    }

    /// Every row found, in the order asked for.
    pub fn rows(&mut self) -> Vec<u32> {
        (0..self.count).filter_map(|place| self.row_at(place)).collect()
    }

    /// Makes ready for later questions what can be made while nobody asks: a millisecond of the index, or one order.
    /// Whether there is more to do.
    #[inline(never)]
    pub fn prepare(&mut self) -> bool {
        const SLICE: u32 = 500;
        if self.table.len() < WORTH_AN_INDEX {
            return false;
        }
        if !self.grams.is_whole() {
            self.grams.make(&self.table.texts, SLICE);
            return true;
        }
        match self.sorted.iter().position(Option::is_none) {
            Some(order) => {
                self.sort(order);
                true
            }
            None => false,
        }
    }

    /// Makes the index of so many more rows, however small the table.
    #[cfg(test)]
    pub(crate) fn make_index(&mut self, rows: u32) {
        self.grams.make(&self.table.texts, rows);
    }

    fn sort(&mut self, order: usize) {
        if let (Some(slot @ None), Some(order)) = (self.sorted.get_mut(order), self.table.orders.get(order)) {
            *slot = Some(Sorted::of(&self.table, order));
        }
    }

    /// Finds one more row.
    fn walk(&mut self) {
        let sorted = self.question.order.and_then(|(order, descending)| {
            let sorted = self.sorted.get(order)?.as_ref()?;
            Some(if descending {
                &sorted.descending
            } else {
                &sorted.ascending
            })
        });
        match sorted.unwrap_or(&self.table.own).as_slice() {
            [] => {
                if let Some(row) = self.found.next_from(self.next) {
                    self.walked.push(row);
                    self.next = row + 1;
                }
            }
            order => {
                while let Some(row) = order.get(self.next as usize) {
                    self.next += 1;
                    if self.found.contains(*row) {
                        self.walked.push(*row);
                        break;
                    }
                }
            }
        }
    }

    fn search(&mut self, words: &[String]) {
        let before = core::mem::take(&mut self.question.words);
        // What holds 新材 holds 新: only the rows found so far need be looked at.
        let narrower = before
            .iter()
            .all(|old| words.iter().any(|new| new.contains(old.as_str())));
        if !narrower {
            self.searched.fill();
        }
        for word in words {
            if narrower && before.contains(word) {
                continue;
            }
            self.search_word(word);
        }
    }

    /// Keeps of the rows searched those that hold the word in a text or in the name of a searched facet value.
    fn search_word(&mut self, word: &str) {
        let [named, texts, found, unsure] = &mut self.spare;
        named.clear();
        for facet in &self.table.facets {
            let values = facet.searched.iter().zip(&facet.sets);
            for (_, rows) in values.filter(|(name, _)| name.contains(word)) {
                rows.add_to(named);
            }
        }
        let own = &self.table.texts;
        texts.copy_from(&self.searched);
        texts.and_not(named);
        if self.grams.is_whole() {
            self.grams.narrow(word, texts, unsure);
            texts.and_not(unsure);
            own.narrow(word, unsure, found);
            texts.or(unsure);
        } else {
            own.narrow(word, texts, found);
        }
        texts.or(named);
        self.searched.and(texts);
    }

    fn measure(&mut self, ranges: &[Range]) {
        self.within.fill();
        for range in ranges {
            let values = self.table.orders.get(range.order).and_then(|order| order.numbers());
            if let Some(values) = values {
                let mut values = values.chunks(64);
                self.within.mask(|_| {
                    let values = values.next().unwrap_or_default();
                    // A missing number compares with nothing. Both sides are asked, because a branch costs more.
                    let lies = |value: &f64| u64::from((*value >= range.least) & (*value <= range.most));
                    (0..)
                        .zip(values)
                        .fold(0, |mask, (bit, value)| mask | lies(value) << bit)
                });
            }
        }
    }

    /// Finds what passes, and counts for each facet what passes everything but it.
    fn tally(&mut self) {
        let is_picked = |facet: usize| self.question.picked.get(facet).is_some_and(|picked| !picked.is_empty());
        let facets = &self.table.facets;
        let base = &mut self.spare[0];
        base.copy_from(&self.searched);
        base.and(&self.within);
        self.found.copy_from(base);
        for nth in (0..facets.len()).filter(|nth| is_picked(*nth)) {
            self.picked[nth].clear();
            let places = self.question.picked.get(nth).into_iter().flatten();
            for set in places.filter_map(|place| facets[nth].sets.get(*place)) {
                set.add_to(&mut self.picked[nth]);
            }
            self.found.and(&self.picked[nth]);
        }
        self.count = self.found.count();
        let [base, others, ..] = &mut self.spare;
        for nth in 0..facets.len() {
            let rows = if is_picked(nth) {
                others.copy_from(base);
                for other in (0..facets.len()).filter(|other| *other != nth && is_picked(*other)) {
                    others.and(&self.picked[other]);
                }
                &*others
            } else {
                &self.found
            };
            for (count, set) in self.counts[nth].iter_mut().zip(&facets[nth].sets) {
                *count = set.count_in(rows);
            }
        }
    }
}
