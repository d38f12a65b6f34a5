//! The page with another pack: `index.html` as it is, except that what trunk copies to `data/` is another folder.
//!
//! Page, pack and build lie below `target/`, so neither the project's own pack nor `dist/` is ever touched.

use std::{ffi::OsString, fs, path::Path};

use crate::{failure::Failure, files, prerender, project::Project};

/// How a tag begins that trunk acts on.
const ASSET: &str = "<link data-trunk ";
/// The pack, as the page names it.
const PACK: &str = "href=\"data\"";
/// From the other page back to where the project's own lies. Trunk takes all paths relative to the page.
const BACK: &str = "../../";

/// Writes the page that shows the pack in `folder`, and returns what trunk must be told to build that one.
pub fn with_pack(project: &Project, folder: &Path) -> Result<Vec<OsString>, Failure> {
    // Without it trunk would build for minutes, and the page then say that a file is missing.
    fs::metadata(folder.join("index.json")).map_err(|source| Failure::NoPack {
        folder: folder.to_path_buf(),
        source,
    })?;
    let original = project.root().join("index.html");
    let text = rewritten(&files::text(&original)?).ok_or_else(|| Failure::Content {
        path: original,
        reason: format!("没有 {ASSET}…{PACK}>，不知道数据包放在哪里"),
    })?;

    let site = project.root().join("target").join("serve");
    let page = site.join("index.html");
    files::write(&page, text.as_bytes())?;
    files::copy_over(folder, &site.join("data"))?;
    // The portal's file lies beside the pack, here as there.
    let (host, copy) = (prerender::host_of(project, folder), site.join(prerender::HOST));
    if host.exists() {
        files::write(&copy, &files::read(&host)?)?;
    } else if copy.exists() {
        fs::remove_file(&copy).map_err(|source| files::failure(&copy, source))?;
    }
    Ok(vec!["--dist".into(), site.join("dist").into(), page.into()])
}

/// The page with every asset found from two folders further down, and the pack beside it. `None` if it has no pack.
fn rewritten(page: &str) -> Option<String> {
    let mut has_pack = false;
    let mut parts = page.split(ASSET);
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>')?;
        let tag = if tag.contains(PACK) {
            has_pack = true;
            tag.to_owned()
        } else if tag.contains("href=\"") {
            tag.replace("href=\"", &format!("href=\"{BACK}"))
        } else {
            // The app itself, whose manifest trunk would look for beside the page.
            format!("href=\"{BACK}Cargo.toml\" {tag}")
        };
        text.extend([ASSET, &tag, ">", rest]);
    }
    has_pack.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>
<link data-trunk rel=\"css\" href=\"style/main.css\">
<link data-trunk rel=\"copy-dir\" href=\"data\">
<link rel=\"icon\" href=\"icon.svg\">
<link data-trunk rel=\"rust\" data-bin=\"app\">
</head>";

    #[test]
    fn only_the_pack_lies_beside_the_other_page() {
        assert_eq!(
            rewritten(PAGE).unwrap(),
            "<head>
<link data-trunk rel=\"css\" href=\"../../style/main.css\">
<link data-trunk rel=\"copy-dir\" href=\"data\">
<link rel=\"icon\" href=\"icon.svg\">
<link data-trunk href=\"../../Cargo.toml\" rel=\"rust\" data-bin=\"app\">
</head>"
        );
    }

    #[test]
    fn the_projects_own_page_can_be_rewritten() {
        let page = include_str!("../../index.html");
        let assets = rewritten(page).map(|text| text.matches("=\"../../").count());
        assert_eq!(assets, Some(page.matches(ASSET).count() - 1));
    }

    #[test]
    fn a_page_without_a_pack_is_not_taken_for_one_with_the_wrong_pack() {
        assert_eq!(rewritten(&PAGE.replace("\"data\"", "\"date\"")), None);
    }
}
