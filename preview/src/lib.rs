//! The preview: opens a data pack of this device, checks it by the rules of `cargo xtask check`, and has the app show it.
//!
//! A program of its own beside the app. The app, which readers load, knows nothing of it and is not a byte larger for it; it
//! stands while the app is stopped and started anew for another report; and a zip that is made to do harm meets a
//! memory that holds nothing else. Nothing leaves the browser: this reads files, and hands them to the app's page.

mod banner;
mod chooser;
mod chosen;
mod page;
mod problems;
mod stage;

pub use banner::Banner;
pub use chooser::Chooser;
pub use problems::Problems;
pub use stage::{Preview, Shown, Stage, whole};

/// Puts the preview where the page has a place for it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;

    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        page::uncover_message();
    }));
    let Some(place) = document().get_element_by_id("preview") else {
        return page::uncover_message();
    };
    page::stop_waiting();
    // It stands for as long as the page.
    leptos::mount::mount_to(place.unchecked_into(), stage::whole).forget();
}
