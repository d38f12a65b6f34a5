//! Small things asked of the page itself. A page that lacks what is asked for is left as it is: none of this may
//! keep the report from showing.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

pub use said::{
    checked_report, has_preview, hears_single_keys, original, own_page, pack_folder, page_of, palette, pinyin, reading,
    report,
};

mod said;

/// Whether there is a page to ask. Elsewhere the views become text: the page that is there before the app is.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

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

/// Scrolls the page so that an element stands at its top. Unlike [`go_to`] it leaves alone what a frame must: the
/// focus, and how far the page around is scrolled.
pub fn scroll_to_element(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        scroll_to(scrolled() + element.get_bounding_client_rect().top());
    }
}

/// Gives the page's main heading the focus, so that reading and tabbing go on from there. Nothing moves.
pub fn focus_title() {
    focus_on("page-title");
}

/// What leads on and can be come back to: the links of the page that the tab key comes to, as those of lists are walked by
/// arrows; and charts, which are counted also while their picture is a table, or not yet here.
const LINKS: &str = "main a[href]:not([tabindex]), main .chart";

/// Which of the page's links, or charts by their pictures, has the focus, counted from 0.
pub fn focused_link() -> Option<u32> {
    let mut active = document().active_element()?;
    if active.class_list().contains("picture") {
        active = active.closest(".chart").ok().flatten()?;
    }
    let links = document().query_selector_all(LINKS).ok()?;
    (0..links.length()).find(|nth| links.item(*nth).is_some_and(|link| link.is_same_node(Some(&active))))
}

/// Whether the page has an element with this id.
pub fn has(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
}

/// Whether this is the element with an id.
pub fn has_id(target: &web_sys::EventTarget, id: &str) -> bool {
    target
        .dyn_ref::<web_sys::Element>()
        .is_some_and(|element| element.id() == id)
}

/// Gives a link of the page, or a chart's picture, the focus again; `false` if there is none such any more.
pub fn focus_link(nth: u32) -> bool {
    let links = document().query_selector_all(LINKS).ok();
    let link = links.and_then(|links| links.item(nth));
    if let Some(link) = &link {
        let link = link.unchecked_ref::<web_sys::Element>();
        let picture = link.query_selector(".picture").ok().flatten();
        focus(picture.as_ref().unwrap_or(link).unchecked_ref());
    }
    link.is_some()
}

/// Gives the page's list the focus; `false` if it has none.
pub fn focus_list() -> bool {
    let list = document().query_selector(".list__frame").ok().flatten();
    if let Some(list) = &list {
        focus(list.unchecked_ref());
    }
    list.is_some()
}

/// Brings what the keyboard is at into view, if it is not: in a list, the row.
pub fn show_focused() {
    let row = document()
        .query_selector(".list__frame:focus .list__row--active")
        .ok()
        .flatten();
    if let Some(focused) = row.or_else(|| document().active_element()) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        focused.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus among the elements of a selector, to the next or the one before; `false` if there is none.
pub fn walk(selector: &str, forwards: bool) -> bool {
    let Ok(all) = document().query_selector_all(selector) else {
        return false;
    };
    let active = document().active_element();
    let is_active = |nth: &u32| {
        all.item(*nth)
            .is_some_and(|element| element.is_same_node(active.as_deref()))
    };
    let next = match (0..all.length()).find(is_active) {
        None => forwards.then_some(0),
        Some(now) if forwards => Some(now + 1),
        Some(now) => now.checked_sub(1),
    };
    let next = next.and_then(|next| all.item(next));
    if let Some(next) = &next {
        // Into view, too.
        next.unchecked_ref::<HtmlElement>().focus().ok();
    }
    next.is_some()
}

/// Gives the first such element the focus if nothing has it any more.
pub fn keep_focus(selector: &str) {
    let is_lost = document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    if is_lost && let Some(element) = document().query_selector(selector).ok().flatten() {
        focus(element.unchecked_ref());
    }
}

/// Gives an element the focus without scrolling.
fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that is no longer in the page cannot be focused; the focus then stays where it was.
    element.focus_with_options(&options).ok();
}

