//! A chart: its finding, what can be asked of it, the picture or the same data as a table, what it rests on.

use std::sync::Arc;

use annual_report::chart::{ChartSpec, Context, OtherYear, asked, explain, id_in_page, spec, unknown_picks};
use annual_report::format::{place_name, shortened};
use annual_report::model::{Chart, ChartKind};
use annual_report::query::ChartQuery;
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use super::chart_data::ChartData;
use super::chart_legend::legend_view;
use super::chart_menus::menus;
#[cfg(target_arch = "wasm32")]
use super::chart_picture::ChartPicture;
use super::chart_said::{described, noted};
use super::links::PlaceLink;
use super::notice::Notice;
#[cfg(not(target_arch = "wasm32"))]
use super::still_picture::ChartPicture;
use super::views::{IntoViews, maybe};
use crate::others::{Other, shows_years};
use crate::pages;
use crate::state::{Pack, Shared};

/// Where a chart stands, and with it where it is written what the reader asks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartPlace {
    /// Beneath what it illustrates: as the publisher has it, or as a table for as long as the page stands.
    Beside,
    /// Among all charts; what is asked of one stands in the address.
    All,
    /// Alone; likewise.
    Alone,
}

/// What is wanted of the chunk of charts.
#[derive(Clone)]
pub enum ChartWanted {
    /// A page of charts.
    Page(Route),
    /// One chart, where it stands.
    One(Chart, ChartPlace),
}

/// What is wanted of the chunk of charts.
pub fn chart_wanted(wanted: ChartWanted) -> AnyView {
    match wanted {
        ChartWanted::Page(route) => pages::chart_page(route),
        ChartWanted::One(chart, place) => view! { <ChartView chart place/> }.into_any(),
    }
}

/// A chart on a page, and what the reader asks of it.
#[derive(Clone, Copy)]
pub struct Charted {
    /// Where it stands.
    pub place: ChartPlace,
    /// What is asked.
    pub query: Memo<ChartQuery>,
    beside: RwSignal<bool>,
    shared: Shared,
}

impl Charted {
    fn new(id: &str, place: ChartPlace) -> Self {
        let shared = Shared::of_context();
        let beside = RwSignal::new(false);
        let plain = ChartQuery::of(id);
        let query = Memo::new(move |_| {
            let asked = match (place, shared.location.route()) {
                (ChartPlace::All, Route::Charts(Some(query))) | (ChartPlace::Alone, Route::Chart(query))
                    if query.id == plain.id =>
                {
                    query
                }
                _ => plain.clone(),
            };
            ChartQuery {
                as_table: asked.as_table || beside.get(),
                ..asked
            }
        });
        Self {
            place,
            query,
            beside,
            shared,
        }
    }

    /// Asks something else: a step that back undoes. Among several charts, of which the address names one, a table is
    /// no step: it stands for as long as the page does, so that several can stand at a time.
    pub fn ask(self, change: impl FnOnce(&mut ChartQuery)) {
        let before = self.query.get_untracked();
        let mut query = before.clone();
        change(&mut query);
        let location = self.shared.location;
        if self.place == ChartPlace::Alone {
            return location.push(Route::Chart(query));
        }
        self.beside.set(query.as_table);
        let named = location.named_chart();
        let is_named = named
            .as_ref()
            .is_some_and(|named| named.id == query.id && named.as_table);
        query.as_table = false;
        let asks_more = query
            != ChartQuery {
                as_table: false,
                ..before
            };
        if self.place == ChartPlace::All && (is_named || asks_more) {
            location.push(Route::Charts(Some(query)));
        }
    }

    /// What is drawn, tracked: it changes with what is asked and with what has come of the pack.
    pub fn spec(self, chart: &Chart, figures: &Figures) -> Option<ChartSpec> {
        with_context(self.shared.pack, figures, chart.kind, &|context| {
            self.query.with(|query| spec(&asked(chart, query, figures), context))
        })
    }

    /// The pack and the address.
    pub fn shared(self) -> Shared {
        self.shared
    }
}

