//! The table of enterprises as CSV and JSON.

use super::About;
use super::csv::Line;
use super::document::Document;
use super::records;
use crate::format::{place_name, plain};
use crate::model::{Enterprises, Figure, Growth, IndustryBasis};
use crate::stats::Figures;

/// The columns, units in round brackets.
const COLUMNS: [&str; 14] = [
    "名称",
    "类型",
    "行业",
    "行业依据",
    "事项数（项）",
    "事项",
    "出处",
    "产值增长（%）",
    "产值增长限定词",
    "产值增长出处",
    "出口增长（%）",
    "出口增长限定词",
    "出口增长出处",
    "推算",
];

/// Enterprises as CSV in UTF-8 with a byte order mark, one row each; rows that the table does not have are left out.
/// 出处 has a place for every 事项, in the same order. Without figures, growth that only figures state is missing.
pub fn enterprises_csv(
    enterprises: &Enterprises,
    figures: Option<&Figures>,
    rows: &mut dyn Iterator<Item = u32>,
    sink: &mut dyn FnMut(&str),
) {
    let mut line = Line::head(&COLUMNS, sink);
    for row in rows {
        let Some(enterprise) = enterprises.get(row) else {
            continue;
        };
        let events = &enterprise.events;
        line.text(&enterprise.name);
        line.text(enterprise.kind.label());
        line.text(&enterprise.industry);
        line.text(match enterprise.industry_basis {
            IndustryBasis::Reported => "报告写明",
            IndustryBasis::Name => "按名称归类",
        });
        line.number(&events.len().to_string());
        line.list(&mut events.iter().map(|event| format!("{}：{}", event.tag, event.text)));
        line.list(&mut events.iter().map(|event| place_name(&event.section)));
        for growth in [Growth::Output, Growth::Export] {
            growth_cells(&mut line, enterprises.growth(row, growth, figures));
        }
        // Nothing in this table is computed; the column says so in the same words as that of a chart.
        line.text("否");
        line.end(sink);
    }
}

fn growth_cells(line: &mut Line, growth: Option<Figure>) {
    let number = growth.as_ref().and_then(Figure::number);
    line.number(&number.map(plain).unwrap_or_default());
    let qualifier = growth.as_ref().and_then(|figure| figure.qualifier);
    line.text(qualifier.map_or("", |qualifier| qualifier.word()));
    line.text(&growth.map(|figure| place_name(&figure.section)).unwrap_or_default());
}

/// Enterprises as JSON: an object with what it is about, `rows` as `enterprises.json` has them, and `figures` as
/// `figures.json` has them, those that the rows refer to, each once, in the document's order. A row for which columns
/// of the table state a growth has these as figures in a field of its own, `growth`. Without figures that list is left
/// out; rows that the table does not have are, too.
pub fn enterprises_json(
    enterprises: &Enterprises,
    figures: Option<&Figures>,
    about: &About<'_>,
    rows: &mut dyn Iterator<Item = u32>,
    sink: &mut dyn FnMut(&str),
) {
    let mut document = Document::begin(about, figures, sink);
    for row in rows {
        let Some(enterprise) = enterprises.get(row) else {
            continue;
        };
        for event in &enterprise.events {
            document.refer_to(&event.figures);
        }
        let growths = enterprises.column_growths(row);
        document.record(&|json| records::enterprise(json, &enterprise, &growths));
    }
    document.end();
}
