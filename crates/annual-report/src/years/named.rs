//! Enterprises and projects that two reports name.

use std::collections::{HashMap, HashSet};

use super::Side;
use crate::model::{Enterprise, Project, Status};

/// Something that one report names, or both do.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair<T> {
    /// As the earlier report has it.
    pub before: Option<T>,
    /// As the later one has it.
    pub after: Option<T>,
}

impl<T> Pair<T> {
    /// What it is to the reader of the later report.
    pub fn step(&self) -> Step {
        match (&self.before, &self.after) {
            (None, _) => Step::New,
            (_, None) => Step::Gone,
            _ => Step::Continued,
        }
    }
}

/// Which of the two reports name it. A report names whom it speaks of: who is not named may well be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Only the later one does.
    New,
    /// Both do.
    Continued,
    /// Only the earlier one does.
    Gone,
}

/// How a project that both reports name has moved between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// It has come to be in use.
    IntoUse,
    /// Further on.
    Forward,
    /// Where it was.
    Same,
    /// Back, or to where there is no order: the reader should look.
    Other,
}

impl Pair<&Project> {
    /// How it has moved; `None` unless both reports name it.
    pub fn moved(&self) -> Option<Move> {
        let (then, now) = (self.before?.status, self.after?.status);
        // Matters being settled, and approvals, are not on the way from an intention to use.
        let rank = |status: Status| match status {
            Status::Intention => Some(0),
            Status::Signed => Some(1),
            Status::Preparation => Some(2),
            Status::Started => Some(3),
            Status::UnderWay => Some(4),
            Status::InUse => Some(5),
            Status::Settling | Status::Approved => None,
        };
        Some(match (rank(then), rank(now)) {
            _ if then == now => Move::Same,
            (_, Some(5)) => Move::IntoUse,
            (Some(then), Some(now)) if then < now => Move::Forward,
            _ => Move::Other,
        })
    }
}

/// Every enterprise that either report names: those of the later one in its order, then those that only the earlier
/// one has. One id is one enterprise, and so is one name.
pub fn enterprises(before: Side<'_>, after: Side<'_>) -> Vec<Pair<Enterprise>> {
    let all = |side: Side<'_>| -> Vec<Enterprise> {
        let rows = side.enterprises;
        (0..rows.len() as u32).filter_map(|row| rows.get(row)).collect()
    };
    paired(all(before), all(after), |row| (row.id.to_string(), row.name.clone()))
}

/// Every project that either report names, in the same way.
pub fn projects<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Pair<&'a Project>> {
    let all = |side: Side<'a>| side.projects.iter().collect();
    paired(all(before), all(after), |row| (row.id.to_string(), row.name.clone()))
}

fn paired<T>(before: Vec<T>, after: Vec<T>, names: impl Fn(&T) -> (String, String)) -> Vec<Pair<T>> {
    let mut left: Vec<Option<T>> = before.into_iter().map(Some).collect();
    let (mut by_id, mut by_name) = (HashMap::new(), HashMap::new());
    for (row, then) in left.iter().enumerate() {
        let Some((id, name)) = then.as_ref().map(&names) else {
            continue;
        };
        // Of several with one id or name the first counts; `check` names the others.
        by_id.entry(id).or_insert(row);
        by_name.entry(name).or_insert(row);
    }
    // Who has an id of the other report is not also the one of that name.
    let own_ids: HashSet<String> = after.iter().map(|now| names(now).0).collect();
    let mut pairs = Vec::new();
    for now in after {
        let (id, name) = names(&now);
        let by_name = || {
            let row = *by_name.get(&name)?;
            let then = left.get(row)?.as_ref().map(&names)?;
            (!own_ids.contains(&then.0)).then_some(row)
        };
        let row = by_id.get(&id).copied().or_else(by_name);
        let before = row.and_then(|row| left.get_mut(row)?.take());
        pairs.push(Pair {
            before,
            after: Some(now),
        });
    }
    pairs.extend(left.into_iter().flatten().map(|then| Pair {
        before: Some(then),
        after: None,
    }));
    pairs
}

/// The pairing on bare ids and names.
#[cfg(test)]
pub(super) fn paired_for_tests(before: Vec<(u8, u8)>, after: Vec<(u8, u8)>) -> Vec<Pair<(u8, u8)>> {
    paired(before, after, |(id, name)| (id.to_string(), name.to_string()))
}
