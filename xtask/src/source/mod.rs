//! `cargo xtask source`: puts the original document beside the pack, or takes it away again.
//!
//! The original is the publisher's and not of this project: it lies where the build finds it and version control does not
//! see it. What it says is read by the example `source`, which knows the core.

mod text;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde::Deserialize;

use crate::{failure::Failure, files, process, project::Project};

/// What is to become of the original.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// Put this file's text beside the pack, in place of what was there.
    Put(PathBuf),
    /// Take it away.
    Remove,
}

/// Does so with the original of `report`, the pack's default one unless told.
pub fn run(project: &Project, change: &Change, report: Option<&str>) -> Result<ExitCode, Failure> {
    let shown = Path::new("data").join(named(&project.root().join("data").join("index.json"), report)?);
    let folder = project.root().join(&shown);
    match change {
        Change::Put(file) => put(project, file, &folder, &shown),
        Change::Remove => remove(&folder, &shown).map(|()| ExitCode::SUCCESS),
    }
}

fn put(project: &Project, file: &Path, folder: &Path, shown: &Path) -> Result<ExitCode, Failure> {
    let (text, encoding) = text::read(file)?;
    println!("{}：按 {encoding} 读", file.display());
    let mut reader = process::example(project.root(), "source");
    reader.arg(folder).arg(shown);
    let status = process::run_with_input(&mut reader, text.as_bytes())?;
    // It has said why itself.
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn remove(folder: &Path, shown: &Path) -> Result<(), Failure> {
    const NAME: &str = "source.json";
    let path = folder.join(NAME);
    let shown = shown.join(NAME);
    match fs::remove_file(&path) {
        Ok(()) => println!("{}：已拿掉；已经构建的 dist/ 里还有，重新构建一次", shown.display()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => println!("{}：本来就没有", shown.display()),
        Err(source) => return Err(files::failure(&path, source)),
    }
    Ok(())
}

#[derive(Deserialize)]
struct Index {
    default: String,
    reports: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
}

/// The report that is meant, if the pack has it.
fn named(index: &Path, report: Option<&str>) -> Result<String, Failure> {
    let known: Index = serde_json::from_str(&files::text(index)?).map_err(|error| Failure::Content {
        path: index.to_path_buf(),
        reason: format!("{error}；cargo xtask check 逐处说明"),
    })?;
    let wanted = report.unwrap_or(&known.default);
    // Only a folder that the pack names is written to.
    if known.reports.iter().any(|entry| entry.id == wanted) && !wanted.contains(['/', '\\', '.']) {
        return Ok(wanted.to_owned());
    }
    let ids: Vec<&str> = known.reports.iter().map(|entry| entry.id.as_str()).collect();
    Err(Failure::Content {
        path: index.to_path_buf(),
        reason: format!(
            "没有报告“{wanted}”；有的是 {}，用 --report 指出其中一份",
            ids.join("、")
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_the_default_one_unless_told_and_one_of_the_packs() {
        let folder = std::env::temp_dir().join(format!("source-index-{}", std::process::id()));
        let index = folder.join("index.json");
        let entries = r#"{"default": "2022", "reports": [{"id": "2022"}, {"id": "2021"}, {"id": ".."}]}"#;
        files::write(&index, entries.as_bytes()).unwrap();
        assert_eq!(named(&index, None).unwrap(), "2022");
        assert_eq!(named(&index, Some("2021")).unwrap(), "2021");
        let told = named(&index, Some("2020")).unwrap_err().to_string();
        assert!(told.contains("“2020”") && told.contains("2022、2021"), "{told}");
        assert!(named(&index, Some("..")).is_err());
        files::write(&index, b"[]").unwrap();
        assert!(named(&index, None).unwrap_err().to_string().contains("index.json"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_taken_away_is_gone_and_may_be_gone_already() {
        let folder = std::env::temp_dir().join(format!("source-remove-{}", std::process::id()));
        files::write(&folder.join("source.json"), b"{}").unwrap();
        files::write(&folder.join("report.json"), b"{}").unwrap();
        for _ in 0..2 {
            remove(&folder, Path::new("data/2021")).unwrap();
            assert!(!folder.join("source.json").exists() && folder.join("report.json").exists());
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
