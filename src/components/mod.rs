//! The parts that pages are composed of, one a file.

mod app;
mod asking;
mod chart;
mod chart_beside;
mod chart_choices;
mod chart_data;
mod chart_legend;
mod chart_menus;
#[cfg(target_arch = "wasm32")]
mod chart_picture;
mod chart_said;
mod chips;
mod contents;
mod copy_field;
mod downloads;
mod drawn;
mod embed_dialog;
mod explorer;
mod facets;
mod figure;
mod findings;
mod gate;
mod indicator;
mod keys;
mod links;
mod list;
mod list_head;
mod list_keys;
mod menu;
mod notice;
mod original;
mod painter;
mod prose;
mod ranges;
mod seen;
mod shell;
mod size;
mod slots;
#[cfg(not(target_arch = "wasm32"))]
mod still_picture;
mod still_rows;
mod views;

pub use app::App;
pub use asking::Asking;
#[cfg(not(target_arch = "wasm32"))]
pub use chart::title_id;
pub use chart::{ChartPlace, ChartView, ChartWanted, chart_wanted, element_id};
pub use chart_beside::ChartBeside;
pub use contents::{Contents, ContentsEntry};
pub use copy_field::copy_field;
pub use downloads::{Downloads, Rows, downloads, files};
pub use embed_dialog::embed_form;
pub use explorer::{Explored, Explorer};
pub use figure::{Amount, FigureTag, FigureTags, figure_line, figure_tag, named_of_group};
pub use findings::findings;
pub use gate::gate;
pub use indicator::IndicatorCard;
pub use keys::{KEYS, SEARCH_BOX};
pub use links::{EnterpriseLinks, PlaceLink, ProjectLinks, place_id};
pub use list_head::ListColumn;
pub use notice::{FileNotice, Missing, Notice, Waiting, failure};
pub use original::{OriginalOf, original_of};
pub use painter::Piece;
pub use prose::{heading, prose};
#[cfg(not(target_arch = "wasm32"))]
pub use shell::{Footer, Header};
pub use size::watcher;
pub use views::{IntoViews, maybe};
