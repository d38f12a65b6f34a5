//! Licences as packages state them (SPDX): `MIT OR Apache-2.0`, `(MIT OR Apache-2.0) AND Unicode-3.0`, and the older
//! `MIT/Apache-2.0`.

use spdx::{Expression, ParseMode};

/// Old writings are read; a licence that nobody knows is one that nobody allows.
const MODE: ParseMode = ParseMode {
    allow_unknown: true,
    ..ParseMode::LAX
};

/// Whether a package so licensed may be used by somebody who accepts these. What cannot be read may not.
pub fn allows(expression: &str, allowed: &[&str]) -> bool {
    Expression::parse_mode(expression, MODE)
        .is_ok_and(|read| read.evaluate(|licence| allowed.contains(&licence.to_string().as_str())))
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
