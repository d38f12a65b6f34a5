//! What became of a report's problems and plans, by what the next report says itself. Nothing is concluded from alike
//! words: the publisher says which item follows what.

use super::Side;
use crate::model::{Item, Place, PlanItem, Problem};

/// A problem or a line of the plan of the earlier report, and what the next one says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// The items of the next report that tell its outcome.
    pub told: Vec<&'a Item>,
    /// The problems of the next report that go on from it.
    pub still: Vec<&'a Problem>,
}

impl Outcome<'_> {
    /// Whether the next report does not say what became of it.
    pub fn is_untold(&self) -> bool {
        self.told.is_empty() && self.still.is_empty()
    }
}

/// What the report after says of a problem of the one before.
pub fn outcome<'a>(problem: &Problem, after: Side<'a>) -> Outcome<'a> {
    following(&problem.id, after)
}

/// What the report after says of each line of the plan of the one before.
pub fn outcomes<'a>(before: Side<'a>, after: Side<'a>) -> Vec<(&'a PlanItem, Outcome<'a>)> {
    let lines = before.report.plan.items();
    lines
        .map(|line| (line, following(&Place::from(format!("4/{}", line.id).as_str()), after)))
        .collect()
}

fn following<'a>(place: &Place, after: Side<'a>) -> Outcome<'a> {
    let items = after.report.sections.iter().flat_map(|section| &section.items);
    Outcome {
        told: items.filter(|item| item.follows.contains(place)).collect(),
        still: after
            .report
            .problems
            .iter()
            .filter(|problem| problem.follows.contains(place))
            .collect(),
    }
}
