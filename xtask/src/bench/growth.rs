//! How what a letter typed costs grows with the table: the exponent between the smallest and the largest size measured.

use serde_json::Value;

/// A line for the terminal, or nothing where two sizes were not measured.
pub fn told(results: &str, name: &str) -> Option<String> {
    let results: Value = serde_json::from_str(results).ok()?;
    let cells = results.get("run")?.get(name)?.as_object()?;
    let mut sizes: Vec<(f64, f64)> = cells
        .iter()
        .filter_map(|(size, rounds)| Some((size.parse().ok()?, typing(rounds)?)))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (small, large) = (sizes.first()?, sizes.last()?);
    if small.0 >= large.0 {
        return None;
    }
    let exponent = (large.1 / small.1).ln() / (large.0 / small.0).ln();
    Some(format!(
        "{name} 每按一键：{} 行 {:.2} 毫秒，{} 行 {:.2} 毫秒，行数的 {exponent:.2} 次方",
        small.0, small.1, large.0, large.1
    ))
}

/// The median over rounds of the median work of a letter typed, in ms: the second number of every key.
fn typing(rounds: &Value) -> Option<f64> {
    let works = |round: &Value| {
        let keys = round.get("key")?.as_array()?;
        median(keys.iter().filter_map(|key| key.get(1)?.as_f64()).collect())
    };
    median(rounds.as_array()?.iter().filter_map(works).collect())
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn the_exponent_is_that_between_the_smallest_and_the_largest_table() {
        let results = r#"{"run":{"a":{"1000":[{"key":[[9,1],[9,2],[9,3]]}],"100000":[{"key":[[9,20]]}]}}}"#;
        let told = told(results, "a").unwrap_or_default();
        assert!(
            told.contains("2.00 毫秒") && told.contains("20.00 毫秒") && told.contains("0.50 次方"),
            "{told}"
        );
    }

    #[test]
    fn one_size_alone_has_none() {
        let results = r#"{"run":{"a":{"1000":[{"key":[[9,1]]}]}}}"#;
        assert_eq!(told(results, "a"), None);
        assert_eq!(told("no JSON", "a"), None);
    }
}
