//! A chart's picture: the core's scene as SVG elements, which answer pointer, touch and keys.

use annual_report::chart::{
    Amount, ChartSpec, Datum, Hit, Layout, Shape, describe, draw, interval_text, markup, patterns, px,
};
use annual_report::model::FigureId;
use annual_report::route::Route;
use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{Element, PointerEvent};

use super::drawn::drawn;
use super::prose::prose;
use super::views::maybe;
use crate::route::ListPlace;
use crate::state::Shared;

/// The room for a picture on an A4 page, and the type size there, as the style sheet has them.
const PAPER: Layout = Layout {
    width: 630.0,
    font: 13.2,
};

/// A chart's picture, laid out for the width it has.
#[component]
pub fn ChartPicture(
    /// What to draw; not empty.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let layout = RwSignal::new(None::<Layout>);
    let type_size = NodeRef::<Div>::new();
    watch_size(frame, type_size, layout);
    let active = RwSignal::new(None::<usize>);
    let last = spec.data.len().saturating_sub(1);
    // Lines have figures of other reports, too, which this one knows nothing of.
    let figures: Vec<Option<FigureId>> = match spec.shape {
        Shape::Lines => Vec::new(),
        _ => spec.data.iter().map(|datum| datum.figure.clone()).collect(),
    };
    let figures = StoredValue::new(figures);
    let location = Shared::of_context().location;
    // Out of a frame lead links only.
    let opens = move |nth: usize| {
        let figure = figures.with_value(|figures| figures.get(nth).cloned().flatten());
        figure.filter(|_| !location.is_embedded())
    };
    let open = move |nth: usize| {
        if let Some(figure) = opens(nth) {
            location.keep_list(ListPlace {
                scrolled: 0.0,
                active: Some(nth as u32),
            });
            location.go(&Route::Figure(figure));
        }
    };
    let walk = move |key: KeyboardEvent| {
        let next = match (key.key().as_str(), active.get_untracked()) {
            ("ArrowDown" | "ArrowRight", Some(now)) => (now + 1).min(last),
            ("ArrowDown" | "ArrowRight" | "Home", _) => 0,
            ("ArrowUp" | "ArrowLeft", Some(now)) => now.saturating_sub(1),
            ("ArrowUp" | "ArrowLeft" | "End", _) => last,
            ("Enter", Some(now)) => {
                open(now);
                return;
            }
            _ => return,
        };
        key.prevent_default();
        active.set(Some(next));
    };
    // A tip goes by Escape wherever the focus is: a pointer alone may have brought it, over what the reader wants to see.
    let escape = window_event_listener(leptos::ev::keydown, move |key| {
        if key.key() == "Escape" && active.try_get_untracked().flatten().is_some() {
            active.set(None);
        }
    });
    on_cleanup(move || escape.remove());
    let keys = match location.is_embedded() {
        true => "用上下箭头逐项查看",
        false => "用上下箭头逐项查看，按回车看出处",
    };
    let label = format!("图：{}。{keys}。", spec.title);
    let told = {
        let spec = Arc::clone(&spec);
        move || {
            active
                .get()
                .and_then(|nth| spec.data.get(nth))
                .map(tell)
                .unwrap_or_default()
        }
    };
    // Where the areas of the present drawing lie; nothing reacts to it that does not react to the layout.
    let areas = StoredValue::new(Vec::<Hit>::new());
    let picture = move || {
        maybe(layout.get().map(|layout| {
            let scene = draw(&spec, layout);
            let (width, height) = (px(scene.width), px(scene.height));
            let marks = patterns(&spec.id) + &markup(&scene, &spec.id);
            areas.set_value(scene.hits);
            let tall = format!("{height}px");
            let svg = drawn("drawing", width, height, Some(describe(&spec)), marks);
            // Of known height, so the browser may leave out what it holds until it comes into view (its style sheet).
            view! { <div class="sheet" style:height=tall>{svg}</div> }
        }))
    };
    Effect::new(move |_| {
        // A new drawing knows nothing of it.
        layout.track();
        let active = active.get();
        if let Some(frame) = frame.get() {
            show_active(&frame, active);
        }
    });
    // The tip stands beneath its area, on the side of the picture on which that is.
    let place = move |side: Side| {
        let width = layout.get().map(|layout| layout.width).unwrap_or_default();
        let nth = active.get().unwrap_or_default();
        let area = areas.with_value(|areas| areas.get(nth).cloned());
        let area = area.map(|area| (area.x, area.y + area.height, width - area.x - area.width));
        let (left, below, right) = area.unwrap_or_default();
        match side {
            Side::Top => format!("{}px", px(below)),
            Side::Left if left <= right => format!("{}px", px(left)),
            Side::Right if left > right => format!("{}px", px(right)),
            Side::Left | Side::Right => "auto".to_owned(),
        }
    };
    let point = move |x: i32, y: i32| {
        let Some(frame) = frame.get_untracked() else { return };
        let frame = frame.get_bounding_client_rect();
        let (x, y) = (f64::from(x) - frame.x(), f64::from(y) - frame.y());
        let holds = |hit: &Hit| (hit.x..hit.x + hit.width).contains(&x) && (hit.y..hit.y + hit.height).contains(&y);
        active.set(areas.with_value(|areas| Some(areas.iter().find(|hit| holds(hit))?.datum)));
    };
    let seen = told.clone();
    view! {
        <div
            class="picture"
            node_ref=frame
            tabindex="0"
            role="group"
            aria-label=label
            on:keydown=walk
            // Whoever comes back from a mark is at it again.
            on:focus=move |_| {
                if let Some(nth) = location.take_mark() {
                    active.set(Some((nth as usize).min(last)));
                }
            }
            on:blur=move |_| active.set(None)
            // A finger or a pen shows by a tap, and what it shows stays when it is lifted.
            on:pointermove=move |pointer| {
                if hovers(&pointer) {
                    point(pointer.client_x(), pointer.client_y());
                }
            }
            on:click=move |tap| {
                let before = active.get_untracked();
                point(tap.client_x(), tap.client_y());
                let now = active.get_untracked();
                // What a pointer stands on is opened by a click; a finger shows it first.
                if let Some(nth) = now.filter(|_| now == before) {
                    open(nth);
                }
            }
            on:pointerleave=move |pointer| {
                if hovers(&pointer) {
                    active.set(None);
                }
            }
        >
            {picture}
            <div node_ref=type_size class="picture__type" aria-hidden="true"></div>
            <p
                class="tip"
                class:tip--opens=move || active.get().and_then(opens).is_some()
                style:top=move || place(Side::Top)
                style:left=move || place(Side::Left)
                style:right=move || place(Side::Right)
                aria-hidden="true"
                // A pointer on the tip is on what the tip tells, whatever lies beneath.
                on:pointermove=|pointer| pointer.stop_propagation()
                on:click=move |click| {
                    click.stop_propagation();
                    if let Some(nth) = active.get_untracked() {
                        open(nth);
                    }
                }
            >{move || prose(&seen())}</p>
            <p class="unseen" aria-live="polite">{told}</p>
        </div>
    }
}

