//! `cargo xtask bundle`: the release build with everything a host or a reader may want beside it.
//!
//! Compressed twins of its files, the whole report in one page, and a list of what the app is made of. The build itself
//! stays as trunk made it, and trunk empties the folder before the next one.

mod identity;
mod one_file;
mod sbom;
mod twins;

use identity::Identity;

use crate::{failure::Failure, files, first_load::FirstLoad, project::Project, release};

/// The list of what the app is made of, as `CycloneDX` names such files.
const SBOM: &str = "sbom.cdx.json";

/// Builds, adds everything, prints sizes, and fails when the first load is too large.
pub fn run(project: &Project) -> Result<(), Failure> {
    make(project)?;
    FirstLoad::measure(project)?.check()
}

/// The same without looking at sizes.
pub fn make(project: &Project) -> Result<(), Failure> {
    release::build(project)?;
    let dist = project.dist();
    let identity = Identity::of(project)?;
    let page = dist.join(identity.page());
    files::write(&page, one_file::written(&dist)?.as_bytes())?;
    files::write(&dist.join(SBOM), sbom::written(project)?.as_bytes())?;
    let (files, bytes) = twins::write(&dist)?;
    println!(
        "{}：整份报告一个文件，{} 字节",
        page.display(),
        files::read(&page)?.len()
    );
    println!("{files} 个 .br 和 .gz 文件，共 {bytes} 字节；软件清单 {SBOM}");
    Ok(())
}
