//! The page with the report in it.

use std::collections::HashSet;

use annual_report::format::escaped;
use annual_report::model::{Index, ReportId};
use annual_report::query::encode;
use annual_report_app::still::Part;

use crate::host::Host;
use crate::tags::adapted;

/// Where the report goes: an element that the minifier leaves alone, once empty, once filled.
const START: &str = "<div id=still>";
/// How a filled one ends, so that it can be filled anew with another report.
const END: &str = "<!--still--></div>";

/// What stands before it: the portal's block.
const BLOCK: &str = "<div id=host>";

/// How the tag begins that says which report was found without fault.
const CHECKED: &str = "<meta name=\"checked\"";

/// That tag.
pub fn checked(fingerprint: &str) -> String {
    format!("{CHECKED} content=\"{fingerprint}\">")
}

/// How the tag begins that says where the original is.
const ORIGINAL: &str = "<meta name=\"original\"";

/// That tag, for the address of the original as the page has it.
pub fn original(address: &str) -> String {
    format!("{ORIGINAL} content=\"{}\">", escaped(address))
}

/// How the tag begins that says where the readings of the report's characters are.
const PINYIN: &str = "<meta name=\"pinyin\"";

/// That tag, for the name of the file beside the page.
pub fn pinyin(name: &str) -> String {
    format!("{PINYIN} content=\"{}\">", escaped(name))
}

/// How the tag begins that says which colours the park has, for pictures that are taken away.
const PALETTE: &str = "<meta name=\"palette\"";

/// That tag, for the colours as the app reads them.
pub fn palette(told: &str) -> String {
    format!("{PALETTE} content=\"{}\">", escaped(told))
}

/// How the tag begins that says which report of several the page is of.
const REPORT: &str = "<meta name=\"report\"";

/// That tag, for the name of the report.
pub fn report(id: &str) -> String {
    format!("{REPORT} content=\"{}\">", escaped(id))
}

/// How the element begins that leads to the other reports; it stands before the portal's block, and outside of the app.
const YEARS: &str = "<nav class=\"years\"";

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

