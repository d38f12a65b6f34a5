//! The pack from its folder.

use std::{fs, path::Path, sync::Arc};

use annual_report::model::{
    DecodeError, Pack, PackFile, decode_enterprise_table, decode_figures, decode_index, decode_projects, decode_report,
    fingerprint, report_fingerprint, validate,
};
use annual_report::stats::Figures;
use annual_report_app::still::Files;

/// A report, and how it stands with the rules.
pub struct Checked {
    /// The files.
    pub files: Files,
    /// Its fingerprint, if the rules find nothing wrong with it.
    pub faultless: Option<String>,
    /// How much they find.
    pub faults: usize,
}

/// The default report of the pack in `folder`, and the figures of its others. Says which file is wrong and where.
pub fn pack(folder: &Path) -> Result<Checked, String> {
    let index = file(folder, PackFile::Index, decode_index)?;
    let own = folder.join(index.default.to_string());
    let figures =
        |folder: &Path| file(folder, PackFile::Figures, decode_figures).map(|figures| Arc::new(Figures::new(figures)));
    let others = index.reports.iter().filter(|entry| entry.id != index.default);
    let others = others.map(|entry| Ok((entry.clone(), figures(&folder.join(entry.id.to_string()))?)));
    let files = Files {
        report: Arc::new(file(&own, PackFile::Report, decode_report)?),
        figures: figures(&own)?,
        enterprises: Arc::new(file(&own, PackFile::Enterprises, decode_enterprise_table)?),
        projects: Arc::new(file(&own, PackFile::Projects, decode_projects)?),
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
    })
}

fn bytes(folder: &Path, file: PackFile) -> Result<Vec<u8>, String> {
    let path = folder.join(file.name());
    fs::read(&path).map_err(|error| format!("{}：{error}", path.display()))
}

fn file<T>(folder: &Path, file: PackFile, decode: fn(&[u8]) -> Result<T, DecodeError>) -> Result<T, String> {
    decode(&bytes(folder, file)?).map_err(|error| format!("{}：{error}", folder.display()))
}
