//! Packs as people have them at hand: folders, zips, loose files; and what is none.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod opened;
mod refused;

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use annual_report::model::Level;
use pack_files::{Fault, Found, LaidOut, Limits, laid_out, unzipped};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files of a folder of the project, by their names from there on.
fn folder(path: &str) -> Vec<(String, Vec<u8>)> {
    fn below(folder: &Path, before: &str, files: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{before}{}", path.file_name().unwrap().to_str().unwrap());
            match path.is_dir() {
                true => below(&path, &format!("{name}/"), files),
                false => files.push((name, fs::read(&path).unwrap())),
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let mut files = Vec::new();
    below(&root, "", &mut files);
    files.sort();
    files
}

fn found(files: &[(String, Vec<u8>)], before: &str) -> Vec<Found> {
    let named = files.iter().map(|(name, bytes)| Found {
        name: format!("{before}{name}"),
        bytes: Some(bytes.clone()),
    });
    named.collect()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads names as browsers do.
fn gbk(name: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(name).0.into_owned()
}

fn opened(zip: &[u8]) -> Result<LaidOut, Fault> {
    laid_out(unzipped(zip, Limits::USUAL, &gbk)?)
}

/// The pack's files as they are after all.
fn files(pack: &LaidOut) -> Vec<(String, Vec<u8>)> {
    pack.files()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

fn errors(pack: &LaidOut) -> usize {
    let problems = pack.problems();
    problems.iter().filter(|problem| problem.level == Level::Error).count()
}
