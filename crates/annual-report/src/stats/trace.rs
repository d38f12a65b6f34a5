//! What a figure has to do with the others: what states it again, what it grew by, what it is a part of.

use super::{DerivedBase, Figures, derived_base};
use crate::model::{Figure, FigureId, Place, Report};

/// A figure among the others of its report, each list in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Other statements of the same quantity.
    pub stated: Vec<&'a Figure>,
    /// The level that it is the growth of.
    pub level: Option<&'a Figure>,
    /// Its growths, multiples and deltas.
    pub growths: Vec<&'a Figure>,
    /// The whole that it is a part of.
    pub whole: Option<&'a Figure>,
    /// Its parts.
    pub parts: Vec<&'a Figure>,
    /// The level that it is a share of.
    pub measured: Option<&'a Figure>,
    /// Shares of it.
    pub shares: Vec<&'a Figure>,
    /// Last year's level, derived from it and one of its growths.
    pub base: Option<DerivedBase>,
}

impl Figures {
    /// A figure with what it has to do with the others; `None` without such a figure.
    pub fn trace(&self, id: &FigureId) -> Option<Trace<'_>> {
        let figure = self.get(id)?;
        let of = |other: &Option<FigureId>| other.as_ref().and_then(|id| self.get(id));
        let those = |field: fn(&Figure) -> &Option<FigureId>| -> Vec<&Figure> {
            let points_here = |other: &&Figure| field(other).as_ref() == Some(id);
            self.all().iter().filter(points_here).collect()
        };
        let level = of(&figure.growth_of);
        let growths = those(|other| &other.growth_of);
        // Of a growth, the base that follows from it and its level.
        let base = match level {
            Some(level) => derived_base(level, figure),
            None => growths.iter().find_map(|growth| derived_base(figure, growth)),
        };
        Some(Trace {
            figure,
            stated: self.same_quantity(figure).collect(),
            level,
            growths,
            whole: of(&figure.part_of),
            parts: those(|other| &other.part_of),
            measured: of(&figure.share_of),
            shares: those(|other| &other.share_of),
            base,
        })
    }
}

/// A line of the report that has a figure beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Where the report says it.
    pub place: Place,
    /// What it says.
    pub text: String,
}

/// The lines of the report's sections and plan that have this figure beside them, in the document's order.
pub fn told(report: &Report, id: &FigureId) -> Vec<Told> {
    let mut told = Vec::new();
    for item in report.sections.iter().flat_map(|section| &section.items) {
        let points = item.points.iter().filter(|point| point.figures.contains(id));
        told.extend(points.map(|point| Told {
            place: item.id.clone(),
            text: point.text.clone(),
        }));
    }
    let planned = report.plan.items().filter(|item| item.figures.contains(id));
    told.extend(planned.map(|item| Told {
        place: Place::from("4"),
        text: item.text.clone(),
    }));
    told
}
