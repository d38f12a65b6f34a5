//! The page with the report in it.

mod figures;
mod first;
mod head;
#[cfg(test)]
mod tests;
mod years;

use std::collections::HashSet;

use annual_report_app::still::Part;

use crate::host::Host;
use crate::tags::adapted;
use figures::with_figures;
pub use first::First;
pub use head::{checked, original, palette, pinyin, report, shown};
pub use years::years;

/// Where the report goes: an element that the minifier leaves alone, once empty, once filled.
const START: &str = "<div id=still>";
/// How a filled one ends, so that it can be filled anew with another report.
const END: &str = "<!--still--></div>";

/// What stands before it: the portal's block.
const BLOCK: &str = "<div id=host>";

/// What stands around the pages.
pub struct Around {
    /// The way to the other reports; empty, where there is only one.
    pub years: String,
    /// The tag that says which report of several this is; empty, where there is only one.
    pub report: String,
    /// The tag that says which report this is, for who loads its files ahead.
    pub shown: String,
    /// The name of the page.
    pub title: String,
    /// What stands above the pages.
    pub header: String,
    /// What stands below them.
    pub footer: String,
    /// The tag that says which report was found without fault; empty, where one was not.
    pub checked: String,
    /// The tag that says where the readings of the report's characters are.
    pub pinyin: String,
    /// The tag that says where the original is; empty, where there is none.
    pub original: String,
    /// The tag that says which colours the park has; empty, where they are the usual ones.
    pub palette: String,
}

/// `page` with the report in place of what stood there, behind what is painted before its styles are here. Fails if it has
/// no place for it.
pub fn filled(
    page: &str,
    around: &Around,
    pages: &[Part],
    host: &Host,
    first: Option<&First<'_>>,
) -> Result<String, String> {
    let missing = || format!("没有 {START}…</div>，不知道报告放在哪里");
    let (before, rest) = page.split_once(START).ok_or_else(missing)?;
    let (before, _) = before
        .split_once(BLOCK)
        .ok_or_else(|| format!("{BLOCK} 应在 {START} 之前"))?;
    // A page may be filled anew.
    let before = before.split_once(years::YEARS).map_or(before, |(before, _)| before);
    let before = head::headed(before, around, host)?;
    let block = host.block();
    // The portal's block, which stands above the masthead, is as high as its words need.
    let before = first::placed(&before, first.filter(|_| block.is_empty()))?;
    let after = match rest.split_once(END) {
        Some((_, after)) => after,
        None => rest.strip_prefix("</div>").ok_or_else(missing)?,
    };
    let mut full = String::with_capacity(page.len() + 2 * pages.iter().map(|page| page.html.len()).sum::<usize>());
    full.push_str(&before);
    full.push_str(&around.years);
    full.push_str(BLOCK);
    full.push_str(&block);
    full.push_str("</div>");
    full.push_str(START);
    full.push_str(&adapted(&around.header, "s-", &[]));
    full.push_str("<main id=\"main\" tabindex=\"-1\">");
    let mut targets = HashSet::new();
    for part in pages {
        let name = part.name;
        full.push_str(&format!(
            "<div class=\"still__page\" data-page=\"{name}\" id=\"/{name}\">"
        ));
        let html = adapted(&part.html, &format!("s-{name}-"), &part.anchors);
        full.push_str(&with_figures(&html, &mut targets));
        full.push_str("</div>");
    }
    full.push_str("</main>");
    full.push_str(&adapted(&around.footer, "s-", &[]));
    full.push_str(END);
    full.push_str(after);
    Ok(full)
}
