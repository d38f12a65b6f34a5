//! A chart's picture: the core's scene as SVG elements, which answer pointer, touch and keys.

use annual_report::chart::{
    Amount, Anchor, ChartSpec, Datum, Hit, Layout, Line, LineRole, Mark, Origin, Part, Scene, Text, TextRole, describe,
    draw,
};
use annual_report::format::fixed;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

/// A chart's picture, laid out for the width it has.
#[component]
pub fn ChartPicture(
    /// What to draw; not empty.
    spec: ChartSpec,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let layout = RwSignal::new(None::<Layout>);
    watch_size(frame, layout);
    let spec = StoredValue::new(spec);
    let scene = Memo::new(move |_| layout.get().map(|layout| spec.with_value(|spec| draw(spec, layout))));
    let active = RwSignal::new(None::<usize>);
    let count = spec.with_value(|spec| spec.data.len());
    let walk = move |key: KeyboardEvent| {
        let next = match (key.key().as_str(), active.get_untracked()) {
            ("ArrowDown" | "ArrowRight", Some(now)) => Some((now + 1).min(count - 1)),
            ("ArrowDown" | "ArrowRight" | "Home", _) => Some(0),
            ("ArrowUp" | "ArrowLeft", Some(now)) => Some(now.saturating_sub(1)),
            ("ArrowUp" | "ArrowLeft" | "End", _) => Some(count - 1),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        key.prevent_default();
        active.set(next);
    };
    let told = move || {
        active
            .get()
            .and_then(|nth| spec.with_value(|spec| spec.data.get(nth).map(tell)))
    };
    let top = move || {
        let row = active.get()?;
        scene.with(|scene| {
            scene
                .as_ref()?
                .hits
                .get(row)
                .map(|hit| format!("{}px", hit.y + hit.height))
        })
    };
    view! {
        <div
            class="picture"
            node_ref=frame
            tabindex="0"
            role="group"
            aria-label=spec.with_value(|spec| format!("图：{}。用上下箭头逐项查看。", spec.title))
            on:keydown=walk
            on:blur=move |_| active.set(None)
            on:pointerleave=move |_| active.set(None)
        >
            {move || maybe(scene.get().map(|scene| spec.with_value(|spec| svg(spec, &scene, active))))}
            <p class="tip" class:tip--shown=move || active.get().is_some() style:top=move || top().unwrap_or_default() aria-hidden="true">
                {told}
            </p>
            <p class="unseen" aria-live="polite">{told}</p>
        </div>
    }
}

/// One datum in words: label, every amount with its series, interval.
fn tell(datum: &Datum) -> String {
    let amount = |amount: &Amount| {
        let interval = amount
            .interval
            .map(|(low, high)| format!("，区间 {}–{}", fixed(low, 3), fixed(high, 3)))
            .unwrap_or_default();
        format!("{} {}{interval}", amount.series, amount.label)
    };
    let other = datum
        .other
        .as_ref()
        .map(|other| format!("；{}", amount(other)))
        .unwrap_or_default();
    format!("{}：{}{other}", datum.label, amount(&datum.amount))
}

fn svg(spec: &ChartSpec, scene: &Scene, active: RwSignal<Option<usize>>) -> impl IntoView + use<> {
    let hatch = format!("hatch-{}", spec.id);
    let fill = format!("url(#{hatch})");
    // Whiskers and the line to compare with lie over the bars, grid and axis beneath.
    let (over, under): (Vec<&Line>, Vec<&Line>) = scene
        .lines
        .iter()
        .partition(|line| matches!(line.role, LineRole::Interval | LineRole::Reference));
    let marks = scene.marks.iter().map(|mark| bar(mark, &fill, active)).views();
    let texts = scene.texts.iter().map(text).views();
    let hits = scene.hits.iter().map(|hit| area(hit, active)).views();
    view! {
        <svg role="img" aria-label=describe(spec) width=px(scene.width) height=px(scene.height)>
            <defs>
                <pattern id=hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch__ground" width="6" height="6"/>
                    <path class="hatch__line" d="M1.5 0V6"/>
                </pattern>
            </defs>
            {hits}
            {under.into_iter().map(line).views()}
            {marks}
            {over.into_iter().map(line).views()}
            {texts}
        </svg>
    }
}

fn line(line: &Line) -> impl IntoView + use<> {
    let class = match line.role {
        LineRole::Grid => "grid",
        LineRole::Axis => "axis",
        LineRole::Reference => "reference",
        LineRole::Interval => "interval",
    };
    view! { <path class=class d=format!("M{} {}L{} {}", px(line.x1), px(line.y1), px(line.x2), px(line.y2))/> }
}

/// Size and side of a text are its class's: see `.picture` in the style sheet, which follows [`Layout`].
fn text(text: &Text) -> impl IntoView + use<> {
    let role = match text.role {
        TextRole::Label => "label",
        TextRole::Value => "value",
        TextRole::OtherValue => "value value--other",
        TextRole::Inside => "value value--inside",
        TextRole::Tick => "tick",
        TextRole::Reference => "reference-label",
    };
    let side = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    view! { <text class=format!("{role} at-{side}") x=px(text.x) y=px(text.y)>{text.content.clone()}</text> }
}

fn area(hit: &Hit, active: RwSignal<Option<usize>>) -> impl IntoView + use<> {
    let nth = hit.datum;
    view! {
        <rect
            class=move || if active.get() == Some(nth) { "hit hit--active" } else { "hit" }
            x=px(hit.x) y=px(hit.y) width=px(hit.width) height=px(hit.height)
            on:pointerenter=move |_| active.set(Some(nth))
            on:pointerdown=move |_| active.set(Some(nth))
        />
    }
}

fn bar(mark: &Mark, hatch: &str, active: RwSignal<Option<usize>>) -> impl IntoView + use<> {
    let kind = match (mark.origin, mark.part) {
        (Origin::Derived, _) => "bar--derived",
        (Origin::Reported, Part::Amount) => "bar--amount",
        (Origin::Reported, Part::Other) => "bar--other",
    };
    let end = if mark.open_end { "bar--open" } else { "" };
    let nth = mark.datum;
    view! {
        <rect
            class=move || format!("bar {kind} {end} {}", if active.get() == Some(nth) { "bar--active" } else { "" })
            x=px(mark.x) y=px(mark.y) width=px(mark.width) height=px(mark.height)
            fill=if mark.origin == Origin::Derived { hatch.to_owned() } else { "currentColor".to_owned() }
        />
    }
}

/// Pixels with two decimals, which is finer than any screen.
fn px(value: f64) -> String {
    fixed(value, 2)
}

/// Keeps `layout` at the width and type size that the frame has.
fn watch_size(frame: NodeRef<Div>, layout: RwSignal<Option<Layout>>) {
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
    let resized = Closure::<dyn Fn()>::new(measure);
    // Without observers the picture keeps the width it was first drawn for.
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
    let watcher = StoredValue::new_local((observer, resized));
    Effect::new(move |_| {
        if let Some(element) = frame.get() {
            measure();
            watcher.with_value(|(observer, _)| {
                if let Some(observer) = observer {
                    observer.observe(&element);
                }
            });
        }
    });
    on_cleanup(move || {
        watcher.try_with_value(|(observer, _)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
}
