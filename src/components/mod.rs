//! The parts that pages are composed of, one a file.

mod app;
mod chart;
mod chart_data;
mod chart_picture;
mod chips;
mod contents;
mod explorer;
mod facets;
mod figure;
mod gate;
mod indicator;
mod links;
mod marked;
mod notice;
mod rows;
mod shell;
mod views;

pub use app::App;
pub use chart::{ChartView, element_id};
pub use contents::{Contents, ContentsEntry};
pub use explorer::{Explorer, ExplorerColumn, Question};
pub use figure::{FigureTag, FigureTags};
pub use gate::gate;
pub use indicator::IndicatorCard;
pub use links::{EnterpriseLinks, PlaceLink, ProjectLinks, place_id};
pub use marked::Marked;
pub use notice::{FileNotice, Missing};
pub use views::{IntoViews, maybe};
