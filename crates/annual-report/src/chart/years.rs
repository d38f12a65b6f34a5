//! The same figures over the years of which the pack has a report.

use super::catalogue::{Context, reported};
use super::{Datum, OtherYear};
use crate::model::Figure;
use crate::stats::Figures;

/// Points of lines, and what is to be said of what is missing.
pub(super) struct Series {
    pub(super) data: Vec<Datum>,
    pub(super) notes: Vec<String>,
}

/// A point for each figure and year; nothing where there are not two years to compare.
pub(super) fn series(figures: &[&Figure], context: &Context<'_>) -> Series {
    let mut notes = Vec::new();
    let mut years: Vec<(u16, &Figures)> = vec![(context.report.meta.year, context.figures)];
    for (year, other) in context.years {
        match other {
            OtherYear::Here(figures) => {
                let place = years.iter().take_while(|(earlier, _)| earlier < year).count();
                years.insert(place, (*year, figures));
            }
            OtherYear::Failed(why) => notes.push(format!("{year}年的数字未能读取，没有画出：{why}")),
            OtherYear::Awaited => notes.push(format!("{year}年的报告正在读取。")),
        }
    }
    let mut data: Vec<Datum> = Vec::new();
    for own in figures {
        for (year, figures) in &years {
            let Some(figure) = figures.get(&own.id) else { continue };
            if figure.unit != own.unit {
                notes.push(format!(
                    "{year}年的{}以“{}”为单位，没有画出。",
                    own.subject, figure.unit
                ));
                continue;
            }
            data.extend(reported(figure, own.subject.clone()).map(|amount| Datum {
                label: format!("{year}年"),
                amount,
                other: None,
                at: Some(*year),
                panel: None,
                figure: Some(own.id.clone()),
                place: figure.section.clone(),
            }));
        }
    }
    let first = data.first().and_then(|datum| datum.at);
    if data.iter().all(|datum| datum.at == first) {
        data.clear();
    }
    Series { data, notes }
}
