//! One figure of the document, as it prints it.

use super::closed_list::closed_list;
use super::json::Json;
use super::read::{Read, Reading, record};
use super::{EnterpriseId, FigureId, Place};

record! {
    /// One figure of the document: value, unit, precision and qualifier exactly as printed.
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
        #[serde(skip_serializing_if = "Option::is_none")]
        pub qualifier: Option<Qualifier> = None,
        /// What sort of quantity it is.
        pub kind: FigureKind,
        /// For a growth, multiple or delta: the level that it changes.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub growth_of: Option<FigureId> = None,
        /// The whole that this figure is a part of: 工业投资 is part of 固定资产投资.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub part_of: Option<FigureId> = None,
        /// For a share: the level that it measures, as revenue in % of its budget.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub share_of: Option<FigureId> = None,
        /// `false` where computing last year's base from this growth would mislead. Default `true`.
        #[serde(skip_serializing_if = "is_yes")]
        pub derive_base: bool = true,
        /// The same quantity stated elsewhere; points at the first statement.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub same_as: Option<FigureId> = None,
        /// For what the document says of an earlier year: which of its figures that was then. Ids stay the same from year
        /// to year, so this is also the figure of that year's own report.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub earlier_of: Option<FigureId> = None,
        /// With `earlier_of`: the year meant, where it is not the one before the report's.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of_year: Option<u16> = None,
        /// The enterprises that the figure speaks of, as far as they are named.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub enterprises: Vec<EnterpriseId> = Vec::new(),
        /// Stated size of the group where `enterprises` names only some of it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub group: Option<u32> = None,
    }
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
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FigureValue {
    /// A finite number in the figure's unit.
    Number(f64),
    /// A calendar day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = r"^\d{4}-\d{2}-\d{2}$")))]
    Date(String),
}

impl Read for FigureValue {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Json::Number(number) if number.is_finite() => Some(FigureValue::Number(number)),
            Json::Text(day) if is_calendar_day(&day) => Some(FigureValue::Date(day.into_owned())),
            other => {
                reading.note(
                    format!("应为数字，或写作 \"2021-10-29\" 的日期，实为{}", other.told()),
                    "数字不带引号和单位；日期要是日历上有的一天",
                );
                None
            }
        }
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
