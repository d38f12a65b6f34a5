//! What the project is made of: licences, packages and sources as `deny.toml` allows them, and known vulnerabilities of
//! what the tests use, if the registry tells.
//!
//! The file is cargo-deny's, and whoever has that can run it, with the database of advisories. Here cargo itself says
//! what the packages are: nobody need compile three hundred crates for a look at a list that is already on the disk.

use std::process::Command;

use serde::Deserialize;

use super::tally::Tally;
use crate::{failure::Failure, files, process, project::Project};

mod audit;
mod licence;

/// `deny.toml`. A key that is not known here is an error, or it would promise what nobody checks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Licences {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Bans {
    wildcards: Deny,
    #[serde(rename = "allow-wildcard-paths")]
    _ours: bool,
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Sources {
    #[serde(rename = "unknown-registry")]
    _registry: Deny,
    #[serde(rename = "unknown-git")]
    _git: Deny,
    allow_registry: Vec<String>,
}

/// The one answer that there is.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Deny {
    Deny,
}

/// What `cargo metadata` says, as far as it is asked.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Where it comes from; nothing for our own.
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
    path: Option<String>,
}

/// Every package of the lock file, for every system that the project can be built on.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    let path = project.root().join("deny.toml");
    let content = |reason: String| Failure::Content {
        path: path.clone(),
        reason,
    };
    let text = String::from_utf8(files::read(&path)?).map_err(|error| content(error.to_string()))?;
    let rules: Rules = toml::from_str(&text).map_err(|error| content(error.to_string()))?;
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(project.root())
        .args(["metadata", "--format-version", "1", "--locked"]);
    let answer = process::answer(&mut cargo, "cargo metadata ")?;
    let Metadata { packages } = serde_json::from_str(&answer).map_err(|error| content(error.to_string()))?;

    let checks = [
        ("许可", licences(&rules.licenses, &packages)),
        ("禁用的包", bans(&rules.bans, &packages)),
        ("来源", sources(&rules.sources, &packages)),
    ];
    let own = checks.into_iter().map(|(what, wrong)| {
        for line in &wrong {
            println!("{what}：{line}");
        }
        match wrong.is_empty() {
            true => Tally::SUCCESS,
            false => Tally::FAILURE,
        }
    });
    let own: Tally = own.sum();
    println!("核对了 {} 个包的许可、禁用和来源（deny.toml）", packages.len());
    println!("跳过：RustSec 的漏洞通告要另取数据库，这里不查；装了 cargo-deny 的，运行 cargo deny check advisories");
    Ok([own, Tally::SKIPPED, audit::run(project)].into_iter().sum())
}

fn licences(rules: &Licences, packages: &[Package]) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in packages.iter().filter(|package| package.source.is_some()) {
        let exceptions = rules.exceptions.iter().filter(|except| except.name == package.name);
        let allowed: Vec<&str> = (exceptions.flat_map(|except| &except.allow))
            .chain(&rules.allow)
            .map(String::as_str)
            .collect();
        let told = package.license.as_deref().unwrap_or("没有写明");
        if !licence::allows(told, &allowed) {
            wrong.push(format!("{} {}：{told}", package.name, package.version));
        }
    }
    // An exception for what is no longer here would let it in again unseen.
    let is_here = |name: &str| packages.iter().any(|package| package.name == name);
    let idle = rules.exceptions.iter().filter(|except| !is_here(&except.name));
    wrong.extend(idle.map(|except| format!("deny.toml 里的例外 {} 已经没有用", except.name)));
    wrong
}

fn bans(rules: &Bans, packages: &[Package]) -> Vec<String> {
    let Deny::Deny = rules.wildcards;
    let mut wrong = Vec::new();
    for package in packages {
        if rules.deny.iter().any(|banned| banned.name == package.name) {
            wrong.push(format!("{} {}", package.name, package.version));
        }
        let any = package.dependencies.iter();
        let any = any.filter(|dependency| dependency.req == "*" && dependency.path.is_none());
        wrong.extend(any.map(|dependency| format!("{} 对 {} 不限版本", package.name, dependency.name)));
    }
    wrong
}

fn sources(rules: &Sources, packages: &[Package]) -> Vec<String> {
    let known = |source: &str| {
        let registry = source.strip_prefix("registry+");
        registry.is_some_and(|registry| rules.allow_registry.iter().any(|known| known == registry))
    };
    let strange = packages
        .iter()
        .filter_map(|package| Some((package, package.source.as_deref()?)));
    strange
        .filter(|(_, source)| !known(source))
        .map(|(package, source)| format!("{} {}：{source}", package.name, package.version))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, license: &str, source: Option<&str>) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: (!license.is_empty()).then(|| license.to_owned()),
            source: source.map(str::to_owned),
            dependencies: Vec::new(),
        }
    }

    const HERE: Option<&str> = Some("registry+https://example.org/index");

    fn rules() -> Rules {
        let text = r#"
            [licenses]
            allow = ["MIT"]
            exceptions = [{ crate = "odd", allow = ["MPL-2.0"] }]
            [bans]
            wildcards = "deny"
            allow-wildcard-paths = true
            deny = [{ crate = "curl" }]
            [sources]
            unknown-registry = "deny"
            unknown-git = "deny"
            allow-registry = ["https://example.org/index"]
        "#;
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_rule_that_nobody_checks_is_refused() {
        assert!(toml::from_str::<Rules>("[licenses]\nallow = []\nconfidence-threshold = 1.0").is_err());
        assert!(toml::from_str::<Bans>("wildcards = \"allow\"\nallow-wildcard-paths = true\ndeny = []").is_err());
    }

    #[test]
    fn a_licence_is_allowed_to_all_or_to_one() {
        let packages = [
            package("plain", "MIT", HERE),
            package("odd", "MPL-2.0", HERE),
            package("other", "MPL-2.0", HERE),
            package("silent", "", HERE),
            package("ours", "", None),
        ];
        let wrong = licences(&rules().licenses, &packages);
        assert_eq!(wrong, ["other 1.0.0：MPL-2.0", "silent 1.0.0：没有写明"]);
        let wrong = licences(&rules().licenses, &packages[..1]);
        assert!(wrong.len() == 1 && wrong[0].contains("odd"), "{wrong:?}");
    }

    #[test]
    fn a_banned_package_and_any_version_at_all_are_found() {
        let mut packages = vec![package("curl", "MIT", HERE), package("ours", "", None)];
        let dependency = |req: &str, path: Option<&str>| Dependency {
            name: "thing".to_owned(),
            req: req.to_owned(),
            path: path.map(str::to_owned),
        };
        packages[1].dependencies = vec![
            dependency("*", None),
            dependency("*", Some("../thing")),
            dependency("^1", None),
        ];
        assert_eq!(bans(&rules().bans, &packages), ["curl 1.0.0", "ours 对 thing 不限版本"]);
    }

    #[test]
    fn another_registry_and_a_repository_are_found() {
        let packages = [
            package("good", "MIT", HERE),
            package("git", "MIT", Some("git+https://example.org/index")),
            package("far", "MIT", Some("registry+https://example.com/index")),
        ];
        let wrong = sources(&rules().sources, &packages);
        assert!(
            wrong.len() == 2 && wrong[0].starts_with("git ") && wrong[1].starts_with("far "),
            "{wrong:?}"
        );
    }
}
