//! What the tests need of the machine itself: browser, driver, fonts, Node, nginx, cargo's components.
//!
//! Debian as root gets what it lacks. Anywhere else one line says what to install, and the steps that need it fail.

use std::{env, fs, path::PathBuf, process::Command};

use crate::{failure::Failure, process, project::Project};

/// Something a step cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A Chromium to test in.
    Browser,
    /// The program that drives it, of the same version.
    Driver,
    /// Without a Chinese font every screenshot is boxes, and every width wrong.
    ChineseFont,
    /// JavaScript outside the browser, for Playwright.
    Node,
    /// The server that portals have, and its module for files compressed with brotli.
    Nginx,
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
}

/// The oldest Node that Playwright runs on.
pub const OLDEST_NODE: u32 = 20;

enum Source {
    Debian(&'static [&'static str]),
    Rustup(&'static str),
}

impl Need {
    fn source(self) -> Source {
        match self {
            Self::Browser => Source::Debian(&["chromium"]),
            Self::Driver => Source::Debian(&["chromium-driver"]),
            Self::ChineseFont => Source::Debian(&["fonts-noto-cjk"]),
            Self::Node => Source::Debian(&["nodejs", "npm"]),
            Self::Nginx => Source::Debian(&["nginx", "libnginx-mod-http-brotli-static"]),
            Self::Rustfmt => Source::Rustup("rustfmt"),
            Self::Clippy => Source::Rustup("clippy"),
        }
    }

    fn is_met(self, project: &Project) -> bool {
        let answers = |program: &str, arguments: &[&str]| {
            process::ask(Command::new(program).current_dir(project.root()).args(arguments))
        };
        match self {
            Self::Browser => browser().is_some(),
            Self::Driver => driver().is_some(),
            // Other systems bring their own.
            Self::ChineseFont if !cfg!(target_os = "linux") => true,
            Self::ChineseFont => answers("fc-list", &[":lang=zh", "family"]).is_some_and(|fonts| !fonts.is_empty()),
            Self::Node => which::which("node").is_ok() && which::which("npm").is_ok(),
            Self::Nginx => nginx().is_some(),
            Self::Rustfmt => answers("cargo", &["fmt", "--version"]).is_some(),
            Self::Clippy => answers("cargo", &["clippy", "--version"]).is_some(),
        }
    }
}

/// Gets what is missing where that is possible, and says what to install where it is not.
///
/// Never fails: a step that still lacks something says so itself and counts as failed.
pub fn provide(needs: &[Need], project: &Project) {
    let mut packages: Vec<&str> = Vec::new();
    for need in needs.iter().filter(|need| !need.is_met(project)) {
        match need.source() {
            Source::Debian(names) => packages.extend(names),
            Source::Rustup(component) => {
                eprintln!("获取 {component}（约 1 分钟）…");
                let mut rustup = Command::new("rustup");
                report(process::run(
                    rustup.current_dir(project.root()).args(["component", "add", component]),
                    "安装组件",
                ));
            }
        }
    }
    if packages.is_empty() {
        return;
    }
    if is_debian() && is_root() {
        eprintln!("获取 {}（约 3 分钟）…", packages.join(" "));
        report(apt_get(&["update", "-q"]));
        let mut install = vec!["install", "-q", "-y", "--no-install-recommends"];
        install.extend(packages);
        report(apt_get(&install));
    } else {
        eprintln!("请先安装（此处为 Debian 的包名）：{}", packages.join(" "));
    }
}

/// The browser the tests run in: `CHROMIUM` if set, else the first known name on PATH.
pub fn browser() -> Option<PathBuf> {
    named_by("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

/// The browser's driver: `CHROMEDRIVER` if set, else the one on PATH.
pub fn driver() -> Option<PathBuf> {
    named_by("CHROMEDRIVER", &["chromedriver"])
}

/// The server: `E2E_NGINX` if set, else the one on PATH or where Debian puts it, which is not on everybody's PATH.
pub fn nginx() -> Option<PathBuf> {
    named_by("E2E_NGINX", &["nginx", "/usr/sbin/nginx"])
}

fn named_by(variable: &str, names: &[&str]) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| which::which(name).ok()))
}

fn report(result: Result<(), Failure>) {
    if let Err(failure) = result {
        eprintln!("{failure}");
    }
}

fn apt_get(arguments: &[&str]) -> Result<(), Failure> {
    process::run(
        Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        "apt-get ",
    )
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
}

/// Debian, or a system that says it is like it.
fn names_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| line.split_once('='))
        .filter(|(key, _)| matches!(*key, "ID" | "ID_LIKE"))
        .any(|(_, value)| value.trim_matches('"').split_whitespace().any(|word| word == "debian"))
}

fn is_root() -> bool {
    process::ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_its_like_are_known_by_their_own_words() {
        assert!(names_debian("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"));
        assert!(names_debian("ID=ubuntu\nID_LIKE=\"debian\"\n"));
        assert!(names_debian("ID=mint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!names_debian(
            "ID=fedora\nHOME_URL=\"https://example.org/debian\"\nNAME=debian\n"
        ));
    }
}
