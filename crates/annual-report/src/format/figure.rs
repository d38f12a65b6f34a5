//! A figure as it is written: number, unit and what qualifies it.

use core::fmt;

use super::plain;
use crate::model::{Figure, FigureValue, Qualifier};

/// A figure in the parts that a view sets in different sizes. Joined by `Display` they read as a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Before the number: 近, 超, 约.
    pub before: String,
    /// The number in the document's precision, or the whole figure where it is written in words (三大, 首家).
    pub number: String,
    /// After the number: unit, and 余 or 以上.
    pub after: String,
    /// What stands apart from the figure: 预计, 拟.
    pub note: Option<&'static str>,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A space between digits and a Chinese unit is how the eye tells them apart; % and words take none.
        let space = if self.spaced() { " " } else { "" };
        write!(f, "{}{}{space}{}", self.before, self.number, self.after)?;
        match self.note {
            Some(note) => write!(f, "（{note}）"),
            None => Ok(()),
        }
    }
}

impl Written {
    /// Whether a thin space belongs between number and unit: not before %, and not where 近 or 约 makes them one word.
    pub fn spaced(&self) -> bool {
        let digits = self.number.ends_with(|c: char| c.is_ascii_digit());
        digits && self.before.is_empty() && !self.after.is_empty() && !self.after.starts_with('%')
    }
}

/// Writes a figure with its unit and qualifier.
pub fn written(figure: &Figure) -> Written {
    let whole = |number: String| Written {
        before: String::new(),
        number,
        after: String::new(),
        note: note(figure),
    };
    let number = match &figure.value {
        FigureValue::Date(_) => return whole(figure.printed.clone()),
        FigureValue::Number(number) => number,
    };
    if !figure.printed.contains(|c: char| c.is_ascii_digit()) {
        return whole(figure.printed.clone());
    }
    let (before, after) = match figure.qualifier {
        Some(Qualifier::Nearly) => ("近", figure.unit.clone()),
        Some(Qualifier::About) => ("约", figure.unit.clone()),
        Some(Qualifier::SomewhatAbove) => ("", format!("余{}", figure.unit)),
        Some(Qualifier::MoreThan) => ("超", format!("{}以上", figure.unit)),
        Some(Qualifier::AtLeast) => ("", format!("{}以上", figure.unit)),
        Some(Qualifier::Expected | Qualifier::Planned) | None => ("", figure.unit.clone()),
    };
    Written {
        before: before.to_owned(),
        number: as_printed(*number, &figure.printed),
        after,
        note: note(figure),
    }
}

/// The number with the zeros that the document prints behind it: 4.0, not 4.
fn as_printed(number: f64, printed: &str) -> String {
    let plain = plain(number);
    let behind = printed.split_once(&plain).map_or("", |(_, behind)| behind);
    let zeros = behind.len() - behind.trim_start_matches(['.', '0']).len();
    let zeros = behind.get(..zeros).unwrap_or_default();
    if plain.contains('.') || zeros.starts_with(".0") {
        return format!("{plain}{zeros}");
    }
    plain
}

fn note(figure: &Figure) -> Option<&'static str> {
    match figure.qualifier {
        Some(Qualifier::Expected) => Some("预计"),
        Some(Qualifier::Planned) => Some("拟"),
        _ => None,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::model::{FigureKind, Place};

    /// A figure for tests: `figure("56.8亿元", 56.8, "亿元", Some(Qualifier::Expected))`.
    pub(crate) fn figure(printed: &str, value: f64, unit: &str, qualifier: Option<Qualifier>) -> Figure {
        Figure {
            id: printed.into(),
            section: Place::from("1"),
            subject: "产值".to_owned(),
            value: FigureValue::Number(value),
            unit: unit.to_owned(),
            printed: printed.to_owned(),
            qualifier,
            kind: FigureKind::Level,
            growth_of: None,
            part_of: None,
            share_of: None,
            derive_base: true,
            same_as: None,
            earlier_of: None,
            of_year: None,
            enterprises: Vec::new(),
            group: None,
        }
    }

    #[test]
    fn every_qualifier_stands_where_the_document_puts_it() {
        let line = |printed, value, unit, qualifier| written(&figure(printed, value, unit, qualifier)).to_string();
        assert_eq!(
            line("56.8亿元", 56.8, "亿元", Some(Qualifier::Expected)),
            "56.8 亿元（预计）"
        );
        assert_eq!(line("近6倍", 6.0, "倍", Some(Qualifier::Nearly)), "近6倍");
        assert_eq!(line("50余次", 50.0, "次", Some(Qualifier::SomewhatAbove)), "50 余次");
        assert_eq!(line("超50%以上", 50.0, "%", Some(Qualifier::MoreThan)), "超50%以上");
        assert_eq!(line("90%以上", 90.0, "%", Some(Qualifier::AtLeast)), "90%以上");
        assert_eq!(line("约120亿元", 120.0, "亿元", Some(Qualifier::About)), "约120亿元");
        assert_eq!(
            line("拟投资30亿元", 30.0, "亿元", Some(Qualifier::Planned)),
            "30 亿元（拟）"
        );
        assert_eq!(line("25.59%", 25.59, "%", None), "25.59%");
        assert_eq!(line("-4.0%", -4.0, "%", None), "-4.0%");
        assert_eq!(line("12.50亿元", 12.5, "亿元", None), "12.50 亿元");
        assert_eq!(line("120家", 120.0, "家", None), "120 家");
    }

    #[test]
    fn what_the_document_writes_in_words_stays_in_words() {
        assert_eq!(
            written(&figure("三大主导产业", 3.0, "个", None)).to_string(),
            "三大主导产业"
        );
        let mut day = figure("10月29日", 0.0, "日期", None);
        day.value = FigureValue::Date("2021-10-29".to_owned());
        assert_eq!(written(&day).to_string(), "10月29日");
    }
}
