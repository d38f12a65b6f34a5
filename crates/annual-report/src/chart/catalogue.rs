//! The report's charts: from what the publisher wants drawn to what is drawn.

use super::{Amount, ChartSpec, Datum, Origin, Reference, Shape};
use crate::format::written;
use crate::model::{Chart, ChartKind, EnterpriseId, Figure, Place, Qualifier};
use crate::stats::Figures;

/// What charts need to know besides the figures.
pub struct Context<'a> {
    /// The figures of the report.
    pub figures: &'a Figures,
    /// The name of an enterprise, if the enterprises are at hand.
    pub name: &'a dyn Fn(&EnterpriseId) -> Option<String>,
    /// The year reported on.
    pub year: u16,
}

/// Turns a chart of the pack into a spec. A figure that the pack does not have is left out and named in the notes.
pub fn spec(chart: &Chart, context: &Context<'_>) -> ChartSpec {
    let figures: Vec<&Figure> = chart.figures.iter().filter_map(|id| context.figures.get(id)).collect();
    let missing: Vec<&str> = chart
        .figures
        .iter()
        .filter(|id| context.figures.get(id).is_none())
        .map(|id| id.as_str())
        .collect();
    let mut notes = chart.notes.clone();
    if !missing.is_empty() {
        notes.push(format!("数据包中没有这些数字，未能画出：{}。", missing.join("、")));
    }
    let (shape, data) = match chart.kind {
        ChartKind::Growth | ChartKind::Levels | ChartKind::Share => (
            Shape::Bars,
            figures.iter().filter_map(|figure| bar(figure, context)).collect(),
        ),
        ChartKind::Base => (
            Shape::Pairs,
            figures.iter().filter_map(|figure| pair(figure, context)).collect(),
        ),
        ChartKind::Stock => (Shape::Stack, stock(&figures, context)),
    };
    notes.extend(general_notes(chart.kind, &figures, &data));
    let reference = match (chart.kind, &chart.whole) {
        (ChartKind::Share, Some(whole)) => Some(Reference {
            value: 100.0,
            label: format!("{whole} 100%"),
        }),
        _ => None,
    };
    let mut source: Vec<Place> = Vec::new();
    for figure in &figures {
        if !source.contains(&figure.section) {
            source.push(figure.section.clone());
        }
    }
    ChartSpec {
        id: chart.id.clone(),
        title: chart.title.clone(),
        unit: common_unit(&figures),
        shape,
        data,
        reference,
        source,
        notes,
    }
}

fn bar(figure: &Figure, context: &Context<'_>) -> Option<Datum> {
    let level = figure.growth_of.as_ref().and_then(|id| context.figures.get(id));
    // A growth is named by what grew: its level, or the one enterprise it speaks of.
    let label = match (level, figure.enterprises.as_slice()) {
        (Some(level), _) => level.subject.clone(),
        (None, [only]) => (context.name)(only).unwrap_or_else(|| figure.subject.clone()),
        _ => figure.subject.clone(),
    };
    Some(Datum {
        label,
        amount: reported(figure, format!("{}年", context.year))?,
        other: None,
        at: None,
        panel: None,
        figure: Some(figure.id.clone()),
        place: figure.section.clone(),
    })
}

fn pair(figure: &Figure, context: &Context<'_>) -> Option<Datum> {
    let other = context
        .figures
        .indicator(&figure.id)
        .and_then(|indicator| indicator.base)
        .map(|base| Amount {
            value: base.value,
            interval: Some((base.low, base.high)),
            label: format!("约 {} {}（推算）", base.text(), figure.unit),
            series: format!("{}年推算（可比口径）", context.year.saturating_sub(1)),
            origin: Origin::Derived,
            qualifier: None,
        });
    Some(Datum {
        other,
        ..bar(figure, context)?
    })
}

fn stock(figures: &[&Figure], context: &Context<'_>) -> Vec<Datum> {
    let Some((whole, parts)) = figures.split_first() else {
        return Vec::new();
    };
    let other = parts.first().and_then(|part| reported(part, part.subject.clone()));
    bar(whole, context)
        .map(|datum| Datum { other, ..datum })
        .into_iter()
        .collect()
}

fn reported(figure: &Figure, series: String) -> Option<Amount> {
    Some(Amount {
        value: figure.number()?,
        interval: None,
        label: written(figure).to_string(),
        series,
        origin: Origin::Reported,
        qualifier: figure.qualifier,
    })
}

/// The unit of all, or nothing where they differ; every label carries its own unit anyway.
fn common_unit(figures: &[&Figure]) -> String {
    match figures.split_first() {
        Some((first, rest)) if rest.iter().all(|figure| figure.unit == first.unit) => first.unit.clone(),
        _ => String::new(),
    }
}

fn general_notes(kind: ChartKind, figures: &[&Figure], data: &[Datum]) -> Vec<String> {
    let mut notes = Vec::new();
    if figures
        .iter()
        .any(|figure| figure.qualifier == Some(Qualifier::Expected))
    {
        notes.push("预计：报告印发时全年尚未结束，为报告所列预计数。".to_owned());
    }
    if data.iter().any(|datum| {
        datum
            .other
            .as_ref()
            .is_some_and(|other| other.origin == Origin::Derived)
    }) {
        notes.push(
            "推算（可比口径）：由本年数与同比增速倒推，细线为四舍五入留下的区间；不是上年公布数，口径以本年企业为准。"
                .to_owned(),
        );
    }
    if data.iter().any(|datum| datum.amount.is_bound()) {
        notes.push("虚线末端：报告给出的是下限或约数（余、近、约、以上），条长只画到报告所写的数。".to_owned());
    }
    if kind == ChartKind::Levels && common_unit(figures).is_empty() && figures.len() > 1 {
        notes.push("各项单位不同，条长只表示各自数值的大小。".to_owned());
    }
    notes
}
