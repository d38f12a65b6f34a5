//! A chart beneath what it illustrates. Until the code of charts is here, which is asked for when the chart comes near
//! the view, it stands as the page had it before the app.

use annual_report::model::Chart;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::chart::{ChartPlace, ChartWanted, element_id};
use super::views::maybe;
use crate::chunk::{Chunk, chart_view, chunk_notice};
use crate::dom;
use crate::state::Shared;
use crate::takeover;

/// What such a chart needs: of enterprises and projects it shows what is here.
const NEEDED: &[Chunk] = &[Chunk::Charts];

/// A chart beneath what it illustrates.
#[component]
pub fn ChartBeside(
    /// What the publisher wants drawn.
    chart: Chart,
) -> impl IntoView {
    let chunks = Shared::of_context().chunks;
    if !dom::IN_BROWSER {
        chunks.ask(NEEDED, Shared::of_context().pack);
    }
    let wanted = move || ChartWanted::One(chart.clone(), ChartPlace::Beside);
    if untrack(|| chunks.are_ready(NEEDED)) {
        return chart_view(wanted());
    }
    let is_here = Memo::new(move |_| u32::from(chunks.are_ready(NEEDED)));
    (move || match is_here.get() {
        0 => before(wanted()),
        _ => chart_view(wanted()),
    })
    .into_any()
}

fn before(wanted: ChartWanted) -> AnyView {
    let Shared { chunks, pack, .. } = Shared::of_context();
    let ChartWanted::One(chart, _) = wanted else {
        return ().into_any();
    };
    let place = NodeRef::<Div>::new();
    let id = element_id(&chart.id);
    let still = takeover::still_chart(&id);
    when_near(place, move || chunks.ask(NEEDED, pack));
    if let Some(still) = still {
        let still = SendWrapper::new(still);
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                place.replace_children_with_node_1(&still);
            }
        });
    }
    let failed = Memo::new(move |_| u32::from(chunks.failed(NEEDED).is_some()));
    view! {
        {move || maybe((failed.get() == 1).then(|| chunk_notice(NEEDED)))}
        <div node_ref=place class="still"><figure class="chart" id=id><h3 class="chart__title">{chart.title}</h3></figure></div>
    }
    .into_any()
}

/// Calls once the element is in view, or nearly; at once in a browser that cannot tell.
fn when_near(element: NodeRef<Div>, near: impl Fn() + 'static) {
    let near = std::rc::Rc::new(near);
    let called = std::rc::Rc::clone(&near);
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut entries = entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>);
        if entries.any(|entry| entry.is_intersecting()) {
            called();
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin("25% 0px");
    let Ok(observer) = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options) else {
        return near();
    };
    let watcher = SendWrapper::new(observer.clone());
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            watcher.observe(&element);
        }
    });
    let held = SendWrapper::new((observer, seen));
    on_cleanup(move || held.0.disconnect());
}
