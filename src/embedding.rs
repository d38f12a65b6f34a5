//! Tells the page around a frame how high the report in it is, so that it need not scroll; `public/embed.js` listens
//! there.
//!
//! `{type: "annual-report:height", v: 1, id, height}`: the height is that of the content, in whole px, which shrinks
//! with it, and `id` is the hash that the frame was opened with. At most one message a frame of the screen, and only of
//! changes by more than one px. `{type: "annual-report:ask"}` from the page around has the height told once more: it
//! may have begun to listen late. Nothing else is heard.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::components::watcher;
use crate::dom;
use crate::route;
use crate::state::Pack;

/// From now on, as long as the app stands; nothing, in a page that is not framed.
pub fn tell_height(pack: Pack, names: bool) {
    let Some(around) = window().parent().ok().flatten().map(JsValue::from) else {
        return;
    };
    if around == JsValue::from(window()) {
        return;
    }
    // Without an index nothing else is on its way.
    let settled = move || pack.is_settled(names) || pack.index.failed().is_some();
    let id = JsValue::from(route::hash());
    let last = RwSignal::new(0_u32);
    let listener = around.clone();
    let tell: Rc<dyn Fn()> = Rc::new(move || {
        let height = dom::content_height();
        // What is still on its way would make the frame shrink, only to grow again.
        let moves = last.try_get_untracked().is_some_and(|last| last.abs_diff(height) > 1);
        if moves && untrack(settled) {
            last.set(height);
            dom::post(
                &listener,
                &[
                    ("type", "annual-report:height".into()),
                    ("v", 1.into()),
                    ("id", id.clone()),
                    ("height", height.into()),
                ],
            );
        }
    });
    let again = Rc::clone(&tell);
    // An observer calls once a frame of the screen, when all is laid out.
    let watcher = watcher(move || tell());
    Effect::new(move |_| {
        if settled()
            && let (Some(watcher), Some(body)) = (&watcher, document().body())
        {
            watcher.observe(&body);
        }
    });
    let asked = window_event_listener(ev::message, move |message| {
        let is_from_around = message.source().map(JsValue::from).as_ref() == Some(&around);
        let kind = js_sys::Reflect::get(&message.data(), &"type".into());
        if is_from_around && kind.is_ok_and(|kind| kind == "annual-report:ask") {
            last.try_set(0);
            let again = Rc::clone(&again);
            dom::after_layout(move || again());
        }
    });
    on_cleanup(move || asked.remove());
}
