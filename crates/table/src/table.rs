//! A table made ready for questions.

use std::sync::Arc;

use crate::{Facet, Order, Texts};

/// A table made ready for questions; it never changes. Row `n` is entry `n` of the file that it was made of.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// What search looks at.
    pub texts: Arc<Texts>,
    /// What it can be narrowed by, in the order in which it is shown.
    pub facets: Vec<Facet>,
    /// What it can be sorted by, and narrowed by range.
    pub orders: Vec<Order>,
    /// All rows in the table's own order; empty where that is the order of the file.
    pub own: Vec<u32>,
}

impl Table {
    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.texts.rows()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place of the order with this name in the address.
    pub fn order_of(&self, key: &str) -> Option<usize> {
        self.orders.iter().position(|order| order.key == key)
    }

    /// The place of the facet with this name in the address.
    pub fn facet_of(&self, key: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.key == key)
    }
}
