//! What is wrong with the pack, told to readers: a figure that lacks its unit must not look as if the document did.

use annual_report::model::{Enterprise, Finding, validate};
use leptos::prelude::*;

use super::views::{IntoViews, maybe};
use crate::state::Pack;

/// So many are told one by one …
const TOLD: usize = 20;
/// … and of each so many characters: what it repeats of the pack may be endless.
const LONGEST: usize = 300;

/// The errors and warnings of the rules, folded; nothing, where there are none or a file is not here.
pub fn findings(pack: Pack) -> AnyView {
    (move || maybe(found(pack).filter(|found| !found.is_empty()).map(note))).into_any()
}

fn found(pack: Pack) -> Option<Vec<Finding>> {
    let table = pack.enterprises.ready()?;
    let enterprises: Vec<Enterprise> = (0..table.len() as u32).filter_map(|row| table.get(row)).collect();
    Some(validate(annual_report::model::Pack {
        report: &*pack.report.ready()?,
        figures: pack.figures.ready()?.all(),
        enterprises: &enterprises,
        projects: &pack.projects.ready()?,
    }))
}

fn note(found: Vec<Finding>) -> AnyView {
    let count = found.len();
    let told = found.iter().take(TOLD);
    let told = told.map(|finding| view! { <li>{finding.to_string().chars().take(LONGEST).collect::<String>()}</li> });
    let rest = count.saturating_sub(TOLD);
    view! {
        <details class="findings">
            <summary>{format!("数据文件有 {count} 处不合约定，所涉内容可能显示不全或有误")}</summary>
            <ul>{told.views()}</ul>
            {maybe((rest > 0).then(|| view! { <p>{format!("另有 {rest} 处。")}</p> }))}
        </details>
    }
    .into_any()
}
