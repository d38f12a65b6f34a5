//! The report as HTML in the page that trunk is building: a hook of trunk's, see Trunk.toml.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{chunks, failure::Failure, process, project::Project, scripts};

/// What the portal says of itself and of the park's colours; it lies beside the folder of the pack.
pub const HOST: &str = "host.json";

/// Where trunk keeps the build until it is whole, and for whom it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";
/// Where trunk found the page.
const SOURCE: &str = "TRUNK_SOURCE_DIR";
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
    let source = env::var_os(SOURCE).map_or_else(|| project.root().to_path_buf(), PathBuf::from);
    fill(project, &staging, &source.join(HOST))
}

/// The portal's file for the pack in this folder: the one beside it, else the project's own.
pub fn host_of(project: &Project, pack: &Path) -> PathBuf {
    // A folder named `.` has no parent before it is spelled out.
    let beside = pack
        .canonicalize()
        .ok()
        .and_then(|pack| Some(pack.parent()?.join(HOST)));
    beside
        .filter(|host| host.exists())
        .unwrap_or_else(|| project.root().join(HOST))
}

/// Writes the reports of the pack in a build's folder into its page, in place of what is there, and into a page each, with
/// what the portal's file says, if there is one.
pub fn fill(project: &Project, folder: &Path, host: &Path) -> Result<(), Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root());
    cargo.args(["run", "--quiet", "--locked", "--package", "prerender", "--"]);
    cargo.arg(folder.join("index.html")).arg(folder.join("data"));
    cargo.arg(host);
    process::run(&mut cargo, "把报告写进页面")
}
