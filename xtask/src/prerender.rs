//! The report as HTML in the page that trunk is building: a hook of trunk's, see Trunk.toml.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{chunks, content_names, failure::Failure, preview, process, project::Project, scripts};

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
    content_names::give(&staging)?;
    scripts::minify(project, &staging)?;
    preview::write(project, &staging)?;
    let source = env::var_os(SOURCE).map_or_else(|| project.root().to_path_buf(), PathBuf::from);
    fill(project, &staging, &source.join(HOST))
}

/// The portal's file for the project's own pack.
pub fn host(project: &Project) -> PathBuf {
    project.root().join(HOST)
}

/// The portal's file for the pack in this folder: the one beside it, else the project's own.
pub fn host_of(project: &Project, pack: &Path) -> PathBuf {
    // A folder named `.` has no parent before it is spelled out.
    let beside = pack
        .canonicalize()
        .ok()
        .and_then(|pack| Some(pack.parent()?.join(HOST)));
    beside.filter(|host| host.exists()).unwrap_or_else(|| host(project))
}

/// Holds if the portal's file is right, or there is none: said before a build of minutes, not after it.
pub fn check_host(project: &Project, host: &Path) -> Result<(), Failure> {
    if !host.exists() {
        return Ok(());
    }
    process::run(prerender(project).arg(host), "核对门户信息")
}

fn prerender(project: &Project) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root());
    cargo.args(["run", "--quiet", "--locked", "--package", "prerender", "--"]);
    cargo
}

/// Writes the reports of the pack in a build's folder into its page, in place of what is there, and into a page each, with
/// what the portal's file says, if there is one.
pub fn fill(project: &Project, folder: &Path, host: &Path) -> Result<(), Failure> {
    let mut cargo = prerender(project);
    cargo.arg(folder.join("index.html")).arg(folder.join("data"));
    cargo.arg(host);
    process::run(&mut cargo, "把报告写进页面")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_portals_file_is_the_one_beside_the_pack_else_the_projects_own() {
        let project = Project::locate().unwrap();
        let of = |pack: &str| host_of(&project, &project.root().join(pack));
        let own = project.root().join(HOST);
        let examples = project.root().join("examples").join(HOST);
        assert_eq!(of("examples/park"), examples.canonicalize().unwrap());
        assert_eq!(of("examples/park/"), examples.canonicalize().unwrap());
        assert_eq!(of("xtask/src"), own);
        assert_eq!(of("gone"), own);
    }
}
