//! Licences as packages state them (SPDX): `MIT OR Apache-2.0`, `(MIT OR Apache-2.0) AND Unicode-3.0`, and the older
//! `MIT/Apache-2.0`.

/// Whether a package so licensed may be used by somebody who accepts these. What cannot be read may not.
pub fn allows(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut reader = Reader {
        words: spaced.split_whitespace().collect(),
        at: 0,
        allowed,
    };
    reader.either() == Some(true) && reader.at == reader.words.len()
}

struct Reader<'a> {
    words: Vec<&'a str>,
    at: usize,
    allowed: &'a [&'a str],
}

impl<'a> Reader<'a> {
    fn take(&mut self, word: &str) -> bool {
        let is = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is);
        is
    }

    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }

    /// AND binds closer than OR.
    fn either(&mut self) -> Option<bool> {
        let mut is = self.both()?;
        while self.take("OR") {
            is |= self.both()?;
        }
        Some(is)
    }

    fn both(&mut self) -> Option<bool> {
        let mut is = self.one()?;
        while self.take("AND") {
            is &= self.one()?;
        }
        Some(is)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let is = self.either()?;
            return self.take(")").then_some(is);
        }
        let mut licence = self.next()?.to_owned();
        if self.take("WITH") {
            licence = format!("{licence} WITH {}", self.next()?);
        }
        Some(self.allowed.contains(&licence.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::allows;

    #[test]
    fn one_of_several_is_enough_and_all_of_several_are_needed() {
        let may = |expression| allows(expression, &["MIT", "Unicode-3.0"]);
        for good in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/GPL-3.0",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "GPL-3.0 AND X OR MIT",
        ] {
            assert!(may(good), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "MIT WITH Something",
            "(MIT OR Unicode-3.0) AND GPL-3.0",
        ] {
            assert!(!may(bad), "{bad}");
        }
    }

    #[test]
    fn a_licence_with_an_exception_is_one_of_its_own() {
        assert!(allows(
            "Apache-2.0 WITH LLVM-exception",
            &["Apache-2.0 WITH LLVM-exception"]
        ));
        assert!(!allows("Apache-2.0 WITH LLVM-exception", &["Apache-2.0"]));
    }

    #[test]
    fn what_cannot_be_read_is_not_allowed() {
        for broken in ["", "MIT OR", "(MIT", "MIT)", "MIT MIT", "没有写明"] {
            assert!(!allows(broken, &["MIT"]), "{broken}");
        }
    }
}
