//! `--name value` and `--flag`, read strictly: what is not known, said twice or cut short is an error.

use std::str::FromStr;

use crate::failure::Failure;

/// The options behind a command.
pub struct Options<'a> {
    /// Name and value; a flag has none.
    given: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a> Options<'a> {
    /// Reads `words`, of which those in `valued` take the next word as their value, and those in `flags` none.
    pub fn read(words: &[&'a str], valued: &[&str], flags: &[&str]) -> Result<Self, Failure> {
        let mut given: Vec<(&str, Option<&str>)> = Vec::new();
        let mut words = words.iter().copied();
        while let Some(name) = words.next() {
            let value = if valued.contains(&name) {
                match words.next() {
                    // A forgotten value must not swallow the option after it.
                    Some(value) if !value.starts_with("--") => Some(value),
                    _ => return Err(not_understood(name)),
                }
            } else if flags.contains(&name) {
                None
            } else {
                return Err(not_understood(name));
            };
            if given.iter().any(|(known, _)| *known == name) {
                return Err(not_understood(name));
            }
            given.push((name, value));
        }
        Ok(Self { given })
    }

    /// Whether it was there.
    pub fn has(&self, name: &str) -> bool {
        self.given.iter().any(|(known, _)| *known == name)
    }

    /// Its value as a word.
    pub fn word(&self, name: &str) -> Option<&'a str> {
        self.given.iter().find(|(known, _)| *known == name)?.1
    }

    /// Its value as a `T` that `holds`.
    pub fn value<T: FromStr>(&self, name: &str, holds: impl Fn(&T) -> bool) -> Result<Option<T>, Failure> {
        self.word(name).map(|word| parsed(word, &holds)).transpose()
    }

    /// Its value as a list with commas between.
    pub fn list<T: FromStr>(&self, name: &str, holds: impl Fn(&T) -> bool) -> Result<Vec<T>, Failure> {
        let word = self.word(name);
        let parts = word.into_iter().flat_map(|word| word.split(','));
        parts.map(|part| parsed(part, &holds)).collect()
    }
}

fn parsed<T: FromStr>(word: &str, holds: &impl Fn(&T) -> bool) -> Result<T, Failure> {
    word.parse().ok().filter(holds).ok_or_else(|| not_understood(word))
}

/// An argument nobody understands.
pub fn not_understood(argument: &str) -> Failure {
    Failure::Argument {
        argument: argument.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'a>(words: &[&'a str]) -> Option<Options<'a>> {
        Options::read(words, &["--seed", "--sizes"], &["--quick"]).ok()
    }

    #[test]
    fn values_and_flags_come_in_any_order() {
        let options = read(&["--quick", "--sizes", "1,20", "--seed", "7"]).unwrap();
        assert!(options.has("--quick") && !options.has("--slow"));
        assert_eq!(options.value("--seed", |_: &u8| true).unwrap(), Some(7));
        assert_eq!(options.list("--sizes", |_: &u32| true).unwrap(), [1, 20]);
        assert!(options.list("--others", |_: &u32| true).unwrap().is_empty());
    }

    #[test]
    fn what_is_unknown_or_said_twice_or_cut_short_is_refused() {
        assert!(read(&["--sede", "7"]).is_none());
        assert!(read(&["--quick", "--quick"]).is_none());
        assert!(read(&["--seed"]).is_none());
        assert!(read(&["--seed", "--quick"]).is_none());
    }

    #[test]
    fn a_value_that_is_not_what_it_should_be_is_refused() {
        let options = read(&["--seed", "300", "--sizes", "1,,2"]).unwrap();
        assert!(options.value("--seed", |_: &u8| true).is_err());
        assert!(options.value("--seed", |seed: &u32| *seed < 300).is_err());
        assert!(options.list("--sizes", |_: &u32| true).is_err());
    }
}
