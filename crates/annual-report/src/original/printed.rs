//! Where a text has a figure as the document prints it, and not only as part of a longer number.

/// How many times a form is looked for in one passage. More cannot be told apart anyway.
const MOST: usize = 100;

/// From which to which byte `text` has `printed`, in order. Wide and narrow signs are the same, and blanks do not count
/// unless they are between two digits.
pub(super) fn spots(text: &str, printed: &str) -> Vec<(usize, usize)> {
    let mut spots = Vec::new();
    let mut from = 0;
    for (start, c) in text.char_indices() {
        if start < from || c.is_whitespace() || spots.len() == MOST {
            continue;
        }
        let length = length_at(text.get(start..).unwrap_or_default(), printed);
        if let Some(end) = length.map(|length| start + length)
            && !is_cut(text, start, end)
        {
            spots.push((start, end));
            from = end;
        }
    }
    spots
}

/// How many bytes the form takes at the start of the text; nothing if it is not there.
fn length_at(text: &str, printed: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut last = None;
    for wanted in printed.chars().filter(|c| !c.is_whitespace()).map(narrow) {
        let mut next = rest.next()?;
        while next.is_whitespace() && !(wanted.is_ascii_digit() && last.is_some_and(|c: char| c.is_ascii_digit())) {
            next = rest.next()?;
        }
        if narrow(next) != wanted {
            return None;
        }
        last = Some(wanted);
    }
    last.map(|_| text.len() - rest.as_str().len())
}

/// The narrow form of a wide sign: 5 for ５, % for ％.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether the number at either end goes on beyond it.
fn is_cut(text: &str, start: usize, end: usize) -> bool {
    let inside = text.get(start..end).unwrap_or_default();
    let mut before = text.get(..start).unwrap_or_default().chars().rev();
    let mut after = text.get(end..).unwrap_or_default().chars();
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    first.is_some_and(|first| goes_on(first, before.next(), before.next()))
        || last.is_some_and(|last| {
            let next = after.next();
            goes_on(last, next, after.next())
                // Without its hundreds it is another number.
                || (is_digit(last) && next.is_some_and(|next| "十百千万亿%％‰".contains(next)))
        })
}

/// Whether a number with this sign at its edge has `next` in it, too.
fn goes_on(edge: char, next: Option<char>, further: Option<char>) -> bool {
    let Some(next) = next else { return false };
    if is_digit(edge) {
        is_digit(next) || (matches!(next, '.' | '．' | ',') && further.is_some_and(is_digit))
    } else {
        is_numeral(edge) && (is_digit(next) || is_numeral(next))
    }
}

fn is_digit(c: char) -> bool {
    narrow(c).is_ascii_digit()
}

fn is_numeral(c: char) -> bool {
    "〇零一二两三四五六七八九十百千万亿".contains(c)
}
