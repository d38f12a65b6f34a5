//! From a place in a JSON text to its pointer and back: what cannot be parsed comes with line and column and wants a
//! path, what is read wrongly comes with a path and wants line and column. The text is walked only after an error.

/// The JSON pointer (RFC 6901) of the value that the text has reached at this line and column, both counted from 1
/// as `serde_json` counts them. Total: broken text gives the pointer of the last value that could be told.
pub(super) fn pointer_at(text: &[u8], line: usize, column: usize) -> String {
    let mut walk = Walk {
        open: Vec::new(),
        expects_key: false,
    };
    let mut at = 0;
    let end = offset(text, line, column);
    while at < end {
        match text.get(at) {
            Some(b'"') => {
                let close = string_end(text, at);
                if walk.expects_key {
                    walk.name(text.get(at + 1..close).unwrap_or_default());
                }
                at = close;
            }
            Some(b'{') => walk.open(Step::Key(String::new())),
            Some(b'[') => walk.open(Step::Index(0)),
            Some(b'}' | b']') => walk.close(),
            Some(b',') => walk.next(),
            Some(_) => {}
            None => break,
        }
        at += 1;
    }
    walk.pointer()
}

/// Line and column, both counted from 1, where the value at this pointer begins; where there is none, those of the
/// nearest value around it. `(0, 0)` if the text has not even that.
pub(super) fn place_of(text: &[u8], pointer: &str) -> (usize, usize) {
    let mut wanted = pointer;
    loop {
        if let Some(at) = start_of(text, wanted) {
            let before = text.get(..at).unwrap_or_default();
            let line_start = before
                .iter()
                .rposition(|byte| *byte == b'\n')
                .map_or(0, |newline| newline + 1);
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            // Bytes that go on with a character (10xxxxxx) do not count.
            let column = before
                .iter()
                .skip(line_start)
                .filter(|byte| (**byte & 0xC0) != 0x80)
                .count()
                + 1;
            return (line, column);
        }
        match wanted.rsplit_once('/') {
            Some((around, _)) => wanted = around,
            None => return (0, 0),
        }
    }
}

fn start_of(text: &[u8], pointer: &str) -> Option<usize> {
    let depth = pointer.matches('/').count();
    let mut walk = Walk {
        open: Vec::new(),
        expects_key: false,
    };
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let begins_value = match byte {
            b'"' => !walk.expects_key,
            b'}' | b']' | b',' | b':' => false,
            byte => !byte.is_ascii_whitespace(),
        };
        if begins_value && walk.open.len() == depth && walk.pointer() == pointer {
            return Some(at);
        }
        match byte {
            b'"' => {
                let close = string_end(text, at);
                if walk.expects_key {
                    walk.name(text.get(at + 1..close).unwrap_or_default());
                }
                at = close;
            }
            b'{' => walk.open(Step::Key(String::new())),
            b'[' => walk.open(Step::Index(0)),
            b'}' | b']' => walk.close(),
            b',' => walk.next(),
            _ => {}
        }
        at += 1;
    }
    None
}

enum Step {
    Key(String),
    Index(usize),
}

struct Walk {
    open: Vec<Step>,
    expects_key: bool,
}

impl Walk {
    fn open(&mut self, step: Step) {
        self.expects_key = matches!(step, Step::Key(_));
        self.open.push(step);
    }

    fn close(&mut self) {
        self.open.pop();
        self.expects_key = false;
    }

    fn next(&mut self) {
        match self.open.last_mut() {
            Some(Step::Index(index)) => *index += 1,
            Some(Step::Key(_)) => self.expects_key = true,
            None => {}
        }
    }

    fn name(&mut self, key: &[u8]) {
        if let Some(Step::Key(name)) = self.open.last_mut() {
            let key = core::str::from_utf8(key).unwrap_or_default();
            *name = key.replace('~', "~0").replace('/', "~1");
        }
        self.expects_key = false;
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.open {
            match step {
                // An object just opened: nothing in it has a name yet.
                Step::Key(name) if name.is_empty() => {}
                Step::Key(name) => pointer.push_str(&format!("/{name}")),
                Step::Index(index) => pointer.push_str(&format!("/{index}")),
            }
        }
        pointer
    }
}

/// Where the string that begins at `open` ends: the place of its closing quote.
fn string_end(text: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        let rest = text.get(start..).unwrap_or_default();
        match rest.iter().position(|byte| *byte == b'\n') {
            Some(newline) => start += newline + 1,
            None => break,
        }
    }
    (start + column).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::{place_of, pointer_at};

    #[test]
    fn the_pointer_is_that_of_the_value_reached() {
        let text = b"[\n {\"a\": 1, \"b/c\": [true, {\"d\": \"x,]}\\\"\"}]}\n]";
        let told = |line, column| pointer_at(text, line, column);
        assert_eq!(told(1, 1), "/0");
        assert_eq!(told(2, 8), "/0/a");
        assert_eq!(told(2, 22), "/0/b~1c/0");
        assert_eq!(told(2, 38), "/0/b~1c/1/d");
        assert_eq!(told(2, 40), "/0/b~1c");
        assert_eq!(told(2, 41), "/0");
    }

    #[test]
    fn broken_text_still_has_a_place() {
        assert_eq!(pointer_at(b"{\"a\": \"unclosed", 1, 15), "/a");
        assert_eq!(pointer_at(b"]]]}}}", 1, 6), "");
        assert_eq!(pointer_at(b"", 3, 9), "");
    }

    #[test]
    fn a_pointer_leads_back_to_its_place_and_a_missing_one_to_what_is_around_it() {
        let text = b"[\n {\"a\": 1, \"b/c\": [true, {\"d\": \"x,]}\\\"\"}]}\n]";
        assert_eq!(place_of(text, "/0/a"), (2, 8));
        assert_eq!(place_of(text, "/0/b~1c/1/d"), (2, 31));
        assert_eq!(place_of(text, "/0/missing"), (2, 2));
        assert_eq!(place_of(text, ""), (1, 1));
        assert_eq!(place_of(b"", "/1"), (0, 0));
    }
}
