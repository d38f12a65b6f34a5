//! Code that is loaded when it is first needed. What a chunk holds is worked out by a release build from the functions
//! named here (`splitter/`): whatever only they lead to. A developer's build has everything in one.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use annual_report::route::Route;
use leptos::prelude::*;
// A chunk could not be loaded. Why, its loader has put down elsewhere.
use leptos::wasm_split::SplitLoaderError as NotHere;

use crate::components::{ChartWanted, Waiting, chart_wanted, embed_form};
use crate::pages;
use crate::state::Shared;

/// What is loaded apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The lists with their search.
    Lists,
    /// The charts.
    Charts,
    /// Every page that is neither the first, nor a list, nor charts, and what the dialog for embedding asks.
    Pages,
}

/// How many there are.
const COUNT: usize = 3;

impl Chunk {
    /// What a view needs besides what is always there. `boot.js` knows the same and asks for it early.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Overview => None,
            Route::Enterprises(_) | Route::Projects(_) => Some(Self::Lists),
            Route::Charts(_) | Route::Chart(_) => Some(Self::Charts),
            Route::Work(_) | Route::Enterprise(_) | Route::Compare(_) | Route::Project(_) | Route::Problems(_) => {
                Some(Self::Pages)
            }
        }
    }

    async fn load(self) -> Result<(), NotHere> {
        match self {
            Self::Lists => load_lists().await,
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

chunk!(lists, load_lists, fn list_page(route: Route) -> pages::list_page(route));
chunk!(charts, load_charts, fn charts(wanted: ChartWanted) -> chart_wanted(wanted));
chunk!(pages, load_pages, fn others(wanted: OtherWanted) -> match wanted {
    OtherWanted::Page(route) => pages::other_page(route),
    OtherWanted::Embed(shared) => embed_form(shared),
});

/// What is wanted of the chunk of pages.
enum OtherWanted {
    Page(Route),
    Embed(Shared),
}

/// How a chunk stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChunkState {
    /// Nobody has asked for it.
    Unasked,
    /// On its way.
    Pending,
    /// Here.
    Ready,
    /// Not to be had, and why.
    Failed(String),
}

/// How the chunks stand.
#[derive(Clone, Copy)]
pub struct Chunks {
    changes: RwSignal<usize>,
    states: StoredValue<[ChunkState; COUNT]>,
}

impl Chunks {
    /// None asked for; all here in a build that is not split.
    pub fn new() -> Self {
        let state = || {
            if cfg!(split) {
                ChunkState::Unasked
            } else {
                ChunkState::Ready
            }
        };
        Self {
            changes: RwSignal::new(0),
            states: StoredValue::new([(); COUNT].map(|()| state())),
        }
    }

    /// How one stands, tracked.
    pub fn get(self, chunk: Chunk) -> ChunkState {
        self.changes.track();
        self.states
            .with_value(|states| states.get(chunk as usize).cloned().unwrap_or(ChunkState::Ready))
    }

    /// Whether one is here or not to be had, tracked.
    pub fn is_settled(self, chunk: Chunk) -> bool {
        matches!(self.get(chunk), ChunkState::Ready | ChunkState::Failed(_))
    }

    /// Has one loaded, unless it is here or on its way.
    pub fn ask(self, chunk: Chunk) {
        if !matches!(untrack(|| self.get(chunk)), ChunkState::Unasked | ChunkState::Failed(_)) {
            return;
        }
        self.set(chunk, ChunkState::Pending);
        leptos::task::spawn_local(async move {
            let state = match chunk.load().await {
                Ok(()) => ChunkState::Ready,
                Err(_) => ChunkState::Failed(crate::load::chunk_failure()),
            };
            self.set(chunk, state);
        });
    }

    fn set(self, chunk: Chunk, state: ChunkState) {
        self.states.update_value(|states| {
            if let Some(of_chunk) = states.get_mut(chunk as usize) {
                *of_chunk = state;
            }
        });
        self.changes.update(|changes| *changes += 1);
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

/// A page by its address: at once if its chunk is here, and otherwise as soon as it is.
pub fn page_view(page: Route) -> AnyView {
    match Chunk::of(&page) {
        Some(chunk @ Chunk::Lists) => later(chunk, move || now(list_page(page.clone()))),
        Some(chunk @ Chunk::Charts) => later(chunk, move || now(charts(ChartWanted::Page(page.clone())))),
        Some(chunk) => later(chunk, move || now(others(OtherWanted::Page(page.clone())))),
        None => view! { <pages::Overview/> }.into_any(),
    }
}

/// A chart, once the chunk of charts is here.
pub fn chart_view(wanted: ChartWanted) -> AnyView {
    now(charts(wanted))
}

/// What the dialog for embedding asks.
pub fn embed_view(shared: Shared) -> AnyView {
    later(Chunk::Pages, move || now(others(OtherWanted::Embed(shared))))
}

/// What is shown of a chunk once it is here; until then that it is on its way, or why it is not to be had.
fn later(chunk: Chunk, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let chunks = Shared::of_context().chunks;
    chunks.ask(chunk);
    if untrack(|| chunks.get(chunk)) == ChunkState::Ready {
        return view();
    }
    // Other chunks come and go without this view being made anew.
    let state = Memo::new(move |_| match chunks.get(chunk) {
        ChunkState::Ready => 2,
        ChunkState::Failed(_) => 1,
        _ => 0u32,
    });
    (move || match state.get() {
        2 => view(),
        1 => chunk_notice(chunks, chunk),
        _ => view! { <Waiting/> }.into_any(),
    })
    .into_any()
}

/// Says that a chunk failed, why, and offers to try again.
pub fn chunk_notice(chunks: Chunks, chunk: Chunk) -> AnyView {
    let ChunkState::Failed(reason) = untrack(|| chunks.get(chunk)) else {
        return ().into_any();
    };
    view! {
        <div class="failure" role="alert">
            <p class="failure__title">"这部分功能未能载入"</p>
            <p class="failure__detail">{reason}</p>
            <button type="button" class="button" on:click=move |_| chunks.ask(chunk)>"重试"</button>
        </div>
    }
    .into_any()
}

/// The view of a chunk that is here: nothing is left to wait for.
fn now(view: impl Future<Output = Result<AnyView, NotHere>>) -> AnyView {
    match pin!(view).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        // Its chunk was loaded before anybody asked for the view.
        Poll::Ready(Err(_)) | Poll::Pending => view! { <Waiting/> }.into_any(),
    }
}
