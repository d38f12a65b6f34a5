//! Bounds of a number, and their text form: `10..50`, `10..`, `..50`.

use crate::format::plain;

/// A number of a table that must lie within bounds, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    /// The key of an [`Order`](super::Order).
    pub key: String,
    /// The least, if there is one.
    pub least: Option<f64>,
    /// The most, if there is one.
    pub most: Option<f64>,
}

impl Between {
    /// Reads the text form; `None` if it is no range, or one without bounds.
    pub fn parse(key: &str, text: &str) -> Option<Self> {
        let (least, most) = text.split_once("..").filter(|(_, most)| !most.starts_with('.'))?;
        let range = Self {
            key: key.to_owned(),
            least: bound(least)?,
            most: bound(most)?,
        };
        (range.least.is_some() || range.most.is_some()).then_some(range)
    }

    /// The same bounds, the smaller first.
    #[must_use]
    pub(super) fn ordered(mut self) -> Self {
        if let (Some(least), Some(most)) = (self.least, self.most)
            && least > most
        {
            core::mem::swap(&mut self.least, &mut self.most);
        }
        self
    }

    /// The text form.
    pub fn to_text(&self) -> String {
        let bound = |bound: Option<f64>| bound.map(plain).unwrap_or_default();
        format!("{}..{}", bound(self.least), bound(self.most))
    }

    /// For readers, in a unit: `10%～50%`, `10% 及以上`.
    pub fn told(&self, unit: &str) -> String {
        match (self.least, self.most) {
            (Some(least), Some(most)) => format!("{}{unit}～{}{unit}", plain(least), plain(most)),
            (Some(least), None) => format!("{}{unit} 及以上", plain(least)),
            (None, Some(most)) => format!("{}{unit} 及以下", plain(most)),
            (None, None) => "不限".to_owned(),
        }
    }
}

/// A bound as typed: nothing, or a number with an optional sign and decimals. `None` for anything else.
pub fn bound(text: &str) -> Option<Option<f64>> {
    let text = report_table::fold(text.trim()).replace('−', "-");
    let text = text.strip_suffix('%').unwrap_or(&text);
    if text.is_empty() {
        return Some(None);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    // By whole numbers, as everywhere here: the standard library's reading of decimals weighs more than this module.
    let digits = |text: &str| {
        let all = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| {
            text.bytes()
                .fold(0_u64, |number, byte| number * 10 + u64::from(byte - b'0'))
        })
    };
    if whole.is_empty() && decimals.is_empty() {
        return None;
    }
    let (above, below) = (digits(whole)?, digits(decimals)?);
    let scale = 10_u64.pow(decimals.len() as u32);
    let steps = above * scale + below;
    // Fifteen digits are a number that is written again as it was; of more the last would be lost.
    (steps < 1_000_000_000_000_000).then(|| Some(sign * (steps as f64 / scale as f64)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_reads_back_as_itself() {
        for text in ["10..50", "-3.5..", "..0", "0..0"] {
            assert_eq!(
                Between::parse("growth", text).map(|range| range.to_text()),
                Some(text.to_owned())
            );
        }
        // 10...20 is 10 to .2 for a machine and 10 to 20 for a reader who typed one dot too many: neither is sure.
        for text in ["", "..", "10", "10...20", "a..b", "1e3..", "--1..", "..1.2.3", "-.."] {
            assert_eq!(Between::parse("growth", text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_written_as_it_was_read_or_not_read_at_all() {
        for text in ["0.000000001..999999999", "123456.123456789..", "..999999.999999999"] {
            assert_eq!(
                Between::parse("growth", text).map(|range| range.to_text()),
                Some(text.to_owned())
            );
        }
        assert_eq!(bound("999999999.999999999"), None);
        assert_eq!(bound("1.0000000000"), None);
    }

    #[test]
    fn what_readers_type_is_understood() {
        assert_eq!(bound(" １０％ "), Some(Some(10.0)));
        assert_eq!(bound("−2.5"), Some(Some(-2.5)));
        assert_eq!(bound(".5"), Some(Some(0.5)));
        assert_eq!(bound("  "), Some(None));
        assert_eq!(bound("十"), None);
        assert_eq!(bound("12345678901"), None);
    }

    #[test]
    fn readers_are_told_in_words() {
        let told = |text| Between::parse("growth", text).map(|range| range.told("%"));
        assert_eq!(told("10..50"), Some("10%～50%".to_owned()));
        assert_eq!(told("10.."), Some("10% 及以上".to_owned()));
        assert_eq!(told("..-1.5"), Some("-1.5% 及以下".to_owned()));
    }
}
