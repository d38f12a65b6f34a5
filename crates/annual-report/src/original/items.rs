//! 一是, 二是 within a paragraph: which of them begin an item of the document's numbering.

use crate::format::chinese_numeral;

/// Where in a paragraph the next items after item number `item` of its section begin, in bytes.
///
/// An item begins a clause, stands outside quotes and brackets, and comes in order. Once there is an item, a new 一是
/// begins an enumeration within it, which runs on over commas and semicolons and ends with its sentence.
pub(super) fn starts(paragraph: &str, mut item: u32) -> Vec<usize> {
    let mut starts = Vec::new();
    // How far an enumeration within the item has come; 0 without one.
    let mut inner = 0;
    // The last sign that is no blank.
    let mut before = None;
    let mut quote_ends = 0;
    for (at, c) in paragraph.char_indices() {
        if at < quote_ends {
            continue;
        }
        let rest = paragraph.get(at..).unwrap_or_default();
        if let Some((inside, length)) = quoted(rest) {
            quote_ends = at + length;
            // What follows a sentence in quotes begins another one.
            before = inside.chars().next_back().filter(|c| ends_sentence(*c)).or(Some(c));
            continue;
        }
        if before.is_none_or(ends_clause) {
            let is_next = is_ordinal(rest, item + 1);
            let goes_on = inner > 0 && is_ordinal(rest, inner + 1);
            if is_next && (!goes_on || before.is_none_or(ends_sentence)) {
                item += 1;
                inner = 0;
                starts.push(at);
            } else if goes_on {
                inner += 1;
            } else if item > 0 && is_ordinal(rest, 1) {
                inner = 1;
            }
        }
        if !c.is_whitespace() {
            before = Some(c);
        }
    }
    starts
}

fn is_ordinal(text: &str, number: u32) -> bool {
    chinese_numeral(number)
        .and_then(|numeral| text.strip_prefix(numeral.as_str()))
        .is_some_and(|rest| rest.starts_with('是'))
}

/// What stands in quotes or brackets at the start, and how many bytes it has with them; nothing, if they do not end.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let opening = text.chars().next()?;
    let closing = match opening {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '（' => '）',
        '(' => ')',
        '"' => '"',
        _ => return None,
    };
    let rest = text.get(opening.len_utf8()..)?;
    let length = rest.find(closing)?;
    Some((rest.get(..length)?, opening.len_utf8() + length + closing.len_utf8()))
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '；' | '：' | '，' | '、' | ';' | ':' | ',' | '.')
}
