//! What a report says of earlier ones, against these.

use super::{Problem, Year, before, placed};
use crate::model::{Finding, Level, PackFile, Place};

/// What a report says of earlier ones: figures of other years, and what became of problems and plans.
pub(super) fn backwards(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let own = |file: PackFile| format!("{}/{}", year.entry.id, file.name());
        for (file, findings) in [
            (PackFile::Figures, earlier_figures(year, years)),
            (PackFile::Report, followed(year, years)),
        ] {
            let name = own(file);
            placed(&name, read(&name).ok().as_ref(), findings, false, found);
        }
    }
}

/// Figures of earlier years against the reports of those years.
fn earlier_figures(year: &Year, years: &[Year]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, figure) in year.figures.iter().enumerate() {
        let Some(id) = &figure.earlier_of else { continue };
        let meant = figure.of_year.or_else(|| year.entry.year.checked_sub(1));
        let mut say = |level, field: &str, problem, advice| {
            findings.push(Finding {
                level,
                file: PackFile::Figures,
                path: format!("/{row}/{field}"),
                problem,
                advice,
            });
        };
        let Some(meant) = meant.filter(|meant| *meant < year.entry.year) else {
            let problem = format!("说的不是 {} 年以前的一年", year.entry.year);
            say(
                Level::Warning,
                "of_year",
                problem,
                "写往年的年份；就是上一年的，不用写 of_year",
            );
            continue;
        };
        let other = years.iter().find(|other| other.entry.year == meant);
        let stated = other.and_then(|other| other.figures.iter().find(|then| then.id == *id));
        match stated {
            // Of a year that the pack has no report of, the present one must do.
            None if !year.figures.iter().any(|now| now.id == *id) => {
                let problem = format!("{meant} 年和 {} 年的报告都没有 id “{id}”", year.entry.year);
                say(Level::Warning, "earlier_of", problem, "写那一项逐年不变的 id");
            }
            Some(then) if then.unit != figure.unit || then.kind != figure.kind => {
                let problem = format!(
                    "说的是 {}，{meant} 年的报告写的是 {}，单位或种类不同",
                    figure.printed, then.printed
                );
                say(
                    Level::Consistency,
                    "earlier_of",
                    problem,
                    "核对两年的原文；不是同一项的，删去 earlier_of",
                );
            }
            Some(then) if then.value != figure.value => {
                let problem = format!(
                    "说 {meant} 年是 {}，{meant} 年的报告写 {}",
                    figure.printed, then.printed
                );
                say(
                    Level::Consistency,
                    "value",
                    problem,
                    "核对两年的原文；确实不同就各照原样，页面把两个数并列",
                );
            }
            _ => {}
        }
    }
    findings
}

/// What became of problems and plans, against the report of the year before, where the pack has it.
fn followed(year: &Year, years: &[Year]) -> Vec<Finding> {
    let Some(before) = before(year, years) else {
        return Vec::new();
    };
    let is_there = |place: &Place| match place.as_str().strip_prefix("4/") {
        Some(line) => before.report.plan.items().any(|item| item.id.as_str() == line),
        // What is neither a problem nor a line of the plan is said by the report's own rules.
        None if !place.as_str().starts_with("3/") => true,
        None => before.report.problems.iter().any(|problem| problem.id == *place),
    };
    let sections = year.report.sections.iter().enumerate();
    let items = sections.flat_map(|(s, section)| {
        let items = section.items.iter().enumerate();
        items.map(move |(i, item)| (format!("/sections/{s}/items/{i}"), &item.follows))
    });
    let problems = year.report.problems.iter().enumerate();
    let problems = problems.map(|(nth, problem)| (format!("/problems/{nth}"), &problem.follows));
    let finding = |path: String, place: &Place| Finding {
        level: Level::Warning,
        file: PackFile::Report,
        path,
        problem: format!("{} 年的报告里没有“{place}”", before.entry.year),
        advice: "问题写 3/2 这样的编号，打算写 4/ 加上它的 id；没有就删去",
    };
    let mut findings = Vec::new();
    for (path, follows) in items.chain(problems) {
        for (nth, place) in follows.iter().enumerate().filter(|(_, place)| !is_there(place)) {
            findings.push(finding(format!("{path}/follows/{nth}"), place));
        }
    }
    findings
}
