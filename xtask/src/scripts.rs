//! The scripts that are written by hand, as readers get them: without the comments, which are for those who change them.

use std::path::Path;

use crate::{failure::Failure, files, project::Project};

/// Makes the scripts of the build as small as they can be.
pub fn minify(project: &Project, staging: &Path) -> Result<(), Failure> {
    for path in files::below(&project.root().join("public"))? {
        let Some(name) = path
            .file_name()
            .filter(|_| path.extension().is_some_and(|ending| ending == "js"))
        else {
            continue;
        };
        let small = minifier::js::minify(&files::text(&path)?).to_string();
        files::write(&staging.join(name), small.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use minifier::js::minify;

    #[test]
    fn comments_go_and_what_looks_like_one_stays() {
        let small = minify("/** Says. */\nvar url = \"http://a\"; // why\nvar of = /[/*]\\/\\/(a|b)/g;\n").to_string();
        for kept in ["\"http://a\"", "/[/*]\\/\\/(a|b)/g"] {
            assert!(small.contains(kept), "{small}");
        }
        assert!(!small.contains("Says") && !small.contains("why"), "{small}");
    }
}