/// What stands around the pages.
pub struct Around {
    /// The way to the other reports; empty, where there is only one.
    pub years: String,
    /// The tag that says which report of several this is; empty, where there is only one.
    pub report: String,
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

/// `page` with the report in place of what stood there. Fails if it has no place for it.
pub fn filled(page: &str, around: &Around, pages: &[Part], host: &Host) -> Result<String, String> {
    let missing = || format!("没有 {START}…</div>，不知道报告放在哪里");
    let (before, rest) = page.split_once(START).ok_or_else(missing)?;
    let (before, _) = before
        .split_once(BLOCK)
        .ok_or_else(|| format!("{BLOCK} 应在 {START} 之前"))?;
    // A page may be filled anew.
    let before = before.split_once(YEARS).map_or(before, |(before, _)| before);
    let before = headed(before, around, host)?;
    let after = match rest.split_once(END) {
        Some((_, after)) => after,
        None => rest.strip_prefix("</div>").ok_or_else(missing)?,
    };
    let mut full = String::with_capacity(page.len() + 2 * pages.iter().map(|page| page.html.len()).sum::<usize>());
    full.push_str(&before);
    full.push_str(&around.years);
    full.push_str(BLOCK);
    full.push_str(&host.block());
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

/// How the tag of a figure's link begins, up to the figure's name.
const FIGURE: &str = " href=\"#/figure/";

/// A page in which the first link to each figure is where the figure's address leads; `targets` are those that stand on a
/// page before.
fn with_figures(html: &str, targets: &mut HashSet<String>) -> String {
    let mut pieces = html.split(FIGURE);
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.split('"').next().unwrap_or_default();
        if targets.insert(name.to_owned()) {
            written.extend([" id=\"/figure/", name, "\""]);
        }
        written.extend([FIGURE, piece]);
    }
    written
}

/// What comes before the body's report, with the page's name and the portal's tags.
fn headed(before: &str, around: &Around, host: &Host) -> Result<String, String> {
    const TITLE: [&str; 2] = ["<title>", "</title>"];
    let parts = before.split_once(TITLE[0]);
    let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once(TITLE[1])?.1)));
    let (before, after) = parts.ok_or("没有 <title>…</title>")?;
    let tags = host.head();
    // A page may be filled anew, with another report.
    let after = [REPORT, CHECKED, PINYIN, ORIGINAL, PALETTE]
        .into_iter()
        .fold(after, without_tag);
    let after = after.strip_prefix(tags.as_str()).unwrap_or(after);
    Ok(format!(
        "{before}{}{}{}{}{}{}{}{}{tags}{after}",
        TITLE[0],
        escaped(&around.title),
        TITLE[1],
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

#[cfg(test)]
mod tests {
    use super::*;
    use annual_report::model::ReportEntry;

    fn part(html: &str) -> Part {
        Part {
            name: "work",
            html: html.to_owned(),
            anchors: Vec::new(),
        }
    }

    fn around() -> Around {
        Around {
            years: String::new(),
            report: String::new(),
            title: "甲 & 乙".to_owned(),
            header: "<header></header>".to_owned(),
            footer: String::new(),
            checked: String::new(),
            pinyin: String::new(),
            original: String::new(),
            palette: String::new(),
        }
    }

    const EMPTY: &str = "<head><title>x</title></head><body><div id=host></div><div id=still></div><p>x</p></body>";

    #[test]
    fn the_report_is_put_in_its_place_and_can_be_replaced() {
        let fill =
            |page: &str, html: &str| filled(page, &around(), &[part(html)], &Host::default()).unwrap_or_default();
        let once = fill(EMPTY, "<b>一</b>");
        assert!(once.starts_with("<head><title>甲 &amp; 乙</title></head>"), "{once}");
        assert!(once.contains("id=\"/work\"><b>一</b></div></main>"), "{once}");
        assert!(once.ends_with("<p>x</p></body>"));
        assert_eq!(fill(&once, "<b>一</b>"), once);
        let twice = fill(&once, "<b>二</b>");
        assert!(twice.contains("<b>二</b>") && !twice.contains("<b>一</b>"));
    }

    #[test]
    fn a_page_says_which_report_was_found_without_fault_and_of_another_that_it_was_another() {
        let fill = |page: &str, checked: String| {
            let around = Around { checked, ..around() };
            filled(page, &around, &[], &Host::default()).unwrap_or_default()
        };
        let once = fill(EMPTY, checked("7"));
        assert!(
            once.contains("</title><meta name=\"checked\" content=\"7\"></head>"),
            "{once}"
        );
        assert_eq!(fill(&once, checked("8")), once.replace("\"7\"", "\"8\""));
        assert_eq!(fill(&once, String::new()), fill(EMPTY, String::new()));
    }

    #[test]
    fn a_figures_address_leads_to_the_first_link_to_it() {
        let link = |id: &str| format!("<a class=\"figure\"{id} href=\"#/figure/a\">1</a>");
        let mut targets = HashSet::new();
        let first = with_figures(&[link(""), link("")].concat(), &mut targets);
        assert_eq!(first, [link(" id=\"/figure/a\""), link("")].concat());
        assert_eq!(with_figures(&link(""), &mut targets), link(""));
        assert_eq!(with_figures("<p>x</p>", &mut targets), "<p>x</p>");
    }

    #[test]
    fn a_page_says_where_the_readings_are_once() {
        let fill = |page: &str| {
            let around = Around {
                pinyin: pinyin("pinyin.txt"),
                original: original("a.json"),
                ..around()
            };
            filled(page, &around, &[], &Host::default()).unwrap_or_default()
        };
        let once = fill(EMPTY);
        assert_eq!(once.matches("<meta name=\"pinyin\" content=\"pinyin.txt\">").count(), 1);
        assert_eq!(fill(&once), once);
    }

    #[test]
    fn a_page_says_where_the_original_is_and_nothing_where_there_is_none() {
        let fill = |page: &str, original: String| {
            let checked = checked("7");
            let around = Around {
                checked,
                original,
                ..around()
            };
            filled(page, &around, &[], &Host::default()).unwrap_or_default()
        };
        let with = fill(EMPTY, original("data/2021/source.json"));
        let tags =
            "<meta name=\"checked\" content=\"7\"><meta name=\"original\" content=\"data/2021/source.json\"></head>";
        assert!(with.contains(tags), "{with}");
        assert_eq!(
            fill(&with, original("data/2022/source.json")),
            with.replace("2021", "2022")
        );
        assert_eq!(fill(&with, String::new()), fill(EMPTY, String::new()));
        assert!(!fill(EMPTY, String::new()).contains("original"));
    }

    #[test]
    fn a_page_says_which_colours_the_park_has_once_and_nothing_of_the_usual_ones() {
        let fill = |page: &str, palette: String| {
            let around = Around { palette, ..around() };
            filled(page, &around, &[], &Host::default()).unwrap_or_default()
        };
        let with = fill(EMPTY, palette("main:#3b2f7d"));
        assert!(
            with.contains("<meta name=\"palette\" content=\"main:#3b2f7d\"></head>"),
            "{with}"
        );
        assert_eq!(fill(&with, palette("main:#3b2f7d")), with);
        assert_eq!(fill(&with, String::new()), fill(EMPTY, String::new()));
    }

    #[test]
    fn a_page_of_several_says_which_report_it_is_of() {
        let entry = |year: u16| ReportEntry {
            id: ReportId::from(year.to_string().as_str()),
            year,
            title: "甲".to_owned(),
        };
        let index = Index {
            schema: Index::SCHEMA,
            default: ReportId::from("2032"),
            reports: vec![entry(2032), entry(2031)],
        };
        let fill = |page: &str, report: String| {
            let checked = checked("7");
            let years = match report.as_str() {
                "" => String::new(),
                report => years(
                    &index,
                    &ReportId::from(if report.contains("2031") { "2031" } else { "2032" }),
                ),
            };
            let around = Around {
                years,
                report,
                checked,
                ..around()
            };
            filled(page, &around, &[], &Host::default()).unwrap_or_default()
        };
        let one = fill(EMPTY, report("2031"));
        assert!(
            one.contains("<meta name=\"report\" content=\"2031\"><meta name=\"checked\""),
            "{one}"
        );
        let link = "<a class=\"years__link\" href=\"2031.html\" data-report=\"2031\" aria-current=\"true\">2031年</a><a class=\"years__link\" href=\"#/years\" aria-label=\"两年对比\">对比</a></div></nav><div id=host>";
        assert!(one.contains(link), "{one}");
        assert_eq!(fill(&one, report("2032")), fill(EMPTY, report("2032")));
        assert_eq!(fill(&one, String::new()), fill(EMPTY, String::new()));
    }

    #[test]
    fn a_page_without_a_place_for_it_is_refused() {
        for page in [
            "<body></body>",
            "<div id=still></div>",
            "<title></title><div id=host></div><div id=still>?",
            "<div id=host></div><div id=still></div>",
        ] {
            assert!(filled(page, &around(), &[], &Host::default()).is_err(), "{page}");
        }
    }
}
