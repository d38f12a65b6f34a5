//! The tags of the components' HTML, made to stand together in one page in which nothing answers yet.

/// Attributes that name other elements.
const NAMES: [&str; 6] = [
    "id",
    "for",
    "aria-labelledby",
    "aria-controls",
    "aria-describedby",
    "name",
];
/// Elements that do nothing before the app is there.
const CONTROLS: [&str; 2] = ["button", "input"];
/// What `reading.js` answers, without the app.
const READING: &str = " data-read=";

/// `html` with every id made unique by `prefix`, except those that an address leads to: they become that address. What
/// only the app can answer is disabled, and nothing but links can be gone to by keyboard.
pub fn adapted(html: &str, prefix: &str, anchors: &[(String, String)]) -> String {
    let mut adapted = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        adapted.push_str(text);
        let end = end_of(tag);
        let (tag, after) = tag.split_at(end);
        adapt(tag, prefix, anchors, &mut adapted);
        rest = after;
    }
    adapted.push_str(rest);
    adapted
}

/// Where a tag ends: after the first `>` that does not stand in quotes. A comment ends after its own sign.
fn end_of(tag: &str) -> usize {
    const COMMENT: [&str; 2] = ["<!--", "-->"];
    if tag.starts_with(COMMENT[0]) {
        return tag.find(COMMENT[1]).map_or(tag.len(), |at| at + COMMENT[1].len());
    }
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn adapt(tag: &str, prefix: &str, anchors: &[(String, String)], adapted: &mut String) {
    let name_end = tag.find([' ', '>']).unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(name_end);
    // Comments mark where views begin and end, which nobody needs here.
    if name.starts_with("<!") {
        return;
    }
    adapted.push_str(name);
    if CONTROLS.contains(&name.trim_start_matches('<')) && !rest.contains(READING) {
        adapted.push_str(" disabled");
    }
    if name == "<summary" {
        adapted.push_str(" tabindex=\"-1\"");
    }
    while let Some((before, attribute, value, after)) = next_attribute(rest) {
        rest = after;
        // An element that only the app could answer the keys of.
        if attribute == "tabindex" {
            continue;
        }
        adapted.push_str(before);
        adapted.push_str(attribute);
        adapted.push_str("=\"");
        if NAMES.contains(&attribute) {
            let names = value.split(' ').map(|name| renamed(name, prefix, anchors));
            adapted.push_str(&names.collect::<Vec<_>>().join(" "));
        } else if let Some(name) = value.strip_prefix("url(#") {
            adapted.push_str(&format!("url(#{prefix}{name}"));
        } else {
            adapted.push_str(value);
        }
        adapted.push('"');
    }
    adapted.push_str(rest);
}

/// The next `name="value"`, what stands before it, and what follows.
fn next_attribute(rest: &str) -> Option<(&str, &str, &str, &str)> {
    let equals = rest.find("=\"")?;
    let start = rest.get(..equals)?.rfind(' ').map_or(0, |at| at + 1);
    let value = rest.get(equals + 2..)?;
    let end = value.find('"')?;
    Some((
        rest.get(..start)?,
        rest.get(start..equals)?,
        value.get(..end)?,
        value.get(end + 1..)?,
    ))
}

fn renamed(name: &str, prefix: &str, anchors: &[(String, String)]) -> String {
    match anchors.iter().find(|(id, _)| id == name) {
        Some((_, address)) => address.clone(),
        // An address already: of a row.
        None if name.starts_with('/') => name.to_owned(),
        None => format!("{prefix}{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_unique_together_with_what_names_them() {
        let html = "<section id=\"a\" aria-labelledby=\"b c\"><h2 id=\"b\">id=\"a\"</h2></section>";
        let expected = "<section id=\"p-a\" aria-labelledby=\"p-b p-c\"><h2 id=\"p-b\">id=\"a\"</h2></section>";
        assert_eq!(adapted(html, "p-", &[]), expected);
        assert_eq!(
            adapted("<rect fill=\"url(#h)\"/>", "p-", &[]),
            "<rect fill=\"url(#p-h)\"/>"
        );
    }

    #[test]
    fn what_an_address_leads_to_has_it_as_its_id() {
        let anchors = [("at-2.2".to_owned(), "/work/2.2".to_owned())];
        assert_eq!(adapted("<p id=\"at-2.2\">", "p-", &anchors), "<p id=\"/work/2.2\">");
        assert_eq!(adapted("<p id=\"/project/x\">", "p-", &[]), "<p id=\"/project/x\">");
    }

    #[test]
    fn what_only_the_app_can_answer_is_disabled_and_no_stop_of_the_keyboard() {
        assert_eq!(
            adapted("<button type=\"button\">", "", &[]),
            "<button disabled type=\"button\">"
        );
        let of_reading = "<button data-read=\"keys\">";
        assert_eq!(adapted(of_reading, "", &[]), of_reading);
        assert_eq!(
            adapted("<div tabindex=\"0\" class=\"x\">", "", &[]),
            "<div class=\"x\">"
        );
        assert_eq!(adapted("<summary>", "", &[]), "<summary tabindex=\"-1\">");
        assert_eq!(adapted("<!>a<!--<() />-->b", "", &[]), "ab");
    }

    #[test]
    fn text_and_quoted_signs_stay_as_they_are() {
        let html = "<a title=\"1 > 0\" href=\"#/x\">甲 & 乙 \"丙\"</a> 丁";
        assert_eq!(adapted(html, "p-", &[]), html);
    }
}
