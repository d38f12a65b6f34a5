//! What the page's head says of the report: its name, and tags that `boot.js` and the app read.

use annual_report::format::escaped;

use super::Around;
use crate::host::Host;

/// A tag that begins so and says this.
fn tag(start: &str, content: &str) -> String {
    format!("{start} content=\"{}\">", escaped(content))
}

/// How the tag begins that says which report was found without fault.
const CHECKED: &str = "<meta name=\"checked\"";

/// That tag.
pub fn checked(fingerprint: &str) -> String {
    tag(CHECKED, fingerprint)
}

/// How the tag begins that says where the original is.
const ORIGINAL: &str = "<meta name=\"original\"";

/// That tag, for the address of the original as the page has it.
pub fn original(address: &str) -> String {
    tag(ORIGINAL, address)
}

/// How the tag begins that says where the readings of the report's characters are.
const PINYIN: &str = "<meta name=\"pinyin\"";

/// That tag, for the name of the file beside the page.
pub fn pinyin(name: &str) -> String {
    tag(PINYIN, name)
}

/// How the tag begins that says which colours the park has, for pictures that are taken away.
const PALETTE: &str = "<meta name=\"palette\"";

/// That tag, for the colours as the app reads them.
pub fn palette(told: &str) -> String {
    tag(PALETTE, told)
}

/// How the tag begins that says which report of several the page is of.
const REPORT: &str = "<meta name=\"report\"";

/// That tag, for the name of the report.
pub fn report(id: &str) -> String {
    tag(REPORT, id)
}

/// How the tag begins that says which report the page shows.
const SHOWN: &str = "<meta name=\"shown\"";

/// That tag, for the name of the report.
pub fn shown(id: &str) -> String {
    tag(SHOWN, id)
}

/// What comes before the body's report, with the page's name and the portal's tags.
pub fn headed(before: &str, around: &Around, host: &Host) -> Result<String, String> {
    const TITLE: [&str; 2] = ["<title>", "</title>"];
    let parts = before.split_once(TITLE[0]);
    let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once(TITLE[1])?.1)));
    let (before, after) = parts.ok_or("没有 <title>…</title>")?;
    let tags = host.head();
    // A page may be filled anew, with another report.
    let after = [SHOWN, REPORT, CHECKED, PINYIN, ORIGINAL, PALETTE]
        .into_iter()
        .fold(after, without_tag);
    let after = after.strip_prefix(tags.as_str()).unwrap_or(after);
    Ok(format!(
        "{before}{}{}{}{}{}{}{}{}{}{tags}{after}",
        TITLE[0],
        escaped(&around.title),
        TITLE[1],
        around.shown,
        around.report,
        around.checked,
        around.pinyin,
        around.original,
        around.palette,
    ))
}

/// What follows the tag that begins so, if the text begins with it.
fn without_tag<'t>(text: &'t str, tag: &str) -> &'t str {
    match text.strip_prefix(tag) {
        Some(old) => old.split_once('>').map_or(old, |(_, after)| after),
        None => text,
    }
}
