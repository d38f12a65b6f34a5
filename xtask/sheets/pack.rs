//! A pack's folder: reading one of its reports, and putting one in.

use std::{fs, io, path::PathBuf};

use annual_report::check::{Problem, check};
use annual_report::model::{
    DecodeError, Index, PackFile, ReportEntry, ReportId, decode_enterprise_table, decode_figures, decode_index,
    decode_projects, decode_report, is_in_columns,
};
use serde_json::{Value, json};

use super::files::{FILES, Files, text};
use super::names;

/// A file, or the folder of a pack, and what to call it.
#[derive(Clone, Debug)]
pub struct Named {
    /// Where it is.
    pub path: PathBuf,
    /// As it was typed.
    pub shown: PathBuf,
}

impl Named {
    /// Of the two.
    pub fn of(path: &str, shown: &str) -> Self {
        Self {
            path: PathBuf::from(path),
            shown: PathBuf::from(shown),
        }
    }

    /// The index.
    pub fn index(&self) -> Result<Index, String> {
        let name = PackFile::Index.name();
        decode_index(&self.bytes(name)?).map_err(|error| self.wrong(name, &error))
    }

    /// One report. It has to be read without an error, or else something of it would be lost.
    pub fn report(&self, id: &ReportId) -> Result<Files, String> {
        let mut bytes = Vec::new();
        for file in FILES {
            bytes.push(self.bytes(&format!("{id}/{}", file.name()))?);
        }
        let [report, figures, enterprises, projects] = &bytes[..] else {
            return Err("应有四个文件".to_owned());
        };
        if is_in_columns(enterprises) {
            let name = self.shown.join(format!("{id}/{}", PackFile::Enterprises.name()));
            return Err(format!("{}：列式的企业表由程序写成，不经表格", name.display()));
        }
        typed([report, figures, enterprises, projects])
            .map_err(|error| self.wrong(&format!("{id}/{}", error.file.name()), &error))
    }

    /// What the rules say of the pack, if this report were in it; only of this report.
    pub fn problems(&self, entry: &ReportEntry, files: &Files) -> Result<Vec<Problem>, String> {
        let index = text(&self.with(entry)?);
        let own = |file: PackFile| format!("{}/{}", entry.id, file.name());
        let mut names =
            names::below(&self.path).map_err(|error| format!("{}：{}", self.shown.display(), why(&error)))?;
        names.retain(|name| FILES.iter().all(|file| own(*file) != *name));
        names.extend(FILES.map(own));
        let read = |name: &str| match FILES.iter().find(|file| own(**file) == name) {
            Some(file) => Ok(text(files.of(*file)).into_bytes()),
            None if name == PackFile::Index.name() => Ok(index.clone().into_bytes()),
            None => self.bytes(name),
        };
        let mut problems = check(&names, &read);
        problems.retain(|problem| problem.file.starts_with(&format!("{}/", entry.id)));
        Ok(problems)
    }

    /// Puts a report into the pack, and into its index if it is not there yet. What was there before stays until all of the
    /// new is written.
    pub fn put(&self, entry: &ReportEntry, files: &Files) -> Result<(), String> {
        let own = |file: PackFile| format!("{}/{}", entry.id, file.name());
        let mut texts: Vec<(String, String)> = FILES.map(|file| (own(file), text(files.of(file)))).to_vec();
        texts.push((PackFile::Index.name().to_owned(), text(&self.with(entry)?)));
        let in_words = |name: &str, error: io::Error| format!("{}：{}", self.shown.join(name).display(), why(&error));
        let beside = |name: &str| self.path.join(format!("{name}.new"));
        let write = |(name, text): &(String, String)| {
            let path = beside(name);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, text)
        };
        let moved = |(name, _): &(String, String)| fs::rename(beside(name), self.path.join(name));
        let step = |act: &dyn Fn(&(String, String)) -> io::Result<()>| {
            texts
                .iter()
                .try_for_each(|text| act(text).map_err(|error| in_words(&text.0, error)))
        };
        let moved = || step(&moved).map_err(|told| format!("{told}；没有写完，关掉占用它的程序，再导入一次就补齐"));
        let done = step(&write).and_then(|()| moved());
        if done.is_err() {
            // What has not come to be cannot be taken away.
            texts.iter().for_each(|(name, _)| drop(fs::remove_file(beside(name))));
        }
        done
    }

    /// The index with this report in it, newest first.
    fn with(&self, entry: &ReportEntry) -> Result<Value, String> {
        let mut index = self.index()?;
        match index.reports.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => known.title.clone_from(&entry.title),
            None => {
                index.reports.push(entry.clone());
                index.reports.sort_by_key(|report| core::cmp::Reverse(report.year));
            }
        }
        Ok(json!(index))
    }

    fn bytes(&self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.path.join(name)).map_err(|error| format!("{}：{}", self.shown.join(name).display(), why(&error)))
    }

    fn wrong(&self, name: &str, error: &DecodeError) -> String {
        let name = self.shown.join(name);
        format!(
            "{} {}：{}；先照 cargo xtask check 改好",
            name.display(),
            error.path,
            error.problem
        )
    }
}

/// Why a file cannot be read or written.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限，或被别的程序占用".to_owned(),
        io::ErrorKind::IsADirectory => "是一个目录，不是文件".to_owned(),
        _ => error.to_string(),
    }
}

/// The files as their types write them: every field in its order, nothing that says what goes without saying.
pub fn typed(bytes: [&[u8]; 4]) -> Result<Files, DecodeError> {
    let [report, figures, enterprises, projects] = bytes;
    let table = decode_enterprise_table(enterprises)?;
    let rows: Vec<_> = (0..table.len() as u32).filter_map(|row| table.get(row)).collect();
    Ok(Files {
        report: json!(decode_report(report)?),
        figures: json!(decode_figures(figures)?),
        enterprises: json!(rows),
        projects: json!(decode_projects(projects)?),
    })
}

/// The same of files that were put together.
pub fn as_typed(files: &Files) -> Result<Files, DecodeError> {
    let texts = FILES.map(|file| text(files.of(file)));
    let [report, figures, enterprises, projects] = texts.each_ref().map(String::as_bytes);
    typed([report, figures, enterprises, projects])
}
