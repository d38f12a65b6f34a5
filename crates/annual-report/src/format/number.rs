//! Numbers with a fixed count of decimals, by whole-number arithmetic: the exact algorithm of the standard library
//! decides ties that no reader sees, and weighs more than the rest of this module.

/// A number with so many decimals, halves rounded away from zero: `fixed(43.528, 1)` is `43.5`. Numbers too large to
/// have decimals in an `f64` are written as they are; decimals beyond 15 are not kept.
pub fn fixed(value: f64, decimals: usize) -> String {
    let decimals = decimals.min(15);
    let scale = 10_u64.pow(decimals as u32);
    let scaled = (value.abs() * scale as f64).round();
    // Beyond 2^53 a number has no decimals left to round.
    if !scaled.is_finite() || scaled >= 9_007_199_254_740_992.0 {
        return value.to_string();
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

#[cfg(test)]
mod tests {
    use super::fixed;

    #[test]
    fn decimals_are_kept_and_padded() {
        let told = [
            fixed(43.528, 1),
            fixed(0.05, 3),
            fixed(-2.5, 0),
            fixed(-0.001, 2),
            fixed(20.0, 2),
            fixed(1e300, 2),
        ];
        assert_eq!(told[..5], ["43.5", "0.050", "-3", "0.00", "20.00"]);
        assert_eq!(told[5].len(), 301);
    }
}
