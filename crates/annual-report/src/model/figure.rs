//! One figure of the document, as it prints it.

use core::fmt;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::closed_list::closed_list;
use super::{EnterpriseId, FigureId, Place};

/// One figure of the document: value, unit, precision and qualifier exactly as printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Stable name, unique in the pack.
    pub id: FigureId,
    /// Where the document states it.
    pub section: Place,
    /// What is measured, in the field's words: 规上工业企业产值.
    pub subject: String,
    /// The number or date as printed.
    pub value: FigureValue,
    /// Unit as printed (亿元, %, 倍, 家, 人次 …). `日期` for a date, `年` for a bare year.
    pub unit: String,
    /// The characters of the document: 近6倍, 56.8亿元. With `section` they find the place in the original.
    pub printed: String,
    /// What the document says of the figure's certainty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Qualifier>,
    /// What sort of quantity it is.
    pub kind: FigureKind,
    /// For a growth, multiple or delta: the level that it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth_of: Option<FigureId>,
    /// The whole that this figure is a part of: 工业投资 is part of 固定资产投资.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<FigureId>,
    /// For a share: the level that it measures, as revenue in % of its budget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_of: Option<FigureId>,
    /// `false` where computing last year's base from this growth would mislead. Default `true`.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub derive_base: bool,
    /// The same quantity stated elsewhere; points at the first statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<FigureId>,
    /// The enterprises that the figure speaks of, as far as they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enterprises: Vec<EnterpriseId>,
    /// Stated size of the group where `enterprises` names only some of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
}

fn yes() -> bool {
    true
}

fn is_yes(flag: &bool) -> bool {
    *flag
}

impl Figure {
    /// The value as a number; `None` for a date.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            FigureValue::Number(number) => Some(number),
            FigureValue::Date(_) => None,
        }
    }
}

/// A figure's value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum FigureValue {
    /// A finite number in the figure's unit.
    Number(f64),
    /// A calendar day, `YYYY-MM-DD`.
    Date(String),
}

impl<'de> Deserialize<'de> for FigureValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrDate;
        impl Visitor<'_> for NumberOrDate {
            type Value = FigureValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a date as \"2021-10-29\"")
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<FigureValue, E> {
                if number.is_finite() {
                    Ok(FigureValue::Number(number))
                } else {
                    Err(E::custom("a number must be finite"))
                }
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<FigureValue, E> {
                Ok(FigureValue::Number(number as f64))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<FigureValue, E> {
                Ok(FigureValue::Number(number as f64))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<FigureValue, E> {
                if is_calendar_day(text) {
                    Ok(FigureValue::Date(text.to_owned()))
                } else {
                    Err(E::custom(format_args!("\"{text}\" is not a date as \"2021-10-29\"")))
                }
            }
        }
        deserializer.deserialize_any(NumberOrDate)
    }
}

/// `YYYY-MM-DD` with a month and a day that exist.
pub(super) fn is_calendar_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return false;
    }
    let number = |range: core::ops::Range<usize>| {
        text.get(range)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (number(0..4), number(5..7), number(8..10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

closed_list! {
    /// What the document says of a figure's certainty; it travels with the figure into text, chart, table and file.
    pub enum Qualifier {
        /// Expected: the year had not ended when the report was printed.
        Expected = "预计",
        /// Nearly, somewhat below.
        Nearly = "近",
        /// Somewhat above: 50余次.
        SomewhatAbove = "余",
        /// More than: 超50%以上.
        MoreThan = "超…以上",
        /// At least: 90%以上.
        AtLeast = "以上",
        /// About.
        About = "约",
        /// Planned: 拟投资.
        Planned = "拟",
    }
}

closed_list! {
    /// What sort of quantity a figure is.
    pub enum FigureKind {
        /// A stock or a year's flow: 产值 56.8 亿元.
        Level = "level",
        /// Year-on-year growth in %.
        Growth = "growth",
        /// Year-on-year growth as a multiple: 近6倍.
        Multiple = "multiple",
        /// Year-on-year difference in the level's own unit: 净增7个.
        Delta = "delta",
        /// A part of a whole, in %.
        Share = "share",
        /// How many.
        Count = "count",
        /// An amount of money that is not an indicator's level.
        Money = "money",
        /// A day or a year.
        Date = "date",
        /// A place in an order: 首家, 首批.
        Rank = "rank",
        /// A class by size: 50亿级.
        Grade = "grade",
        /// How much something can take or covers: 80万吨, 6.4平方公里.
        Capacity = "capacity",
        /// A length of time: 三年.
        Duration = "duration",
    }
}
