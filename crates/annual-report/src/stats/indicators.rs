//! Figures looked up by id, and levels paired with their growth.

use super::{DerivedBase, derived_base};
use crate::model::{Figure, FigureId};
use crate::order::sort_rows;

/// The figures of a pack by id. Built once when `figures.json` arrives.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Figures {
    rows: Vec<Figure>,
    /// The rows in the order of their ids.
    by_id: Vec<u32>,
}

impl Figures {
    /// Indexes the rows of `figures.json`. Of two figures with one id either may be found; `validate` names them.
    pub fn new(rows: Vec<Figure>) -> Self {
        let mut by_id: Vec<u32> = (0..rows.len() as u32).collect();
        sort_rows(&mut by_id, &|a, b| rows[a as usize].id.cmp(&rows[b as usize].id));
        Self { rows, by_id }
    }

    /// All figures in the document's order.
    pub fn all(&self) -> &[Figure] {
        &self.rows
    }

    /// The figure with this id.
    pub fn get(&self, id: &FigureId) -> Option<&Figure> {
        let place = self
            .by_id
            .binary_search_by(|row| self.rows[*row as usize].id.cmp(id))
            .ok()?;
        self.rows.get(self.by_id[place] as usize)
    }

    /// Other statements of the same quantity, in the document's order.
    pub fn same_quantity(&self, figure: &Figure) -> impl Iterator<Item = &Figure> {
        let first = figure.same_as.clone().unwrap_or_else(|| figure.id.clone());
        let own = figure.id.clone();
        self.rows
            .iter()
            .filter(move |other| other.id != own && (other.id == first || other.same_as.as_ref() == Some(&first)))
    }

    /// A level with its growth and derived base.
    pub fn indicator(&self, level: &FigureId) -> Option<Indicator<'_>> {
        let level = self.get(level)?;
        let grows = |figure: &&Figure| figure.growth_of.as_ref() == Some(&level.id);
        let growths: Vec<&Figure> = self.rows.iter().filter(grows).collect();
        let base = growths.iter().find_map(|growth| derived_base(level, growth));
        Some(Indicator { level, growths, base })
    }
}

/// A level with what the document says of its change, and last year's level where it can be derived.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator<'a> {
    /// The level.
    pub level: &'a Figure,
    /// Its growths, multiples and deltas.
    pub growths: Vec<&'a Figure>,
    /// Last year's level, derived.
    pub base: Option<DerivedBase>,
}
