//! The pack as files: made in memory, written together, and never over a pack that is not generated.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use annual_report::model::{Index, PackFile, ReportEntry, decode_index};
use serde::Serialize;

use crate::{
    firms::firms,
    layouts::{columns, rows},
    order::{Layout, Order},
    projects::projects,
    report::{GENERATED, YEAR, report, title},
};

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Not called by `cargo xtask gen`.
    #[error("请用 cargo xtask gen")]
    Called,
    /// The order or a file of the pack is not what it should be.
    #[error("JSON：{0}")]
    Json(#[from] serde_json::Error),
    /// A file could not be written.
    #[error("{}：{source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder holds a pack that somebody wrote.
    #[error("{} 不是生成的数据包，没有动它；请换一个 --out", path.display())]
    NotOurs {
        /// Its index.
        path: PathBuf,
    },
}

/// One file of a pack.
#[derive(Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// Where below the pack's folder.
    pub path: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// All files of the pack that was ordered.
pub fn pack(order: &Order) -> Result<Vec<PackedFile>, Problem> {
    let firms = firms(order);
    let (projects, investments) = projects(order, &firms);
    let (report, mut figures) = report(order, &firms, &projects);
    let enterprises = match order.layout {
        Layout::Rows => {
            let (rows, growths) = rows(&firms);
            figures.extend(growths);
            readable(&rows)?
        }
        Layout::Columns => columns(&firms)?,
    };
    figures.extend(investments);
    let id = YEAR.to_string();
    let index = Index {
        schema: Index::SCHEMA,
        default: id.as_str().into(),
        reports: vec![ReportEntry {
            id: id.as_str().into(),
            year: YEAR,
            title: title(order),
        }],
    };
    let files = [
        (PackFile::Index, readable(&index)?),
        (PackFile::Report, readable(&report)?),
        (PackFile::Figures, readable(&figures)?),
        (PackFile::Enterprises, enterprises),
        (PackFile::Projects, readable(&projects)?),
    ];
    let place = |file: PackFile| match file {
        PackFile::Index => file.name().to_owned(),
        file => format!("{id}/{}", file.name()),
    };
    let packed = |(file, content)| PackedFile {
        path: place(file),
        content,
    };
    Ok(files.map(packed).into())
}

fn readable(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
}

/// Writes the files below `folder`, which may hold an earlier generated pack but no other.
pub fn write(folder: &Path, files: &[PackedFile]) -> Result<(), Problem> {
    let index = folder.join(PackFile::Index.name());
    if let Ok(bytes) = fs::read(&index)
        && !is_generated(&bytes)
    {
        return Err(Problem::NotOurs { path: index });
    }
    for file in files {
        let path = folder.join(&file.path);
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, &file.content));
        written.map_err(|source| Problem::File { path, source })?;
    }
    Ok(())
}

/// Whether an index is that of a generated pack, and of nothing else.
fn is_generated(index: &[u8]) -> bool {
    let index = decode_index(index);
    index.is_ok_and(|index| index.reports.iter().all(|entry| entry.title.contains(GENERATED)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_that_somebody_wrote_is_not_overwritten() {
        assert!(!is_generated(include_bytes!("../../data/index.json")));
        assert!(!is_generated(b"{"));
        let order = Order {
            enterprises: 1,
            seed: 1,
            projects: 1,
            layout: Layout::Rows,
        };
        assert!(is_generated(&pack(&order).unwrap()[0].content));
    }
}
