//! The report as HTML in the page that trunk is building: a hook of trunk's, see Trunk.toml.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{chunks, failure::Failure, preview, process, project::Project, scripts};

/// Where trunk keeps the build until it is whole, and for whom it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";
const PROFILE: &str = "TRUNK_PROFILE";

/// Writes the report of the pack in the build into the page of the build. Nothing in a developer's build, which is to
/// be quick. A command of its own, because the commands must start also while the components do not compile.
pub fn run(project: &Project) -> Result<(), Failure> {
    if env::var(PROFILE).is_ok_and(|profile| profile != "release") {
        return Ok(());
    }
    let staging = env::var_os(STAGING)
        .map(PathBuf::from)
        .ok_or(Failure::Lacks { option: STAGING })?;
    chunks::place(&staging)?;
    scripts::minify(project, &staging)?;
    preview::write(project, &staging)?;
    fill(project, &staging)
}

/// Writes the reports of the pack in a build's folder into its page, in place of what is there, and into a page each.
pub fn fill(project: &Project, folder: &Path) -> Result<(), Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root());
    cargo.args(["run", "--quiet", "--locked", "--package", "prerender", "--"]);
    cargo.arg(folder.join("index.html")).arg(folder.join("data"));
    cargo.arg(project.root().join("host.json"));
    process::run(&mut cargo, "把报告写进页面")
}
