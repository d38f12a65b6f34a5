//! Finds the JSON pointer of a place in a text. `serde_json` says line and column of what is wrong; readers of a
//! pack want `/12/unit`. Walking the text once, only after an error, costs nothing otherwise and keeps the decoder
//! half as large as one that follows the path all the time.

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
            *name = String::from_utf8_lossy(key).replace('~', "~0").replace('/', "~1");
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
    use super::pointer_at;

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
}
