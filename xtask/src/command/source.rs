//! `source`: an original to put beside the pack, or to take away.

use std::path::PathBuf;

use super::Command;
use crate::{
    failure::Failure,
    options::{Options, not_understood},
    source::Change,
};

/// Reads what follows `source`: a file, where one was typed, and `words`.
pub fn read(file: Option<&str>, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--report"], &["--remove"])?;
    let change = match (file, options.has("--remove")) {
        (Some(file), false) => Change::Put(PathBuf::from(file)),
        (None, true) => Change::Remove,
        (Some(_), true) => return Err(not_understood("--remove")),
        (None, false) => {
            return Err(Failure::Lacks {
                option: "原文的文件"
            });
        }
    };
    Ok(Command::Source {
        change,
        report: options.word("--report").map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

    #[test]
    fn an_original_is_put_or_removed_and_never_both_or_neither() {
        let source = |change, report: Option<&str>| {
            let report = report.map(str::to_owned);
            Some(Command::Source { change, report })
        };
        let file = || Change::Put(PathBuf::from("a.txt"));
        assert_eq!(parse("source a.txt"), source(file(), None));
        assert_eq!(parse("source a.txt --report 2021"), source(file(), Some("2021")));
        assert_eq!(parse("source --remove"), source(Change::Remove, None));
        assert_eq!(
            parse("source --report 2021 --remove"),
            source(Change::Remove, Some("2021"))
        );
        assert_eq!(parse("source"), None);
        assert_eq!(parse("source --report 2021"), None);
        assert_eq!(parse("source a.txt --remove"), None);
        assert_eq!(parse("source a.txt b.txt"), None);
    }
}
