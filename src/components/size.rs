//! Following the size of an element.

use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

use crate::dom;

/// Measures once the element is in the page, and again whenever its size changes.
pub fn watch_size(element: NodeRef<Div>, measure: impl Fn() + Copy + 'static) {
    if !dom::IN_BROWSER {
        return;
    }
    let resized = Closure::<dyn Fn()>::new(measure);
    // Without observers everything keeps the size that it first had.
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    let watcher = observer.clone();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        measure();
        if let Some(watcher) = &watcher {
            watcher.observe(&element);
        }
    });
    let held = SendWrapper::new((observer, resized));
    on_cleanup(move || {
        if let Some(observer) = &held.0 {
            observer.disconnect();
        }
    });
}
