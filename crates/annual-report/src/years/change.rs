//! How far two stated amounts are apart: computed, and so always marked as derived.

use crate::format::fixed;
use crate::model::{Figure, FigureKind, Qualifier};
use crate::stats::half_step;

/// The way from one stated amount to another, in their unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Later minus earlier, with the decimals of the finer of both: `13.3`. Of two percentages, percentage points.
    pub by: f64,
    /// As many decimals as the finer amount was printed with.
    decimals: usize,
    /// The unit: the amounts' own, or 个百分点.
    unit: String,
    /// In percent of the earlier amount, as far as rounding lets us know it; none of percentages, and none where the
    /// earlier amount is not above 0.
    percent: Option<(f64, f64, f64)>,
}

impl Change {
    /// Without its sign: `13.3 亿元`, `0.5 个百分点`.
    pub fn amount(&self) -> String {
        format!("{} {}", fixed(self.by.abs(), self.decimals), self.unit)
    }

    /// In a word and an amount: `增加 13.3 亿元`, `减少 2 家`, `持平`.
    pub fn told(&self) -> String {
        match self.by {
            by if by > 0.0 => format!("增加 {}", self.amount()),
            by if by < 0.0 => format!("减少 {}", self.amount()),
            _ => "持平".to_owned(),
        }
    }

    /// How much that is of the earlier amount: `30.6%`, or the interval where the printed amounts leave more than a point
    /// open: `22.2%–42.9%`. Without its sign; none where it means nothing.
    pub fn share(&self) -> Option<String> {
        let (low, value, high) = self.percent.filter(|_| self.by != 0.0)?;
        let (low, high) = if value < 0.0 { (-high, -low) } else { (low, high) };
        Some(match high - low > 1.0 {
            true => format!("{}%–{}%", fixed(low.max(0.0), 1), fixed(high, 1)),
            false => format!("{}%", fixed(value.abs(), 1)),
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
    let decimals = first.max(second);
    let step = 10_f64.powi(decimals as i32);
    let by = ((to - from) * step).round() / step;
    if !by.is_finite() {
        return Err(Unlike::NoAmount);
    }
    let is_rate = before.unit == "%";
    let percent = |from: f64, to: f64| (to / from - 1.0) * 100.0;
    let known = (!is_rate && from - h > 0.0 && to >= 0.0).then(|| {
        let low = percent(from + h, (to - k).max(0.0));
        (low, percent(from, to), percent(from - h, to + k))
    });
    let finite = |(low, value, high): &(f64, f64, f64)| low.is_finite() && value.is_finite() && high.is_finite();
    Ok(Change {
        by,
        decimals,
        unit: if is_rate {
            "个百分点".to_owned()
        } else {
            before.unit.clone()
        },
        percent: known.filter(finite),
    })
}

/// Half a unit of the last printed digit and the decimals. What was counted was not rounded.
fn rounding(figure: &Figure) -> (f64, usize) {
    let (half, decimals) = half_step(figure);
    let counts = [
        "家", "户", "个", "人", "名", "次", "件", "项", "人次", "件次", "条", "台", "宗",
    ];
    let is_counted = decimals == 0 && (figure.kind == FigureKind::Count || counts.contains(&figure.unit.as_str()));
    (if is_counted { 0.0 } else { half }, decimals)
}
