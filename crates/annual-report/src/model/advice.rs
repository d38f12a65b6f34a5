//! What to do about something wrong is for whoever edits the pack.

/// The advice, where an editor may be; the app does without, so that readers need not load a word of it.
#[inline(always)]
pub(super) fn for_editors(advice: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { advice }
}
