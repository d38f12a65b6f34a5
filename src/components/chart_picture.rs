//! A chart's picture: the core's scene as SVG elements, which answer pointer, touch and keys.

use annual_report::chart::{
    Amount, Anchor, ChartSpec, Datum, Hit, Layout, Line, LineRole, Mark, Origin, Part, Scene, Text, TextRole, describe,
    draw,
};
use annual_report::format::fixed;
use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::views::{IntoViews, maybe};

/// A chart's picture, laid out for the width it has.
#[component]
pub fn ChartPicture(
    /// What to draw; not empty.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let layout = RwSignal::new(None::<Layout>);
    watch_size(frame, layout);
    let active = RwSignal::new(None::<usize>);
    let last = spec.data.len().saturating_sub(1);
    let walk = move |key: KeyboardEvent| {
        let next = match (key.key().as_str(), active.get_untracked()) {
            ("ArrowDown" | "ArrowRight", Some(now)) => Some((now + 1).min(last)),
            ("ArrowDown" | "ArrowRight" | "Home", _) => Some(0),
            ("ArrowUp" | "ArrowLeft", Some(now)) => Some(now.saturating_sub(1)),
            ("ArrowUp" | "ArrowLeft" | "End", _) => Some(last),
            ("Escape", Some(_)) => None,
            _ => return,
        };
        key.prevent_default();
        active.set(next);
    };
    let label = format!("图：{}。用上下箭头逐项查看。", spec.title);
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
    // Where the rows of the present drawing lie; nothing reacts to it that does not react to the layout.
    let rows = StoredValue::new(Vec::<Hit>::new());
    let picture = move || {
        maybe(layout.get().map(|layout| {
            let scene = draw(&spec, layout);
            let view = svg(&spec, &scene, active);
            rows.set_value(scene.hits);
            view
        }))
    };
    let place = move || {
        layout.track();
        let row = active.get().unwrap_or_default();
        let below = rows.with_value(|rows| rows.get(row).map(|hit| hit.y + hit.height));
        format!("{}px", fixed(below.unwrap_or_default(), 0))
    };
    let point = move |y: i32| {
        let Some(frame) = frame.get_untracked() else { return };
        let y = f64::from(y) - frame.get_bounding_client_rect().y();
        active.set(rows.with_value(|rows| rows.iter().position(|hit| (hit.y..hit.y + hit.height).contains(&y))));
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
            on:blur=move |_| active.set(None)
            on:pointermove=move |pointer| point(pointer.client_y())
            on:click=move |tap| point(tap.client_y())
            on:pointerleave=move |_| active.set(None)
        >
            {picture}
            <p class="tip" style:top=place aria-hidden="true">{seen}</p>
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
            class=move || format!("hit{}", if active.get() == Some(nth) { " hit--active" } else { "" })
            x=px(hit.x) y=px(hit.y) width=px(hit.width) height=px(hit.height)
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
    super::size::watch_size(frame, measure);
}
