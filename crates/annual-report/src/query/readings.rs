//! How characters are read, so that Chinese is found by its letters: `touzi`, `tz` and `touz` all find 投资.

use std::ops::Range;

/// The readings of the characters that a report uses. Which they are is worked out when the page is built; the tables of
/// all characters weigh more than the report.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Readings {
    /// A character with one of its readings, in the order of the characters.
    pairs: Vec<(char, String)>,
}

impl Readings {
    /// Reads the text form: on each line a character, a blank, and its readings with blanks between them; the characters
    /// in the order of their code points. What is written otherwise is passed over: such a character is found by itself
    /// only.
    pub fn of_text(text: &str) -> Self {
        let mut pairs: Vec<(char, String)> = Vec::new();
        for (character, readings) in text.lines().filter_map(|line| line.split_once(' ')) {
            let Some(character) = character.chars().next() else {
                continue;
            };
            if pairs.last().is_none_or(|(last, _)| *last < character) {
                let readings = readings.split(' ').filter(|reading| is_letters(reading));
                pairs.extend(readings.map(|reading| (character, reading.to_owned())));
            }
        }
        Self { pairs }
    }

    /// Where letters spell neighbouring characters of the text for the first time, counted in characters: each character
    /// by a whole reading or its first letter, the last one also by the beginning of a reading. Fewer than two letters
    /// spell nothing, for they would find everything.
    pub fn spelled(&self, text: &str, letters: &str) -> Option<Range<usize>> {
        if letters.len() < 2 || !is_letters(letters) {
            return None;
        }
        let mut rest = text.chars();
        let mut start = 0;
        loop {
            if let Some(count) = self.begins(rest.as_str(), letters) {
                return Some(start..start + count);
            }
            rest.next()?;
            start += 1;
        }
    }

    /// How many characters at the beginning of the text the letters spell.
    fn begins(&self, text: &str, letters: &str) -> Option<usize> {
        if letters.is_empty() {
            return Some(0);
        }
        let mut characters = text.chars();
        let character = characters.next()?;
        let rest = characters.as_str();
        let start = self.pairs.partition_point(|(other, _)| *other < character);
        let own = self.pairs.iter().skip(start);
        own.take_while(|(other, _)| *other == character)
            .find_map(|(_, reading)| {
                if reading.starts_with(letters) {
                    return Some(1);
                }
                let after = |spelled: &str| Some(1 + self.begins(rest, letters.strip_prefix(spelled)?)?);
                after(reading).or_else(|| after(reading.get(..1)?))
            })
    }
}

fn is_letters(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings() -> Readings {
        let mut lines = [
            "重 chong zhong",
            "庆 qing",
            "投 tou",
            "资 zi",
            "安 an",
            "西 xi",
            "坏 x1",
            "现 xian",
        ];
        lines.sort();
        Readings::of_text(&lines.join("\n"))
    }

    #[test]
    fn letters_spell_whole_readings_first_letters_and_the_beginning_of_the_last() {
        for letters in [
            "touzi",
            "tz",
            "touz",
            "tzi",
            "chongqing",
            "zhongq",
            "cq",
            "xian",
            "xi",
            "gdtz",
        ] {
            let spelled = readings().spelled("在重庆投资，西安", letters);
            assert_eq!(spelled.is_some(), letters != "gdtz", "{letters}");
        }
        for letters in ["t", "", "touxi", "zit", "TZ", "t z", "投资"] {
            assert_eq!(readings().spelled("投资", letters), None, "{letters}");
        }
    }

    #[test]
    fn what_letters_spell_is_known_by_its_place() {
        let of = |letters| readings().spelled("在重庆投资，西安", letters);
        assert_eq!(of("cq"), Some(1..3));
        assert_eq!(of("tou"), Some(3..4));
        assert_eq!(of("tzi"), Some(3..5));
        assert_eq!(of("xian"), Some(6..8));
    }

    #[test]
    fn what_is_no_reading_is_passed_over() {
        let of = |text| Readings::of_text(text).pairs;
        assert_eq!(of("一 yi\n丁 ding zheng\n"), of("一 yi\n\n七\n丁 ding 1 zheng"));
        assert_eq!(of("一 yi\n丁 ding zheng").len(), 3);
        // Out of order it would not be found by halves.
        assert_eq!(of("丁 ding\n一 yi").len(), 1);
        assert_eq!(Readings::of_text(""), Readings::default());
    }
}
