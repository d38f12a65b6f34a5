//! The original document cut into the places that figures name, for holding the pack against it.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The original document of a report, if it is at hand. It is not part of this repository.
pub fn original(report: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../../shared/source/{report}.txt"));
    let text = std::fs::read_to_string(path).ok()?;
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}

/// The stretch of the text (in bytes) that each place covers: `1`, `2.2`, `2.2/1`, `3/6`, `4`. `0` is what stands
/// before part one and after part four's last sentence.
pub fn places(text: &str) -> BTreeMap<String, Vec<(usize, usize)>> {
    const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let find = |from: usize, mark: &str| text.get(from..).and_then(|rest| rest.find(mark)).map(|at| from + at);
    let headings = ["一、主要指标", "二、主要工作", "三、存在的", "四、2022年"];
    let parts: Vec<usize> = headings
        .iter()
        .map(|mark| find(0, mark).expect("a part of the document"))
        .collect();
    let imprint = find(parts[3], "分送：").expect("the circulation list");
    let mut places = BTreeMap::new();
    places.insert("0".to_owned(), vec![(0, parts[0]), (imprint, text.len())]);
    places.insert("1".to_owned(), vec![(parts[0], parts[1])]);
    places.insert("4".to_owned(), vec![(parts[3], imprint)]);
    let areas: Vec<usize> = (0..8)
        .map(|nth| find(parts[1], &format!("（{}）抓", NUMERALS[nth])).expect("an area"))
        .collect();
    let mut sections: Vec<(String, usize, usize)> = Vec::new();
    for (nth, start) in areas.iter().enumerate() {
        sections.push((
            format!("2.{}", nth + 1),
            *start,
            areas.get(nth + 1).copied().unwrap_or(parts[2]),
        ));
    }
    sections.push(("3".to_owned(), parts[2], parts[3]));
    for (name, start, end) in sections {
        places.insert(name.clone(), vec![(start, end)]);
        let items: Vec<usize> = NUMERALS
            .iter()
            .map_while(|numeral| find(start, &format!("{numeral}是")).filter(|at| *at < end))
            .collect();
        for (nth, item) in items.iter().enumerate() {
            places.insert(
                format!("{name}/{}", nth + 1),
                vec![(*item, items.get(nth + 1).copied().unwrap_or(end))],
            );
        }
    }
    places
}

/// Every Arabic numeral of the text: where it stands and how long it is, in bytes.
pub fn numerals(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (bytes[at] == b'.' && digit(at + 1)) {
            at += 1;
        }
        found.push((start, at - start));
    }
    found
}

/// The places where `printed` stands whole within a stretch: not as the tail of a longer number.
pub fn occurrences(text: &str, (start, end): (usize, usize), printed: &str) -> Vec<usize> {
    let stretch = &text[start..end];
    let whole = |at: usize| {
        let before = stretch[..at].bytes().next_back();
        let digits = printed.starts_with(|c: char| c.is_ascii_digit());
        !(digits && before.is_some_and(|b| b.is_ascii_digit() || b == b'.'))
    };
    stretch
        .match_indices(printed)
        .filter(|(at, _)| whole(*at))
        .map(|(at, _)| start + at)
        .collect()
}
