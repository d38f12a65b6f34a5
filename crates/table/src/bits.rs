//! A set of rows, one bit a row.

/// A set of rows out of a fixed number of them. What is asked of it costs one step for 64 rows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
    rows: usize,
}

impl Bits {
    /// No row of so many.
    pub fn none(rows: usize) -> Self {
        Self {
            words: vec![0; rows.div_ceil(64)],
            rows,
        }
    }

    /// Every row of so many.
    pub fn all(rows: usize) -> Self {
        let mut all = Self::none(rows);
        all.fill();
        all
    }

    /// How many rows it could have.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Takes every row in.
    pub fn fill(&mut self) {
        self.words.fill(u64::MAX);
        let rest = self.rows % 64;
        if rest > 0
            && let Some(last) = self.words.last_mut()
        {
            *last = (1 << rest) - 1;
        }
    }

    /// Lets every row go.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Whether it has the row.
    #[inline]
    pub fn contains(&self, row: u32) -> bool {
        self.words
            .get(row as usize / 64)
            .is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Takes a row in; one that the table does not have is passed over.
    #[inline]
    pub fn insert(&mut self, row: u32) {
        if let Some(word) = self.words.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Has what the other has, which is of the same table.
    pub fn copy_from(&mut self, other: &Self) {
        self.words.copy_from_slice(&other.words);
    }

    /// Keeps what the other has, too.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes in what the other has.
    pub fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Lets go what the other has.
    pub fn and_not(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// How many rows it has.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many rows both have.
    pub fn count_and(&self, other: &Self) -> u32 {
        let both = self.words.iter().zip(&other.words);
        both.map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// Keeps the rows that pass, asked in their order.
    pub fn retain(&mut self, mut passes: impl FnMut(u32) -> bool) {
        for (nth, word) in self.words.iter_mut().enumerate() {
            let mut left = *word;
            while left != 0 {
                let lowest = left & left.wrapping_neg();
                if !passes(nth as u32 * 64 + left.trailing_zeros()) {
                    *word ^= lowest;
                }
                left ^= lowest;
            }
        }
    }

    /// The first row at or after this one.
    pub fn next_from(&self, row: u32) -> Option<u32> {
        let mut nth = row as usize / 64;
        let mut word = *self.words.get(nth)? & (u64::MAX << (row % 64));
        while word == 0 {
            nth += 1;
            word = *self.words.get(nth)?;
        }
        Some(nth as u32 * 64 + word.trailing_zeros())
    }

    /// Keeps, of each 64 rows, those of the mask that the function gives for the number of the 64.
    pub(crate) fn mask(&mut self, mut mask: impl FnMut(usize) -> u64) {
        for (nth, word) in self.words.iter_mut().enumerate() {
            *word &= mask(nth);
        }
    }
}
