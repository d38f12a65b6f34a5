//! A text to copy: shown whole, so that it can be copied by hand where the browser does not allow it to be done.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::dom;

/// A text with a button that copies it, and says that it did.
pub fn copy_field(name: &'static str, text: impl Fn() -> String + Clone + Send + Sync + 'static) -> AnyView {
    let field = NodeRef::<Textarea>::new();
    // 0 nothing yet, 1 copied, 2 refused; a number, because every type of signal is compiled for itself.
    let state = RwSignal::new(0_u32);
    let shown = text.clone();
    let copy = move |_| {
        let done = move |copied: bool| {
            if !copied && let Some(field) = field.get_untracked() {
                field.focus().ok();
                field.select();
            }
            state.try_set(if copied { 1 } else { 2 });
        };
        dom::copy(text(), done);
    };
    let said = move || match state.get() {
        0 => "",
        1 => "已复制",
        _ => "浏览器不允许自动复制；文字已选中，请按 Ctrl+C 复制。",
    };
    view! {
        <div class="copy">
            <label class="copy__name">{name}
                <textarea class="copy__text" node_ref=field readonly rows="2" prop:value=shown></textarea>
            </label>
            <div class="copy__line">
                <button type="button" class="button button--quiet" aria-label=format!("复制{name}") on:click=copy>"复制"</button>
                <p class="copy__said" role="status">{said}</p>
            </div>
        </div>
    }
    .into_any()
}
