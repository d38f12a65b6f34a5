//! The table of projects as CSV and JSON.

use super::About;
use super::csv::Line;
use super::document::Document;
use super::records;
use crate::format::{place_name, written};
use crate::model::{EnterpriseId, Enterprises, FigureId, Project};
use crate::stats::Figures;

/// The columns. Figures are texts that have their units with them.
const COLUMNS: [&str; 8] = [
    "名称",
    "类别",
    "进度",
    "报告原话",
    "出处",
    "其他出处与原话",
    "参与企业",
    "数字",
];

/// Projects as CSV in UTF-8 with a byte order mark, one row each; rows that the table does not have are left out.
///
/// An enterprise or a figure that is not at hand is named by its id: a cell that leaves it out would say that there is
/// none.
pub fn projects_csv(
    projects: &[Project],
    enterprises: Option<&Enterprises>,
    figures: Option<&Figures>,
    rows: &mut dyn Iterator<Item = u32>,
    sink: &mut dyn FnMut(&str),
) {
    let mut line = Line::head(&COLUMNS, sink);
    for row in rows {
        let Some(project) = projects.get(row as usize) else {
            continue;
        };
        line.text(&project.name);
        line.text(project.category.word());
        line.text(project.status.word());
        line.text(&project.status_printed);
        line.text(&place_name(&project.section));
        let also = project.also.iter();
        line.list(&mut also.map(|mention| format!("{}：{}", place_name(&mention.section), mention.status_printed)));
        line.list(&mut project.enterprises.iter().map(|id| name(id, enterprises)));
        line.list(&mut project.figures.iter().map(|id| told(id, figures)));
        line.end(sink);
    }
}

fn name(id: &EnterpriseId, enterprises: Option<&Enterprises>) -> String {
    let name = enterprises.and_then(|enterprises| enterprises.name_of(id));
    name.unwrap_or_else(|| id.to_string())
}

fn told(id: &FigureId, figures: Option<&Figures>) -> String {
    match figures.and_then(|figures| figures.get(id)) {
        Some(figure) => format!("{} {}", figure.subject, written(figure)),
        None => id.as_str().to_owned(),
    }
}

/// Projects as JSON: an object with what it is about, `rows` as `projects.json` has them, and `figures` as
/// `figures.json` has them, those that the rows refer to, each once, in the document's order. Without figures that
/// list is left out; rows that the table does not have are, too.
pub fn projects_json(
    projects: &[Project],
    figures: Option<&Figures>,
    about: &About<'_>,
    rows: &mut dyn Iterator<Item = u32>,
    sink: &mut dyn FnMut(&str),
) {
    let mut document = Document::begin(about, figures, sink);
    for row in rows {
        let Some(project) = projects.get(row as usize) else {
            continue;
        };
        document.refer_to(&project.figures);
        document.record(&|json| records::project(json, project));
    }
    document.end();
}
