//! How characters are read, so that Chinese is found by its letters: `touzi`, `tz` and `touz` all find 投资.

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

    /// Whether letters spell neighbouring characters of the text: each by a whole reading or its first letter, the last
    /// one also by the beginning of a reading. Fewer than two letters spell nothing, for they would find everything.
    pub fn spell(&self, text: &str, letters: &str) -> bool {
        if letters.len() < 2 || !is_letters(letters) {
            return false;
        }
        let mut rest = text;
        loop {
            if self.begins(rest, letters) {
                return true;
            }
            let mut characters = rest.chars();
            if characters.next().is_none() {
                return false;
            }
            rest = characters.as_str();
        }
    }

    fn begins(&self, text: &str, letters: &str) -> bool {
        if letters.is_empty() {
            return true;
        }
        let mut characters = text.chars();
        let Some(character) = characters.next() else {
            return false;
        };
        let rest = characters.as_str();
        let start = self.pairs.partition_point(|(other, _)| *other < character);
        let own = self
            .pairs
            .iter()
            .skip(start)
            .take_while(|(other, _)| *other == character);
        for (_, reading) in own {
            let whole = letters.strip_prefix(reading.as_str());
            let first = reading.get(..1).and_then(|first| letters.strip_prefix(first));
            let is_found = reading.starts_with(letters)
                || whole.is_some_and(|letters| self.begins(rest, letters))
                || first.is_some_and(|letters| self.begins(rest, letters));
            if is_found {
                return true;
            }
        }
        false
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
            assert_eq!(
                readings().spell("在重庆投资，西安", letters),
                letters != "gdtz",
                "{letters}"
            );
        }
        for letters in ["t", "", "touxi", "zit", "TZ", "t z", "投资"] {
            assert!(!readings().spell("投资", letters), "{letters}");
        }
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
