//! The build tools, in exactly the versions the project is known to work with.
//!
//! A tool on PATH is used when its version fits. Otherwise it is compiled once into the user's cache folder, beside and
//! never over what the user has. An interrupted installation is continued the next time and is never taken for complete:
//! a tool counts as there when its programs say the right version, and its folder gets its final name last.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use etcetera::BaseStrategy;

use crate::{
    failure::Failure,
    process,
    project::{Project, WASM_TARGET},
};

/// A package of programs that belong together.
struct Package {
    name: &'static str,
    /// All must be there, in one version.
    programs: &'static [&'static str],
    /// As its authors locked it, where that still installs.
    locked: bool,
    /// What to tell somebody who waits for it on a small machine.
    minutes: u32,
}

/// Builds the site. Later versions need a newer compiler than the project's.
const TRUNK: Package = Package {
    name: "trunk",
    programs: &["trunk"],
    locked: true,
    minutes: 8,
};
const TRUNK_VERSION: &str = "0.21.14";

/// Its own lock file names a version that was withdrawn, so it is installed without.
const WASM_BINDGEN: Package = Package {
    name: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    locked: false,
    minutes: 3,
};

/// Where a tool was found.
#[derive(Clone)]
pub enum Tool {
    /// The user's own, found by name.
    OnPath,
    /// Ours, in this folder of programs.
    Cached(PathBuf),
}

impl Tool {
    /// A path or name that starts `program` of this tool.
    pub fn program(&self, program: &str) -> PathBuf {
        match self {
            Self::OnPath => PathBuf::from(program),
            Self::Cached(folder) => folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)),
        }
    }

    /// PATH with this tool found before any other of its name.
    pub fn path_variable(&self) -> std::ffi::OsString {
        let path = env::var_os("PATH").unwrap_or_default();
        match self {
            Self::OnPath => path,
            Self::Cached(folder) => {
                let folders = std::iter::once(folder.clone()).chain(env::split_paths(&path));
                env::join_paths(folders).unwrap_or(path)
            }
        }
    }
}

/// trunk, installed if it must be.
pub fn trunk() -> Result<Tool, Failure> {
    find_or_install(&TRUNK, TRUNK_VERSION)
}

/// The command-line half of wasm-bindgen, in the version Cargo.lock has, installed if it must be.
pub fn wasm_bindgen(project: &Project) -> Result<Tool, Failure> {
    find_or_install(&WASM_BINDGEN, &project.locked_version("wasm-bindgen")?)
}

/// The standard library for wasm, for the toolchain that is active here.
pub fn wasm_target(project: &Project) -> Result<(), Failure> {
    // Asking the compiler works for compilers without rustup, too.
    let mut question = Command::new("rustc");
    question
        .current_dir(project.root())
        .args(["--print", "target-libdir", "--target", WASM_TARGET]);
    if process::ask(&mut question).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    eprintln!("获取 {WASM_TARGET} 标准库（约 1 分钟）…");
    let mut rustup = Command::new("rustup");
    process::run(
        rustup.current_dir(project.root()).args(["target", "add", WASM_TARGET]),
        "安装 wasm 标准库",
    )
}

fn find_or_install(package: &Package, version: &str) -> Result<Tool, Failure> {
    if has_version(&Tool::OnPath, package, version) {
        return Ok(Tool::OnPath);
    }
    let folder = tools_folder()?;
    let root = folder.join(format!("{}-{version}", package.name));
    let tool = Tool::Cached(root.join("bin"));
    if !has_version(&tool, package, version) {
        eprintln!("获取 {} {version}（首次约 {} 分钟）…", package.name, package.minutes);
        install(package, version, &folder, &root)?;
    }
    if has_version(&tool, package, version) {
        Ok(tool)
    } else {
        Err(Failure::Install {
            name: package.name,
            version: version.to_owned(),
            root,
        })
    }
}

fn install(package: &Package, version: &str, folder: &Path, root: &Path) -> Result<(), Failure> {
    let partial = folder.join(format!(".partial-{}-{version}", package.name));
    let compiled = partial.join("target");
    let in_file = |path: &Path| {
        let path = path.to_path_buf();
        move |source| Failure::File { path, source }
    };
    fs::create_dir_all(&partial).map_err(in_file(&partial))?;

    let mut cargo = Command::new("cargo");
    // Outside the project's folder its cargo configuration does not reach the tool.
    cargo
        .current_dir(folder)
        .args(["install", package.name, "--version", version, "--force", "--quiet"]);
    cargo.arg("--root").arg(&partial).arg("--target-dir").arg(&compiled);
    // A warning to extend PATH would be wrong advice: the folder is ours.
    cargo.env("PATH", Tool::Cached(partial.join("bin")).path_variable());
    if package.locked {
        cargo.arg("--locked");
    }
    process::run(&mut cargo, "安装工具")?;

    // The intermediate files are a gigabyte and of no further use; failing to remove them does no harm.
    let _ = fs::remove_dir_all(&compiled);
    if root.exists() {
        fs::remove_dir_all(root).map_err(in_file(root))?;
    }
    fs::rename(&partial, root).map_err(in_file(root))
}

fn tools_folder() -> Result<PathBuf, Failure> {
    let strategy = etcetera::choose_base_strategy().map_err(|_| Failure::NoCache)?;
    Ok(strategy.cache_dir().join("annual-report").join("tools"))
}

fn has_version(tool: &Tool, package: &Package, version: &str) -> bool {
    package.programs.iter().all(|program| {
        let answer = process::ask(Command::new(tool.program(program)).arg("--version"));
        answer.is_some_and(|answer| reported_version(&answer) == Some(version))
    })
}

/// `trunk 0.21.14`, or with a commit after it.
fn reported_version(answer: &str) -> Option<&str> {
    answer.lines().next()?.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word() {
        assert_eq!(reported_version("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(
            reported_version("wasm-bindgen 0.2.130 (8d1a2c3)\nmore"),
            Some("0.2.130")
        );
        assert_eq!(reported_version("trunk"), None);
        assert_eq!(reported_version(""), None);
    }

    #[test]
    fn a_longer_version_is_another_version() {
        assert_ne!(reported_version("wasm-bindgen 0.2.130-rc.1"), Some("0.2.130"));
        assert_ne!(reported_version("wasm-bindgen 0.2.13"), Some("0.2.130"));
    }

    #[test]
    fn a_cached_tool_comes_first_on_path() {
        let folder = env::temp_dir().join("tools");
        let path = Tool::Cached(folder.clone()).path_variable();
        assert_eq!(env::split_paths(&path).next(), Some(folder));
    }
}
