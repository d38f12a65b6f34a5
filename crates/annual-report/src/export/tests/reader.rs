//! A reader of CSV that knows RFC 4180 and nothing of how the exports are written.

/// The rows of a file, each a list of cells. Fails where the file breaks the rules: a quote where none may be, a line
/// that does not end in CRLF, rows of different lengths.
pub(super) fn rows(file: &str) -> Vec<Vec<String>> {
    let mut chars = file
        .strip_prefix('\u{FEFF}')
        .expect("a byte order mark")
        .chars()
        .peekable();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while chars.peek().is_some() {
        let mut cell = String::new();
        let end = if chars.next_if_eq(&'"').is_some() {
            loop {
                match (chars.next().expect("a closing quote"), chars.peek()) {
                    ('"', Some('"')) => cell.extend(chars.next()),
                    ('"', _) => break chars.next(),
                    (other, _) => cell.push(other),
                }
            }
        } else {
            loop {
                match chars.next() {
                    Some('"') => panic!("a quote within a cell that has none around it: {cell}"),
                    Some(end @ (',' | '\r')) => break Some(end),
                    other => cell.extend(Some(other.expect("the end of a line"))),
                }
            }
        };
        row.push(cell);
        match end {
            Some(',') => {}
            Some('\r') => {
                assert_eq!(chars.next(), Some('\n'));
                rows.push(core::mem::take(&mut row));
            }
            other => panic!("{other:?} after a cell"),
        }
    }
    assert!(row.is_empty(), "the last line has its end");
    assert!(
        rows.iter().all(|row| row.len() == rows[0].len()),
        "rows are as long as the head"
    );
    rows
}

/// Whether a spreadsheet might take a text for a formula: told apart in another way than the exports do, on purpose.
pub(super) fn is_dangerous(text: &str) -> bool {
    let shown = text.trim_matches(|c: char| {
        !matches!(c, '\t' | '\r')
            && (c.is_whitespace()
                || c.is_control()
                || "\u{FEFF}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}".contains(c))
    });
    ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
        .iter()
        .any(|sign| shown.starts_with(sign))
}

/// What a cell should hold for a text.
pub(super) fn cell_of(text: &str) -> String {
    format!("{}{text}", if is_dangerous(text) { "'" } else { "" })
}
