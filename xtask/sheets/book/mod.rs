//! The workbook as a file: grids to .xlsx and back.

mod read;
mod write;

pub use read::read;
pub use write::write;

/// The sheet that says how the others are filled in; it is written and not read.
const HELP: &str = "说明";
