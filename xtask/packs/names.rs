//! Names with the pinyin they are searched by, no two of them alike.

use std::collections::HashSet;

use fastrand::Rng;

use crate::{
    random::one_of,
    words::{BRAND_BEGINNINGS, BRAND_ENDINGS, LANDSCAPES, STEMS, Word},
};

/// A name with what it is searched by.
#[derive(Clone, Debug, Default)]
pub struct Name {
    /// In characters.
    pub printed: String,
    /// In lower case, without tones and spaces.
    pub pinyin: String,
    /// The first letter of each syllable.
    pub initials: String,
}

impl Name {
    /// The name that these words make.
    fn of(words: impl IntoIterator<Item = Word>) -> Self {
        let mut name = Self::default();
        for (printed, pinyin) in words {
            name.printed.push_str(printed);
            for syllable in pinyin.split(' ') {
                name.pinyin.push_str(syllable);
                name.initials.extend(syllable.chars().next());
            }
        }
        name
    }
}

/// Names given so far.
#[derive(Default)]
pub struct Register {
    given: HashSet<String>,
}

impl Register {
    /// A place, a brand of two syllables, and the words that `ending` chooses; chosen anew until the name is free.
    pub fn name(&mut self, random: &mut Rng, mut ending: impl FnMut(&mut Rng) -> Vec<Word>) -> Name {
        loop {
            let beginning = [&STEMS[..], &LANDSCAPES, &BRAND_BEGINNINGS, &BRAND_ENDINGS];
            let beginning = beginning.map(|words| *one_of(random, words));
            let name = Name::of(beginning.into_iter().chain(ending(random)));
            if self.given.insert(name.printed.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{INDUSTRIES, SUFFIXES, WORKS};

    #[test]
    fn every_character_of_the_words_has_its_syllable() {
        let tables = [&STEMS[..], &LANDSCAPES, &BRAND_BEGINNINGS, &BRAND_ENDINGS, &SUFFIXES];
        let trades = INDUSTRIES.iter().flat_map(|(_, trades)| trades);
        let works = WORKS.iter().map(|(_, word)| word);
        for (printed, pinyin) in tables.into_iter().flatten().chain(trades).chain(works) {
            assert_eq!(printed.chars().count(), pinyin.split(' ').count(), "{printed}");
            assert!(
                pinyin.bytes().all(|byte| byte == b' ' || byte.is_ascii_lowercase()),
                "{pinyin}"
            );
        }
    }

    #[test]
    fn a_name_is_searched_by_pinyin_without_spaces_and_by_initials() {
        let name = Name::of([STEMS[0], LANDSCAPES[0], INDUSTRIES[0].1[0]]);
        assert_eq!(
            (name.printed.as_str(), name.pinyin.as_str(), name.initials.as_str()),
            ("甲川铝业", "jiachuanlvye", "jcly")
        );
    }
}
