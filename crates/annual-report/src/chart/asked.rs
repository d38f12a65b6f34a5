//! A chart as a reader asks for it: other figures of the same indicators, in another order, fewer of them.

use super::catalogue::label;
use crate::model::{Chart, ChartKind, Enterprises, Figure, FigureId, FigureKind};
use crate::order::sort_rows;
use crate::query::{ChartOrder, ChartQuery, Measure};
use crate::stats::Figures;

/// What can be asked of a chart.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Choices {
    /// What it shows unasked, if the report states the other measure of all its indicators, too.
    pub measure: Option<Measure>,
    /// The order that it has unasked, if another would make sense.
    pub order: Option<ChartOrder>,
    /// The figures that can be picked, in the publisher's order; none, where there are too few to choose from.
    pub figures: Vec<FigureId>,
}

impl Choices {
    /// Whether nothing can be asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What can be asked of this chart.
pub fn choices(chart: &Chart, figures: &Figures) -> Choices {
    let known: Vec<&Figure> = chart.figures.iter().filter_map(|id| figures.get(id)).collect();
    let Some((first, rest)) = known.split_first() else {
        return Choices::default();
    };
    let (measure, order) = match chart.kind {
        ChartKind::Growth => (Some(Measure::Growth), ChartOrder::Value),
        ChartKind::Base => (Some(Measure::Level), ChartOrder::Report),
        ChartKind::Levels | ChartKind::Share => (None, ChartOrder::Report),
        // A whole and its part are one line; years and areas have an order of their own.
        ChartKind::Stock | ChartKind::Counts | ChartKind::Areas | ChartKind::Series => return Choices::default(),
    };
    Choices {
        measure: measure.filter(|measure| {
            known
                .iter()
                .all(|figure| counterpart(figure, *measure, figures).is_some())
        }),
        // Amounts of different units are not larger or smaller than each other.
        order: (!rest.is_empty() && rest.iter().all(|figure| figure.unit == first.unit)).then_some(order),
        figures: if known.len() > 2 {
            known.iter().map(|figure| figure.id.clone()).collect()
        } else {
            Vec::new()
        },
    }
}

/// The chart as the reader asks for it, with what he must know of it in its notes. What cannot be asked is passed over.
pub fn asked(chart: &Chart, query: &ChartQuery, figures: &Figures) -> Chart {
    let choices = choices(chart, figures);
    let mut chart = chart.clone();
    let picked = |id: &FigureId| query.picked.iter().any(|picked| picked == id.as_str());
    let all = chart.figures.len();
    if choices.figures.iter().any(&picked) {
        chart.figures.retain(picked);
        if chart.figures.len() < all {
            let (shown, all) = (chart.figures.len(), all);
            chart
                .notes
                .insert(0, format!("标题说的是全部 {all} 项；这里只显示所选的 {shown} 项。"));
        }
    }
    if let (Some(own), Some(measure)) = (choices.measure, query.measure)
        && own != measure
    {
        let others = chart
            .figures
            .iter()
            .filter_map(|id| counterpart(figures.get(id)?, own, figures));
        chart.figures = others.map(|figure| figure.id.clone()).collect();
        (chart.kind, chart.notes) = match measure {
            Measure::Growth => (
                ChartKind::Growth,
                said(chart.notes, "标题说的是绝对值；这里显示同比增速。"),
            ),
            Measure::Level => (
                ChartKind::Base,
                said(chart.notes, "标题说的是同比增速；这里显示绝对值。"),
            ),
        };
    }
    if choices.order.is_some() && query.order.or(choices.order) == Some(ChartOrder::Value) {
        chart.figures = largest_first(&chart.figures, figures);
    }
    chart
}

/// Which of a chart's figures the reader picks and it does not have.
pub fn unknown_picks<'q>(chart: &Chart, query: &'q ChartQuery) -> Vec<&'q str> {
    let has = |id: &str| chart.figures.iter().any(|own| own.as_str() == id);
    query.picked.iter().map(String::as_str).filter(|id| !has(id)).collect()
}

/// The name of a figure among the choices: what is measured, or the one enterprise that it speaks of.
pub fn choice_name(figure: &Figure, figures: &Figures, enterprises: Option<&Enterprises>) -> String {
    label(figure, figures, enterprises)
}

fn said(mut notes: Vec<String>, note: &str) -> Vec<String> {
    notes.insert(0, note.to_owned());
    notes
}

/// The level of a growth, the growth of a level.
fn counterpart<'f>(figure: &Figure, own: Measure, figures: &'f Figures) -> Option<&'f Figure> {
    match own {
        Measure::Growth => figures.get(figure.growth_of.as_ref()?),
        Measure::Level => figures
            .all()
            .iter()
            .find(|other| other.growth_of.as_ref() == Some(&figure.id) && other.kind == FigureKind::Growth),
    }
}

/// Missing ones last; equal ones as they stand.
fn largest_first(ids: &[FigureId], figures: &Figures) -> Vec<FigureId> {
    let value = |row: u32| figures.get(&ids[row as usize]).and_then(Figure::number);
    let mut rows: Vec<u32> = (0..ids.len() as u32).collect();
    sort_rows(&mut rows, &|a, b| match (value(a), value(b)) {
        (Some(a), Some(b)) => b.total_cmp(&a),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    rows.into_iter().map(|row| ids[row as usize].clone()).collect()
}
