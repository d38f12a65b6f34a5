//! Small things asked of the page itself. A page that lacks what is asked for is left as it is: none of this may
//! keep the report from showing.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Shows the message that `index.html` holds for a crash, by plain DOM, because nothing else works after a panic.
pub fn uncover_message_on_panic() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        if let Some(message) = document().get_element_by_id("boot-error")
            && message.remove_attribute("hidden").is_err()
        {
            leptos::logging::error!("the message for a crash cannot be shown");
        }
    }));
}

/// Removes what stood in for the app while it was loading.
pub fn remove_waiting_screen() {
    if let Some(waiting) = document().get_element_by_id("boot-waiting") {
        waiting.remove();
    }
}

/// Where the pack lies: `<meta name="pack" content="data/">`, relative to the page. Default `data/`.
pub fn pack_folder() -> String {
    let meta = document().query_selector("meta[name=pack]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| "data/".to_owned())
}

/// Brings an element to the top of the view and gives it the focus, so that reading goes on there.
pub fn go_to(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else {
        return false;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    focus(element.unchecked_ref());
    true
}

/// Gives the page's main heading the focus, so that reading and tabbing go on from there. Nothing moves.
pub fn focus_title() {
    if let Some(title) = document().get_element_by_id("page-title") {
        focus(title.unchecked_ref());
    }
}

/// Gives an element the focus without scrolling.
fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that is no longer in the page cannot be focused; the focus then stays where it was.
    element.focus_with_options(&options).ok();
}

/// Where the page is scrolled to, in px.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page, at once.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Runs after the views have been brought up to date and laid out.
pub fn after_layout(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}
