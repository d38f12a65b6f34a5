//! A button that opens a small panel: it closes by Escape, by leaving it, and by a press elsewhere.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::views::maybe;
use crate::dom;

/// A button with what it opens, which is made the first time that it is. `on_toggle` runs when it is opened or closed.
pub fn menu(
    name: &'static str,
    on_toggle: impl Fn() + 'static,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    // Ten charts have thirty menus, of which a reader opens one or two.
    let wanted = RwSignal::new(false);
    let want = move || {
        if wanted.try_get_untracked() == Some(false) {
            wanted.set(true);
        }
    };
    // Leaving the page fires some of these once more when the panel is gone.
    let panel = NodeRef::<Details>::new();
    let close = move || {
        if let Some(panel) = panel.try_get_untracked().flatten() {
            panel.set_open(false);
        }
    };
    let escape = move |key: KeyboardEvent| {
        let Some(panel) = panel.try_get_untracked().flatten().filter(|panel| panel.open()) else {
            return;
        };
        if key.key() == "Escape" {
            key.stop_propagation();
            close();
            // The focus goes back to the button, from wherever in the panel it was.
            if let Some(button) = panel.query_selector("summary").ok().flatten() {
                button.unchecked_into::<HtmlElement>().focus().ok();
            }
        }
    };
    let leave = move |focus: FocusEvent| {
        let next = focus.related_target();
        let next = next.as_ref().and_then(|target| target.dyn_ref::<Node>());
        // Without a next element the window itself was left, or something that takes no focus was pressed.
        let stays = panel
            .try_get_untracked()
            .flatten()
            .is_some_and(|panel| next.is_none() || panel.contains(next));
        if !stays {
            close();
        }
    };
    let elsewhere = dom::IN_BROWSER.then(|| {
        window_event_listener(leptos::ev::pointerdown, move |press| {
            let target = press.target();
            let target = target.as_ref().and_then(|target| target.dyn_ref::<Node>());
            if panel
                .try_get_untracked()
                .flatten()
                .is_some_and(|panel| !panel.contains(target))
            {
                close();
            }
        })
    });
    on_cleanup(move || {
        if let Some(elsewhere) = elsewhere {
            elsewhere.remove();
        }
    });
    let toggled = move |_| {
        want();
        on_toggle();
    };
    let body = move || maybe(wanted.get().then(&body));
    view! {
        <details class="menu" node_ref=panel on:keydown=escape on:focusout=leave on:toggle=toggled>
            <summary class="button button--quiet" on:click=move |_| want()>{name}</summary>
            // Pressed beside its buttons, the panel itself takes the focus. Otherwise the page behind it would, the panel
            // would close in the middle of the press, and of that Chromium 156 dies.
            <div class="menu__body" tabindex="-1">{body}</div>
        </details>
    }
    .into_any()
}
