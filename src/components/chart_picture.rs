//! A chart's picture: the core's scene as SVG elements, which answer pointer, touch and keys.

use annual_report::chart::{
    Amount, Anchor, ChartSpec, Datum, Layout, LineRole, Mark, Origin, Part, Scene, TextRole, describe, draw,
};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
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
            {move || scene.get().map(|scene| spec.with_value(|spec| svg(spec, &scene, active)))}
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
            .map(|(low, high)| format!("，区间 {low:.3}–{high:.3}"))
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
    let lines = scene.lines.iter().map(|line| {
        let class = match line.role {
            LineRole::Grid => "grid",
            LineRole::Axis => "axis",
            LineRole::Reference => "reference",
            LineRole::Interval => "interval",
        };
        view! { <line class=class x1=px(line.x1) y1=px(line.y1) x2=px(line.x2) y2=px(line.y2)/> }
    });
    // Whiskers and the line to compare with lie over the bars, grid and axis beneath.
    let (over, under): (Vec<_>, Vec<_>) = lines
        .zip(&scene.lines)
        .partition(|(_, line)| matches!(line.role, LineRole::Interval | LineRole::Reference));
    let marks = scene.marks.iter().map(|mark| bar(mark, &fill, active));
    let texts = scene.texts.iter().map(|text| {
        let class = match text.role {
            TextRole::Label => "label",
            TextRole::Value => "value",
            TextRole::OtherValue => "value value--other",
            TextRole::Inside => "value value--inside",
            TextRole::Tick => "tick",
            TextRole::Reference => "reference-label",
        };
        let anchor = match text.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        view! {
            <text class=class x=px(text.x) y=px(text.y) font-size=px(text.size) text-anchor=anchor dy="0.35em">
                {text.content.clone()}
            </text>
        }
    });
    let hits = scene.hits.iter().map(|hit| {
        let nth = hit.datum;
        view! {
            <rect
                class="hit" class:hit--active=move || active.get() == Some(nth)
                x=px(hit.x) y=px(hit.y) width=px(hit.width) height=px(hit.height)
                on:pointerenter=move |_| active.set(Some(nth))
                on:pointerdown=move |_| active.set(Some(nth))
            />
        }
    });
    view! {
        <svg
            role="img"
            aria-label=describe(spec)
            width=px(scene.width)
            height=px(scene.height)
            viewBox=format!("0 0 {} {}", px(scene.width), px(scene.height))
        >
            <defs>
                <pattern id=hatch width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="hatch__ground" width="6" height="6"/>
                    <line class="hatch__line" x1="1.5" y1="0" x2="1.5" y2="6"/>
                </pattern>
            </defs>
            {hits.collect_view()}
            {under.into_iter().map(|(line, _)| line).collect_view()}
            {marks.collect_view()}
            {over.into_iter().map(|(line, _)| line).collect_view()}
            {texts.collect_view()}
        </svg>
    }
}

fn bar(mark: &Mark, hatch: &str, active: RwSignal<Option<usize>>) -> impl IntoView + use<> {
    let class = match (mark.origin, mark.part) {
        (Origin::Derived, _) => "bar bar--derived",
        (Origin::Reported, Part::Amount) => "bar",
        (Origin::Reported, Part::Other) => "bar bar--other",
    };
    let nth = mark.datum;
    view! {
        <rect
            class=class
            class:bar--open=mark.open_end
            class:bar--active=move || active.get() == Some(nth)
            data-datum=nth.to_string()
            x=px(mark.x) y=px(mark.y) width=px(mark.width) height=px(mark.height)
            fill=(mark.origin == Origin::Derived).then(|| hatch.to_owned())
        />
    }
}

/// Pixels with two decimals, which is finer than any screen.
fn px(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
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
