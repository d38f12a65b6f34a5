//! How a view gets into a page of somebody else: a button, and the dialog with the code to paste that it opens.

use annual_report::export::{frame, frame_script};
use annual_report::parts::{Part, part_named, parts};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::copy_field::copy_field;
use super::views::{IntoViews, maybe};
use crate::chunk::embed_view;
use crate::dom;
use crate::state::Shared;

/// How high a frame begins, in px: a page of a list, of which the rest scrolls where the script is not there.
const HEIGHT: u32 = 720;

/// The ids of the dialog and of its button, of which a page has one.
const DIALOG: &str = "embed";
const BUTTON: &str = "embed-open";

/// The button, with its dialog.
pub fn embed_button() -> AnyView {
    // Made anew whenever it is opened, because the page may be another one by then.
    let wanted = RwSignal::new(false);
    let open = move |_| {
        wanted.set(true);
        // The browser gives the focus to the first thing in it, which must be there by then.
        dom::after_layout(|| dom::open_dialog(DIALOG));
    };
    // By Escape, by its button, or by a press beside it.
    let closed = move |_| {
        wanted.try_set(false);
        dom::focus_on(BUTTON);
    };
    let pressed = move |press: PointerEvent| {
        // What lies around is the dialog's as well; what lies within has an element of its own.
        if press.target() == press.current_target() {
            dom::close_dialog(DIALOG);
        }
    };
    let body = move || {
        maybe(wanted.get().then(|| {
            view! {
                <div class="embed__body">
                    <div class="embed__head">
                        <h2 id="embed-title">"嵌入到别的页面"</h2>
                        <button type="button" class="button button--quiet" on:click=|_| dom::close_dialog(DIALOG)>"关闭"</button>
                    </div>
                    {untrack(embed_view)}
                </div>
            }
        }))
    };
    view! {
        <button type="button" class="button button--quiet" id=BUTTON aria-haspopup="dialog" on:click=open>"嵌入"</button>
        <dialog class="embed" id=DIALOG aria-labelledby="embed-title" on:close=closed on:pointerdown=pressed>
            {body}
        </dialog>
    }
    .into_any()
}

/// What to embed, if there is a choice, and the code for it.
pub fn embed_form(shared: Shared) -> AnyView {
    let location = shared.location;
    let route = location.route();
    let parts = parts(&route, shared.pack.report.ready().as_deref());
    let named = part_named(&route, &parts) as u32;
    let chosen = RwSignal::new(named);
    let options = parts.iter().enumerate();
    let options = options.map(|(nth, part)| {
        view! { <option value=nth.to_string() selected=nth as u32 == named>{part.name.clone()}</option> }
    });
    let asks = parts.len() > 1;
    let choose = maybe(asks.then(|| {
        view! {
            <label class="embed__what"><span>"嵌入什么"</span>
                <select on:change=move |change| chosen.set(event_target_value(&change).parse().unwrap_or_default())>
                    {options.views()}
                </select>
            </label>
        }
    }));
    let title = document().title();
    let code = move || {
        let nth = chosen.get();
        let Some(Part { name, route }) = parts.get(nth as usize) else {
            return String::new();
        };
        // The page's own title is for all of it; a part has its own name in front of the report's.
        let title = match title.split_once(" · ") {
            Some((_, report)) if nth > 0 => format!("{name} · {report}"),
            _ => title.clone(),
        };
        frame(&title, &location.url(&route.embed_href()), HEIGHT)
    };
    view! {
        <p class="embed__told">
            "把代码放进自己的网页，就在那里显示这里的内容，不带页头页脚，链接在新窗口打开。"
        </p>
        {choose}
        {copy_field("嵌入代码", code)}
        {copy_field("自动高度（可选）", move || frame_script(&location.url("")))}
        <p class="embed__told">"没有这段脚本时高度固定，内容更长就在框里滚动。"</p>
    }
    .into_any()
}
