//! Places in the document and dates, as Chinese readers write them.

use crate::model::Place;

/// The place as the document numbers it: `2.2/1` is 二（二）一是; `1` is 第一部分; `0` is 文首文末.
pub fn place_name(place: &Place) -> String {
    let section = place.section();
    let (part, area) = match section.as_str().split_once('.') {
        Some((part, area)) => (part, Some(area)),
        None => (section.as_str(), None),
    };
    let numeral = |text: &str| text.parse().ok().and_then(chinese_numeral);
    let mut name = match (part, numeral(part), area) {
        ("0", _, _) => "文首文末".to_owned(),
        (_, Some(part), Some(area)) => {
            format!("{part}（{}）", numeral(area).unwrap_or_else(|| area.to_owned()))
        }
        (_, Some(part), None) => format!("第{part}部分"),
        (other, None, _) => other.to_owned(),
    };
    if let Some(item) = place.item() {
        match chinese_numeral(item as u32) {
            // Section 1 is a list of dashes, not of 一是, 二是.
            Some(item) if part == "1" => name.push_str(&format!("第{item}条")),
            Some(item) => name.push_str(&format!("{item}是")),
            None => name.push_str(&format!("第{item}条")),
        }
    }
    name
}

/// 1 to 99 in Chinese numerals: 十二.
pub fn chinese_numeral(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match number {
        1..=9 => Some(digit(number).to_owned()),
        10..=19 => Some(format!("十{}", digit(number - 10))),
        20..=99 => Some(format!("{}十{}", digit(number / 10), digit(number % 10))),
        _ => None,
    }
}

/// `2021-12-30` as 2021年12月30日; anything else as it is.
pub fn date(day: &str) -> String {
    let mut parts = day.split('-').map(|part| part.trim_start_matches('0'));
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day), None) => format!("{year}年{month}月{day}日"),
        _ => day.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_the_document_numbers_them() {
        let names = ["0", "1", "1/2", "2.2", "2.2/1", "3/6", "4", "x"].map(|place| place_name(&Place::from(place)));
        assert_eq!(
            names,
            [
                "文首文末",
                "第一部分",
                "第一部分第二条",
                "二（二）",
                "二（二）一是",
                "第三部分六是",
                "第四部分",
                "x"
            ]
        );
    }

    #[test]
    fn dates_lose_their_zeros_and_nothing_else() {
        assert_eq!(date("2021-12-30"), "2021年12月30日");
        assert_eq!(date("2022-01-05"), "2022年1月5日");
        assert_eq!(date("soon"), "soon");
    }

    #[test]
    fn numerals_reach_ninety_nine() {
        assert_eq!(
            [10, 11, 20, 35].map(|n| chinese_numeral(n).unwrap()),
            ["十", "十一", "二十", "三十五"]
        );
        assert_eq!(chinese_numeral(0), None);
    }
}
