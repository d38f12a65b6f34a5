//! What one report says of the year before, against the report of that year.

use super::{Problem, Year, placed};
use crate::format::fixed;
use crate::model::{Figure, FigureKind, Finding, Level, PackFile};
use crate::stats::{derived_base, half_step};

/// Growths once more, from the levels that both reports state; and that a report is of the year that the index says.
pub(super) fn growths(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let mut findings = Vec::new();
        let before = years
            .iter()
            .find(|before| before.entry.year.checked_add(1) == Some(year.entry.year));
        if let Some(before) = before {
            recomputed(year, before, &mut findings);
        }
        let name = format!("{}/figures.json", year.entry.id);
        placed(&name, read(&name).ok().as_ref(), findings, false, found);
        if year.report.meta.year != year.entry.year {
            let name = format!("{}/report.json", year.entry.id);
            let finding = Finding {
                level: Level::Warning,
                file: PackFile::Report,
                path: "/meta/year".to_owned(),
                problem: format!("{} 与 index.json 的 {} 不同", year.report.meta.year, year.entry.year),
                advice: "两处写同一年",
            };
            placed(&name, read(&name).ok().as_ref(), vec![finding], false, found);
        }
    }
}

/// What a report has not said yet of all that the one of the year before said; for a report that is being written.
pub(super) fn unfinished(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let Some(before) = years
            .iter()
            .find(|before| before.entry.year.checked_add(1) == Some(year.entry.year))
        else {
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

fn recomputed(year: &Year, before: &Year, findings: &mut Vec<Finding>) {
    for (row, growth) in year.figures.iter().enumerate() {
        if growth.kind != FigureKind::Growth {
            continue;
        }
        let level = growth.growth_of.as_ref();
        let level = level.and_then(|id| year.figures.iter().find(|figure| figure.id == *id));
        let Some(level) = level else { continue };
        let Some(stated) = same_in(level, &before.figures) else {
            continue;
        };
        // What growth and level leave for the year before, rounding included; nothing, where they are only bounds.
        let Some(base) = derived_base(level, growth) else {
            continue;
        };
        let (Some(value), Some(now), (h, _)) = (stated.number(), level.number(), half_step(stated)) else {
            continue;
        };
        if value == 0.0 || (base.low <= value + h && value - h <= base.high) {
            continue;
        }
        let (_, decimals) = half_step(growth);
        findings.push(Finding {
            level: Level::Consistency,
            file: PackFile::Figures,
            path: format!("/{row}/value"),
            problem: format!(
                "报告写 {}；由 {} 年的 {} 和 {} 年的 {} 算出来是 {}%",
                growth.printed,
                before.entry.year,
                stated.printed,
                year.entry.year,
                level.printed,
                fixed((now / value - 1.0) * 100.0, decimals),
            ),
            advice: "核对两年的原文；口径不同（如规上企业每年不是同一批）就照原样保留",
        });
    }
}

/// The same quantity in another report: by its id, or else by its name and unit.
fn same_in<'f>(level: &Figure, figures: &'f [Figure]) -> Option<&'f Figure> {
    let comparable = |figure: &&Figure| figure.unit == level.unit && figure.kind == level.kind;
    let by_id = figures.iter().filter(comparable).find(|figure| figure.id == level.id);
    by_id.or_else(|| {
        figures
            .iter()
            .filter(comparable)
            .find(|figure| figure.subject == level.subject)
    })
}
