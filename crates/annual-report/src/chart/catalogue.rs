//! The report's charts: from what the publisher wants drawn to what is drawn.

use super::{Amount, ChartSpec, Datum, Origin, Reference, Shape, counted, years};
use crate::format::written;
use crate::model::{Chart, ChartKind, Enterprises, Figure, Place, Project, Qualifier, Report};
use crate::stats::Figures;
use crate::years::{published_before, year_before};

/// What charts need to know of the pack.
pub struct Context<'a> {
    /// The report itself.
    pub report: &'a Report,
    /// Its figures.
    pub figures: &'a Figures,
    /// The enterprises, if they are at hand.
    pub enterprises: Option<&'a Enterprises>,
    /// The projects, if they are at hand.
    pub projects: Option<&'a [Project]>,
    /// The pack's other reports, with the year that each is about.
    pub years: &'a [(u16, OtherYear<'a>)],
}

/// The figures of another report of the pack.
#[derive(Clone, Debug)]
pub enum OtherYear<'a> {
    /// They are at hand.
    Here(&'a Figures),
    /// They are not to be had, and why.
    Failed(String),
    /// They are on their way.
    Awaited,
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
    let mut unit = common_unit(&figures);
    let mut nothing = "报告没有给出这些数值";
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
        ChartKind::Counts | ChartKind::Areas => {
            nothing = "名单还没有取到，或报告没有点到名称";
            let (shape, counted) = match chart.kind {
                ChartKind::Areas => (Shape::Panels, counted::areas(context)),
                _ => (Shape::Bars, counted::counts(chart.of, context)),
            };
            unit = counted.unit.to_owned();
            notes.extend(counted.notes());
            (shape, counted.data)
        }
        ChartKind::Series => {
            nothing = match context
                .years
                .iter()
                .any(|(_, other)| matches!(other, OtherYear::Awaited))
            {
                true => "别的年份的报告正在读取",
                false => "数据包里只有一年的报告有这些数字，一年连不成线",
            };
            let series = years::series(&figures, context);
            notes.extend(series.notes);
            (Shape::Lines, series.data)
        }
    };
    match (chart.kind, last_year(context)) {
        (ChartKind::Base, Some(OtherYear::Failed(why))) => {
            notes.push(format!(
                "上年报告的数字未能读取，这里的上年是这份报告自己写的，或推算的：{why}"
            ));
        }
        (ChartKind::Base, Some(OtherYear::Awaited)) => notes.push("上年的报告正在读取。".to_owned()),
        _ => {}
    }
    notes.extend(general_notes(chart.kind, &figures, &data));
    let reference = match (chart.kind, &chart.whole) {
        (ChartKind::Share, Some(whole)) => Some(Reference {
            value: 100.0,
            label: format!("{whole} 100%"),
        }),
        _ => None,
    };
    ChartSpec {
        id: chart.id.clone(),
        title: chart.title.clone(),
        unit,
        shape,
        source: source(&figures, &data),
        nothing: nothing.to_owned(),
        data,
        reference,
        notes,
    }
}

/// Where the document states the figures, or, of what we counted, names what was counted.
fn source(figures: &[&Figure], data: &[Datum]) -> Vec<Place> {
    let of_figures = figures.iter().map(|figure| &figure.section);
    let counted = data
        .iter()
        .filter(|datum| datum.amount.origin == Origin::Counted && datum.amount.value > 0.0);
    let mut source: Vec<Place> = Vec::new();
    for place in of_figures.chain(counted.map(|datum| &datum.place)) {
        if !source.contains(place) {
            source.push(place.clone());
        }
    }
    source
}

fn bar(figure: &Figure, context: &Context<'_>) -> Option<Datum> {
    Some(Datum {
        label: label(figure, context.figures, context.enterprises),
        amount: reported(figure, format!("{}年", context.report.meta.year))?,
        other: None,
        at: None,
        panel: None,
        figure: Some(figure.id.clone()),
        place: figure.section.clone(),
    })
}

/// A growth is named by what grew: its level, or the one enterprise it speaks of.
pub(super) fn label(figure: &Figure, figures: &Figures, enterprises: Option<&Enterprises>) -> String {
    let level = figure.growth_of.as_ref().and_then(|id| figures.get(id));
    match (level, figure.enterprises.as_slice()) {
        (Some(level), _) => level.subject.clone(),
        (None, [only]) => enterprises
            .and_then(|enterprises| enterprises.name_of(only))
            .unwrap_or_else(|| figure.subject.clone()),
        _ => figure.subject.clone(),
    }
}

fn pair(figure: &Figure, context: &Context<'_>) -> Option<Datum> {
    let year = context.report.meta.year;
    let before = year.saturating_sub(1);
    let (last, is_known) = match last_year(context) {
        Some(OtherYear::Here(figures)) => (Some(*figures), true),
        // A published level may come yet: until then nobody knows that there is none.
        Some(OtherYear::Awaited) => (None, false),
        Some(OtherYear::Failed(_)) | None => (None, true),
    };
    let published = published_before(figure, context.figures, year, last);
    let published = published.and_then(|published| reported(published, format!("{before}年公布")));
    let derived = || {
        let base = context.figures.indicator(&figure.id)?.base?;
        Some(Amount {
            value: base.value,
            interval: Some((base.low, base.high)),
            label: format!("约 {} {}（推算）", base.text(), figure.unit),
            series: format!("{before}年推算（可比口径）"),
            origin: Origin::Derived,
            qualifier: None,
        })
    };
    Some(Datum {
        other: published.or_else(|| derived().filter(|_| is_known)),
        ..bar(figure, context)?
    })
}

fn last_year<'a>(context: &'a Context<'_>) -> Option<&'a OtherYear<'a>> {
    let last = year_before(context.years, context.report.meta.year, |(year, _)| *year);
    last.map(|(_, other)| other)
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

/// What the document states.
pub(super) fn reported(figure: &Figure, series: String) -> Option<Amount> {
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
    let expected = |qualifier: Option<Qualifier>| qualifier == Some(Qualifier::Expected);
    if figures.iter().any(|figure| expected(figure.qualifier))
        || data
            .iter()
            .flat_map(|datum| [Some(&datum.amount), datum.other.as_ref()])
            .flatten()
            .any(|amount| expected(amount.qualifier))
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
    let is_published = |other: &Amount| kind == ChartKind::Base && other.origin == Origin::Reported;
    if data.iter().any(|datum| datum.other.as_ref().is_some_and(is_published)) {
        notes.push("公布：上年的数是报告写明的，不由增速倒推；两年的口径可能不同，与同比增速不一定对得上。".to_owned());
    }
    if data.iter().any(|datum| datum.amount.is_bound()) {
        notes.push(
            match kind {
                ChartKind::Series => "虚线边的点：报告给出的是下限或约数（余、近、约、以上），只画在所写的数上。",
                _ => "虚线末端：报告给出的是下限或约数（余、近、约、以上），条长只画到报告所写的数。",
            }
            .to_owned(),
        );
    }
    if kind == ChartKind::Levels && common_unit(figures).is_empty() && figures.len() > 1 {
        notes.push("各项单位不同，条长只表示各自数值的大小。".to_owned());
    }
    notes
}
