//! Numbers in digits by whole-number arithmetic. The standard library's algorithms decide ties that no reader sees,
//! and weigh more than all the rest of this module.

/// The largest power of two up to which every whole number is an `f64` of its own, 2^53.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// A number with so many decimals, halves rounded away from zero: `fixed(43.528, 1)` is `43.5`. Decimals beyond 15 are
/// not kept; numbers too large for any are written as `1.5e300`.
pub fn fixed(value: f64, decimals: usize) -> String {
    let decimals = decimals.min(15);
    let scale = 10_u64.pow(decimals as u32);
    let scaled = (value.abs() * scale as f64).round();
    if !scaled.is_finite() || scaled >= WHOLE {
        return large(value);
    }
    let scaled = scaled as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let whole = scaled / scale;
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    let digits = (scaled % scale).to_string();
    format!("{sign}{whole}.{}{digits}", "0".repeat(decimals - digits.len()))
}

/// A number with as many decimals as it has, at most 12: `plain(20.66)` is `20.66`, `plain(7.0)` is `7`.
pub fn plain(value: f64) -> String {
    let mut scale = 1.0;
    for decimals in 0..12 {
        if (value * scale).round() / scale == value {
            return fixed(value, decimals);
        }
        scale *= 10.0;
    }
    fixed(value, 12)
}

/// Numbers beyond 2^53: whole ones while they fit, then with an exponent.
fn large(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    if size < 1e19 {
        return format!("{sign}{}", size as u64);
    }
    if !size.is_finite() {
        return format!("{sign}∞");
    }
    let (mut mantissa, mut exponent) = (size, 0);
    while mantissa >= 10.0 {
        mantissa /= 10.0;
        exponent += 1;
    }
    format!("{sign}{}e{exponent}", plain((mantissa * 1e9).round() / 1e9))
}

#[cfg(test)]
mod tests {
    use super::{fixed, plain};

    #[test]
    fn decimals_are_kept_and_padded() {
        let told = [
            fixed(43.528, 1),
            fixed(0.05, 3),
            fixed(-2.5, 0),
            fixed(-0.001, 2),
            fixed(20.0, 2),
        ];
        assert_eq!(told, ["43.5", "0.050", "-3", "0.00", "20.00"]);
    }

    #[test]
    fn a_plain_number_has_the_decimals_it_needs() {
        let told = [20.66, 7.0, -3.2, 0.0, 1e-12, 1.0 / 3.0, 53.15].map(plain);
        assert_eq!(
            told,
            ["20.66", "7", "-3.2", "0", "0.000000000001", "0.333333333333", "53.15"]
        );
    }

    #[test]
    fn huge_numbers_are_written_and_never_wrong_by_more_than_their_own_grain() {
        let told = [1e15 + 0.5, 1e18, -1e18, 2.5e300, f64::MAX].map(|huge| fixed(huge, 2));
        assert_eq!(
            told,
            [
                "1000000000000000",
                "1000000000000000000",
                "-1000000000000000000",
                "2.5e300",
                "1.797693135e308"
            ]
        );
    }
}
