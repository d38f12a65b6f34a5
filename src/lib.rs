//! The app: Leptos views over the report, and the only place that knows a browser.
//!
//! One way: files → `load` → `Arc`s in `state`; `location.hash` → `Route`; both → memos → views. Handlers change the
//! address and nothing else.

mod asked;
mod chunk;
mod components;
mod dom;
mod embedding;
mod load;
mod loaded;
mod others;
mod pages;
#[cfg(feature = "planted-panic")]
mod planted;
mod route;
mod spelling;
mod state;
mod take_away;
mod takeover;

pub use chunk::Chunks;
pub use components::{App, ChartPlace, ChartView, FigureTag, FileNotice};
pub use load::LoadError;
pub use loaded::{Load, Loaded};
pub use others::Other;
pub use pages::{EnterprisePage, Enterprises};
pub use route::Location;
pub use state::{Pack, Shared};

#[cfg(not(target_arch = "wasm32"))]
pub mod still;

/// Takes over the page: from here on a crash shows the message that waits in the HTML.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    takeover::uncover_message_on_panic();
    #[cfg(feature = "planted-panic")]
    planted::panic_at("start");
    leptos::mount::mount_to_body(App);
}
