//! The page that is there before the app is: the app takes it over, leaves it standing, or dies and uncovers it again.
//! The other half of this is `public/boot.js`.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::dom::{after_layout, keep_focus};

/// Shows the message that `index.html` holds for a crash, by plain DOM, because nothing else works after a panic.
#[cfg(target_arch = "wasm32")]
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

/// Whether the page holds the report already, and so need not be taken over before all is here.
pub fn is_full() -> bool {
    document()
        .get_element_by_id("still")
        .is_some_and(|still| still.first_element_child().is_some())
}

/// Whether the reader has moved through the page before the app was there; `boot.js` has seen it.
pub fn has_moved() -> bool {
    says("data-moved")
}

/// Whether the page has ever been scrolled; `boot.js` has seen it.
pub fn has_scrolled() -> bool {
    says("data-scrolled")
}

fn says(attribute: &str) -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.has_attribute(attribute))
}

/// Says why the app does not take over, in the message that the page holds for that. The report in it stays.
pub fn leave_as_it_is(reason: &str) {
    let element = |id| document().get_element_by_id(id);
    if let Some(told) = element("boot-reason") {
        told.set_text_content(Some(&format!("（{reason}）")));
    }
    for (id, is_hidden) in [("boot-error", false), ("boot-still", false), ("boot-waiting", true)] {
        if let Some(element) = element(id) {
            element.unchecked_into::<HtmlElement>().set_hidden(is_hidden);
        }
    }
    if let Some(root) = document().document_element() {
        // Never refused; the style sheet then offers nothing that nobody answers.
        root.set_attribute("data-boot", "failed").ok();
    }
}

thread_local! {
    /// What stood in for the app, once it is out of the page.
    static STILL: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// What the page before the app said of the way to `href`, until it can be told anew.
pub fn still_way(href: &str) -> Option<String> {
    STILL.with_borrow(|still| {
        let told = still
            .as_ref()?
            .query_selector(&format!(".way[href=\"{href}\"] .way__told"));
        told.ok()??.text_content()
    })
}

/// The chart with this id as it stood in the page before the app, for as long as nothing better can be shown. Its ids
/// are not the app's.
pub fn still_chart(id: &str) -> Option<Element> {
    STILL.with_borrow(|still| {
        let page = document().document_element()?.get_attribute("data-page")?;
        let chart = format!("[data-page=\"{page}\"] [id$=\"-{id}\"]");
        let chart = still.as_ref()?.query_selector(&chart).ok()??;
        chart.clone_node_with_deep(true).ok()?.dyn_into().ok()
    })
}

/// Takes what stood in for the app out of the page. `boot.js` keeps it, for the day that the app dies. A link that has
/// the focus has it again in what the app puts there.
pub fn take_over() {
    let focused = document()
        .active_element()
        .and_then(|active| active.get_attribute("href"));
    if let Some(href) = focused {
        after_layout(move || keep_focus(&format!("main a[href=\"{href}\"], a[href=\"{href}\"]")));
    }
    for id in ["boot-waiting", "still"] {
        if let Some(waiting) = document().get_element_by_id(id) {
            waiting.remove();
            STILL.set(Some(waiting));
        }
    }
    if let Some(root) = document().document_element() {
        // Never refused; tests and `boot.js` read it.
        root.set_attribute("data-boot", "started").ok();
    }
}
