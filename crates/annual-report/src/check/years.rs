//! What one report says of the year before, against the report of that year.

use super::{Problem, Year, placed};
use crate::format::fixed;
use crate::model::{Figure, FigureKind, Finding, Level, PackFile, Place};
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
    let Some(before) = years
        .iter()
        .find(|before| before.entry.year.checked_add(1) == Some(year.entry.year))
    else {
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
