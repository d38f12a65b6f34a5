//! How far what one report says lies from what another says of the same.

use annual_report::years::{Change, Unlike};
use leptos::prelude::*;

/// In brackets: 相差 0.2 亿元 推算; or `same` where both print one amount; or why they are not set against each other.
pub fn apart(change: &Result<Change, Unlike>, same: &str) -> AnyView {
    match change {
        Err(unlike) => format!("（{}）", unlike.told()).into_any(),
        Ok(change) if change.is_same() => format!("（{same}）").into_any(),
        Ok(change) if !change.is_known() => format!("（{}）", change.told()).into_any(),
        Ok(change) => {
            // No line begins with what ends a clause.
            let end = if change.is_expected {
                "，含预计数）"
            } else {
                "）"
            };
            view! {
                "（相差 " <span class="nb">{change.amount()}</span> " "
                <span class="nb"><span class="badge badge--note">"推算"</span> {end}</span>
            }
            .into_any()
        }
    }
}