/// Hands over what charts need to know of the pack, tracked; `None` while the report is not here. The reports of other
/// years are asked for only by a chart that shows them.
fn with_context<T>(pack: Pack, figures: &Figures, kind: ChartKind, run: &dyn Fn(&Context<'_>) -> T) -> Option<T> {
    let report = pack.report.ready()?;
    let (enterprises, projects) = (pack.enterprises.ready(), pack.projects.ready());
    let years = if shows_years(kind) {
        pack.other_years()
    } else {
        Vec::new()
    };
    let years: Vec<_> = years.iter().map(|(year, figures)| (*year, figures.settled())).collect();
    let years: Vec<_> = years
        .iter()
        .map(|(year, figures)| {
            let other = match figures {
                Some(Ok(figures)) => OtherYear::Here(figures),
                Some(Err(why)) => OtherYear::Failed(why.to_string()),
                None => OtherYear::Awaited,
            };
            (*year, other)
        })
        .collect();
    Some(run(&Context {
        report: &report,
        figures,
        enterprises: enterprises.as_deref(),
        projects: projects.as_deref().map(Vec::as_slice),
        years: &years,
    }))
}

/// A chart of the report, once its figures are here.
#[component]
pub fn ChartView(
    /// What the publisher wants drawn.
    chart: Chart,
    /// Where it stands.
    place: ChartPlace,
) -> impl IntoView {
    let charted = Charted::new(&chart.id, place);
    let pack = charted.shared.pack;
    move || match pack.figures.ready() {
        Some(figures) => card(charted, &chart, figures).into_any(),
        // The page says what became of the figures; the chart's place is kept for links to it.
        None => {
            view! { <figure class="chart" id=element_id(&chart.id)><h3>{chart.title.clone()}</h3></figure> }.into_any()
        }
    }
}

/// The id of a chart's element.
pub fn element_id(chart: &str) -> String {
    format!("chart-{}", id_in_page(chart))
}

/// The id of its title.
pub fn title_id(element: &str) -> String {
    format!("{element}-title")
}

fn card(charted: Charted, chart: &Chart, figures: Arc<Figures>) -> impl IntoView + use<> {
    let id = element_id(&chart.id);
    let heading = title_id(&id);
    let labelled = heading.clone();
    let title = chart.title.clone();
    let menus = menus(charted, chart, &figures);
    let chart = chart.clone();
    view! {
        <figure class="chart" id=id tabindex="-1" aria-labelledby=labelled>
            <div class="chart__head">
                <h3 class="chart__title" id=heading>{title}</h3>
                {menus}
            </div>
            {move || {
                let spec = charted.spec(&chart, &figures).map(Arc::new);
                spec.map(|spec| vec![lost(charted, &chart), body(charted, &spec), caption(&spec, &figures), again(charted, &chart)])
            }}
        </figure>
    }
}

fn body(charted: Charted, spec: &Arc<ChartSpec>) -> AnyView {
    let unit = if spec.unit.is_empty() {
        "见各项"
    } else {
        spec.unit.as_str()
    };
    let unit = unit.to_owned();
    let body = match (spec.data.is_empty(), charted.query.with(|query| query.as_table)) {
        (true, _) => view! { <p class="nothing">"没有可画的数字：" {spec.nothing.clone()} "。"</p> }.into_any(),
        (_, true) => view! { <ChartData spec=Arc::clone(spec)/> }.into_any(),
        (_, false) => view! { {maybe(legend_view(spec))} <ChartPicture spec=Arc::clone(spec)/> }.into_any(),
    };
    view! {
        <p class="chart__unit">"单位：" {unit}</p>
        <div class="chart__body">{body}</div>
    }
    .into_any()
}

fn caption(spec: &ChartSpec, figures: &Figures) -> AnyView {
    let places = spec.source.iter().cloned();
    let places = places.map(|place| view! { <li><PlaceLink place/></li> }).views();
    let notes = spec
        .notes
        .iter()
        .map(|note| view! { <p>{noted(note, figures)}</p> })
        .views();
    let said = spec.source.iter().map(place_name).collect::<Vec<_>>().join("、");
    view! {
        <figcaption>
            <p class="chart__description">{described(&explain(spec), spec)}</p>
            <div class="chart__notes">{notes}</div>
            <div class="chart__source"><span>"出处"</span><ul class="places" aria-label=format!("出处：{said}")>{places}</ul></div>
        </figcaption>
    }
    .into_any()
}

/// Offers to ask once more for the other years that could not be had; the notes say which, and why.
fn again(charted: Charted, chart: &Chart) -> AnyView {
    if !shows_years(chart.kind) {
        return ().into_any();
    }
    let others = charted.shared.pack.others().into_iter();
    let failed: Vec<Other> = others.filter(|other| other.figures.failed().is_some()).collect();
    maybe((!failed.is_empty()).then(|| {
        let again = move |_| failed.iter().for_each(Other::retry);
        view! { <button type="button" class="button" on:click=again>"重试"</button> }
    }))
}

/// Says which figures the address picks and the chart does not have.
fn lost(charted: Charted, chart: &Chart) -> AnyView {
    let lost = charted.query.with(|query| {
        let lost = unknown_picks(chart, query);
        lost.into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    maybe((!lost.is_empty()).then(|| {
        let text = format!("这张图没有链接要选的指标，已略过：{}", shortened(&lost.join("、")));
        let put_away = move || charted.ask(|query| query.picked.retain(|id| !lost.contains(id)));
        view! { <Notice on_dismiss=put_away>{text}</Notice> }
    }))
}
