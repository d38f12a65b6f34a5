//! What of a pack's texts is shown. Whatever they hold, none governs what stands around it, none is a link with nothing
//! to see, and each has an end: in the page, in its title, in charts and in what is taken away.

use std::borrow::Cow;

/// The longest text, in characters: more than anybody writes of one thing, and less than a page chokes on.
const LONGEST: usize = 5_000;
/// The longest name, title or unit.
const LONGEST_NAME: usize = 200;
/// Stands for what cannot be shown, so that reader and publisher see that something is there.
const UNSHOWN: char = '\u{FFFD}';
/// Follows what is shown of a text that is too long.
const CUT: &str = "…（太长，余下未显示）";

/// What is shown of a field's text, and why that is not all of it. What is shown once is shown as it is.
pub(super) fn shown<'a>(text: Cow<'a, str>, field: &str) -> (Cow<'a, str>, Option<String>) {
    let most = if is_name(field) { LONGEST_NAME } else { LONGEST };
    // As many bytes are no more characters.
    if text.len() <= most && is_plain(&text) {
        return (text, None);
    }
    // What the reader clicks, or reads a page by.
    if matches!(field, "name" | "title" | "subject" | "printed") && text.chars().all(is_invisible) {
        return (UNSHOWN.to_string().into(), Some("没有看得见的字".to_owned()));
    }
    let mut why = None;
    let mut shown = String::with_capacity(text.len().min(4 * most));
    let mut cut = 0;
    for (nth, c) in text.chars().enumerate() {
        if nth == most {
            shown.truncate(cut);
            shown.push_str(CUT);
            why = Some(format!("有 {} 字，多于 {most} 字", text.chars().count()));
            break;
        }
        if is_unseemly(c) {
            why = why.or_else(|| Some(format!("有不能显示的字符 U+{:04X}", u32::from(c))));
        }
        shown.push(if is_unseemly(c) { UNSHOWN } else { c });
        if nth + CUT.chars().count() < most {
            cut = shown.len();
        }
    }
    match why {
        None => (text, None),
        why => (shown.into(), why),
    }
}

/// Fields that name something, in a word or a line.
fn is_name(field: &str) -> bool {
    matches!(
        field,
        "name"
            | "title"
            | "subject"
            | "unit"
            | "printed"
            | "industry"
            | "industries"
            | "tag"
            | "tags"
            | "organisation"
            | "short_name"
            | "issuer"
            | "printed_on"
            | "document_type"
            | "status_printed"
            | "whole"
    )
}

/// Nearly every text is: something can be seen of it, and no byte belongs to a character that cannot be shown.
fn is_plain(text: &str) -> bool {
    let mut is_seen = false;
    for byte in text.bytes() {
        match byte {
            b'\t' | b'\n' | b'\r' => {}
            // What begins C1 controls, general punctuation with its bidi controls, and the end of the plane.
            ..=0x1F | 0x7F | 0xC2 | 0xE2 | 0xEF => return false,
            b'!'..=b'~' | 0xE4..=0xE9 => is_seen = true,
            _ => {}
        }
    }
    is_seen
}

/// Controls, what turns the direction of other texts around, and what XML does not have.
fn is_unseemly(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Blanks, and what has no look of its own.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::{CUT, shown};

    fn of(text: &str, field: &str) -> (String, Option<String>) {
        let (shown, why) = shown(text.into(), field);
        (shown.into_owned(), why)
    }

    #[test]
    fn what_people_write_is_shown_as_it_is() {
        let long = "字".repeat(5_000);
        for text in [
            "",
            "三磊玻纤",
            "“甲”—·（乙）…",
            "a\tb\r\nc",
            "شركة 12",
            "👨‍👩🏽",
            "<b>&\u{2028}",
            "\u{200B}甲",
            &long,
        ] {
            assert_eq!(of(text, "text"), (text.to_owned(), None));
        }
        assert_eq!(of("", "unit"), (String::new(), None));
    }

    #[test]
    fn what_would_govern_other_texts_is_seen_and_named() {
        for (text, seen, code) in [
            ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}", "U+202E"),
            ("\0甲\u{9B}", "\u{FFFD}甲\u{FFFD}", "U+0000"),
            ("甲\u{FFFF}", "甲\u{FFFD}", "U+FFFF"),
        ] {
            assert_eq!(
                of(text, "name"),
                (seen.to_owned(), Some(format!("有不能显示的字符 {code}")))
            );
        }
    }

    #[test]
    fn a_text_has_an_end_and_a_name_an_earlier_one() {
        assert_eq!(of(&"字".repeat(200), "name").1, None);
        let (name, why) = of(&"W".repeat(10_000), "name");
        assert_eq!(why.as_deref(), Some("有 10000 字，多于 200 字"));
        assert!(name.starts_with("WWW") && name.ends_with(CUT), "{name}");
        assert_eq!(name.chars().count(), 200);
        assert_eq!(of(&name, "name"), (name.clone(), None));
        assert_eq!(of(&"字".repeat(5_001), "text").0.chars().count(), 5_000);
    }

    #[test]
    fn a_name_has_something_to_click_on() {
        for name in ["", " \u{3000}", "\u{200B}\u{2060}\u{FEFF}", "\u{3164}"] {
            assert_eq!(
                of(name, "name"),
                ("\u{FFFD}".to_owned(), Some("没有看得见的字".to_owned()))
            );
            assert_eq!(of(name, "printed").0, "\u{FFFD}");
            assert_eq!(of(name, "text"), (name.to_owned(), None));
        }
    }
}
