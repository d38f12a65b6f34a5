//! What is still to be written of a new year's report.

use super::{Problem, Year, before, placed, same_in};
use crate::model::{Figure, Finding, Level, PackFile};

/// What a report has not said yet of all that the one of the year before said; for a report that is being written.
pub(super) fn unfinished(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let Some(before) = before(year, years) else {
            continue;
        };
        let own = |file: PackFile| format!("{}/{}", year.entry.id, file.name());
        for (file, findings) in [
            (PackFile::Figures, missing_indicators(year, before)),
            (PackFile::Report, empty_parts(year)),
        ] {
            let name = own(file);
            placed(&name, read(&name).ok().as_ref(), findings, false, found);
        }
    }
}

/// The headline figures of the year before, with the growths that go with them, which this year does not have.
fn missing_indicators(year: &Year, before: &Year) -> Vec<Finding> {
    let is_headline = |figure: &&Figure| {
        let ids = [Some(&figure.id), figure.growth_of.as_ref()];
        ids.into_iter().flatten().any(|id| before.report.headline.contains(id))
    };
    let missing = before.figures.iter().filter(is_headline);
    let missing = missing.filter(|figure| same_in(figure, &year.figures).is_none());
    let finding = |figure: &Figure| {
        let year_before = before.entry.year;
        let other = year.figures.iter().position(|now| now.id == figure.id);
        let (path, problem, advice) = match other.and_then(|row| Some((row, year.figures.get(row)?))) {
            Some((row, now)) => (
                format!("/{row}/unit"),
                format!(
                    "{} 的单位、种类是 {}、{}，{year_before} 年是 {}、{}，两年比不了",
                    figure.id,
                    now.unit,
                    now.kind.word(),
                    figure.unit,
                    figure.kind.word()
                ),
                "核对两年的原文；不是同一项的，换一个编号",
            ),
            None => (
                String::new(),
                format!(
                    "{year_before} 年有 {}（{}，出处 {}），这一年还没有",
                    figure.subject, figure.id, figure.section
                ),
                "照上一年的编号写；这一年的报告没有再提，就不用管",
            ),
        };
        Finding {
            level: Level::Consistency,
            file: PackFile::Figures,
            path,
            problem,
            advice,
        }
    };
    missing.map(finding).collect()
}

/// Parts of the report in which nothing stands.
fn empty_parts(year: &Year) -> Vec<Finding> {
    let report = &year.report;
    let parts = [
        ("/headline", "主要指标", report.headline.is_empty()),
        ("/highlights", "年度要事", report.highlights.is_empty()),
        ("/problems", "问题", report.problems.is_empty()),
        ("/plan", "打算", report.plan.items().next().is_none()),
    ];
    let parts = parts.into_iter().filter(|(.., is_empty)| *is_empty);
    let parts = parts.map(|(path, name, _)| (path.to_owned(), name.to_owned()));
    let sections = report.sections.iter().enumerate();
    let sections = sections.filter(|(_, section)| section.items.is_empty());
    let sections =
        sections.map(|(nth, section)| (format!("/sections/{nth}"), format!("{} {}", section.id, section.title)));
    let finding = |(path, name): (String, String)| Finding {
        level: Level::Consistency,
        file: PackFile::Report,
        path,
        problem: format!("{name}：还没有内容"),
        advice: "填上；这一年的报告没有这一部分，就不用管",
    };
    parts.chain(sections).map(finding).collect()
}
