//! What the app is made of: every crate in the wasm of its pages, that of the preview among them, and in the macros that
//! wrote it, as `CycloneDX` 1.5.
//!
//! The same sources give the same bytes: no time, no serial number, nothing of the machine.

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    preview, process,
    project::{APP, Project, WASM_TARGET},
};

/// The list as JSON.
pub fn written(project: &Project) -> Result<String, Failure> {
    let cargo = |arguments: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project.root()).args(arguments);
        // The build has fetched everything by now.
        cargo.args(["--locked", "--offline"]);
        cargo
    };
    let about = ["metadata", "--format-version", "1", "--filter-platform", WASM_TARGET];
    let metadata = process::answer(&mut cargo(&about), "cargo metadata ")?;
    // The one has the features that any of the workspace asks for, the other what macros need on this machine only:
    // the app has what both have.
    let mut tree = cargo(&["tree", "--package", APP, "--package", preview::PREFIX]);
    tree.args(["--target", WASM_TARGET]);
    tree.args(["--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    let tree = process::answer(&mut tree, "cargo tree ")?;
    listed(&metadata, &tree).map_err(|reason| Failure::Content {
        path: project.root().join("Cargo.lock"),
        reason: format!("不能列出软件清单：{reason}"),
    })
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    /// The registry; a package of this workspace has none.
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `null` for what is neither for tests nor for build scripts.
    kind: Option<String>,
}

fn listed(metadata: &str, tree: &str) -> Result<String, String> {
    let metadata: Metadata = serde_json::from_str(metadata).map_err(|error| error.to_string())?;
    let in_tree: BTreeSet<(&str, &str)> = tree.lines().filter_map(named).collect();
    let mut found: Vec<&Package> = metadata
        .packages
        .iter()
        .filter(|package| in_tree.contains(&(package.name.as_str(), package.version.as_str())))
        .collect();
    found.sort_by_key(|package| (&package.name, &package.version));
    let app = found
        .iter()
        .find(|package| package.name == APP)
        .ok_or_else(|| format!("没有 {APP}"))?;
    let components: Vec<Value> = found
        .iter()
        .filter(|package| package.name != APP)
        .map(|package| component(package, "library"))
        .collect();

    let references: BTreeMap<&str, String> = found.iter().map(|p| (p.id.as_str(), reference(p))).collect();
    let needs: BTreeMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let dependencies: Vec<Value> = found
        .iter()
        .map(|package| {
            let needed = needs.get(package.id.as_str()).into_iter().flat_map(|node| normal(node));
            let on: BTreeSet<&String> = needed.filter_map(|id| references.get(id)).collect();
            json!({"ref": reference(package), "dependsOn": on})
        })
        .collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(app, "application")},
        "components": components,
        "dependencies": dependencies,
    });
    serde_json::to_string_pretty(&list).map_err(|error| error.to_string())
}

/// `leptos v0.8.23 (*)` -> leptos, 0.8.23
fn named(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

fn normal(node: &Node) -> impl Iterator<Item = &str> {
    let needed = |dependency: &&Dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
    node.deps
        .iter()
        .filter(needed)
        .map(|dependency| dependency.pkg.as_str())
}

fn component(package: &Package, kind: &str) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(package),
        "name": package.name,
        "version": package.version,
    });
    if let Some(license) = &package.license {
        // Older crates write `MIT/Apache-2.0`, which is no SPDX expression.
        let expression = license.replace('/', " OR ");
        component["licenses"] = json!([{"expression": expression}]);
    }
    // Ours are published nowhere: the registry may have a stranger's crate of the same name.
    if package.source.is_some() {
        component["purl"] = format!("pkg:cargo/{}@{}", package.name, package.version).into();
    }
    component
}

fn reference(package: &Package) -> String {
    format!("{}@{}", package.name, package.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, license: Option<&str>, source: Option<&str>) -> Value {
        json!({"id": format!("path+file:///somewhere#{name}"), "name": name, "version": "1.0.0", "license": license, "source": source})
    }

    fn node(name: &str, needs: &[(&str, Option<&str>)]) -> Value {
        let id = |name: &str| format!("path+file:///somewhere#{name}");
        let deps: Vec<Value> = needs
            .iter()
            .map(|(name, kind)| json!({"pkg": id(name), "dep_kinds": [{"kind": kind}]}))
            .collect();
        json!({"id": id(name), "deps": deps})
    }

    fn sample() -> String {
        let registry = Some("registry+https://registry.example/index");
        json!({
            "packages": [
                package("zeta", Some("MIT/Apache-2.0"), registry),
                package(APP, Some("MIT"), None),
                package("tests-only", Some("MIT"), registry),
                package("alpha", None, None),
            ],
            "resolve": {"nodes": [
                node(APP, &[("alpha", None), ("tests-only", Some("dev"))]),
                node("alpha", &[("zeta", None), ("tests-only", Some("build"))]),
                node("zeta", &[]),
                node("tests-only", &[]),
            ]},
        })
        .to_string()
    }

    const TREE: &str =
        "annual-report-app v1.0.0 (/somewhere)\nalpha v1.0.0 (/somewhere/alpha)\nzeta v1.0.0\nzeta v1.0.0 (*)\n";

    #[test]
    fn what_the_app_needs_is_listed_in_order_and_what_tests_or_others_need_is_not() {
        let list: Value = serde_json::from_str(&listed(&sample(), TREE).unwrap()).unwrap();
        assert_eq!(list["metadata"]["component"]["name"], APP);
        let components = list["components"].as_array().unwrap();
        let names: Vec<&str> = components.iter().filter_map(|c| c["name"].as_str()).collect();
        assert_eq!(names, ["alpha", "zeta"]);
        assert_eq!(components[1]["purl"], "pkg:cargo/zeta@1.0.0");
        assert_eq!(components[1]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(components[0].get("purl"), None);
        assert_eq!(
            list["dependencies"],
            json!([
                {"ref": "alpha@1.0.0", "dependsOn": ["zeta@1.0.0"]},
                {"ref": "annual-report-app@1.0.0", "dependsOn": ["alpha@1.0.0"]},
                {"ref": "zeta@1.0.0", "dependsOn": []},
            ])
        );
    }

    #[test]
    fn neither_paths_nor_hosts_are_in_it() {
        let list = listed(&sample(), TREE).unwrap();
        assert!(!list.contains("somewhere") && !list.contains("registry"), "{list}");
    }

    #[test]
    fn a_tree_without_the_app_is_an_error_and_not_an_empty_list() {
        assert!(listed(&sample(), "").unwrap_err().contains(APP));
        assert!(listed(&sample(), "zeta v1.0.0\n").is_err());
    }

    #[test]
    fn what_only_this_machine_needs_is_not_listed() {
        assert_eq!(
            listed(&sample(), &format!("{TREE}host-only v2.0.0\n")),
            listed(&sample(), TREE)
        );
    }
}
