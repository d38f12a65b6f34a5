//! Names across the years: the same enterprise or project under another id would be gone in one year and new in the next.

use std::collections::HashMap;

use super::{Problem, Year, placed};
use crate::model::{Finding, Level, PackFile};

/// The ids and names of a table, in its order.
pub(super) type Names = Vec<(String, String)>;

/// Names that a report and the one before it have under different ids.
pub(super) fn names(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let earlier = years.iter().filter(|other| other.entry.year < year.entry.year);
        let Some(before) = earlier.max_by_key(|other| other.entry.year) else {
            continue;
        };
        for (file, then, now, in_columns) in [
            (
                PackFile::Enterprises,
                &before.enterprises,
                &year.enterprises,
                year.in_columns,
            ),
            (PackFile::Projects, &before.projects, &year.projects, false),
        ] {
            let name = format!("{}/{}", year.entry.id, file.name());
            let findings = renamed(file, before.entry.year, then, now);
            placed(&name, read(&name).ok().as_ref(), findings, in_columns, found);
        }
    }
}

fn renamed(file: PackFile, year: u16, then: &Names, now: &Names) -> Vec<Finding> {
    let by_name: HashMap<&str, &str> = then.iter().map(|(id, name)| (name.as_str(), id.as_str())).collect();
    let own: HashMap<&str, &str> = now.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let mut findings = Vec::new();
    for (row, (id, name)) in now.iter().enumerate() {
        let Some(other) = by_name.get(name.as_str()).filter(|other| **other != id) else {
            continue;
        };
        // That id goes on with another name, so these are two.
        if own.contains_key(other) {
            continue;
        }
        findings.push(Finding {
            level: Level::Consistency,
            file,
            path: format!("/{row}/id"),
            problem: format!("“{name}”在 {year} 年的编号是“{other}”，这里是“{id}”"),
            advice: "编号逐年不变才连得上；是同一个就用原来的编号，连同引用它的地方",
        });
    }
    findings
}
