//! Noticing what comes into view.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls with every element observed that comes into the view as `margin` makes it wider or narrower, until the present
/// owner goes. `None` in a browser without observers.
pub fn observer(margin: &str, seen: impl Fn(web_sys::Element) + 'static) -> Option<SendWrapper<IntersectionObserver>> {
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            if entry.is_intersecting() {
                seen(entry.target());
            }
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
    let held = SendWrapper::new((observer.clone(), seen));
    on_cleanup(move || held.0.disconnect());
    Some(SendWrapper::new(observer))
}
