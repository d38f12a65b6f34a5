//! The walls of the house that the compiler cannot hold, each with its reason.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

/// What may stand where: the text, the folder that it is looked for in, the files that may have it, and why.
const WALLS: [(&str, &str, &[&str], &str); 9] = [
    ("gloo_net", "src", &["src/load.rs"], "one place knows how a file fails"),
    (".location()", "src", &["src/route.rs"], "one place reads the address"),
    (
        ".history()",
        "src",
        &["src/route.rs"],
        "one place writes the address, and knows that frames may refuse",
    ),
    (
        "plotters",
        "src",
        &[],
        "views know scenes, not the library that drew them",
    ),
    (
        "plotters",
        "crates/annual-report/src",
        &["crates/annual-report/src/chart/"],
        "only charts know the library",
    ),
    (
        "inner_html",
        "src",
        &["src/components/drawn.rs"],
        "names of a pack are text, never markup; drawings of the core are, and escape them",
    ),
    ("style=\"", "src", &[], "a strict policy forbids style attributes"),
    (
        "inner_html",
        "preview/src",
        &[],
        "names of files are text, never markup",
    ),
    (
        "fetch",
        "preview/src",
        &[],
        "what is opened leaves the browser by no way",
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The code of a file without its comments, which may name what code may not.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn breaches(wall: &(&str, &str, &[&str], &str)) -> Vec<String> {
    let (text, folder, allowed, why) = wall;
    let root = root();
    let files = rust_files(&root.join(folder))
        .into_iter()
        .filter(|path| code(path).contains(text));
    let names = files.map(|path| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
    let strangers = names.filter(|name| !allowed.iter().any(|allowed| name.starts_with(allowed)));
    strangers.map(|name| format!("{name} has `{text}`: {why}")).collect()
}

#[test]
fn every_wall_stands() {
    let breaches: Vec<String> = WALLS.iter().flat_map(breaches).collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn a_breach_is_seen() {
    assert_eq!(
        breaches(&("gloo_net", "src", &[], "for the test")),
        ["src/load.rs has `gloo_net`: for the test"]
    );
}

/// The manifests of the workspace: its own, and those of its members.
fn manifests() -> Vec<PathBuf> {
    let root = root();
    let text = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let workspace: toml::Table = toml::from_str(&text).unwrap();
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let folders = members.iter().map(|member| root.join(member.as_str().unwrap()));
    std::iter::once(root.clone())
        .chain(folders)
        .map(|folder| folder.join("Cargo.toml"))
        .collect()
}

fn takes_the_lints(manifest: &str) -> bool {
    let manifest: toml::Table = toml::from_str(manifest).unwrap();
    let takes = manifest.get("lints").and_then(|lints| lints.get("workspace"));
    takes.and_then(toml::Value::as_bool) == Some(true)
}

#[test]
fn no_crate_of_the_workspace_may_have_unsafe_code() {
    let manifests = manifests();
    assert!(manifests.len() > 4, "{manifests:?}");
    let root: toml::Table = toml::from_str(&std::fs::read_to_string(&manifests[0]).unwrap()).unwrap();
    // Forbidden, and not only denied, it cannot be allowed again further in.
    assert_eq!(
        root["workspace"]["lints"]["rust"]["unsafe_code"].as_str(),
        Some("forbid")
    );
    for path in manifests {
        assert!(
            takes_the_lints(&std::fs::read_to_string(&path).unwrap()),
            "{} does not take the workspace's lints",
            path.display()
        );
    }
}

#[test]
fn a_crate_with_lints_of_its_own_is_seen() {
    assert!(takes_the_lints("[lints]\nworkspace = true"));
    assert!(!takes_the_lints("[package]\nname = \"x\""));
    assert!(!takes_the_lints("[lints.rust]\nunsafe_code = \"allow\""));
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in [
        "src",
        "crates/annual-report/src",
        "crates/pack-files/src",
        "preview/src",
        "xtask/src",
        "xtask/packs",
    ] {
        for path in rust_files(&root().join(folder)) {
            assert!(
                std::fs::read_to_string(&path).unwrap().starts_with("//!"),
                "{} has no //!",
                path.display()
            );
        }
    }
}
