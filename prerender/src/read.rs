//! The pack from its folder.

use std::{fs, path::Path, sync::Arc};

use annual_report::model::{
    DecodeError, PackFile, decode_enterprise_table, decode_figures, decode_index, decode_projects, decode_report,
};
use annual_report::stats::Figures;
use annual_report_app::still::Files;

/// The default report of the pack in `folder`, and the figures of its others. Says which file is wrong and where.
pub fn pack(folder: &Path) -> Result<Files, String> {
    let index = file(folder, PackFile::Index, decode_index)?;
    let own = folder.join(index.default.to_string());
    let figures =
        |folder: &Path| file(folder, PackFile::Figures, decode_figures).map(|figures| Arc::new(Figures::new(figures)));
    let others = index.reports.iter().filter(|entry| entry.id != index.default);
    let others = others.map(|entry| Ok((entry.clone(), figures(&folder.join(entry.id.to_string()))?)));
    Ok(Files {
        report: Arc::new(file(&own, PackFile::Report, decode_report)?),
        figures: figures(&own)?,
        enterprises: Arc::new(file(&own, PackFile::Enterprises, decode_enterprise_table)?),
        projects: Arc::new(file(&own, PackFile::Projects, decode_projects)?),
        others: others.collect::<Result<_, String>>()?,
    })
}

fn file<T>(folder: &Path, file: PackFile, decode: fn(&[u8]) -> Result<T, DecodeError>) -> Result<T, String> {
    let path = folder.join(file.name());
    let bytes = fs::read(&path).map_err(|error| format!("{}：{error}", path.display()))?;
    decode(&bytes).map_err(|error| format!("{}：{error}", folder.display()))
}
