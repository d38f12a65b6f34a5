//! The pages: composition only, one a file.

mod chart;
mod charts;
mod compare;
mod enterprise;
mod enterprises;
mod overview;
mod problems;
mod project;
mod projects;
mod work;

pub use chart::ChartPage;
pub use charts::Charts;
pub use compare::Compare;
pub use enterprise::EnterprisePage;
pub use enterprises::Enterprises;
pub use overview::Overview;
pub use problems::Problems;
pub use project::ProjectPage;
pub use projects::Projects;
pub use work::Work;
