//! Files put where a pack has them.

use std::collections::{BTreeMap, BTreeSet};

use annual_report::check::{Problem, check};
use annual_report::model::{DecodeError, Index, PackFile, decode_index};

use crate::made_index::{Entry, index};
use crate::names::{is_left_behind, steps};
use crate::{Fault, Found, Passed};

/// A pack: its files by the names that they have in it (`index.json`, `2021/report.json`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidOut {
    files: BTreeMap<String, Vec<u8>>,
    /// Every file of the pack's folder, also those that are not read.
    names: Vec<String>,
    /// What is not part of it.
    pub passed: Vec<Passed>,
    /// Whether it came without an index, and has one made for the moment.
    pub is_index_made: bool,
}

const OUTSIDE: &str = "不在数据包的文件夹里";
const LEFT: &str = "系统或办公软件自己留下的文件";
const LEADS_OUT: &str = "名字指到文件夹外面";
const TWICE: &str = "同一个名字已经有了";
const CAPITALS: &str = "名字要全用小写字母：index.json";
const OTHER: &str = "不是数据包的文件";

/// Puts files where a pack has them. The pack may be nested in folders; what is not of it is passed over and named.
pub fn laid_out(found: Vec<Found>) -> Result<LaidOut, Fault> {
    if found.is_empty() {
        return Err(Fault::Empty);
    }
    let mut passed = Vec::new();
    let mut files: BTreeMap<Vec<String>, Option<Vec<u8>>> = BTreeMap::new();
    for Found { name, bytes } in found {
        let why = match steps(&name) {
            None => Some(LEADS_OUT),
            Some(steps) if is_left_behind(&steps) => Some(LEFT),
            Some(steps) => {
                let steps: Vec<String> = steps.into_iter().map(str::to_owned).collect();
                match files.contains_key(&steps) {
                    true => Some(TWICE),
                    false => {
                        files.insert(steps, bytes);
                        None
                    }
                }
            }
        };
        if let Some(why) = why {
            passed.push(Passed { name, why });
        }
    }
    match shallowest(&files, PackFile::Index)?.as_slice() {
        [] => without_index(files, passed),
        [root, ..] => Ok(with_index(root, files, passed)),
    }
}

type Files = BTreeMap<Vec<String>, Option<Vec<u8>>>;

/// The folder that has such a file and lies above all others that do, or all of these where they lie side by side.
fn folders(files: &Files, file: PackFile) -> Vec<Vec<String>> {
    let folders = files.keys().filter_map(|steps| {
        let (last, folder) = steps.split_last()?;
        (last == file.name()).then(|| folder.to_vec())
    });
    let folders: BTreeSet<Vec<String>> = folders.collect();
    let depth = folders.iter().map(Vec::len).min().unwrap_or_default();
    folders.into_iter().filter(|folder| folder.len() == depth).collect()
}

fn shallowest(files: &Files, file: PackFile) -> Result<Vec<Vec<String>>, Fault> {
    let folders = folders(files, file);
    if folders.len() > 1 {
        let names = folders.iter().map(|folder| folder.join("/"));
        return Err(Fault::Several(names.collect()));
    }
    Ok(folders)
}

fn with_index(root: &[String], files: Files, mut passed: Vec<Passed>) -> LaidOut {
    let mut within = BTreeMap::new();
    let mut names = Vec::new();
    for (steps, bytes) in files {
        let Some(inner) = steps.strip_prefix(root) else {
            let name = steps.join("/");
            passed.push(Passed { name, why: OUTSIDE });
            continue;
        };
        let name = inner.join("/");
        names.push(name.clone());
        if let Some(bytes) = bytes {
            within.insert(name, bytes);
        }
    }
    LaidOut {
        files: within,
        names,
        passed,
        is_index_made: false,
    }
}

/// Reports side by side, or one alone, and whatever has a file's name in their folders.
fn without_index(mut files: Files, mut passed: Vec<Passed>) -> Result<LaidOut, Fault> {
    let folders = folders(&files, PackFile::Report);
    let mut entries: Vec<(Vec<String>, Entry)> = Vec::new();
    for folder in folders {
        let path = [folder.as_slice(), &[PackFile::Report.name().to_owned()]].concat();
        let bytes = files.get(&path).and_then(Option::as_deref).unwrap_or_default();
        let entry = Entry::of(bytes, folder.last().map_or("", String::as_str));
        if entries.iter().any(|(_, other)| other.id == entry.id) {
            let name = path.join("/");
            passed.push(Passed { name, why: TWICE });
            files.remove(&path);
        } else {
            entries.push((folder, entry));
        }
    }
    if entries.is_empty() {
        return Err(Fault::NoReport {
            capitals: capitals(&files),
        });
    }
    let mut within = BTreeMap::new();
    for (steps, bytes) in files {
        if steps.last().is_some_and(|last| is_in_capitals(last, PackFile::Index)) {
            let name = steps.join("/");
            passed.push(Passed { name, why: CAPITALS });
            continue;
        }
        let place = steps.split_last().and_then(|(last, folder)| {
            let (_, entry) = entries.iter().find(|(root, _)| root == folder)?;
            Some(format!("{}/{last}", entry.id))
        });
        match (place, bytes) {
            (Some(name), Some(bytes)) => {
                within.insert(name, bytes);
            }
            (place, _) => passed.push(Passed {
                name: steps.join("/"),
                why: if place.is_some() { OTHER } else { OUTSIDE },
            }),
        }
    }
    let mut entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    within.insert(PackFile::Index.name().to_owned(), index(&mut entries));
    Ok(LaidOut {
        names: within.keys().cloned().collect(),
        files: within,
        passed,
        is_index_made: true,
    })
}

/// Whether a name is that of a file of a pack but for capitals, which a published address does not overlook.
fn is_in_capitals(name: &str, file: PackFile) -> bool {
    name != file.name() && name.eq_ignore_ascii_case(file.name())
}

/// The files by which a pack would be known, were they not called so in capitals.
fn capitals(files: &Files) -> Vec<String> {
    let known = [PackFile::Index, PackFile::Report];
    let is_one = |last: &String| known.into_iter().any(|file| is_in_capitals(last, file));
    let found = files.keys().filter(|steps| steps.last().is_some_and(is_one));
    found.map(|steps| steps.join("/")).collect()
}

impl LaidOut {
    /// The files that were read, with the names that they have in the pack.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Which reports there are. Fails where the index cannot be read; then there is nothing to show.
    pub fn index(&self) -> Result<Index, DecodeError> {
        decode_index(self.files.get(PackFile::Index.name()).map_or(&[], Vec::as_slice))
    }

    /// Everything that can be said of the pack, errors first, and then as one goes through the files: what
    /// `cargo xtask check` says of the same folder.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = check(&self.names, &|name| {
            let bytes = self.files.get(name).cloned();
            bytes.ok_or_else(|| "没有这个文件".to_owned())
        });
        problems.sort_by(|a, b| (a.level, &a.file, a.line, a.column).cmp(&(b.level, &b.file, b.line, b.column)));
        problems
    }
}
