//! From amounts to the horizontal: a linear scale that holds zero, and its ticks.
//!
//! Promise: works for any finite amounts. They are first divided by a power of ten, so that the largest is between 1 and
//! 10: plotters' search for ticks hangs or panics on spans near 1e-15 and on infinite ones, and it never sees those.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

/// A linear scale from the lowest to the highest amount, zero included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// Amounts are divided by ten to this power.
    exponent: i32,
    /// Lowest amount after division; at most zero.
    pub(super) low: f64,
    /// Highest amount after division; at least zero, and above `low`.
    pub(super) high: f64,
}

impl Scale {
    /// Spans all amounts; what is not finite counts for nothing.
    pub(super) fn over(amounts: impl Iterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for amount in amounts.filter(|amount| amount.is_finite()) {
            low = low.min(amount);
            high = high.max(amount);
        }
        let largest = high.max(-low);
        if largest == 0.0 {
            return Self {
                exponent: 0,
                low: 0.0,
                high: 1.0,
            };
        }
        let exponent = largest.log10().floor() as i32;
        Self {
            exponent,
            low: divide(low, exponent),
            high: divide(high, exponent),
        }
    }

    /// The amount after division, which is what plotters maps to pixels.
    pub(super) fn position(&self, amount: f64) -> f64 {
        if amount.is_finite() {
            divide(amount, self.exponent).max(self.low).min(self.high)
        } else {
            0.0
        }
    }

    /// How far along the scale, from 0 at its low to 1 at its high end.
    pub(super) fn fraction(&self, amount: f64) -> f64 {
        (self.position(amount) - self.low) / (self.high - self.low)
    }

    /// At most so many round positions, from plotters; at least 2 must be allowed.
    pub(super) fn ticks(&self, most: usize) -> Vec<f64> {
        RangedCoordf64::from(self.low..self.high).key_points(BoldPoints(most.max(2)))
    }

    /// What stands at ticks: digits without float noise, in 万 or 亿 where they would be long.
    /// A unit that is itself counted in 万 or 亿 keeps plain digits; 30万万元 is no number.
    pub(super) fn tick_texts(&self, ticks: &[f64], unit: &str) -> Vec<String> {
        let step = ticks
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .fold(f64::INFINITY, f64::min);
        let step = if step.is_finite() { step } else { 1.0 };
        // A step is 1, 2 or 5 times a power of ten, but for noise.
        let power = (step.log10() + 1e-6).floor() as i32;
        let mantissas: Vec<i64> = ticks.iter().map(|tick| divide(*tick, power).round() as i64).collect();
        let power = power + self.exponent;
        let longest = mantissas
            .iter()
            .map(|mantissa| digits(mantissa.unsigned_abs()))
            .max()
            .unwrap_or(1) as i32
            + power;
        let (shift, word) = match longest {
            9..=15 if !unit.starts_with(['万', '亿']) => (8, "亿"),
            6..=8 if !unit.starts_with(['万', '亿']) => (4, "万"),
            _ => (0, ""),
        };
        let percent = if unit == "%" { "%" } else { "" };
        mantissas
            .into_iter()
            .map(|mantissa| match mantissa {
                0 => "0".to_owned(),
                _ => format!("{}{word}{percent}", decimal(mantissa, power - shift)),
            })
            .collect()
    }
}

/// `amount / 10^exponent`, also where that power is too small to be a number of its own.
fn divide(amount: f64, exponent: i32) -> f64 {
    if exponent < -300 {
        amount * 1e300 / 10_f64.powi(exponent + 300)
    } else {
        amount / 10_f64.powi(exponent)
    }
}

fn digits(number: u64) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// `mantissa × 10^power` in digits; very large and very small ones as 2e300.
fn decimal(mantissa: i64, power: i32) -> String {
    let sign = if mantissa < 0 { "-" } else { "" };
    let (mut mantissa, mut power) = (mantissa.unsigned_abs(), power);
    while mantissa >= 10 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        power += 1;
    }
    let digits = mantissa.to_string();
    let whole = digits.len() as i32 + power;
    if !(-6..=16).contains(&whole) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}e{}", whole - 1);
    }
    if power >= 0 {
        return format!("{sign}{digits}{}", "0".repeat(power as usize));
    }
    if whole > 0 {
        let (whole, part) = digits.split_at(whole as usize);
        return format!("{sign}{whole}.{part}");
    }
    format!("{sign}0.{}{digits}", "0".repeat(whole.unsigned_abs() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(amounts: &[f64], unit: &str) -> Vec<String> {
        let scale = Scale::over(amounts.iter().copied());
        scale.tick_texts(&scale.ticks(5), unit)
    }

    #[test]
    fn ticks_are_few_round_and_free_of_float_noise() {
        assert_eq!(texts(&[56.8], "亿元"), ["0", "20", "40"]);
        assert_eq!(texts(&[0.37], "%"), ["0", "0.1%", "0.2%", "0.3%"]);
        assert_eq!(texts(&[1.9], ""), ["0", "0.5", "1", "1.5"]);
        assert_eq!(texts(&[-3.0, 7.0], ""), ["-2", "0", "2", "4", "6"]);
        assert_eq!(texts(&[2e-15], ""), ["0", "5e-16", "1e-15", "1.5e-15", "2e-15"]);
    }

    #[test]
    fn long_numbers_are_counted_in_wan_and_yi_unless_the_unit_is() {
        assert_eq!(texts(&[430_000.0], "人次"), ["0", "10万", "20万", "30万", "40万"]);
        assert_eq!(texts(&[2.1e9], "元"), ["0", "5亿", "10亿", "15亿", "20亿"]);
        assert_eq!(
            texts(&[430_000.0], "万元"),
            ["0", "100000", "200000", "300000", "400000"]
        );
        assert_eq!(texts(&[43_000.0], "元"), ["0", "10000", "20000", "30000", "40000"]);
    }

    #[test]
    fn every_finite_amount_has_a_place_and_a_few_ticks() {
        let extremes = [f64::MAX, 1e300, 1e16, 1.0, 1e-15, 1e-300, f64::MIN_POSITIVE, 5e-324];
        for amount in extremes {
            for amounts in [
                [amount, 0.0],
                [-amount, 0.0],
                [-amount, amount],
                [amount, 5e-324],
                [amount, -5e-324],
            ] {
                let scale = Scale::over(amounts.into_iter());
                for most in 2..=5 {
                    let ticks = scale.ticks(most);
                    assert!((1..=most).contains(&ticks.len()), "{amounts:?} {ticks:?}");
                    let texts = scale.tick_texts(&ticks, "");
                    assert!(texts.iter().all(|text| text.len() <= 20), "{texts:?}");
                }
                assert!(
                    amounts
                        .iter()
                        .all(|amount| (0.0..=1.0).contains(&scale.fraction(*amount)))
                );
            }
        }
    }

    #[test]
    fn nothing_but_zeros_still_makes_a_scale() {
        let scale = Scale::over([0.0, -0.0, f64::NAN].into_iter());
        assert_eq!((scale.low, scale.high), (0.0, 1.0));
        assert_eq!(scale.fraction(f64::INFINITY), 0.0);
    }
}
