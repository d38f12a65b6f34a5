//! Where things are, and which versions the project has fixed.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::failure::Failure;

/// The app's package: the one that becomes wasm.
pub const APP: &str = "annual-report-app";
/// The compilation target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The working copy this command belongs to.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The workspace `cargo xtask` was called in.
    pub fn locate() -> Result<Self, Failure> {
        // Cargo says it anew for every run. What it said while compiling may be of another working copy, when two share
        // a target folder.
        let manifest_folder =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_folder.parent().unwrap_or(&manifest_folder).to_path_buf();
        match fs::metadata(root.join("Cargo.toml")) {
            Ok(_) => Ok(Self { root }),
            Err(source) => Err(Failure::File {
                path: root.join("Cargo.toml"),
                source,
            }),
        }
    }

    /// The workspace folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The release build.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The end-to-end tests.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// The version of `package` in Cargo.lock.
    pub fn locked_version(&self, package: &'static str) -> Result<String, Failure> {
        let path = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&path).map_err(|source| Failure::File {
            path: path.clone(),
            source,
        })?;
        locked_version(&text, package).map_err(|reason| Failure::Content { path, reason })
    }
}

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Two versions of one package would leave open which one the app uses, so that is an error and not a choice.
fn locked_version(lock: &str, package: &str) -> Result<String, String> {
    let lock: Lock = toml::from_str(lock).map_err(|error| error.to_string())?;
    let mut versions = lock
        .package
        .into_iter()
        .filter(|entry| entry.name == package)
        .map(|entry| entry.version);
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (Some(one), Some(other)) => Err(format!("{package} 有两个版本：{one}、{other}")),
        (None, _) => Err(format!("没有 {package}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "wasm-bindgen-futures"
        version = "0.4.80"
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
        dependencies = ["cfg-if"]
        [[package]]
        name = "gloo-net"
        version = "0.6.0"
        [[package]]
        name = "gloo-net"
        version = "0.7.0"
    "#;

    #[test]
    fn the_package_is_found_by_its_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Ok("0.2.130".to_owned()));
    }

    #[test]
    fn two_versions_of_one_package_are_an_error() {
        assert_eq!(
            locked_version(LOCK, "gloo-net"),
            Err("gloo-net 有两个版本：0.6.0、0.7.0".to_owned())
        );
    }

    #[test]
    fn a_missing_package_is_named() {
        assert_eq!(locked_version(LOCK, "leptos"), Err("没有 leptos".to_owned()));
        assert!(locked_version("[[package]", "leptos").is_err());
    }
}
