//! What a reader or an address says, repeated to him.

/// As many characters as can be taken in at a glance; whatever is longer ends in “…”.
const MOST: usize = 40;

/// A text of somebody else's, short enough to stand in a sentence of ours.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_texts_are_cut_between_characters_and_short_ones_are_not() {
        assert_eq!(shortened("丝绸"), "丝绸");
        assert_eq!(shortened(&"丝".repeat(40)), "丝".repeat(40));
        assert_eq!(shortened(&"丝".repeat(41)), format!("{}…", "丝".repeat(40)));
    }
}
