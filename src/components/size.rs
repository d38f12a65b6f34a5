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
    let watcher = watcher(measure);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        measure();
        if let Some(watcher) = &watcher {
            watcher.observe(&element);
        }
    });
}

/// Calls whenever the size of what it observes changes, at most once a frame of the screen, until the present owner
/// goes. `None` in a browser without observers, where everything keeps the size that it first had.
pub fn watcher(resized: impl Fn() + 'static) -> Option<ResizeObserver> {
    let resized = Closure::<dyn Fn()>::new(resized);
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    let held = SendWrapper::new((observer.clone(), resized));
    on_cleanup(move || {
        if let Some(observer) = &held.0 {
            observer.disconnect();
        }
    });
    observer
}
