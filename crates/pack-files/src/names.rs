//! Names of files, as they are found and as a pack has them.

/// Whether a file may be part of a pack, by its name; others need not be read.
pub fn is_wanted(name: &str) -> bool {
    name.len() >= 5 && name.is_char_boundary(name.len() - 5) && name[name.len() - 5..].eq_ignore_ascii_case(".json")
}

/// The steps of a name, without those that lead nowhere; `None` where one leads out of the folder.
pub(crate) fn steps(name: &str) -> Option<Vec<&str>> {
    let steps = name.split(['/', '\\']).filter(|step| !step.is_empty() && *step != ".");
    let steps: Vec<&str> = steps.collect();
    let leads_out = steps.contains(&"..") || steps.first().is_some_and(|first| first.ends_with(':'));
    (!leads_out && !steps.is_empty()).then_some(steps)
}

/// Whether systems and office programs leave such a file behind by themselves.
pub(crate) fn is_left_behind(steps: &[&str]) -> bool {
    let names = ["__MACOSX", "Thumbs.db", "desktop.ini", "$RECYCLE.BIN"];
    steps.iter().any(|step| {
        step.starts_with('.') || step.starts_with("~$") || names.iter().any(|name| step.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_system_have_the_same_steps() {
        assert_eq!(steps("a/b.json"), Some(vec!["a", "b.json"]));
        assert_eq!(steps("./a\\b.json"), Some(vec!["a", "b.json"]));
        assert_eq!(steps("/a//b.json"), Some(vec!["a", "b.json"]));
        for out in ["../a", "a/../b", "a\\..\\b", "C:\\a", "", "/", "./."] {
            assert_eq!(steps(out), None, "{out}");
        }
    }

    #[test]
    fn what_is_left_behind_is_known_wherever_it_lies() {
        for left in [
            vec!["__MACOSX", "a", "._b.json"],
            vec!["a", ".DS_Store"],
            vec!["thumbs.db"],
            vec!["~$2021.xlsx"],
        ] {
            assert!(is_left_behind(&left), "{left:?}");
        }
        assert!(!is_left_behind(&["2021", "report.json"]));
    }

    #[test]
    fn only_json_is_wanted() {
        assert!(is_wanted("a/REPORT.JSON") && is_wanted(".json"));
        assert!(!is_wanted("a.txt") && !is_wanted("json") && !is_wanted("一二三"));
    }
}
