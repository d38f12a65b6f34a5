//! Growths once more, from the levels of two years.

use super::{Problem, Year, before, placed, same_in};
use crate::format::fixed;
use crate::model::{Figure, FigureKind, Finding, Level, PackFile, Qualifier};
use crate::stats::{derived_base, half_step};
use crate::years::restated;

/// Growths once more, from the levels that both reports state; and that a report is of the year that the index says.
pub(super) fn growths(years: &[Year], read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) {
    for year in years {
        let mut findings = Vec::new();
        let before = before(year, years);
        recomputed(year, before, &mut findings);
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

/// The level of the year before, and whose word it is: what the report itself says, looking back, stands before what was
/// said then, which may have been corrected since. `None` where it is not known to its last digit.
fn stated_before<'a>(level: &Figure, year: &'a Year, before: Option<&'a Year>) -> Option<(&'a Figure, String)> {
    let last = year.entry.year.checked_sub(1)?;
    let comparable = |figure: &&Figure| figure.unit == level.unit && figure.kind == level.kind;
    let looking_back = restated(&year.figures, year.entry.year, &level.id, last).filter(comparable);
    let looking_back = looking_back.map(|figure| (figure, format!("这份报告回头写的 {last} 年")));
    let stated = looking_back.or_else(|| Some((same_in(level, &before?.figures)?, format!(" {last} 年的"))));
    stated.filter(|(figure, _)| matches!(figure.qualifier, None | Some(Qualifier::Expected)))
}

fn recomputed(year: &Year, before: Option<&Year>, findings: &mut Vec<Finding>) {
    for (row, growth) in year.figures.iter().enumerate() {
        if growth.kind != FigureKind::Growth {
            continue;
        }
        let level = growth.growth_of.as_ref();
        let level = level.and_then(|id| year.figures.iter().find(|figure| figure.id == *id));
        let Some(level) = level else { continue };
        let Some((stated, said_by)) = stated_before(level, year, before) else {
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
                "报告写 {}；由{said_by} {} 和 {} 年的 {} 算出来是 {}%",
                growth.printed,
                stated.printed,
                year.entry.year,
                level.printed,
                fixed((now / value - 1.0) * 100.0, decimals),
            ),
            advice: "核对两年的原文；口径不同（如规上企业每年不是同一批）就照原样保留",
        });
    }
}
