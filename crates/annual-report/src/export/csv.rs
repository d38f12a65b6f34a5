//! Lines of a CSV file: commas, CRLF, and quotes only where a cell needs them (RFC 4180).
//!
//! Promise: whoever reads CSV gets every text back, and no spreadsheet takes one for a formula: a text that begins
//! like one has an apostrophe before it. Numbers are written as they are, their minus included.

/// The mark by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Between the things of a cell that holds several.
const BETWEEN: char = '；';

/// The line that is being written. One serves for the whole file, so that its memory is asked for once.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    cells: usize,
}

impl Line {
    /// Begins a file with its names of columns.
    pub(super) fn head(columns: &[&str], sink: &mut dyn FnMut(&str)) -> Self {
        let mut line = Self::default();
        line.text.push(BYTE_ORDER_MARK);
        for column in columns {
            line.text(column);
        }
        line.end(sink);
        line
    }

    /// Adds a cell of text.
    pub(super) fn text(&mut self, cell: &str) {
        self.next();
        let quoted = cell.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n'));
        if quoted {
            self.text.push('"');
        }
        if begins_like_a_formula(cell) {
            self.text.push('\'');
        }
        for c in cell.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        if quoted {
            self.text.push('"');
        }
    }

    /// Adds a cell of several texts. One that is empty keeps its place, so that two such cells can be read side by side.
    pub(super) fn list(&mut self, parts: &mut dyn Iterator<Item = String>) {
        let mut cell = String::new();
        for (nth, part) in parts.enumerate() {
            if nth > 0 {
                cell.push(BETWEEN);
            }
            cell.push_str(&part);
        }
        self.text(&cell);
    }

    /// Adds a cell that is a number in digits, or empty.
    pub(super) fn number(&mut self, digits: &str) {
        self.next();
        self.text.push_str(digits);
    }

    /// Hands the line over and begins the next.
    pub(super) fn end(&mut self, sink: &mut dyn FnMut(&str)) {
        self.text.push_str("\r\n");
        sink(&self.text);
        self.text.clear();
        self.cells = 0;
    }

    fn next(&mut self) {
        if self.cells > 0 {
            self.text.push(',');
        }
        self.cells += 1;
    }
}

/// Whether a spreadsheet might run the text. It looks past blanks, and in Chinese and Japanese versions takes the
/// full-width signs for the others.
fn begins_like_a_formula(text: &str) -> bool {
    // TAB and CR are blanks that themselves count as a beginning.
    let first = text.chars().find(|c| matches!(c, '\t' | '\r') || !is_blank(*c));
    matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')
    )
}

/// Whether a reader sees nothing there.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | BYTE_ORDER_MARK)
}
