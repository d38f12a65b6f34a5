//! Figures looked up by id, and levels paired with their growth.

use std::collections::HashMap;

use super::{DerivedBase, derived_base};
use crate::model::{Figure, FigureId};

/// The figures of a pack by id. Built once when `figures.json` arrives.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Figures {
    rows: Vec<Figure>,
    by_id: HashMap<FigureId, usize>,
    growths: HashMap<FigureId, Vec<usize>>,
}

impl Figures {
    /// Indexes the rows of `figures.json`. Of two figures with one id the first counts.
    pub fn new(rows: Vec<Figure>) -> Self {
        let mut by_id = HashMap::with_capacity(rows.len());
        let mut growths: HashMap<FigureId, Vec<usize>> = HashMap::new();
        for (nth, figure) in rows.iter().enumerate() {
            by_id.entry(figure.id.clone()).or_insert(nth);
            if let Some(level) = &figure.growth_of {
                growths.entry(level.clone()).or_default().push(nth);
            }
        }
        Self { rows, by_id, growths }
    }

    /// All figures in the document's order.
    pub fn all(&self) -> &[Figure] {
        &self.rows
    }

    /// The figure with this id.
    pub fn get(&self, id: &FigureId) -> Option<&Figure> {
        self.by_id.get(id).and_then(|nth| self.rows.get(*nth))
    }

    /// What the document says of a level's change: growths, multiples and deltas, in its order.
    pub fn growths_of(&self, level: &FigureId) -> impl Iterator<Item = &Figure> {
        self.growths
            .get(level)
            .into_iter()
            .flatten()
            .filter_map(|nth| self.rows.get(*nth))
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
        let base = self
            .growths_of(&level.id)
            .find_map(|growth| derived_base(level, growth));
        Some(Indicator {
            level,
            growths: self.growths_of(&level.id).collect(),
            base,
        })
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
