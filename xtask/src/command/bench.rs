//! `bench`: against whom, and how often.

use std::path::PathBuf;

use super::Command;
use crate::{bench::Bench, failure::Failure, options::Options};

/// Reads what follows `bench`.
pub fn read(words: &[&str]) -> Result<Command, Failure> {
    if words.contains(&"--charts") {
        let options = Options::read(words, &["--rounds"], &["--charts", "--no-build"])?;
        return Ok(Command::Bench(Bench {
            rounds: options.value("--rounds", |rounds| *rounds > 0)?,
            no_build: options.has("--no-build"),
            charts: true,
            ..Bench::default()
        }));
    }
    let valued = ["--rivals", "--rounds", "--sizes", "--only"];
    let options = Options::read(words, &valued, &["--skip-load", "--no-build"])?;
    Ok(Command::Bench(Bench {
        rivals: options.word("--rivals").map(PathBuf::from),
        rounds: options.value("--rounds", |rounds| *rounds > 0)?,
        sizes: options.list("--sizes", |size| *size > 0)?,
        only: options.list("--only", |name: &String| !name.is_empty())?,
        skip_load: options.has("--skip-load"),
        no_build: options.has("--no-build"),
        charts: false,
    }))
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

    #[test]
    fn a_benchmark_leaves_to_the_rivals_what_was_not_told() {
        assert_eq!(parse("bench"), Some(Command::Bench(Bench::default())));
        assert_eq!(
            parse("bench --rivals x --rounds 3 --sizes 32,10000 --only vue,annual-report --skip-load --no-build"),
            Some(Command::Bench(Bench {
                rivals: Some("x".into()),
                rounds: Some(3),
                sizes: vec![32, 10_000],
                only: vec!["vue".to_owned(), "annual-report".to_owned()],
                skip_load: true,
                no_build: true,
                charts: false,
            }))
        );
        assert_eq!(parse("bench --rounds 0"), None);
        assert_eq!(parse("bench --sizes 32,"), None);
        assert_eq!(parse("bench --sizes large"), None);
    }

    #[test]
    fn charts_are_measured_alone() {
        assert_eq!(
            parse("bench --rounds 2 --charts --no-build"),
            Some(Command::Bench(Bench {
                rounds: Some(2),
                no_build: true,
                charts: true,
                ..Bench::default()
            }))
        );
        assert_eq!(parse("bench --charts --only vue"), None);
        assert_eq!(parse("bench --charts --rounds 0"), None);
    }
}
