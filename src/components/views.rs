//! Views of one type. Every type of list, option or closure that a view holds is compiled for itself; as `AnyView`
//! they share their code, which is a tenth of what a reader has to load.

use leptos::prelude::*;

/// Lists of views of one type.
pub trait IntoViews {
    /// The views in order, as one type.
    fn views(self) -> Vec<AnyView>;
}

impl<I> IntoViews for I
where
    I: Iterator,
    I::Item: IntoAny,
{
    fn views(self) -> Vec<AnyView> {
        let mut views = Vec::new();
        self.for_each(|view| views.push(view.into_any()));
        views
    }
}

/// A view that may be missing, as one type.
pub fn maybe<V: IntoAny>(view: Option<V>) -> AnyView {
    match view {
        Some(view) => view.into_any(),
        None => ().into_any(),
    }
}

/// A text that changes, as one type.
pub fn text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(text);
    text.into_any()
}
