//! Code that is loaded when it is first needed. What a chunk holds is worked out by a release build from the functions
//! named here (`splitter/`): whatever only they lead to. A developer's build has everything in one.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use annual_report::route::Route;
use leptos::prelude::*;
// A chunk could not be loaded. Why, its loader has put down elsewhere.
use leptos::wasm_split::SplitLoaderError as NotHere;

use crate::components::{ChartWanted, Downloads, Waiting, chart_wanted, embed_form, failure, files, findings, maybe};
use crate::dom;
use crate::pages;
use crate::state::{Pack, Shared};

mod standing;

pub use standing::Chunks;

/// What is loaded apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// What reads enterprises and projects, which the first page does without.
    Names,
    /// The lists with their search.
    Lists,
    /// What most who read a list do without: its rows as files, and the search of the whole report, which asks all lists.
    More,
    /// The charts.
    Charts,
    /// Every page that is neither the first, nor a list, nor charts, what the dialog for embedding asks, and the rules of
    /// the pack. Those few need the rules who get a pack that was changed after the page was built; in a chunk of their
    /// own, they would tear apart what the others have in common.
    Pages,
}

impl Chunk {
    /// What a view needs besides what is always there. `boot.js` knows the same and asks for it early.
    pub fn of(route: &Route) -> &'static [Self] {
        match route {
            Route::Overview => &[],
            Route::Enterprises(_) | Route::Projects(_) => &[Self::Names, Self::Lists],
            Route::Search(_) => &[Self::Names, Self::Lists, Self::More],
            Route::Charts(_) | Route::Chart(_) => &[Self::Names, Self::Charts],
            Route::Work(_)
            | Route::Enterprise(_)
            | Route::Compare(_)
            | Route::Project(_)
            | Route::Problems(_)
            | Route::Years(_)
            | Route::Figure(_)
            | Route::About
            | Route::Keys => &[Self::Names, Self::Pages],
        }
    }

    async fn load(self) -> Result<(), NotHere> {
        match self {
            Self::Names => load_names().await,
            Self::Lists => load_lists().await,
            Self::More => load_more().await,
            Self::Charts => load_charts().await,
            Self::Pages => load_pages().await,
        }
    }
}

/// A function that leads into a chunk, and another that loads it. One to a chunk, because each remembers for itself
/// whether its chunk is here.
macro_rules! chunk {
    ($name:ident, $load:ident, fn $function:ident($argument:ident: $type:ty) -> $body:expr) => {
        #[cfg(split)]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible, preload($load))]
        fn $function($argument: $type) -> Result<AnyView, NotHere> {
            Ok($body)
        }

        #[cfg(not(split))]
        async fn $load() -> Result<(), NotHere> {
            Ok(())
        }

        #[cfg(not(split))]
        async fn $function($argument: $type) -> Result<AnyView, NotHere> {
            Ok($body)
        }
    };
}

chunk!(names, load_names, fn names(pack: Pack) -> with_names(pack, || ().into_any()));
chunk!(lists, load_lists, fn list_page(route: Route) -> with_names(of_context(), || pages::list_page(route)));
// That it leads to the lists, too, leaves them in one file: what both need is what lists need.
chunk!(more, load_more, fn more(wanted: MoreWanted) -> with_names(of_context(), || match wanted {
    MoreWanted::Page(route) => pages::found_page(route),
    MoreWanted::Downloads(downloads) => files(downloads),
}));
chunk!(charts, load_charts, fn charts(wanted: ChartWanted) -> with_names(of_context(), || chart_wanted(wanted)));
chunk!(pages, load_pages, fn others(wanted: OtherWanted) -> with_names(of_context(), || match wanted {
    OtherWanted::Page(route) => pages::other_page(route),
    OtherWanted::Embed => embed_form(Shared::of_context()),
    OtherWanted::Findings => findings(of_context()),
}));

