//! What to do about something wrong is for whoever edits the pack.

/// The advice, where an editor may be; the app does without, so that readers need not load a word of it. A program for
/// editors that runs in a browser asks for it by the feature `advice`.
#[inline(always)]
pub(super) fn for_editors(advice: &'static str) -> &'static str {
    if cfg!(all(target_arch = "wasm32", not(feature = "advice"))) {
        ""
    } else {
        advice
    }
}
