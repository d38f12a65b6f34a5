//! The table of projects: what can be asked of it.

use std::sync::Arc;

use report_table::{Facet, FacetValue, Order, Table, TextsBuilder};

use super::enterprises::section;
use super::facet::{found, ordered};
use crate::model::{Category, Enterprises, Place, Project, Status};
use crate::order::sort_rows;

/// The facets of the table of projects, by their names in the address.
pub const PROJECT_FACETS: [&str; 3] = ["category", "status", "section"];

/// The column of the texts that holds the pinyin.
const PINYIN: usize = 1;
/// The column of the document's phrases, and the names of those taking part.
const PHRASES: usize = 3;

/// The table of projects in the order of their status, and within a status in the document's order.
///
/// The search box looks at name, pinyin, initials, category, status, every phrase of the document, and the names of the
/// enterprises taking part, where these are at hand.
pub fn project_table(projects: &[Project], enterprises: Option<&Enterprises>) -> Table {
    let rows = projects.len();
    let mut texts = TextsBuilder::with_room(4, 0);
    let own: [fn(&Project) -> &str; 3] = [|row| &row.name, |row| &row.pinyin, |row| &row.initials];
    for (column, text) in own.into_iter().enumerate() {
        texts.begin(column);
        projects.iter().for_each(|row| texts.push(text(row)));
    }
    texts.begin(PHRASES);
    let mut ends = Vec::with_capacity(rows);
    for project in projects {
        texts.push(&project.status_printed);
        project
            .also
            .iter()
            .for_each(|mention| texts.push(&mention.status_printed));
        let names = project.enterprises.iter().filter_map(|id| enterprises?.name_of(id));
        names.for_each(|name| texts.push(&name));
        ends.push(texts.len(PHRASES) as u32);
    }
    texts.in_rows(PHRASES, ends);
    texts.search(&[0, 1, 2, PHRASES]);
    let word = |word: &'static str| FacetValue {
        key: word.to_owned(),
        label: word.to_owned(),
    };
    let mut values = [Vec::new(), Vec::new(), Vec::new()];
    let mut places: Vec<(u32, [usize; 2], Vec<usize>)> = Vec::with_capacity(rows);
    for (row, project) in (0..).zip(projects) {
        let own = [
            found(&mut values[0], word(project.category.word())),
            found(&mut values[1], word(project.status.word())),
        ];
        let all: Vec<&Place> = core::iter::once(&project.section)
            .chain(project.also.iter().map(|mention| &mention.section))
            .collect();
        let sections = all.into_iter().map(|place| found(&mut values[2], section(place)));
        places.push((row, own, sections.collect()));
    }
    let [categories, statuses, sections] = values;
    let category = Facet::new("category", "类别", categories, rows, &|hand| {
        places.iter().for_each(|(row, own, _)| hand(*row, own[0]));
    });
    let status = Facet::new("status", "进度", statuses, rows, &|hand| {
        places.iter().for_each(|(row, own, _)| hand(*row, own[1]));
    });
    let sections = Facet::new("section", "出处", sections, rows, &|hand| {
        for (row, _, sections) in &places {
            sections.iter().for_each(|place| hand(*row, *place));
        }
    });
    let in_category = |value: &FacetValue| Category::of_word(&value.key);
    let in_status = |value: &FacetValue| Status::of_word(&value.key);
    let mut own: Vec<u32> = (0..rows as u32).collect();
    sort_rows(&mut own, &|a, b| {
        projects[a as usize].status.cmp(&projects[b as usize].status)
    });
    Table {
        texts: Arc::new(texts.finish()),
        facets: vec![
            ordered(category, &|a, b| in_category(a).cmp(&in_category(b))).searched(),
            ordered(status, &|a, b| in_status(a).cmp(&in_status(b))).searched(),
            ordered(sections, &|a, b| a.key.cmp(&b.key)),
        ],
        orders: vec![
            Order::by_column("name", "名称", PINYIN),
            Order::by_number(
                "status",
                "进度",
                projects.iter().map(|project| Some(f64::from(project.status as u8))),
            ),
        ],
        own,
    }
}
