//! Writing JSON by hand: names, texts and numbers into one text, commas where they belong.
//!
//! Promise: whatever texts come in, what comes out is JSON (RFC 8259) as long as brackets are closed as they were
//! opened. `serde_json` would do the same, and bring a printer of floats that weighs more than all exports together.

use core::fmt::Write;

use crate::format::plain;

/// A piece of JSON that is being written.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    /// Opens an object `{` or a list `[`.
    pub(super) fn open(&mut self, bracket: char) {
        self.next();
        self.text.push(bracket);
    }

    /// Closes it with `}` or `]`.
    pub(super) fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// The name of a field; its value follows.
    pub(super) fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push_str(": ");
    }

    /// A text as a value.
    pub(super) fn string(&mut self, text: &str) {
        self.next();
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                // Writing into a `String` cannot fail.
                '\0'..='\u{1F}' => _ = write!(self.text, "\\u{:04x}", c as u32),
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }

    /// A field with a text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        self.string(text);
    }

    /// A field with a text, left out where there is none.
    pub(super) fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// A field with a whole number.
    pub(super) fn whole(&mut self, name: &str, number: usize) {
        self.name(name);
        self.text.push_str(&number.to_string());
    }

    /// A field with a number, with at most 12 decimals; JSON has no word but `null` for what is not finite.
    pub(super) fn number(&mut self, name: &str, number: f64) {
        self.name(name);
        match number.is_finite() {
            true => self.text.push_str(&plain(number)),
            false => self.text.push_str("null"),
        }
    }

    /// A field that is `false`.
    pub(super) fn no(&mut self, name: &str) {
        self.name(name);
        self.text.push_str("false");
    }

    /// What was written so far, for whoever adds line breaks and hands it on.
    pub(super) fn written(&mut self) -> &mut String {
        &mut self.text
    }

    /// A comma before all but the first in its bracket. The last character tells which that is: a bracket just opened,
    /// the space after a name, nothing; every value ends in something else.
    fn next(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b' ' | b'\n')) {
            self.text.push_str(", ");
        }
    }
}
