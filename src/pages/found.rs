//! What the search of the whole report finds, in groups: lines of the report, and the first rows of the tables.

use annual_report::query::{Line, LineKind, Query, Question, Readings, found};
use annual_report::route::Route;

use crate::asked::Asked;
use crate::state::Pack;

/// How many of a group are shown before the reader asks for more.
pub const FEW: usize = 6;
/// How many of a group are shown at most.
pub const MOST: usize = 200;

/// One line of what was found.
#[derive(Clone, PartialEq)]
pub struct Hit {
    /// What it says.
    pub title: String,
    /// What stands beside it; may be empty.
    pub detail: String,
    /// Where the document says it, or how far it has come.
    pub place: String,
    /// The way to it.
    pub href: String,
}

/// A group of what was found.
#[derive(Clone, PartialEq)]
pub struct Group {
    /// What readers call it.
    pub name: &'static str,
    /// How many there are, of which `hits` are the first.
    pub count: usize,
    pub hits: Vec<Hit>,
    /// Where to see all of them: a list with its own address.
    pub all: Option<String>,
}

/// The lines of the report of one kind.
pub fn lines_found(lines: &[Line], kind: LineKind, words: &[String], readings: &Readings) -> Group {
    let found = found(lines, kind, words, readings);
    let hits = found
        .iter()
        .take(MOST)
        .filter_map(|nth| lines.get(*nth))
        .map(|line| Hit {
            title: line.title.clone(),
            detail: line.detail.clone(),
            place: line.place.clone(),
            href: line.route.href(),
        });
    Group {
        name: kind.word(),
        count: found.len(),
        hits: hits.collect(),
        all: None,
    }
}

/// The first rows of a table that hold every word, and how many there are.
fn rows_found(asked: Option<&Asked>, words: &[String]) -> (usize, Vec<u32>) {
    let Some(asked) = asked.filter(|_| !words.is_empty()) else {
        return (0, Vec::new());
    };
    let mut finder = asked.finder();
    finder.ask(&Question {
        words: words.to_vec(),
        ..Question::default()
    });
    let rows = (0..FEW as u32).filter_map(|place| finder.row_at(place)).collect();
    (finder.count() as usize, rows)
}

/// The enterprises; the rest of them is in their list.
pub fn firms_found(pack: Pack, asked: Option<&Asked>, typed: &str, words: &[String]) -> Group {
    let (count, rows) = rows_found(asked, words);
    let firms = pack.enterprises.ready();
    let hits = rows.into_iter().filter_map(|row| {
        let firms = firms.as_deref()?;
        let told = firms.event(row, 0).map(|(_, told)| told.to_string());
        Some(Hit {
            title: firms.name(row).to_string(),
            detail: told.unwrap_or_default(),
            place: firms.industry(row).to_string(),
            href: Route::Enterprise(firms.id(row)).href(),
        })
    });
    of_table(
        "企业",
        count,
        hits.collect(),
        Route::Enterprises(Query::default().searching(typed)),
    )
}

/// The projects; the rest of them is in their list.
pub fn works_found(pack: Pack, asked: Option<&Asked>, typed: &str, words: &[String]) -> Group {
    let (count, rows) = rows_found(asked, words);
    let works = pack.projects.ready();
    let hits = rows.into_iter().filter_map(|row| {
        let project = works.as_ref()?.get(row as usize)?;
        Some(Hit {
            title: project.name.clone(),
            detail: project.status_printed.clone(),
            place: project.status.word().to_owned(),
            href: Route::Project(project.id.clone()).href(),
        })
    });
    of_table(
        "项目",
        count,
        hits.collect(),
        Route::Projects(Query::default().searching(typed)),
    )
}

fn of_table(name: &'static str, count: usize, hits: Vec<Hit>, all: Route) -> Group {
    Group {
        name,
        count,
        hits,
        all: Some(all.href()),
    }
}
