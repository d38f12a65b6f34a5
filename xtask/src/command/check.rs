//! `check`: which pack, and how to print what is found.

use std::path::PathBuf;

use super::Command;
use crate::{
    check::Format,
    failure::Failure,
    options::{Options, not_understood},
};

/// Reads what follows `check`: a folder, where one was typed, and `words`.
pub fn read(folder: Option<&str>, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--format"], &[])?;
    let format = match options.word("--format") {
        None | Some("text") => Format::Text,
        Some("json") => Format::Json,
        Some(other) => return Err(not_understood(other)),
    };
    Ok(Command::Check {
        folder: folder.map(PathBuf::from),
        format,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

    #[test]
    fn a_check_is_of_the_projects_own_data_and_in_words_unless_told() {
        let check = |folder: Option<&str>, format| {
            let folder = folder.map(PathBuf::from);
            Some(Command::Check { folder, format })
        };
        assert_eq!(parse("check"), check(None, Format::Text));
        assert_eq!(parse("check packs/a"), check(Some("packs/a"), Format::Text));
        assert_eq!(parse("check --format json"), check(None, Format::Json));
        assert_eq!(
            parse("check packs/a --format json"),
            check(Some("packs/a"), Format::Json)
        );
        assert_eq!(parse("check --format xml"), None);
        assert_eq!(parse("check a b"), None);
    }
}
