//! The page with the report in it.

use annual_report_app::still::Part;

use crate::tags::adapted;

/// Where the report goes: an element that the minifier leaves alone, once empty, once filled.
const START: &str = "<div id=still>";
/// How a filled one ends, so that it can be filled anew with another report.
const END: &str = "<!--still--></div>";

/// `page` with the report in place of what stood there. Fails if it has no place for it.
pub fn filled(page: &str, header: &str, pages: &[Part], footer: &str) -> Result<String, String> {
    let missing = || format!("没有 {START}…</div>，不知道报告放在哪里");
    let (before, rest) = page.split_once(START).ok_or_else(missing)?;
    let after = match rest.split_once(END) {
        Some((_, after)) => after,
        None => rest.strip_prefix("</div>").ok_or_else(missing)?,
    };
    let mut full = String::with_capacity(page.len() + 2 * pages.iter().map(|page| page.html.len()).sum::<usize>());
    full.push_str(before);
    full.push_str(START);
    full.push_str(&adapted(header, "s-", &[]));
    full.push_str("<main>");
    for part in pages {
        let name = part.name;
        full.push_str(&format!(
            "<div class=\"still__page\" data-page=\"{name}\" id=\"/{name}\">"
        ));
        full.push_str(&adapted(&part.html, &format!("s-{name}-"), &part.anchors));
        full.push_str("</div>");
    }
    full.push_str("</main>");
    full.push_str(&adapted(footer, "s-", &[]));
    full.push_str(END);
    full.push_str(after);
    Ok(full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(html: &str) -> Part {
        Part {
            name: "work",
            html: html.to_owned(),
            anchors: Vec::new(),
        }
    }

    #[test]
    fn the_report_is_put_in_its_place_and_can_be_replaced() {
        let empty = "<body><div id=still></div><p>x</p></body>";
        let once = filled(empty, "<header></header>", &[part("<b>一</b>")], "").unwrap_or_default();
        assert!(once.contains("id=\"/work\"><b>一</b></div></main>"), "{once}");
        assert!(once.ends_with("<p>x</p></body>"));
        let twice = filled(&once, "<header></header>", &[part("<b>二</b>")], "").unwrap_or_default();
        assert!(twice.contains("<b>二</b>") && !twice.contains("<b>一</b>"));
        assert!(twice.ends_with("</div><p>x</p></body>"), "{twice}");
    }

    #[test]
    fn a_page_without_a_place_for_it_is_refused() {
        assert!(filled("<body></body>", "", &[], "").is_err());
        assert!(filled("<body><div id=still>?", "", &[], "").is_err());
    }
}
