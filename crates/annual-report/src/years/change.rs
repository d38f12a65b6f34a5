//! How far two stated amounts are apart: computed, and so always marked as derived.

use crate::format::fixed;
use crate::model::{Figure, FigureKind, Qualifier};
use crate::stats::half_step;

/// The way from one stated amount to another, in their unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Later minus earlier, with the decimals of the coarser of both: `13.3`. Of two percentages, percentage points.
    pub by: f64,
    /// Whether either was only expected (预计).
    pub is_expected: bool,
    /// As many decimals as the coarser amount was printed with.
    decimals: usize,
    /// The unit: the amounts' own, or 个百分点.
    unit: String,
    /// What rounding leaves open.
    way: Way,
}

/// Which way it went, as far as rounding lets us know.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// Up or down, and in percent of the earlier amount between what and what; none of percentages, and none where the
    /// earlier amount is not above 0.
    Known(Option<(f64, f64)>),
    /// Both are the same, and were counted.
    None,
    /// Both are one number, and were rounded.
    Hidden,
    /// They are printed with other decimals, and less apart than these can tell.
    Unknown,
}

impl Change {
    /// Without its sign: `13.3 亿元`, `0.5 个百分点`.
    pub fn amount(&self) -> String {
        format!("{} {}", fixed(self.by.abs(), self.decimals), self.unit)
    }

    /// In a word and an amount: `增加 13.3 亿元`, `减少 2 家`, `持平`.
    pub fn told(&self) -> String {
        match self.way {
            Way::Known(_) if self.by > 0.0 => format!("增加 {}", self.amount()),
            Way::Known(_) => format!("减少 {}", self.amount()),
            Way::None => "持平".to_owned(),
            Way::Hidden => "写的数相同".to_owned(),
            Way::Unknown => "取过整，看不出增减".to_owned(),
        }
    }

    /// Whether the two are printed as one amount.
    pub fn is_same(&self) -> bool {
        matches!(self.way, Way::None | Way::Hidden)
    }

    /// Whether they are further apart than rounding can hide.
    pub fn is_known(&self) -> bool {
        matches!(self.way, Way::Known(_))
    }

    /// How much that is of the earlier amount, without its sign: the interval that rounding leaves, `30.3%–30.9%`, or one
    /// value where both ends are printed as one. None where it means nothing.
    pub fn share(&self) -> Option<String> {
        let Way::Known(Some((low, high))) = self.way else {
            return None;
        };
        // Rounding outwards: what is printed holds all that is possible. What arithmetic adds is no tenth.
        let (down, up) = ((low * 10.0 + 1e-6).floor() / 10.0, (high * 10.0 - 1e-6).ceil() / 10.0);
        let [near, far] = [low, high].map(|end| fixed(end, 1));
        Some(match near == far {
            true if far == "0.0" => "不到 0.1%".to_owned(),
            true => format!("{near}%"),
            false => format!("{}%–{}%", fixed(down, 1), fixed(up, 1)),
        })
    }
}

/// Why two statements cannot be set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// One of them is a bound or a neighbourhood, or planned: 近, 余, 超…以上, 以上, 约, 拟.
    Qualified(Qualifier),
    /// They have different units.
    Unit,
    /// They are different sorts of quantity.
    Kind,
    /// They are no amounts: a rank, a grade, a date, a multiple.
    NoAmount,
}

impl Unlike {
    /// In words.
    pub fn told(self) -> String {
        match self {
            Unlike::Qualified(qualifier) => format!("有“{}”，不相减", qualifier.word()),
            Unlike::Unit => "单位不同，不相减".to_owned(),
            Unlike::Kind => "不是同一种数，不相减".to_owned(),
            Unlike::NoAmount => "不是可以相减的数".to_owned(),
        }
    }
}

/// The way from `before` to `after`, or why there is none.
pub fn change(before: &Figure, after: &Figure) -> Result<Change, Unlike> {
    let is_amount = !matches!(
        before.kind,
        FigureKind::Rank | FigureKind::Grade | FigureKind::Date | FigureKind::Multiple
    );
    let (Some(from), Some(to)) = (before.number(), after.number()) else {
        return Err(Unlike::NoAmount);
    };
    match [before.qualifier, after.qualifier]
        .into_iter()
        .flatten()
        .find(|qualifier| *qualifier != Qualifier::Expected)
    {
        _ if !is_amount => return Err(Unlike::NoAmount),
        _ if before.kind != after.kind => return Err(Unlike::Kind),
        _ if before.unit != after.unit => return Err(Unlike::Unit),
        Some(qualifier) => return Err(Unlike::Qualified(qualifier)),
        None => {}
    }
    let ((h, first), (k, second)) = (rounding(before), rounding(after));
    let decimals = first.min(second);
    let step = 10_f64.powi(decimals as i32);
    let by = ((to - from) * step).round() / step;
    if !by.is_finite() {
        return Err(Unlike::NoAmount);
    }
    let points = points(&before.unit);
    let way = match to - from {
        0.0 if h + k == 0.0 => Way::None,
        0.0 => Way::Hidden,
        apart if apart.abs() < (h + k) * (1.0 - 1e-6) || by == 0.0 => Way::Unknown,
        _ if points.is_some() => Way::Known(None),
        _ => Way::Known(share((from - h, from + h), (to - k, to + k))),
    };
    Ok(Change {
        by,
        is_expected: [before, after]
            .iter()
            .any(|figure| figure.qualifier == Some(Qualifier::Expected)),
        decimals,
        unit: points.unwrap_or_else(|| before.unit.clone()),
        way,
    })
}

/// What differences of a percentage are counted in; `None` of what is no percentage.
fn points(unit: &str) -> Option<String> {
    match unit {
        "%" | "％" => Some("个百分点".to_owned()),
        "‰" => Some("个千分点".to_owned()),
        _ => unit.ends_with("分点").then(|| unit.to_owned()),
    }
}

/// In percent of the earlier amount, the least and the most that the change can be, without its sign.
fn share(from: (f64, f64), to: (f64, f64)) -> Option<(f64, f64)> {
    if from.0 <= 0.0 || to.0 < 0.0 {
        return None;
    }
    let percent = |from: f64, to: f64| ((to / from - 1.0) * 100.0).abs();
    let (one, other) = (percent(from.1, to.0), percent(from.0, to.1));
    (one.is_finite() && other.is_finite()).then_some((one.min(other), one.max(other)))
}

/// Half a unit of the last printed digit and the decimals. What was counted one by one was not rounded; in 万人次 it was.
fn rounding(figure: &Figure) -> (f64, usize) {
    let (half, decimals) = half_step(figure);
    let counts = [
        "家", "户", "个", "人", "名", "次", "件", "项", "人次", "件次", "条", "台", "宗",
    ];
    let is_one_by_one = !figure.unit.contains(['百', '千', '万', '亿']);
    let is_count = figure.kind == FigureKind::Count || counts.contains(&figure.unit.as_str());
    let is_counted = decimals == 0 && is_count && is_one_by_one;
    (if is_counted { 0.0 } else { half }, decimals)
}
