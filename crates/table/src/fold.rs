//! Folding text for search, and marking what matched.

use std::ops::Range;

/// How folding changed a character, so that it can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folded {
    /// A capital letter.
    Capital,
    /// A full-width form.
    Wide,
    /// A full-width capital letter.
    WideCapital,
    /// The blank between Chinese characters.
    Blank,
}

impl Folded {
    pub(crate) fn of_number(number: u32) -> Self {
        match number {
            0 => Self::Capital,
            1 => Self::Wide,
            2 => Self::WideCapital,
            _ => Self::Blank,
        }
    }

    /// The character that became this one.
    pub(crate) fn undo(self, folded: char) -> char {
        let wide = |c: char| char::from_u32(c as u32 + WIDER).unwrap_or(c);
        match self {
            Self::Capital => folded.to_ascii_uppercase(),
            Self::Wide => wide(folded),
            Self::WideCapital => wide(folded.to_ascii_uppercase()),
            Self::Blank => '\u{3000}',
        }
    }
}

/// From an ASCII character to its full-width form.
const WIDER: u32 = 0xFEE0;

/// One character as search sees it, and how it was changed: full-width forms as ASCII, Latin capitals as small letters.
/// One character stays one character, so that a match can be marked in the original. Letters beyond ASCII are left as
/// they are: Chinese has no case, and the tables for all others would weigh more than the whole search.
pub(crate) fn fold_char(c: char) -> (char, Option<Folded>) {
    match c {
        'A'..='Z' => (c.to_ascii_lowercase(), Some(Folded::Capital)),
        '\u{3000}' => (' ', Some(Folded::Blank)),
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - WIDER) {
            Some(half) if half.is_ascii_uppercase() => (half.to_ascii_lowercase(), Some(Folded::WideCapital)),
            Some(half) => (half, Some(Folded::Wide)),
            None => (c, None),
        },
        _ => (c, None),
    }
}

/// Text as search sees it.
pub fn fold(text: &str) -> String {
    text.chars().map(|c| fold_char(c).0).collect()
}

/// The words of a search, folded; all of them must be found.
pub fn words(search: &str) -> Vec<String> {
    fold(search).split_whitespace().map(str::to_owned).collect()
}

/// A stretch of a text that matched, or did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The stretch, as in the original.
    pub text: String,
    /// Whether a word of the search stands here.
    pub hit: bool,
}

/// Cuts a text into stretches that matched one of the folded words and stretches that did not.
pub fn marked(text: &str, words: &[String]) -> Vec<Span> {
    marked_also(text, words, &|_, _| None)
}

/// As [`marked`]; a word that does not stand in the text as it is written matches where `elsewhere` says, given the folded
/// text and the word: a range of characters.
pub fn marked_also(text: &str, words: &[String], elsewhere: &dyn Fn(&str, &str) -> Option<Range<usize>>) -> Vec<Span> {
    let original: Vec<char> = text.chars().collect();
    let folded: Vec<char> = original.iter().map(|c| fold_char(*c).0).collect();
    let mut hits = vec![false; original.len()];
    for word in words.iter().filter(|word| !word.is_empty()) {
        let characters: Vec<char> = word.chars().collect();
        let mut is_written = false;
        for (start, window) in folded.windows(characters.len()).enumerate() {
            if window == characters.as_slice() {
                hits[start..start + characters.len()].fill(true);
                is_written = true;
            }
        }
        if !is_written {
            let folded: String = folded.iter().collect();
            let place = elsewhere(&folded, word).and_then(|place| hits.get_mut(place));
            place.into_iter().for_each(|place| place.fill(true));
        }
    }
    let mut spans: Vec<Span> = Vec::new();
    for (c, hit) in original.into_iter().zip(hits) {
        match spans.last_mut() {
            Some(span) if span.hit == hit => span.text.push(c),
            _ => spans.push(Span {
                text: c.to_string(),
                hit,
            }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_full_width_are_one() {
        assert_eq!(fold("ＰＶＣ 回收"), "pvc 回收");
        assert_eq!(words("　ＳＣ  丝绸 "), ["sc", "丝绸"]);
    }

    #[test]
    fn marks_stand_on_the_original_characters() {
        let spans = marked("双河丝绸ＰＶＣ", &words("pvc 河丝 丝绸"));
        let told: Vec<_> = spans.iter().map(|span| (span.text.as_str(), span.hit)).collect();
        assert_eq!(told, [("双", false), ("河丝绸ＰＶＣ", true)]);
    }

    #[test]
    fn what_is_not_written_is_marked_where_it_is_said_to_be() {
        let elsewhere = |text: &str, word: &str| (word == "tz").then(|| 2..text.chars().count());
        let spans = marked_also("工业投资", &words("工 tz 没有"), &elsewhere);
        let told: Vec<_> = spans.iter().map(|span| (span.text.as_str(), span.hit)).collect();
        assert_eq!(told, [("工", true), ("业", false), ("投资", true)]);
        // A place that is none marks nothing.
        assert!(
            marked_also("工业", &words("x"), &|_, _| Some(1..9))
                .iter()
                .all(|span| !span.hit)
        );
    }

    #[test]
    fn no_words_mark_nothing_and_lose_nothing() {
        assert_eq!(
            marked("双河", &[]),
            [Span {
                text: "双河".to_owned(),
                hit: false
            }]
        );
        assert!(marked("", &words("x")).is_empty());
    }
}