/// Scrolls as little as brings the element into view.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Does what a click on a link does.
pub fn follow_link(selector: &str) {
    if let Some(link) = document().query_selector(selector).ok().flatten() {
        link.unchecked_into::<HtmlElement>().click();
    }
}

/// Where the page is scrolled to, in px.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Scrolls the page, at once.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Runs when the browser has nothing else to do; soon, in one that does not tell.
pub fn when_idle(run: impl Fn() + 'static) {
    if !IN_BROWSER {
        return;
    }
    match js_sys::Reflect::has(&window(), &"requestIdleCallback".into()) {
        Ok(true) => leptos::prelude::request_idle_callback(run),
        _ => leptos::prelude::set_timeout(run, std::time::Duration::from_millis(50)),
    }
}

/// Runs after the views have been brought up to date and laid out.
pub fn after_layout(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}

/// How high the window is, in px.
pub fn window_height() -> f64 {
    let height = window().inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How high an element is, in whole px.
pub fn height(id: &str) -> Option<u32> {
    let element = document().get_element_by_id(id)?;
    Some(element.get_bounding_client_rect().height().ceil() as u32)
}

/// How high the content of the page is, in whole px, however high its window.
pub fn content_height() -> u32 {
    let body = document().body();
    body.map_or(0, |body| body.get_bounding_client_rect().height().ceil() as u32)
}

/// Posts an object to another window, whoever may be there: it must hold nothing that is not for everybody. The page
/// around a frame is not known beforehand, so that no origin could be named.
pub fn post(to: &JsValue, object: &[(&str, JsValue)]) {
    let message = js_sys::Object::new();
    for (key, value) in object {
        // A new object takes any property.
        js_sys::Reflect::set(&message, &JsValue::from(*key), value).ok();
    }
    // Refused, the frame stays as high as it is and scrolls.
    to.unchecked_ref::<web_sys::Window>().post_message(&message, "*").ok();
}

/// Whether an element may fill the screen; not in every frame.
pub fn can_fill_screen() -> bool {
    document().fullscreen_enabled()
}

/// Lets an element fill the screen, or no longer.
pub fn fill_screen(id: &str) {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    } else if let Some(element) = document().get_element_by_id(id) {
        close_menus(&element);
        // Refused, all stays as it is.
        element.request_fullscreen().ok();
    }
}

/// Closes what stands open over an element.
fn close_menus(element: &web_sys::Element) {
    while let Some(menu) = element.query_selector("details[open]").ok().flatten() {
        if menu.remove_attribute("open").is_err() {
            return;
        }
    }
}

/// Opens a dialog in front of all else. In a browser without dialogs it stands open in its place.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = document().get_element_by_id(id)
        && dialog
            .unchecked_ref::<web_sys::HtmlDialogElement>()
            .show_modal()
            .is_err()
    {
        dialog.set_attribute("open", "").ok();
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = document().get_element_by_id(id) {
        dialog.unchecked_into::<web_sys::HtmlDialogElement>().close();
    }
}

/// Gives an element the focus, where it stands.
pub fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(element.unchecked_ref());
    }
}

/// Prints one element without the rest of the page.
pub fn print_only(id: &str) {
    let (Some(root), Some(element)) = (document().document_element(), document().get_element_by_id(id)) else {
        return;
    };
    let mark = |is: bool| {
        for (element, class) in [(&root, "prints-one"), (&element, "printed")] {
            // A class name without blanks is never refused.
            element.class_list().toggle_with_force(class, is).ok();
        }
    };
    close_menus(&element);
    mark(true);
    // It returns when the reader is done, or says that there is nothing to print on.
    if window().print().is_err() {
        leptos::logging::error!("this page may not print");
    }
    mark(false);
}

/// Makes the page one for a frame: links open a page of their own, and nothing is as high as the frame.
pub fn embed() {
    if let Some(root) = document().document_element() {
        root.class_list().add_1("embedded").ok();
    }
    if let (Some(head), Ok(base)) = (document().head(), document().create_element("base"))
        && base.set_attribute("target", "_blank").is_ok()
    {
        head.append_child(&base).ok();
    }
}
