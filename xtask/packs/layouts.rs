//! `enterprises.json` in its two layouts. They differ in where growth stands: rows have it as figures of events, columns
//! as columns.

use std::borrow::Cow;

use annual_report::model::{Columns, Enterprise, Enterprises, Event, Figure, FigureKind, Growth};

use crate::{
    events::{EXPORT_PLACE, OUTPUT_PLACE},
    firms::Firm,
    report::figure,
};

/// The most events an enterprise has, those that state growth included.
const MOST_EVENTS: usize = 3;

/// The enterprises as rows, and the figures that their events refer to.
pub fn rows(firms: &[Firm]) -> (Vec<Enterprise>, Vec<Figure>) {
    let mut figures = Vec::new();
    let row = |firm: &Firm| {
        let mut row = firm.enterprise.clone();
        let mut events = Vec::new();
        for (growth, value) in [(Growth::Output, firm.growth), (Growth::Export, firm.export_growth)] {
            let Some(value) = value else { continue };
            let (event, figure) = growth_event(&row, growth, value);
            events.push(event);
            figures.push(figure);
        }
        events.append(&mut row.events);
        events.truncate(MOST_EVENTS);
        events.sort_by(|one, other| one.section.cmp(&other.section));
        row.events = events;
        row
    };
    (firms.iter().map(row).collect(), figures)
}

fn growth_event(enterprise: &Enterprise, growth: Growth, value: f64) -> (Event, Figure) {
    let (word, place, ending) = match growth {
        Growth::Output => ("产值", OUTPUT_PLACE, "growth"),
        Growth::Export => ("出口", EXPORT_PLACE, "export-growth"),
    };
    let direction = if value < 0.0 { "下降" } else { "增长" };
    let id = format!("{}-{ending}", enterprise.id);
    let subject = format!("{}{word}同比增长", enterprise.name);
    let figure = Figure {
        enterprises: vec![enterprise.id.clone()],
        ..figure(&id, place, &subject, value, "%", FigureKind::Growth)
    };
    let event = Event {
        section: place.into(),
        tag: growth.tag().into(),
        text: format!("全年{word}比上年{direction}{:.1}%", value.abs()),
        figures: vec![figure.id.clone()],
    };
    (event, figure)
}

/// The enterprises as a file in the column layout, compact.
pub fn columns(firms: &[Firm]) -> serde_json::Result<Vec<u8>> {
    let rows: Vec<Enterprise> = firms.iter().map(|firm| firm.enterprise.clone()).collect();
    let table = Enterprises::new(&rows);
    let column = |growth: fn(&Firm) -> Option<f64>| firms.iter().map(|firm| growth(firm).unwrap_or(f64::NAN)).collect();
    let file = Columns {
        growth: column(|firm| firm.growth),
        growth_section: vec![Cow::Borrowed(OUTPUT_PLACE)],
        export_growth: column(|firm| firm.export_growth),
        export_growth_section: vec![Cow::Borrowed(EXPORT_PLACE)],
        decimals: vec![1],
        ..table.columns()
    };
    serde_json::to_vec(&file)
}
