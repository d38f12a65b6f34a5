//! What the page for taking away is called: the publisher's name from Cargo.toml, and the pack's own report.

use serde::Deserialize;

use crate::{failure::Failure, files, project::Project};

/// The two parts of the name.
#[derive(Debug, PartialEq, Eq)]
pub struct Identity {
    publisher: String,
    report: String,
}

impl Identity {
    /// As Cargo.toml and the built pack's index say.
    pub fn of(project: &Project) -> Result<Self, Failure> {
        let manifest = project.root().join("Cargo.toml");
        let publisher =
            publisher(&files::text(&manifest)?).map_err(|reason| Failure::Content { path: manifest, reason })?;
        let index = project.dist().join("data").join("index.json");
        let report = report(&files::text(&index)?).map_err(|reason| Failure::Content { path: index, reason })?;
        Ok(Self { publisher, report })
    }

    /// `park-2021.html`
    pub fn page(&self) -> String {
        format!("{}-{}.html", self.publisher, self.report)
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    bundle: Bundle,
}

#[derive(Deserialize)]
struct Bundle {
    name: String,
}

fn publisher(manifest: &str) -> Result<String, String> {
    let manifest: Manifest =
        toml::from_str(manifest).map_err(|error| format!("[package.metadata.bundle] name: {error}"))?;
    slug(manifest.package.metadata.bundle.name)
}

#[derive(Deserialize)]
struct Index {
    default: String,
}

fn report(index: &str) -> Result<String, String> {
    let index: Index = serde_json::from_str(index).map_err(|error| format!("/default: {error}"))?;
    slug(index.default)
}

/// What every system, mail programme and server takes as part of a file's name, and nobody for a folder.
fn slug(text: String) -> Result<String, String> {
    let holds = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.chars().all(holds) {
        Ok(text)
    } else {
        Err(format!("{text:?} 不能作为文件名的一部分：只用小写字母、数字和连字符"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_that_of_publisher_and_report() {
        let identity = Identity {
            publisher: publisher("[package]\nname = \"app\"\n[package.metadata.bundle]\nname = \"park\"").unwrap(),
            report: report("{\"schema\": 1, \"default\": \"2021\"}").unwrap(),
        };
        assert_eq!(identity.page(), "park-2021.html");
    }

    #[test]
    fn a_name_that_leads_elsewhere_or_is_missing_is_refused() {
        for default in ["../2021", "2021.html", "", "二〇二一", "A"] {
            assert!(report(&format!("{{\"default\": {default:?}}}")).is_err(), "{default}");
        }
        assert!(report("{}").unwrap_err().contains("default"));
        assert!(publisher("[package]\nname = \"app\"").unwrap_err().contains("bundle"));
    }

    #[test]
    fn the_projects_own_manifest_has_a_name() {
        assert!(publisher(include_str!("../../../Cargo.toml")).is_ok());
    }
}
