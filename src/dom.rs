//! Small things asked of the page itself. A page that lacks what is asked for is left as it is: none of this may
//! keep the report from showing.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Whether there is a page to ask. Elsewhere the views become text: the page that is there before the app is.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

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
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute("data-moved"))
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
        }
    }
    if let Some(root) = document().document_element() {
        // Never refused; tests and `boot.js` read it.
        root.set_attribute("data-boot", "started").ok();
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

/// Runs when the browser has nothing else to do; never, in one that does not tell.
pub fn when_idle(run: impl Fn() + 'static) {
    if !IN_BROWSER {
        return;
    }
    leptos::prelude::request_idle_callback(run);
}

/// Runs after the views have been brought up to date and laid out.
pub fn after_layout(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}

/// A file in the making, kept by the browser and not by us: memory that we once took is never given back.
#[derive(Default)]
pub struct File {
    pieces: js_sys::Array,
    waiting: String,
}

impl File {
    /// Adds a piece of text.
    pub fn push(&mut self, piece: &str) {
        self.waiting.push_str(piece);
        if self.waiting.len() > 1 << 16 {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        self.pieces.push(&js_sys::Uint8Array::from(self.waiting.as_bytes()));
        self.waiting.clear();
    }

    /// Gives the file to the reader. A frame that may not download does nothing, and the console says so.
    pub fn save(mut self, name: &str, kind: &str) {
        self.hand_over();
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        match web_sys::Blob::new_with_u8_array_sequence_and_options(&self.pieces, &options) {
            Ok(blob) => save(&blob, name),
            Err(refused) => leptos::logging::error!("{name}: cannot be made: {refused:?}"),
        }
    }
}

/// Gives a file to the reader.
fn save(blob: &web_sys::Blob, name: &str) {
    let url = web_sys::Url::create_object_url_with_blob(blob);
    let link = document().create_element("a");
    let (Ok(url), Ok(link)) = (url, link) else {
        leptos::logging::error!("{name}: cannot be made");
        return;
    };
    if link.set_attribute("href", &url).is_ok() && link.set_attribute("download", name).is_ok() {
        link.unchecked_into::<HtmlElement>().click();
    }
    // The browser has begun to read by then; without this the file would be kept as long as the page.
    let forget = move || drop(web_sys::Url::revoke_object_url(&url));
    leptos::prelude::set_timeout(forget, std::time::Duration::from_secs(60));
}

/// Gives an SVG to the reader as a PNG of twice its size in px. A browser that cannot draw it says so on the console.
pub fn save_as_png(svg: &str, width: f64, height: f64, name: String) {
    let Ok(image) = web_sys::HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let draw = move || {
        let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        canvas.set_width((2.0 * width) as u32);
        canvas.set_height((2.0 * height) as u32);
        let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        context
            .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, 2.0 * width, 2.0 * height)
            .ok()?;
        let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| match blob {
            Some(blob) => save(&blob, &name),
            None => leptos::logging::error!("{name}: cannot be made"),
        });
        canvas.to_blob(done.unchecked_ref()).ok()
    };
    let draw = Closure::once_into_js(move || {
        if draw().is_none() {
            leptos::logging::error!("the picture cannot be drawn");
        }
    });
    let failed = Closure::once_into_js(|| leptos::logging::error!("the picture cannot be read"));
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_onerror(Some(failed.unchecked_ref()));
    // Inline, because the page's policy allows pictures from here and inline ones, and no others.
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(svg))
    ));
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    // Over plain http browsers have no clipboard to offer.
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !has_clipboard {
        return done(false);
    }
    let copying = navigator.clipboard().write_text(&text);
    leptos::task::spawn_local(async move {
        done(js_sys::futures::JsFuture::from(copying).await.is_ok());
    });
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