/// Every page but the first has them loaded. That each chunk leads there makes it code that all share, one file, instead
/// of a file for every pair and three of chunks that have a part of it in common.
fn with_names(pack: Pack, view: impl FnOnce() -> AnyView) -> AnyView {
    pack.load_names();
    view()
}

fn of_context() -> Pack {
    Shared::of_context().pack
}

/// What is wanted of the chunk of what lists have more.
enum MoreWanted {
    Page(Route),
    Downloads(Downloads),
}

/// What is wanted of the chunk of pages.
enum OtherWanted {
    Page(Route),
    Embed,
    Findings,
}

/// A page by its address: at once if its chunks are here, and otherwise as soon as they are.
pub fn page_view(page: Route) -> AnyView {
    #[cfg(feature = "planted-panic")]
    crate::planted::panic_at("view");
    let chunks = Chunk::of(&page);
    match chunks.last() {
        Some(Chunk::Lists) => later(chunks, move || now(list_page(page.clone()))),
        Some(Chunk::More) => later(chunks, move || now(more(MoreWanted::Page(page.clone())))),
        Some(Chunk::Charts) => later(chunks, move || now(charts(ChartWanted::Page(page.clone())))),
        Some(_) => later(chunks, move || now(others(OtherWanted::Page(page.clone())))),
        None => view! { <pages::Overview/> }.into_any(),
    }
}

/// A chart, once the chunk of charts is here.
pub fn chart_view(wanted: ChartWanted) -> AnyView {
    now(charts(wanted))
}

/// The files that a table can be taken away as.
pub fn downloads_view(wanted: Downloads) -> AnyView {
    later(&[Chunk::More], move || now(more(MoreWanted::Downloads(wanted.clone()))))
}

/// What the dialog for embedding asks.
pub fn embed_view() -> AnyView {
    later(&[Chunk::Pages], move || now(others(OtherWanted::Embed)))
}

/// What the rules find wrong with the pack, once they are here. Until then nothing, and nothing if they are not to be had:
/// nobody has asked for them, and the report is there.
pub fn findings_view() -> AnyView {
    const RULES: &[Chunk] = &[Chunk::Names, Chunk::Pages];
    let Shared { chunks, pack, .. } = Shared::of_context();
    dom::when_idle(move || chunks.ask(RULES, pack));
    let is_here = Memo::new(move |_| u32::from(chunks.are_ready(RULES)));
    (move || maybe((is_here.get() == 1).then(|| now(others(OtherWanted::Findings))))).into_any()
}

/// What is shown of chunks once they are here; until then that they are on their way, or why they are not to be had.
fn later(needed: &'static [Chunk], view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let Shared { chunks, pack, .. } = Shared::of_context();
    chunks.ask(needed, pack);
    if untrack(|| chunks.are_ready(needed)) {
        return view();
    }
    // Other chunks come and go without this view being made anew.
    let state = Memo::new(move |_| match (chunks.are_ready(needed), chunks.failed(needed)) {
        (true, _) => 2,
        (false, Some(_)) => 1,
        (false, None) => 0u32,
    });
    (move || match state.get() {
        2 => view(),
        1 => chunk_failure(needed),
        _ => view! { <Waiting/> }.into_any(),
    })
    .into_any()
}

/// Says that one of these failed, why, and offers to try again.
pub fn chunk_failure(needed: &'static [Chunk]) -> AnyView {
    let Shared { chunks, pack, .. } = Shared::of_context();
    let why = untrack(|| chunks.failed(needed));
    maybe(why.map(|why| failure("这部分功能", why, move || chunks.ask(needed, pack))))
}

/// The view of a chunk that is here: nothing is left to wait for.
fn now(view: impl Future<Output = Result<AnyView, NotHere>>) -> AnyView {
    match pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        // Whoever asks for the view has its chunk loaded before.
        Poll::Ready(Err(_)) | Poll::Pending => {
            leptos::logging::error!("a view of a chunk that is not here");
            view! { <Waiting/> }.into_any()
        }
    }
}
