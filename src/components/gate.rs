//! Stands between a file of the pack and what is shown of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::notice::{FileNotice, Waiting};
use crate::loaded::{Load, Loaded};

/// What is shown of a file once it is here; until then that it is on its way, or why it is not to be had.
pub fn gate<T: Send + Sync + 'static>(
    file: Loaded<T>,
    view: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> impl IntoView {
    move || match file.get() {
        Load::Pending => view! { <Waiting/> }.into_any(),
        Load::Failed(_) => view! { <FileNotice file=file.file/> }.into_any(),
        Load::Ready(value) => view(value),
    }
}
