//! What the pages for taking away are called: the publisher's name from Cargo.toml, and the report.

use std::path::Path;

use serde::Deserialize;

use crate::{failure::Failure, files, preview, project::Project};

/// The parts of the names.
#[derive(Debug, PartialEq, Eq)]
pub struct Identity {
    publisher: String,
    /// The report that opens by itself, before the others.
    reports: Vec<String>,
}

impl Identity {
    /// As Cargo.toml and the index of the pack in this folder say.
    pub fn of(project: &Project, pack: &Path) -> Result<Self, Failure> {
        let manifest = project.root().join("Cargo.toml");
        let publisher =
            publisher(&files::text(&manifest)?).map_err(|reason| Failure::Content { path: manifest, reason })?;
        let index = pack.join("index.json");
        let wrong = |reason| Failure::Content {
            path: index.clone(),
            reason,
        };
        let reports = reports(&files::text(&index)?).map_err(wrong)?;
        let identity = Self { publisher, reports };
        match identity.taken() {
            Some(reason) => Err(wrong(reason)),
            None => Ok(identity),
        }
    }

    /// What is wrong, if a report's own page would go by a name that is another page's. By the names of those for taking
    /// away a host knows what is to be saved and not shown (`deploy/nginx`).
    fn taken(&self) -> Option<String> {
        let several = self.reports.iter().filter(|_| self.reports.len() > 1);
        let others = ["index.html", preview::PAGE];
        let prefix = self.prefix();
        several.into_iter().find_map(|report| {
            if others.contains(&format!("{report}.html").as_str()) {
                return Some(format!(
                    "报告的编号不能是 {report}：{report}.html 是另一页，请换一个编号"
                ));
            }
            report.starts_with(&prefix).then(|| {
                format!("报告的编号 {report} 不能以 {prefix} 开头：这样开头的是整份报告一个文件的那些页，请换一个编号")
            })
        })
    }

    /// What comes before a report in the name: `park-`.
    pub fn prefix(&self) -> String {
        format!("{}-", self.publisher)
    }

    /// For each report the page of the build that shows it, and what that is called for taking away: `park-2021.html`.
    pub fn pages(&self) -> Vec<(String, String)> {
        let prefix = self.prefix();
        match self.reports.as_slice() {
            [only] => vec![("index.html".to_owned(), format!("{prefix}{only}.html"))],
            several => several
                .iter()
                .map(|report| (format!("{report}.html"), format!("{prefix}{report}.html")))
                .collect(),
        }
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
    reports: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
}

/// The ids of the reports, the default one first.
fn reports(index: &str) -> Result<Vec<String>, String> {
    let index: Index = serde_json::from_str(index).map_err(|error| error.to_string())?;
    let others = index.reports.into_iter().map(|entry| entry.id);
    let others = others.filter(|id| *id != index.default).collect::<Vec<_>>();
    core::iter::once(index.default.clone())
        .chain(others)
        .map(slug)
        .collect()
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
    fn the_names_are_those_of_publisher_and_reports() {
        let pages = |index: &str| {
            let identity = Identity {
                publisher: publisher("[package]\nname = \"app\"\n[package.metadata.bundle]\nname = \"park\"").unwrap(),
                reports: reports(index).unwrap(),
            };
            let pages = identity.pages().into_iter();
            pages.map(|(from, to)| format!("{from} {to}")).collect::<Vec<_>>()
        };
        let one = r#"{"schema": 1, "default": "2021", "reports": [{"id": "2021"}]}"#;
        assert_eq!(pages(one), ["index.html park-2021.html"]);
        let two = r#"{"schema": 1, "default": "2021", "reports": [{"id": "2022"}, {"id": "2021"}]}"#;
        assert_eq!(pages(two), ["2021.html park-2021.html", "2022.html park-2022.html"]);
    }

    #[test]
    fn a_name_that_leads_elsewhere_or_is_missing_is_refused() {
        for default in ["../2021", "2021.html", "", "二〇二一", "A"] {
            let of = |default: &str, other: &str| {
                format!("{{\"default\": {default:?}, \"reports\": [{{\"id\": {other:?}}}]}}")
            };
            assert!(reports(&of(default, "2021")).is_err(), "{default}");
            assert!(reports(&of("2021", default)).is_err(), "{default}");
        }
        assert!(reports("{}").unwrap_err().contains("default"));
        assert!(publisher("[package]\nname = \"app\"").unwrap_err().contains("bundle"));
    }

    #[test]
    fn no_report_of_several_has_the_name_of_another_page() {
        let taken = |reports: &[&str]| {
            let identity = Identity {
                publisher: "park".to_owned(),
                reports: reports.iter().map(ToString::to_string).collect(),
            };
            identity.taken()
        };
        for id in ["park-2021", "park-", "index", "preview"] {
            assert!(taken(&["2021", id]).is_some_and(|told| told.contains(id)), "{id}");
            // Alone it has no page of its own.
            assert_eq!(taken(&[id]), None, "{id}");
        }
        assert_eq!(taken(&["2021", "h1-2021", "park", "preview-2021"]), None);
    }

    #[test]
    fn the_projects_own_manifest_has_a_name_and_the_shipped_configuration_knows_it() {
        let name = publisher(include_str!("../../../Cargo.toml")).unwrap();
        let site = include_str!("../../../deploy/nginx/site.conf");
        assert!(site.contains(&format!("set $annual_report_name \"{name}\";")), "{name}");
    }
}
