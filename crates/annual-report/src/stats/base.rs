//! Last year's level, computed from this year's level and its growth.
//!
//! `V / (1 + g)` is **not** last year's published value: the growth of 规上 output compares with the prior-year output
//! of this year's set of enterprises. It is an estimate on a comparable basis (推算，可比口径), known only to an
//! interval, because both numbers were rounded for print.

use crate::format::fixed;
use crate::model::{Figure, FigureKind, Qualifier};

/// Last year's level as far as rounding lets us know it, in the level's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DerivedBase {
    /// `V / (1 + g)`, not rounded.
    pub value: f64,
    /// `(V − h) / (1 + g + k)`, where `h` and `k` are half a unit of the last printed digit of level and growth.
    pub low: f64,
    /// `(V + h) / (1 + g − k)`.
    pub high: f64,
    /// As many decimals as the level was printed with, or as it takes for the shown value to lie in its interval: 4.44,
    /// because 4.4 would lie below 4.41.
    pub decimals: usize,
}

impl DerivedBase {
    /// The value with its decimals: `43.5`.
    pub fn text(&self) -> String {
        fixed(self.value, self.decimals)
    }

    /// The interval with one decimal more than the value, so that it does not collapse: `43.47–43.58`.
    pub fn interval_text(&self) -> String {
        let decimals = self.decimals + 1;
        format!("{}–{}", fixed(self.low, decimals), fixed(self.high, decimals))
    }
}

/// Derives last year's level. `None` where it would mislead: the pack says so, the growth is a bound or a multiple,
/// the level is not a stated amount, or the growth is −100 % or less.
pub fn derived_base(level: &Figure, growth: &Figure) -> Option<DerivedBase> {
    let allowed = level.derive_base && growth.derive_base && growth.kind == FigureKind::Growth && growth.unit == "%";
    let exact = |figure: &Figure| matches!(figure.qualifier, None | Some(Qualifier::Expected));
    if !allowed || !exact(level) || !exact(growth) {
        return None;
    }
    let (amount, rate) = (level.number()?, growth.number()? / 100.0);
    let (h, decimals) = half_step(level);
    let k = half_step(growth).0 / 100.0;
    if 1.0 + rate - k <= 0.0 {
        return None;
    }
    let mut base = DerivedBase {
        value: amount / (1.0 + rate),
        low: (amount - h) / (1.0 + rate + k),
        high: (amount + h) / (1.0 + rate - k),
        decimals,
    };
    let finite = base.value.is_finite() && base.low.is_finite() && base.high.is_finite();
    base.decimals = certain_decimals(base.value, base.low, base.high, decimals);
    finite.then_some(base)
}

/// The fewest decimals, but not fewer than `least` nor more than 12, with which a value still lies in its interval.
pub fn certain_decimals(value: f64, low: f64, high: f64, least: usize) -> usize {
    let lies_within = |decimals: &usize| {
        let step = 10_f64.powi(*decimals as i32);
        let shown = (value * step).round() / step;
        (low..=high).contains(&shown)
    };
    (least..12).find(lies_within).unwrap_or(12)
}

/// Half a unit of the figure's last printed digit, and how many decimals it was printed with.
pub fn half_step(figure: &Figure) -> (f64, usize) {
    let number = figure.printed.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = number
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(number.len());
    let decimals = number[..end]
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len().min(12));
    (0.5 / 10_f64.powi(decimals as i32), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    fn figure(printed: &str, value: f64, unit: &str, kind: FigureKind) -> Figure {
        let mut figure = format::tests::figure(printed, value, unit, None);
        figure.kind = kind;
        figure
    }

    #[test]
    fn the_base_of_output_lies_in_the_interval_that_rounding_leaves() {
        let level = figure("56.8亿元", 56.8, "亿元", FigureKind::Level);
        let growth = figure("30.5%", 30.5, "%", FigureKind::Growth);
        let base = derived_base(&level, &growth).unwrap();
        assert_eq!(base.text(), "43.5");
        // (56.75 / 1.3055, 56.85 / 1.3045)
        assert_eq!(base.interval_text(), "43.47–43.58");
        assert!(base.low < base.value && base.value < base.high);
    }

    #[test]
    fn a_base_is_shown_within_its_interval() {
        let level = figure("6.8亿元", 6.8, "亿元", FigureKind::Level);
        let growth = figure("53.15%", 53.15, "%", FigureKind::Growth);
        let base = derived_base(&level, &growth).unwrap();
        // 6.8 / 1.5315 is 4.440; 4.4 would lie below 6.75 / 1.53155.
        assert_eq!(
            (base.text().as_str(), base.interval_text().as_str()),
            ("4.44", "4.407–4.473")
        );
    }

    #[test]
    fn no_base_is_derived_where_it_would_mislead() {
        let level = figure("53.8亿元", 53.8, "亿元", FigureKind::Level);
        let near = figure("近6倍", 6.0, "倍", FigureKind::Multiple);
        assert_eq!(derived_base(&level, &near), None);
        let mut barred = figure("30.5%", 30.5, "%", FigureKind::Growth);
        barred.derive_base = false;
        assert_eq!(derived_base(&level, &barred), None);
        let mut bound = figure("超50%以上", 50.0, "%", FigureKind::Growth);
        bound.qualifier = Some(Qualifier::MoreThan);
        assert_eq!(derived_base(&level, &bound), None);
        assert_eq!(
            derived_base(&level, &figure("-100%", -100.0, "%", FigureKind::Growth)),
            None
        );
    }

    #[test]
    fn the_step_is_that_of_the_last_printed_digit() {
        assert_eq!(
            half_step(&figure("20.66亿元", 20.66, "亿元", FigureKind::Level)),
            (0.005, 2)
        );
        assert_eq!(
            half_step(&figure("约120亿元", 120.0, "亿元", FigureKind::Money)),
            (0.5, 0)
        );
    }
}
