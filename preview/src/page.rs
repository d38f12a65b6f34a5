//! The page around: the app beside us, which `preview.js` starts and stops, and what stands in the page already.

use annual_report::model::PackFile;
use annual_report::route::Route;
use js_sys::{Function, Map, Reflect, Uint8Array};
use leptos::prelude::{document, request_animation_frame, window};
use pack_files::LaidOut;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement};

/// The files of a pack, as the page gives them to the app: by name, each as bytes.
pub fn files(pack: &LaidOut) -> Map {
    let files = Map::new();
    for (name, bytes) in pack.files() {
        files.set(&name.into(), &Uint8Array::from(bytes));
    }
    files
}

/// Has the app show a report of these files, in place of one that it shows.
pub fn show(files: &Map, report: &str) {
    let original = format!("{report}/{}", PackFile::Original.name());
    let original = match files.has(&original.as_str().into()) {
        true => original.into(),
        false => JsValue::UNDEFINED,
    };
    call("show", &[files.into(), report.into(), original]);
}

/// Whether a report is among these files.
pub fn has_report(files: &Map, report: &str) -> bool {
    files.has(&format!("{report}/{}", PackFile::Report.name()).into())
}

/// Stops the app, should it run, and takes out of the page what it has put there.
pub fn stop() {
    call("stop", &[]);
}

/// Calls a function of `window.previewApp`, see `preview.js`.
fn call(name: &str, arguments: &[JsValue]) {
    let page = Reflect::get(&window(), &"previewApp".into());
    let function = page.and_then(|page| Ok((Reflect::get(&page, &name.into())?, page)));
    let called = function.and_then(|(function, page)| {
        let function: Function = function.dyn_into()?;
        Reflect::apply(&function, &page, &arguments.iter().collect())
    });
    if let Err(error) = called {
        leptos::logging::error!("{name}: {error:?}");
        uncover_message();
    }
}

/// Shows the message that the page holds for a crash.
pub fn uncover_message() {
    if let Some(message) = document().get_element_by_id("boot-error") {
        // Never refused.
        message.remove_attribute("hidden").ok();
    }
    stop_waiting();
}

/// Takes away the sign that something is on its way.
pub fn stop_waiting() {
    if let Some(waiting) = document().get_element_by_id("boot-waiting") {
        waiting.remove();
    }
}

/// Gives an element the focus, once it is there. Nothing moves.
pub fn focus_on(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id) {
            // What cannot be focused leaves the focus where it was.
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            element
                .unchecked_into::<HtmlElement>()
                .focus_with_options(&options)
                .ok();
        }
    });
}

/// Has the address name the app's first view again.
pub fn begin_anew() {
    // Refused, it names the last one, and another pack opens at that.
    window().location().set_hash(&Route::Overview.href()).ok();
}

/// Begins at the top of the page.
pub fn scroll_up() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The time of day on this device: 15:32:08.
pub fn now() -> String {
    let now = js_sys::Date::new_0();
    let [hours, minutes, seconds] = [now.get_hours(), now.get_minutes(), now.get_seconds()];
    format!("{hours:02}:{minutes:02}:{seconds:02}")
}
