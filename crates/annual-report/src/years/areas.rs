//! The areas of work in two reports.

use super::Side;
use crate::model::{EnterpriseId, Point, ProjectId, Section};

/// One area of work, as each of the two reports has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Area<'a> {
    /// In the earlier report.
    pub before: Option<AreaSide<'a>>,
    /// In the later one.
    pub after: Option<AreaSide<'a>>,
}

/// One area of work in one report.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaSide<'a> {
    /// Its section.
    pub section: &'a Section,
    /// How many points it makes.
    pub points: usize,
    /// How many enterprises these name, each counted once.
    pub enterprises: usize,
    /// How many projects these name, each counted once.
    pub projects: usize,
}

/// The areas of both reports: those of the later one in its order, then those that only the earlier one has. What has one
/// title is one area, wherever it is numbered; that a number stands for the same is said by nobody.
pub fn areas<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Area<'a>> {
    let mut left: Vec<&Section> = before.report.areas().collect();
    let now: Vec<&Section> = after.report.areas().collect();
    let then: Vec<Option<&Section>> = now
        .iter()
        .map(|area| {
            let at = left.iter().position(|other| other.title == area.title)?;
            Some(left.remove(at))
        })
        .collect();
    let both = now.iter().zip(then).map(|(now, then)| Area {
        before: then.map(side),
        after: Some(side(now)),
    });
    let mut areas: Vec<Area<'a>> = both.collect();
    areas.extend(left.into_iter().map(|section| Area {
        before: Some(side(section)),
        after: None,
    }));
    areas
}

fn side(section: &Section) -> AreaSide<'_> {
    let points: Vec<&Point> = section.items.iter().flat_map(|item| &item.points).collect();
    let mut enterprises: Vec<&EnterpriseId> = points.iter().flat_map(|point| &point.enterprises).collect();
    let mut projects: Vec<&ProjectId> = points.iter().flat_map(|point| &point.projects).collect();
    AreaSide {
        section,
        points: points.len(),
        enterprises: distinct(&mut enterprises),
        projects: distinct(&mut projects),
    }
}

fn distinct<T: PartialEq>(ids: &mut Vec<T>) -> usize {
    let mut seen: Vec<T> = Vec::new();
    for id in ids.drain(..) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen.len()
}
