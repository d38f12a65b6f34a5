//! The pack from its folder.

use std::{fs, path::Path, sync::Arc};

use annual_report::model::{
    DecodeError, Index, Pack, PackFile, ReportId, decode_enterprise_table, decode_figures, decode_index,
    decode_original, decode_projects, decode_report, fingerprint, report_fingerprint, validate,
};
use annual_report::stats::Figures;
use annual_report_app::still::{Files, OtherFiles};

/// A report, and how it stands with the rules.
pub struct Checked {
    /// The files.
    pub files: Files,
    /// Its fingerprint, if the rules find nothing wrong with it.
    pub faultless: Option<String>,
    /// How much they find.
    pub faults: usize,
    /// The original from the folder of the pack on, if the publisher has put one there: `2021/source.json`.
    pub original: Option<String>,
}

/// Which reports the pack in `folder` has.
pub fn index(folder: &Path) -> Result<Index, String> {
    file(folder, PackFile::Index, decode_index)
}

/// One report of the pack in `folder`, and its others. Says which file is wrong and where.
pub fn report(folder: &Path, index: &Index, id: &ReportId) -> Result<Checked, String> {
    let own = folder.join(id.as_str());
    let others = index.reports.iter().filter(|entry| entry.id != *id);
    let others = others.map(|entry| Ok((entry.clone(), all(&folder.join(entry.id.as_str()))?)));
    let OtherFiles {
        report,
        figures,
        enterprises,
        projects,
    } = all(&own)?;
    let own_index = Index {
        default: id.clone(),
        ..index.clone()
    };
    let files = Files {
        index: Arc::new(own_index),
        report,
        figures,
        enterprises,
        projects,
        others: others.collect::<Result<_, String>>()?,
    };
    let table = &files.enterprises;
    let enterprises: Vec<_> = (0..table.len() as u32).filter_map(|row| table.get(row)).collect();
    let faults = validate(Pack {
        report: &files.report,
        figures: files.figures.all(),
        enterprises: &enterprises,
        projects: &files.projects,
    })
    .len();
    let prints = [
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
    ]
    .map(|file| bytes(&own, file).map(|bytes| fingerprint(&bytes)));
    let [report, figures, enterprises, projects] = prints;
    let print = report_fingerprint([report?, figures?, enterprises?, projects?]);
    Ok(Checked {
        files,
        faultless: (faults == 0).then_some(print),
        faults,
        original: original(folder, id.as_str())?,
    })
}

/// The four files of the report in a folder.
fn all(folder: &Path) -> Result<OtherFiles, String> {
    let figures = file(folder, PackFile::Figures, decode_figures)?;
    Ok(OtherFiles {
        report: Arc::new(file(folder, PackFile::Report, decode_report)?),
        figures: Arc::new(Figures::new(figures)),
        enterprises: Arc::new(file(folder, PackFile::Enterprises, decode_enterprise_table)?),
        projects: Arc::new(file(folder, PackFile::Projects, decode_projects)?),
    })
}

/// The original of a report, if there is one; it must be one that the app can read.
fn original(folder: &Path, report: &str) -> Result<Option<String>, String> {
    let own = folder.join(report);
    let name = PackFile::Original.name();
    if !own.join(name).exists() {
        return Ok(None);
    }
    file(&own, PackFile::Original, decode_original)?;
    Ok(Some(format!("{report}/{name}")))
}

fn bytes(folder: &Path, file: PackFile) -> Result<Vec<u8>, String> {
    let path = folder.join(file.name());
    fs::read(&path).map_err(|error| format!("{}：{error}", path.display()))
}

fn file<T>(folder: &Path, file: PackFile, decode: fn(&[u8]) -> Result<T, DecodeError>) -> Result<T, String> {
    decode(&bytes(folder, file)?).map_err(|error| format!("{}：{error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_original_is_there_or_not_and_one_that_cannot_be_read_is_an_error() {
        let folder = std::env::temp_dir().join(format!("original-{}", std::process::id()));
        assert!(fs::create_dir_all(folder.join("2031")).is_ok());
        let with = |text: &str| {
            assert!(fs::write(folder.join("2031/source.json"), text).is_ok());
            original(&folder, "2031")
        };
        assert_eq!(original(&folder, "2031"), Ok(None));
        assert_eq!(with("{\"passages\": []}"), Ok(Some("2031/source.json".to_owned())));
        assert!(with("{}").is_err_and(|told| told.contains("source.json: /passages")));
        assert!(fs::remove_dir_all(&folder).is_ok());
    }
}
