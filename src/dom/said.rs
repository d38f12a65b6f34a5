//! What the page says of itself, in its head and around the app: the build has written it there.

use annual_report::model::ReportId;
use annual_report::query::encode;
use leptos::prelude::document;

use super::IN_BROWSER;

/// Where the pack lies: `<meta name="pack" content="data/">`, relative to the page. Default `data/`.
pub fn pack_folder() -> String {
    meta("meta[name=pack]").unwrap_or_else(|| "data/".to_owned())
}

/// Which of several reports the page is of; each has a page `2021.html` of its own then. None, where there is only one.
pub fn report() -> Option<String> {
    IN_BROWSER.then(|| meta("meta[name=report]")).flatten()
}

/// The whole address of the page of its own that the report has besides the one that opens by itself; `boot.js` knows it.
pub fn own_page() -> Option<String> {
    document().document_element()?.get_attribute("data-own")
}

/// The page of another report beside this one. In the edition of one file each has a name of its own, which begins as the
/// page says.
pub fn page_of(report: &ReportId) -> String {
    let years = IN_BROWSER
        .then(|| document().query_selector(".years").ok().flatten())
        .flatten();
    let prefix = years
        .and_then(|years| years.get_attribute("data-prefix"))
        .unwrap_or_default();
    format!("{prefix}{}.html", encode(report.as_str()))
}

/// Which report was found without fault when the page was built, by its fingerprint.
pub fn checked_report() -> Option<String> {
    meta("meta[name=checked]")
}

/// Whether the page of the preview lies beside this one, and this is another: a developer's build has none, a page that is one
/// file or in a frame of another neither.
pub fn has_preview() -> bool {
    let has = |selector| document().query_selector(selector).is_ok_and(|found| found.is_some());
    IN_BROWSER && cfg!(split) && !has("script[data-file],script[data-preview-wasm],.embedded")
}

/// Where the readings of the report's characters are, relative to the page; a developer's build has none.
pub fn pinyin() -> Option<String> {
    meta("meta[name=pinyin]")
}

/// Where the report's original is, relative to the page, if its publisher has put it beside the pack.
pub fn original() -> Option<String> {
    IN_BROWSER.then(|| meta("meta[name=original]")).flatten()
}

/// The colours of the park, if it has its own: `main:#3b2f7d;main-deep:#2a2166`. The styles have them too, but high contrast
/// changes those.
pub fn palette() -> Option<String> {
    meta("meta[name=palette]")
}

/// How the reader wants to read, as the address says it (`mode=elder&size=1`); `reading.js` sees to it. Empty as usual.
pub fn reading() -> String {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-reading"))
        .unwrap_or_default()
}

/// Whether a key alone does something, as it does unless the reader has put that off; `reading.js` remembers it.
pub fn hears_single_keys() -> bool {
    let root = IN_BROWSER.then(|| document().document_element()).flatten();
    root.and_then(|root| root.get_attribute("data-keys")).as_deref() != Some("off")
}

fn meta(selector: &str) -> Option<String> {
    let meta = document().query_selector(selector).ok().flatten()?;
    meta.get_attribute("content")
}
