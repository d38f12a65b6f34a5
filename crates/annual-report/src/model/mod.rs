//! The data pack as types: what `data/` holds, one noun a file.
//!
//! Promise: a value of these types was read strictly (an unknown field or a value outside a closed list is an
//! error that names its place), and carries the document's qualifiers, units and precision unchanged.

mod advice;
mod closed_list;
mod columns;
mod columns_of;
mod columns_read;
mod decode;
mod enterprise;
mod enterprises;
mod figure;
mod fingerprint;
mod growths;
mod id;
mod id_index;
mod index;
mod json;
mod locate;
mod original;
mod pack_file;
mod project;
mod read;
mod report;
mod shown;
mod validate;

pub use columns::Columns;
pub(crate) use decode::tree;
pub use decode::{
    DecodeError, decode_enterprise_table, decode_enterprises, decode_figures, decode_index, decode_original,
    decode_projects, decode_report, is_in_columns, unshown,
};
pub use enterprise::{Enterprise, EnterpriseKind, Event, IndustryBasis};
pub use enterprises::Enterprises;
pub(crate) use enterprises::PINYIN;
pub use figure::{Figure, FigureKind, FigureValue, Qualifier};
pub use fingerprint::{fingerprint, report_fingerprint};
pub use growths::Growth;
pub use id::{EnterpriseId, FigureId, Place, PlanItemId, ProjectId, ReportId, SectionId, Tag};
pub use index::{Index, ReportEntry};
pub(crate) use json::Json;
pub(crate) use locate::places_of;
pub use original::{Original, Passage, PrintedFigure};
pub use pack_file::PackFile;
pub use project::{Category, Mention, Project, Status};
pub use report::{Chart, ChartKind, Counted, Highlight, Item, Meta, Plan, PlanItem, Point, Problem, Report, Section};
pub use validate::{Finding, Level, Pack, consistency, validate};
