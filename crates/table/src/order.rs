//! Orders of a table, sorted once each: byte by byte, which for a hundred thousand rows is a few milliseconds.

use crate::{Table, Texts};

/// One way of sorting a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Its name in the address.
    pub key: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// Whether a first click puts the largest first.
    pub descending_first: bool,
    /// What is compared.
    pub by: By,
}

/// What an order compares.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// A number a row; NaN where it is missing, which comes last in both directions.
    Number(Vec<f64>),
    /// This column of the texts, byte by byte.
    Column(usize),
}

impl Order {
    /// An order by numbers; a missing one comes last in both directions.
    pub fn by_number(key: &'static str, label: &'static str, values: impl Iterator<Item = Option<f64>>) -> Self {
        Self {
            key,
            label,
            descending_first: true,
            // Minus zero is zero.
            by: By::Number(
                values
                    .map(|value| value.map_or(f64::NAN, |value| value + 0.0))
                    .collect(),
            ),
        }
    }

    /// An order by a column of the texts.
    pub fn by_column(key: &'static str, label: &'static str, column: usize) -> Self {
        Self {
            key,
            label,
            descending_first: false,
            by: By::Column(column),
        }
    }

    /// The numbers, where it compares numbers.
    pub fn numbers(&self) -> Option<&[f64]> {
        match &self.by {
            By::Number(values) => Some(values),
            By::Column(_) => None,
        }
    }
}

/// All rows of a table sorted in both directions. Equal rows keep the table's own order in both.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Sorted {
    pub(crate) ascending: Vec<u32>,
    pub(crate) descending: Vec<u32>,
}

impl Sorted {
    pub(crate) fn of(table: &Table, order: &Order) -> Self {
        let own = |()| -> Vec<u32> {
            match table.own.as_slice() {
                [] => (0..table.len() as u32).collect(),
                own => own.to_vec(),
            }
        };
        match &order.by {
            By::Number(values) => {
                let value = |row: u32| values.get(row as usize).copied().unwrap_or(f64::NAN);
                let (mut ascending, missing): (Vec<u32>, Vec<u32>) =
                    own(()).into_iter().partition(|row| !value(*row).is_nan());
                sort_by_key(&mut ascending, &|row| rising(value(row)));
                let mut descending = reversed(&ascending, &|a, b| value(a) == value(b));
                ascending.extend(&missing);
                descending.extend(&missing);
                Self { ascending, descending }
            }
            By::Column(column) => {
                let mut ascending = own(());
                sort_by_text(&mut ascending, &table.texts, *column, 0);
                let text = |row| table.texts.searched_text(*column, row);
                let descending = reversed(&ascending, &|a, b| text(a) == text(b));
                Self { ascending, descending }
            }
        }
    }
}

/// The rows from behind, equal ones in their order.
fn reversed(rows: &[u32], equal: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut from_behind = Vec::with_capacity(rows.len());
    for run in rows.chunk_by(|a, b| equal(*a, *b)).rev() {
        from_behind.extend_from_slice(run);
    }
    from_behind
}

/// A number as bits that rise with it.
fn rising(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Sorts rows by a key, keeping equal ones as they stand: byte by byte from the lowest, leaving out bytes that all
/// keys share.
fn sort_by_key(rows: &mut [u32], key: &dyn Fn(u32) -> u64) {
    let mut keyed: Vec<(u64, u32)> = rows.iter().map(|row| (key(*row), *row)).collect();
    if keyed.len() < FEW {
        insert_each(&mut keyed);
        return hand_back(&keyed, rows);
    }
    let mut sorted = keyed.clone();
    for shift in (0..64).step_by(8) {
        let byte = |key: u64| (key >> shift & 0xFF) as usize;
        let mut starts = [0_usize; 256];
        keyed.iter().for_each(|(key, _)| starts[byte(*key)] += 1);
        if starts.contains(&keyed.len()) {
            continue;
        }
        let mut before = 0;
        for start in &mut starts {
            before += core::mem::replace(start, before);
        }
        for entry in &keyed {
            let place = &mut starts[byte(entry.0)];
            sorted[*place] = *entry;
            *place += 1;
        }
        core::mem::swap(&mut keyed, &mut sorted);
    }
    hand_back(&keyed, rows);
}

/// So few that going through 256 counters for each byte would cost more than comparing.
const FEW: usize = 48;

fn insert_each(keyed: &mut [(u64, u32)]) {
    for nth in 1..keyed.len() {
        let mut at = nth;
        while at > 0 && keyed[at - 1].0 > keyed[at].0 {
            keyed.swap(at - 1, at);
            at -= 1;
        }
    }
}

fn hand_back(keyed: &[(u64, u32)], rows: &mut [u32]) {
    for (row, (_, sorted)) in rows.iter_mut().zip(keyed) {
        *row = *sorted;
    }
}

/// How many bytes of a text an order looks at. Names end long before; a text without end must not sort without end.
const LONGEST: usize = 256;

/// Sorts rows by a column, eight bytes at a time, those that share the first `done` bytes.
fn sort_by_text(rows: &mut [u32], texts: &Texts, column: usize, done: usize) {
    let rest = |row: u32| texts.searched_text(column, row).get(done..).unwrap_or_default();
    let key = |row: u32| {
        let rest = rest(row);
        let mut bytes = [0; 8];
        let length = rest.len().min(8);
        bytes[..length].copy_from_slice(&rest[..length]);
        u64::from_be_bytes(bytes)
    };
    sort_by_key(rows, &key);
    for run in rows.chunk_by_mut(|a, b| key(*a) == key(*b)) {
        // A run in which all have ended is sorted; one in which some go on is not.
        if run.len() > 1 && done < LONGEST && run.iter().any(|row| rest(*row).len() > 8) {
            sort_by_text(run, texts, column, done + 8);
        }
    }
}
