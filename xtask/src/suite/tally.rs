//! Counting: what `cargo test` and Playwright say they did, as numbers that add up.

use std::{fmt, iter::Sum};

use serde::Deserialize;

/// How many tests did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and held.
    pub passed: u32,
    /// Ran and did not hold, or died.
    pub failed: u32,
    /// There, but not run.
    pub skipped: u32,
}

impl Tally {
    /// One check that held.
    pub const SUCCESS: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
    };
    /// One check that did not.
    pub const FAILURE: Self = Self {
        passed: 0,
        failed: 1,
        skipped: 0,
    };

    /// One check that could not be made.
    pub const SKIPPED: Self = Self {
        passed: 0,
        failed: 0,
        skipped: 1,
    };

    /// All `test result:` lines of a `cargo test`, native or by wasm-bindgen's runner, added up.
    pub fn of_cargo_test(output: &str) -> Self {
        output.lines().filter_map(result_line).sum()
    }

    /// The totals of Playwright's JSON report. A test that needed two attempts is a failure.
    pub fn of_playwright(report: &str) -> Result<Self, String> {
        let Report { stats } = serde_json::from_str(report).map_err(|error| error.to_string())?;
        Ok(Self {
            passed: stats.expected,
            failed: stats.unexpected + stats.flaky,
            skipped: stats.skipped,
        })
    }

    /// The tally of a program that has also said by its exit code whether all was well: what died uncounted is one
    /// failure, and so is a run in which nothing ran.
    pub fn checked(self, exited_well: bool) -> Self {
        let silent_failure = !exited_well && self.failed == 0;
        let nothing_ran = self.passed + self.failed == 0;
        if silent_failure || nothing_ran {
            Self { failed: 1, ..self }
        } else {
            self
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |a, b| Self {
            passed: a.passed + b.passed,
            failed: a.failed + b.failed,
            skipped: a.skipped + b.skipped,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`
fn result_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(word)?.trim_end().parse::<u32>().ok())
            .unwrap_or(0)
    };
    Some(Tally {
        passed: count("passed"),
        failed: count("failed"),
        skipped: count("ignored"),
    })
}

#[derive(Deserialize)]
struct Report {
    stats: Stats,
}

#[derive(Deserialize)]
struct Stats {
    expected: u32,
    unexpected: u32,
    flaky: u32,
    skipped: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_line_counts_and_nothing_else() {
        let output = "\
running 2 tests
test passes ... ok
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
a test result: ok. 9 passed; 9 failed; in the middle of a line
test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 1.20s
test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.10s
";
        assert_eq!(
            Tally::of_cargo_test(output),
            Tally {
                passed: 17,
                failed: 3,
                skipped: 1
            }
        );
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        assert_eq!(Tally::of_cargo_test("").checked(true), Tally::FAILURE);
        let only_skipped = Tally {
            skipped: 3,
            ..Tally::default()
        };
        assert_eq!(only_skipped.checked(true).failed, 1);
    }

    #[test]
    fn a_program_that_dies_uncounted_is_one_failure() {
        let some = Tally {
            passed: 4,
            ..Tally::default()
        };
        assert_eq!(
            some.checked(false),
            Tally {
                passed: 4,
                failed: 1,
                skipped: 0
            }
        );
        assert_eq!(some.checked(true), some);
        let counted = Tally {
            passed: 4,
            failed: 2,
            skipped: 0,
        };
        assert_eq!(counted.checked(false), counted);
    }

    #[test]
    fn playwrights_flaky_tests_are_failures() {
        let report =
            r#"{"config": {}, "stats": {"startTime": "x", "expected": 7, "skipped": 1, "unexpected": 2, "flaky": 1}}"#;
        assert_eq!(
            Tally::of_playwright(report),
            Ok(Tally {
                passed: 7,
                failed: 3,
                skipped: 1
            })
        );
        assert!(Tally::of_playwright("{}").is_err());
    }

    #[test]
    fn the_last_line_reads_as_agreed() {
        assert_eq!(
            Tally {
                passed: 3,
                failed: 0,
                skipped: 2
            }
            .to_string(),
            "3 passed, 0 failed"
        );
    }
}