/// Whether what points does so without touching.
fn hovers(pointer: &PointerEvent) -> bool {
    pointer.pointer_type() == "mouse"
}

/// From where the tip is placed.
#[derive(Clone, Copy)]
enum Side {
    Top,
    Left,
    Right,
}

/// One datum in words: label, every amount with its series, interval.
fn tell(datum: &Datum) -> String {
    let amount = |amount: &Amount| {
        let interval = interval_text(amount)
            .map(|interval| format!("，区间 {interval}"))
            .unwrap_or_default();
        format!("{} {}{interval}", amount.series, amount.label)
    };
    let other = datum
        .other
        .as_ref()
        .map(|other| format!("；{}", amount(other)))
        .unwrap_or_default();
    let panel = datum
        .panel
        .as_ref()
        .map(|panel| format!("{panel} "))
        .unwrap_or_default();
    format!("{panel}{}：{}{other}", datum.label, amount(&datum.amount))
}

/// Marks what belongs to the active datum, in the present drawing.
fn show_active(frame: &Element, active: Option<usize>) {
    while let Some(last) = frame.query_selector(".active").ok().flatten() {
        // A class name without blanks is never refused; were it, this would not end.
        if last.class_list().remove_1("active").is_err() {
            return;
        }
    }
    let Some(active) = active else { return };
    let of_datum = format!("[data-datum=\"{active}\"]:not(.active)");
    while let Some(next) = frame.query_selector(&of_datum).ok().flatten() {
        if next.class_list().add_1("active").is_err() {
            return;
        }
    }
}

/// Keeps `layout` at the width and type size that the frame has.
fn watch_size(frame: NodeRef<Div>, type_size: NodeRef<Div>, layout: RwSignal<Option<Layout>>) {
    let measure = move || {
        let Some(frame) = frame.get_untracked() else { return };
        let width = frame.get_bounding_client_rect().width();
        let font = window()
            .get_computed_style(&frame)
            .ok()
            .flatten()
            .and_then(|style| style.get_property_value("font-size").ok())
            // The browser's parser is there already; Rust's own would bring 12 KB of tables.
            .map(|size| js_sys::Number::parse_float(&size))
            .filter(|size| size.is_finite())
            .unwrap_or(16.0);
        let now = Some(Layout { width, font });
        // Hidden, the frame has no width; what was drawn last stays right.
        if width > 0.0 && layout.try_with_untracked(|last| *last != now) == Some(true) {
            layout.set(now);
        }
    };
    super::size::watch_size(frame, measure);
    // As large as a letter: the frame is as wide whatever the type is.
    super::size::watch_size(type_size, measure);
    // Paper has another width than the screen, and tells nobody.
    let before = window_event_listener(leptos::ev::beforeprint, move |_| layout.set(Some(PAPER)));
    let after = window_event_listener(leptos::ev::afterprint, move |_| measure());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
