//! A text to copy: shown whole, so that it can be copied by hand where the browser does not allow it to be done.

use std::sync::Arc;

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::take_away;

/// A text with a button that copies it, and says that it did.
pub fn copy_field(name: &'static str, text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view_of(name, Arc::new(text))
}

/// Apart from [`copy_field`], so that it is compiled once and not for every text.
fn view_of(name: &'static str, text: Arc<dyn Fn() -> String + Send + Sync>) -> AnyView {
    let field = NodeRef::<Textarea>::new();
    // 0 nothing yet, 1 copied, 2 refused; a number, because every type of signal is compiled for itself.
    let state = RwSignal::new(0_u32);
    let shown = Arc::clone(&text);
    let copy = move |_| {
        let done = move |copied: bool| {
            // What it stood in may have been closed meanwhile.
            if !copied && let Some(field) = field.try_get_untracked().flatten() {
                field.focus().ok();
                field.select();
            }
            state.try_set(if copied { 1 } else { 2 });
        };
        take_away::copy(text(), done);
    };
    let said = move || match state.get() {
        0 => "",
        1 => "已复制",
        _ => "浏览器不允许自动复制；文字已选中，请按 Ctrl+C 复制。",
    };
    view! {
        <div class="copy">
            <label class="copy__name">{name}
                <textarea class="copy__text" node_ref=field readonly rows="3" prop:value=move || shown()></textarea>
            </label>
            <div class="copy__line">
                <button type="button" class="button button--quiet" aria-label=format!("复制{name}") on:click=copy>"复制"</button>
                <p class="copy__said" role="status">{said}</p>
            </div>
        </div>
    }
    .into_any()
}
