//! One way of narrowing a table: its values, and the rows of each.

use crate::{RowSet, fold};

/// One way of narrowing a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Its name in the address.
    pub key: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// Its values, in the order in which they are shown.
    pub values: Vec<FacetValue>,
    /// The rows of each value.
    pub(crate) sets: Vec<RowSet>,
    /// The values' names as search sees them; empty where search does not look at this facet.
    pub(crate) searched: Vec<String>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its name in the address.
    pub key: String,
    /// Its name for readers.
    pub label: String,
}

/// Hands a row and the number of one of its values to the function, for all rows in their order and all their values.
pub type EachValue<'a> = &'a dyn Fn(&mut dyn FnMut(u32, usize));

impl Facet {
    /// A facet of a table of so many rows. The values are shown in the order given; a row counts once for a value,
    /// however often it has it.
    pub fn new(key: &'static str, label: &'static str, values: Vec<FacetValue>, rows: usize, each: EachValue) -> Self {
        let mut counts = vec![(0_usize, u32::MAX); values.len()];
        each(&mut |row, value| {
            if let Some((count, last)) = counts.get_mut(value)
                && *last != row
            {
                *count += 1;
                *last = row;
            }
        });
        let mut sets: Vec<RowSet> = counts
            .into_iter()
            .map(|(count, _)| RowSet::with_room(count, rows))
            .collect();
        each(&mut |row, value| {
            if let Some(set) = sets.get_mut(value) {
                set.push(row);
            }
        });
        Self {
            key,
            label,
            values,
            sets,
            searched: Vec::new(),
        }
    }

    /// The same facet, and search finds the rows of a value by its name.
    #[must_use]
    pub fn searched(mut self) -> Self {
        self.searched = self.values.iter().map(|value| fold(&value.label)).collect();
        self
    }

    /// The same facet with the values in another order, given by their present places.
    #[must_use]
    pub fn reordered(self, order: &[u32]) -> Self {
        let pick = |place: &u32| {
            let place = *place as usize;
            Some((self.values.get(place)?.clone(), self.sets.get(place)?.clone()))
        };
        let (values, sets) = order.iter().filter_map(pick).unzip();
        Self { values, sets, ..self }
    }

    /// How many rows a value has in the whole table.
    pub fn size(&self, value: usize) -> u32 {
        self.sets.get(value).map_or(0, RowSet::len)
    }

    /// The place of the value with this name in the address.
    pub fn place_of(&self, key: &str) -> Option<usize> {
        self.values.iter().position(|value| value.key == key)
    }
}
