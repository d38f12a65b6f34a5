//! The other implementations: copied and built, once for the same sources.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{failure::Failure, files, node, process};

/// What is made in their folder, rather than written by their authors.
const MADE: [&str; 5] = ["node_modules", "dist", ".cache", "results", ".git"];

/// Without these a folder is not theirs.
const NEEDED: [&str; 3] = ["bench.mjs", "contestants.json", "package-lock.json"];

/// Says where the others should be, if they are not there.
pub fn expect(folder: &Path) -> Result<(), Failure> {
    let missing = NEEDED.iter().map(|name| folder.join(name)).find(|path| !path.is_file());
    missing.map_or(Ok(()), |path| Err(Failure::NoRivals { path }))
}

/// Makes `to` a built copy of the folder `from`.
pub fn build(from: &Path, to: &Path) -> Result<(), Failure> {
    let built = to.join(".built");
    let changed = changed(from, to)?;
    if !changed.is_empty() {
        // First of all, so that what is interrupted from here on is not taken for built the next time.
        let _ = fs::remove_file(&built);
    }
    for (name, content) in &changed {
        files::write(&to.join(name), content)?;
    }
    node::install_packages(to, "对手的依赖")?;
    if !built.is_file() {
        eprintln!("构建对手（约 1 分钟）…");
        process::run(node::npm(to)?.args(["run", "build"]), "构建对手")?;
        files::write(&built, b"")?;
    }
    Ok(())
}

/// The sources of `from` that `to` does not have, or has otherwise, with their content. Only these are written: what
/// has not changed keeps its time, by which npm's work is known to be done.
fn changed(from: &Path, to: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
    let mut changed = Vec::new();
    for path in files::below(from)? {
        let Ok(name) = path.strip_prefix(from) else { continue };
        if name.iter().any(|part| MADE.iter().any(|made| part == *made)) {
            continue;
        }
        let content = files::read(&path)?;
        if fs::read(to.join(name)).is_ok_and(|copy| copy == content) {
            continue;
        }
        changed.push((name.to_path_buf(), content));
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sources_are_copied_and_only_those_that_changed() {
        let root = std::env::temp_dir().join(format!("rivals-{}", std::process::id()));
        let (from, to) = (root.join("from"), root.join("to"));
        let write = |path: &str, text: &str| files::write(&from.join(path), text.as_bytes()).unwrap();
        let names = || {
            let changed = changed(&from, &to).unwrap();
            for (name, content) in &changed {
                files::write(&to.join(name), content).unwrap();
            }
            changed.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        write("bench.mjs", "1");
        write("vue/src/main.js", "1");
        write("vue/dist/index.html", "1");
        write("node_modules/vue/index.js", "1");
        assert_eq!(names(), [Path::new("bench.mjs"), Path::new("vue/src/main.js")]);
        assert_eq!(names(), [] as [&Path; 0]);
        write("vue/src/main.js", "2");
        assert_eq!(names(), [Path::new("vue/src/main.js")]);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_folder_without_them_is_named() {
        let failure = expect(Path::new("nowhere")).unwrap_err().to_string();
        assert!(
            failure.contains("bench.mjs") && failure.contains("--rivals"),
            "{failure}"
        );
    }
}
