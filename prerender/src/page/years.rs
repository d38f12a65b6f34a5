//! The strip with the way to the other reports.

use annual_report::format::escaped;
use annual_report::model::{Index, ReportId};
use annual_report::query::encode;

/// How the element begins that leads to the other reports; it stands before the portal's block, and outside of the app.
pub const YEARS: &str = "<nav class=\"years\"";

/// That element: a link to the page of each report, by its year, or by its title where two are of one year, and one to where
/// two are set side by side. The former go on to the present view by `boot.js`.
pub fn years(index: &Index, here: &ReportId) -> String {
    let links = index.reports.iter().map(|entry| {
        let current = if entry.id == *here {
            " aria-current=\"true\""
        } else {
            ""
        };
        let page = escaped(&encode(entry.id.as_str()));
        format!(
            "<a class=\"years__link\" href=\"{page}.html\" data-report=\"{}\"{current}>{}</a>",
            escaped(entry.id.as_str()),
            escaped(&entry.name_among(&index.reports))
        )
    });
    let links: String = links.collect();
    format!(
        "{YEARS} id=\"years\" aria-label=\"各年的报告\"><div class=\"years__inner\">{links}<a class=\"years__link\" href=\"#/years\" aria-label=\"两年对比\">对比</a></div></nav>"
    )
}
