//! Two reports of one park against each other: what each says of the same indicator, area of work, enterprise and
//! project, and what became of the earlier one's problems and plans.
//!
//! Promise: what a report states stays as it states it, of whichever year. Whatever is computed from two statements is a
//! [`Change`], which is only ever shown as derived. That a report does not name something is said as that, and not as
//! its end.

mod areas;
mod change;
mod indicators;
mod named;
mod outcomes;
#[cfg(test)]
mod tests;

pub use areas::{Area, AreaSide, areas};
pub use change::{Change, Unlike, change};
pub use indicators::{Indicator, Restated, indicators, published_before, restated, restated_in};
pub use named::{Move, Pair, Step, enterprises, projects};
pub use outcomes::{Outcome, outcome, outcomes};

use crate::model::{Enterprises, Project, Report};
use crate::stats::Figures;

/// One of the two reports, with all its files.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// `report.json`.
    pub report: &'a Report,
    /// `figures.json`.
    pub figures: &'a Figures,
    /// `enterprises.json`.
    pub enterprises: &'a Enterprises,
    /// `projects.json`.
    pub projects: &'a [Project],
}

/// The report of the year before `year`, of whatever stands for reports; `None` where there is none, and where there are
/// several, as of half years: which of these speaks of the whole year, nobody says.
pub fn year_before<T>(all: &[T], year: u16, year_of: impl Fn(&T) -> u16) -> Option<&T> {
    let before = year.checked_sub(1)?;
    let mut of_it = all.iter().filter(|one| year_of(one) == before);
    of_it.next().filter(|_| of_it.next().is_none())
}

impl Side<'_> {
    /// The year that it reports on.
    pub fn year(&self) -> u16 {
        self.report.meta.year
    }
}
