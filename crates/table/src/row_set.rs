//! Rows that share something: a facet value, a character. Many as bits, few as a list, so that a table with thousands
//! of rare characters stays small.

use crate::Bits;

/// A fixed set of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowSet {
    /// One bit a row.
    Many(Bits),
    /// The rows in their order.
    Few(Vec<u32>),
}

impl RowSet {
    /// Room for so many rows of a table of so many. A listed row is as large as 32 bits, so fewer than that are listed.
    pub(crate) fn with_room(count: usize, rows: usize) -> Self {
        if count > rows / 32 {
            Self::Many(Bits::none(rows))
        } else {
            Self::Few(Vec::with_capacity(count))
        }
    }

    /// Adds a row, none of which came after it; one that is there already is left alone.
    pub(crate) fn push(&mut self, row: u32) {
        match self {
            Self::Many(bits) => bits.insert(row),
            Self::Few(list) => {
                if list.last() != Some(&row) {
                    list.push(row);
                }
            }
        }
    }

    /// How many rows it has.
    pub fn len(&self) -> u32 {
        match self {
            Self::Many(bits) => bits.count(),
            Self::Few(list) => list.len() as u32,
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows both have.
    pub fn count_in(&self, rows: &Bits) -> u32 {
        match self {
            Self::Many(bits) => bits.count_and(rows),
            Self::Few(list) => list.iter().filter(|row| rows.contains(**row)).count() as u32,
        }
    }

    /// Takes its rows into the other.
    pub fn add_to(&self, rows: &mut Bits) {
        match self {
            Self::Many(bits) => rows.or(bits),
            Self::Few(list) => list.iter().for_each(|row| rows.insert(*row)),
        }
    }

    /// Keeps of the other only its own rows.
    pub fn narrow(&self, rows: &mut Bits) {
        match self {
            Self::Many(bits) => rows.and(bits),
            Self::Few(list) => {
                let mut list = list.iter().copied().peekable();
                rows.mask(|nth| {
                    let mut mask = 0;
                    while let Some(row) = list.next_if(|row| *row as usize / 64 == nth) {
                        mask |= 1 << (row % 64);
                    }
                    mask
                });
            }
        }
    }
}
