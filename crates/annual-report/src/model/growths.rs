//! How much an enterprise grew, as the document states it: in a figure of one of its events, or in a column for all.

use super::enterprises::ID;
use super::{Enterprises, Figure, FigureKind, FigureValue, Place, Tag};
use crate::format::{fixed, plain};
use crate::stats::Figures;

/// Growth in % that is stated for every enterprise, as a column.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct GrowthColumn {
    /// Where the document states it.
    pub(crate) section: String,
    /// NaN where it states none. Empty without the column.
    pub(crate) values: Vec<f64>,
}

/// A growth that the table has a column for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// Of output.
    Output,
    /// Of exports.
    Export,
}

impl Growth {
    /// The tag of the events that state it.
    pub fn tag(self) -> &'static str {
        match self {
            Growth::Output => Tag::OUTPUT_GROWTH,
            Growth::Export => Tag::EXPORT_GROWTH,
        }
    }

    fn subject(self) -> &'static str {
        match self {
            Growth::Output => "产值同比增长",
            Growth::Export => "出口同比增长",
        }
    }
}

impl Enterprises {
    /// The growth that the document states for an enterprise, alone or as one of a group: a figure of one of its
    /// events, or a number of the column.
    pub fn growth(&self, row: u32, growth: Growth, figures: Option<&Figures>) -> Option<Figure> {
        if let Some(figure) = self.growth_figure(row, growth, figures) {
            return Some(figure.clone());
        }
        let column = &self.growths[growth as usize];
        let value = column.values.get(row as usize).filter(|value| !value.is_nan())?;
        let printed = match self.decimals {
            Some(decimals) => format!("{}%", fixed(*value, decimals)),
            None => format!("{}%", plain(*value)),
        };
        Some(Figure {
            id: format!("{}-{}", self.text(ID, row), growth.tag()).as_str().into(),
            section: Place::from(column.section.as_str()),
            subject: growth.subject().to_owned(),
            value: FigureValue::Number(*value),
            unit: "%".to_owned(),
            printed,
            qualifier: None,
            kind: FigureKind::Growth,
            growth_of: None,
            part_of: None,
            share_of: None,
            derive_base: true,
            same_as: None,
            earlier_of: None,
            of_year: None,
            enterprises: vec![self.id(row)],
            group: None,
        })
    }

    /// That growth as a number, in %.
    pub fn growth_number(&self, row: u32, growth: Growth, figures: Option<&Figures>) -> Option<f64> {
        let figure = self.growth_figure(row, growth, figures);
        figure.and_then(Figure::number).or_else(|| {
            let value = self.growths[growth as usize].values.get(row as usize)?;
            (!value.is_nan()).then_some(*value)
        })
    }

    /// Growths that the columns state for an enterprise.
    pub fn column_growths(&self, row: u32) -> Vec<Figure> {
        [Growth::Output, Growth::Export]
            .into_iter()
            .filter_map(|growth| self.growth(row, growth, None))
            .collect()
    }

    fn growth_figure<'f>(&self, row: u32, growth: Growth, figures: Option<&'f Figures>) -> Option<&'f Figure> {
        let figures = figures?;
        if self.figures.is_empty() {
            return None;
        }
        let events = self
            .event_numbers(row)
            .filter(|number| self.tags.word(*number) == growth.tag());
        events
            .flat_map(|number| self.event_figures(number))
            .filter_map(|id| figures.get(id))
            .find(|figure| figure.kind == FigureKind::Growth)
    }
}
