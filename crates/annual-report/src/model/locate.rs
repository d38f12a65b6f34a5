//! From a place in a JSON text to its pointer and back: what cannot be parsed comes with line and column and wants a
//! path, what is read wrongly comes with a path and wants line and column. The text is walked only after an error.

use crate::order::sort_rows;

/// The JSON pointer (RFC 6901) of the value that the text has reached at this line and column, both counted from 1
/// as `serde_json` counts them. Total: broken text gives the pointer of the last value that could be told.
pub(super) fn pointer_at(text: &[u8], line: usize, column: usize) -> String {
    let mut walk = Walk::default();
    let mut at = 0;
    let end = offset(text, line, column);
    while at < end {
        at = walk.step(text, at);
    }
    walk.path
}

/// Line and column, both counted from 1, where the values at these pointers begin; where there is none, those of the
/// nearest value around it. `(0, 0)` if the text has not even that. One walk, however many pointers: a file of
/// thousands of rows may have something wrong in each.
pub(crate) fn places_of(text: &[u8], pointers: &[&str]) -> Vec<(usize, usize)> {
    if pointers.is_empty() {
        return Vec::new();
    }
    let wanted: Vec<&str> = pointers.iter().flat_map(|pointer| outwards(pointer)).collect();
    let mut order: Vec<u32> = (0..wanted.len() as u32).collect();
    sort_rows(&mut order, &|a, b| wanted[a as usize].cmp(wanted[b as usize]));
    let sorted = order.iter().map(|nth| (wanted[*nth as usize], None));
    let mut wanted: Vec<(&str, Option<(usize, usize)>)> = sorted.collect();
    wanted.dedup();
    each_value(text, |pointer, place| {
        if let Ok(nth) = wanted.binary_search_by(|(known, _)| (*known).cmp(pointer)) {
            wanted[nth].1.get_or_insert(place);
        }
    });
    let place = |pointer: &str| {
        let nth = wanted.binary_search_by(|(known, _)| (*known).cmp(pointer)).ok()?;
        wanted[nth].1
    };
    let nearest = |pointer: &&str| outwards(pointer).find_map(place).unwrap_or_default();
    pointers.iter().map(nearest).collect()
}

/// A pointer, and those of what is around it, from the inside out.
fn outwards(pointer: &str) -> impl Iterator<Item = &str> {
    core::iter::successors(Some(pointer), |inner| inner.rsplit_once('/').map(|(around, _)| around))
}

/// Calls with the pointer of every value and where it begins, in the order of the text.
fn each_value(text: &[u8], mut call: impl FnMut(&str, (usize, usize))) {
    let mut walk = Walk::default();
    let (mut line, mut column, mut at) = (1, 1, 0);
    while let Some(byte) = text.get(at) {
        let begins_value = match byte {
            b'"' => !walk.expects_key,
            b'}' | b']' | b',' | b':' => false,
            byte => !byte.is_ascii_whitespace() && !walk.in_value,
        };
        if begins_value {
            call(&walk.path, (line, column));
        }
        walk.in_value = !b"{}[],:\"".contains(byte) && !byte.is_ascii_whitespace();
        let next = walk.step(text, at);
        for passed in text.get(at..next).unwrap_or_default() {
            if *passed == b'\n' {
                (line, column) = (line + 1, 1);
            } else if passed & 0xC0 != 0x80 {
                // Bytes that go on with a character (10xxxxxx) do not count.
                column += 1;
            }
        }
        at = next;
    }
}

/// One container that is open.
struct Open {
    /// How long the path is outside of it.
    outside: usize,
    /// The number of the entry at hand; none in an object, whose entries have names.
    index: Option<usize>,
}

/// Where a walk through a text is. Total: brackets that do not match close nothing.
#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    /// The pointer of the value at hand. An object just opened has its own: nothing in it has a name yet.
    path: String,
    expects_key: bool,
    /// Whether the byte before belongs to a number or a word, which go on.
    in_value: bool,
}

impl Walk {
    /// Takes in what begins at `at`, a string as a whole; gives where the next thing begins.
    fn step(&mut self, text: &[u8], at: usize) -> usize {
        match text.get(at) {
            Some(b'"') => {
                let close = string_end(text, at);
                if self.expects_key {
                    self.name(text.get(at + 1..close).unwrap_or_default());
                }
                return close + 1;
            }
            Some(b'{') => self.enter(None),
            Some(b'[') => self.enter(Some(0)),
            Some(b'}' | b']') => self.leave(),
            Some(b',') => self.next(),
            _ => {}
        }
        at + 1
    }

    fn enter(&mut self, index: Option<usize>) {
        let outside = self.path.len();
        self.open.push(Open { outside, index });
        self.expects_key = index.is_none();
        if index.is_some() {
            self.path.push_str("/0");
        }
    }

    fn leave(&mut self) {
        if let Some(open) = self.open.pop() {
            self.path.truncate(open.outside);
        }
        self.expects_key = false;
    }

    fn next(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        self.path.truncate(open.outside);
        self.expects_key = open.index.is_none();
        if let Some(index) = &mut open.index {
            *index += 1;
            self.path.push_str(&format!("/{index}"));
        }
    }

    fn name(&mut self, key: &[u8]) {
        if let Some(Open { outside, index: None }) = self.open.last() {
            self.path.truncate(*outside);
            let key = core::str::from_utf8(key).unwrap_or_default();
            self.path
                .push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1")));
        }
        self.expects_key = false;
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
    use super::{places_of, pointer_at};

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
        let place_of = |text, pointer| places_of(text, &[pointer])[0];
        assert_eq!(place_of(text, "/0/a"), (2, 8));
        assert_eq!(place_of(text, "/0/b~1c/1/d"), (2, 31));
        assert_eq!(place_of(text, "/0/missing"), (2, 2));
        assert_eq!(place_of(text, ""), (1, 1));
        assert_eq!(place_of(b"", "/1"), (0, 0));
        assert_eq!(places_of(text, &["/0/b~1c", "/0/a"]), [(2, 18), (2, 8)]);
    }
}
