//! The workbook, from the pack and back again.

mod by_hand;
mod export;
mod import;
mod layout;
mod new_year;
mod pack;

use std::path::PathBuf;

use annual_report::model::ReportId;

use crate::book;
use crate::cell::{Complaint, Grid};
use crate::files::Files;
use crate::import::Imported;
use crate::pack::Named;

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn files() -> Files {
    let data = root().join("data");
    let folder = Named::of(&data.to_string_lossy(), "data");
    folder.report(&ReportId::from("2021")).unwrap()
}

/// Through the file and back, with what a test changes in between.
fn through(files: &Files, change: impl FnOnce(&mut Vec<Grid>)) -> Result<Imported, Vec<String>> {
    let mut grids = crate::export::grids(files).unwrap();
    change(&mut grids);
    let bytes = book::write(&grids).unwrap();
    let told = |complaints: Vec<Complaint>| {
        let lines = complaints
            .iter()
            .map(|complaint| format!("{} {}", complaint.spot, complaint.problem));
        lines.collect::<Vec<_>>()
    };
    book::read(&bytes)
        .and_then(|grids| crate::import::report(&grids))
        .map_err(told)
}

fn grid<'g>(grids: &'g mut [Grid], name: &str) -> &'g mut Grid {
    grids.iter_mut().find(|grid| grid.sheet.name == name).unwrap()
}
