//! A chart beneath what it illustrates. Until the code of charts is here, which is asked for when the chart comes near
//! the view, it stands as the page had it before the app. A page that had none, as that of a preview, asks without being
//! scrolled: it may be printed as it stands.

use annual_report::model::Chart;
use annual_report::query::ChartQuery;
use annual_report::route::Route;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::chart::{ChartPlace, ChartWanted, element_id};
use super::seen::observer;
use super::views::maybe;
use crate::chunk::{Chunk, chart_view, chunk_failure};
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
    let whole = |chart: &Chart| chart_view(ChartWanted::One(chart.clone(), ChartPlace::Beside));
    if untrack(|| chunks.are_ready(NEEDED)) {
        return whole(&chart);
    }
    // A chart of several years would stand here without them, only to grow.
    let pack = Shared::of_context().pack;
    let alone = Route::Chart(ChartQuery::of(&chart.id));
    let is_here = Memo::new(move |_| u32::from(chunks.are_ready(NEEDED) && pack.others_are_settled(&alone)));
    (move || match is_here.get() {
        0 => before(&chart),
        _ => whole(&chart),
    })
    .into_any()
}

fn before(chart: &Chart) -> AnyView {
    let Shared { chunks, pack, .. } = Shared::of_context();
    let place = NodeRef::<Div>::new();
    let id = element_id(&chart.id);
    let still = takeover::still_chart(&id);
    if let Some(still) = still {
        when_near(place, move || chunks.ask(NEEDED, pack));
        let still = SendWrapper::new(still);
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                place.replace_children_with_node_1(&still);
            }
        });
    } else {
        dom::when_idle(move || chunks.ask(NEEDED, pack));
    }
    let failed = Memo::new(move |_| u32::from(chunks.failed(NEEDED).is_some()));
    view! {
        {move || maybe((failed.get() == 1).then(|| chunk_failure(NEEDED)))}
        <div node_ref=place class="still"><figure class="chart" id=id><h3 class="chart__title">{chart.title.clone()}</h3></figure></div>
    }
    .into_any()
}

/// Calls when the element is in view, or nearly; at once in a browser that cannot tell.
fn when_near(element: NodeRef<Div>, near: impl Fn() + Copy + 'static) {
    let Some(observer) = observer("25% 0px", move |_| near()) else {
        return near();
    };
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observer.observe(&element);
        }
    });
}
