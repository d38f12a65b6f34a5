//! How wide a text will be, without asking a browser.
//!
//! Promise: on the side of too wide for the usual interface fonts (苹方, 微软雅黑, 思源黑体, Segoe UI, Roboto, DejaVu), so
//! that a place found free is free. A Chinese character is one em in all of them; Latin widths are the widest of them.

/// Estimated width in px of one line of text at a type size in px.
pub fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// Estimated width of one character in em.
pub(super) fn em(c: char) -> f64 {
    match c {
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0.0,
        // Combining marks, joiners, direction and variation selectors take no room of their own.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '0'..='9' => 0.64,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => 0.32,
        'i' | 'j' | 'l' | '\'' | '|' => 0.3,
        '.' | ',' | ':' | ';' | '!' | 'I' => 0.34,
        '/' | '\\' | '(' | ')' | '[' | ']' | '{' | '}' | 'f' | 't' | 'r' | '"' | '`' => 0.44,
        '-' | '\u{2010}'..='\u{2012}' => 0.45,
        '%' | '@' | 'W' => 1.0,
        'm' | 'w' | 'M' | '&' => 0.95,
        'a'..='z' | '_' | '?' | '$' | '*' => 0.64,
        'A'..='Z' => 0.8,
        '+' | '<' | '=' | '>' | '~' | '#' | '^' | '\u{2013}' | '\u{2212}' | '\u{d7}' => 0.84,
        // Latin, Greek and Cyrillic letters beyond ASCII.
        '\u{a1}'..='\u{58f}' => 0.8,
        // Half-width katakana and signs.
        '\u{ff61}'..='\u{ffdc}' => 0.5,
        // Chinese and its punctuation, and whatever else: one em. Emoji are somewhat wider.
        '\u{1f000}'..='\u{1faff}' => 1.4,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_one_em_and_so_is_its_punctuation() {
        assert_eq!(text_width("规上工业企业产值", 16.0), 128.0);
        assert_eq!(text_width("（预计），。", 10.0), 60.0);
    }

    #[test]
    fn digits_and_half_width_signs_are_narrower_than_chinese() {
        assert!((text_width("56.8", 10.0) - 22.6).abs() < 1e-9);
        assert!(text_width("15.9", 16.0) < text_width("一五九", 16.0));
        assert!(text_width("(i.e., l)", 10.0) < text_width("（ＷＷ）", 10.0));
        assert_eq!(text_width("ｱｱ", 10.0), 10.0);
    }

    #[test]
    fn what_is_not_seen_takes_no_room() {
        assert_eq!(text_width("", 16.0), 0.0);
        assert_eq!(text_width("\u{200b}\u{301}\n\u{fe0f}", 16.0), 0.0);
    }
}
