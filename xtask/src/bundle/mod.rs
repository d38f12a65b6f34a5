//! `cargo xtask bundle`: the release build with everything a host or a reader may want beside it.
//!
//! Compressed twins of its files, each report whole in one page, and a list of what the app is made of. The build itself
//! stays as trunk made it, and trunk empties the folder before the next one.

mod identity;
mod one_file;
mod sbom;
mod twins;

use std::{
    fs,
    path::{Path, PathBuf},
};

use identity::Identity;

use crate::{failure::Failure, files, first_load::FirstLoad, prerender, preview, project::Project, release};

/// The list of what the app is made of, as `CycloneDX` names such files.
const SBOM: &str = "sbom.cdx.json";

/// Builds, adds everything, prints sizes, and fails when the first load is too large. With `data` the same is made of the
/// pack in that folder, in `target/bundle/`.
pub fn run(project: &Project, data: Option<&Path>) -> Result<(), Failure> {
    let Some(pack) = data else {
        make(project)?;
        return FirstLoad::measure(project)?.check();
    };
    prerender::check_host(project, &prerender::host_of(project, pack))?;
    // Before a build of minutes, not after it.
    Identity::of(project, pack)?;
    release::build(project)?;
    let folder = project.root().join("target").join("bundle");
    with_pack(project, pack, &folder)?;
    files::write(&folder.join(SBOM), sbom::written(project)?.as_bytes())?;
    twins::write(&folder)?;
    println!("{}", folder.display());
    Ok(())
}

/// The same without looking at sizes.
pub fn make(project: &Project) -> Result<(), Failure> {
    Identity::of(project, &project.root().join("data"))?;
    release::build(project)?;
    let dist = project.dist();
    let pages = take_away(project, &dist)?;
    files::write(&dist.join(SBOM), sbom::written(project)?.as_bytes())?;
    let (files, bytes) = twins::write(&dist)?;
    for (path, bytes) in pages {
        println!("{}：整份报告一个文件，{bytes} 字节", path.display());
    }
    println!("{files} 个 .br 和 .gz 文件，共 {bytes} 字节；软件清单 {SBOM}");
    Ok(())
}

/// The finished build once more with another pack in it, in `folder`: the same app, other reports.
pub fn with_pack(project: &Project, pack: &Path, folder: &Path) -> Result<(), Failure> {
    files::copy_over(&project.dist(), folder)?;
    // The twins and the page for taking away are those of the other reports.
    for path in files::below(folder)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // That of the preview is of no report.
        let is_page = name.ends_with(".html") && name != "index.html" && name != preview::PAGE;
        if is_page || name.ends_with(".br") || name.ends_with(".gz") {
            fs::remove_file(&path).map_err(|source| files::failure(&path, source))?;
        }
    }
    files::copy_over(pack, &folder.join("data"))?;
    prerender::fill(project, folder, &prerender::host_of(project, pack))?;
    take_away(project, folder)?;
    Ok(())
}

/// Writes each report of a build as a page for taking away, and says where and how large.
fn take_away(project: &Project, dist: &Path) -> Result<Vec<(PathBuf, usize)>, Failure> {
    let identity = Identity::of(project, &dist.join("data"))?;
    let mut pages = Vec::new();
    for (page, name) in identity.pages() {
        let path = dist.join(name);
        let written = one_file::written(dist, &page, &identity.prefix(), &identity.pages())?;
        files::write(&path, written.as_bytes())?;
        pages.push((path, written.len()));
    }
    Ok(pages)
}
