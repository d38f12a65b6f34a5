//! How the characters of the report are read: what `annual_report::query::Readings` reads.

use std::collections::BTreeMap;

use annual_report::{model::Report, query::lines, stats::Figures};
use pinyin::ToPinyinMulti;

/// The file beside the page.
pub const NAME: &str = "pinyin.txt";

/// Every character that the search of the whole report looks at and that has a reading, in order, each on a line with its
/// readings.
pub fn text(report: &Report, figures: &Figures) -> String {
    let mut characters = BTreeMap::new();
    for line in lines(report, Some(figures)) {
        for character in line.title.chars().chain(line.detail.chars()) {
            characters.entry(character).or_insert_with(|| of(character));
        }
    }
    let known = characters.iter().filter(|(_, readings)| !readings.is_empty());
    known
        .map(|(character, readings)| format!("{character} {}\n", readings.join(" ")))
        .collect()
}

/// The readings of a character as they are typed: without tones, ü as v.
fn of(character: char) -> Vec<String> {
    let mut readings = Vec::new();
    for reading in character.to_pinyin_multi().into_iter().flatten() {
        let typed = reading.plain().replace('ü', "v");
        if !readings.contains(&typed) {
            readings.push(typed);
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_all_their_readings_as_they_are_typed() {
        assert!(of('投').contains(&"tou".to_owned()));
        assert!(of('重').contains(&"chong".to_owned()) && of('重').contains(&"zhong".to_owned()));
        assert_eq!(of('女')[0], "nv");
        assert!(of('a').is_empty() && of('，').is_empty());
    }
}
