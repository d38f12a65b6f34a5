//! Names that tell a file's content. Hosts let readers keep such a file for a year, so what is given out under a name
//! must not change beneath it.

use std::{fs, path::Path};

use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

use crate::{failure::Failure, files};

/// Where the page says what starts the app: its glue and its wasm.
const STARTED: [&str; 2] = ["data-glue", "data-wasm"];

/// What stands in a name for the content.
pub fn sum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Renames the app's glue, its wasm and the styles in the build that trunk is making, and wherever its page names them.
/// trunk names them after what they are made of; other tools, whose change it does not see, make them of that.
pub fn give(staging: &Path) -> Result<(), Failure> {
    let path = staging.join("index.html");
    let mut page = files::text(&path)?;
    let wrong = |reason| Failure::Content {
        path: path.clone(),
        reason,
    };
    let mut names = started(&page).map_err(wrong)?;
    names.extend(styles(&page).map_err(wrong)?);
    for old in names {
        let file = staging.join(&old);
        let new = renamed(&old, &sum(&files::read(&file)?));
        let new = new.ok_or_else(|| {
            wrong(format!(
                "{old} 的名字不像 trunk 起的：名称-散列，加上 .js、_bg.wasm、.css"
            ))
        })?;
        fs::rename(&file, staging.join(&new)).map_err(|source| files::failure(&file, source))?;
        page = page.replace(&old, &new);
    }
    files::write(&path, page.as_bytes())
}

/// The glue and the wasm that a page starts.
fn started(page: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("script[data-wasm]", |script| {
        let files = STARTED.iter().filter_map(|name| script.get_attribute(name));
        names.extend(files.map(|file| file.trim_start_matches("./").to_owned()));
        Ok(())
    }));
    rewrite_str(page, settings).map_err(|error| error.to_string())?;
    match names.len() {
        2 => Ok(names),
        _ => Err(format!("应有一个 <script> 带着 {}", STARTED.join("、"))),
    }
}

/// The styles that a page names.
fn styles(page: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("link[rel=stylesheet]", |link| {
        names.extend(
            link.get_attribute("href")
                .map(|file| file.trim_start_matches("./").to_owned()),
        );
        Ok(())
    }));
    rewrite_str(page, settings).map_err(|error| error.to_string())?;
    Ok(names)
}

/// `app-1f_bg.wasm` with another sum.
fn renamed(name: &str, sum: &str) -> Option<String> {
    let (start, rest) = name.rsplit_once('-')?;
    let end = rest.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    [".js", "_bg.wasm", ".css"]
        .contains(&end)
        .then(|| format!("{start}-{sum}{end}"))
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    const PAGE: &str = "<link href=./an-app-1f_bg.wasm rel=preload><link href=./an-app-1f.js rel=modulepreload>\
        <link href=./a-style-2f.css rel=stylesheet>\
        <script data-glue=./an-app-1f.js data-wasm=./an-app-1f_bg.wasm src=./boot.js></script>";

    /// The page of a build with this glue, and the names of its files.
    fn given(test: &str, glue: &str) -> (String, Vec<String>) {
        let folder = env::temp_dir().join(format!("names-{test}-{}", std::process::id()));
        let files = [
            ("index.html", PAGE),
            ("an-app-1f.js", glue),
            ("an-app-1f_bg.wasm", "1"),
            ("a-style-2f.css", "3"),
        ];
        for (name, content) in files {
            files::write(&folder.join(name), content.as_bytes()).unwrap();
        }
        give(&folder).unwrap();
        let page = files::text(&folder.join("index.html")).unwrap();
        let below = files::below(&folder).unwrap().into_iter();
        let mut names: Vec<String> = below
            .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        names.sort();
        fs::remove_dir_all(&folder).unwrap();
        (page, names)
    }

    #[test]
    fn what_starts_the_app_goes_by_what_is_in_it() {
        // printf 1 | sha256sum, and so on
        let (page, names) = given("one", "2");
        let (glue, wasm) = ("an-app-d4735e3a265e16ee.js", "an-app-6b86b273ff34fce1_bg.wasm");
        let style = "a-style-4e07408562bedb8b.css";
        assert_eq!(names, [style, wasm, glue, "index.html"]);
        assert_eq!(page.matches(style).count(), 1);
        assert_eq!(page.matches(glue).count(), 2);
        assert_eq!(page.matches(wasm).count(), 2);
        assert!(!page.contains("1f") && !page.contains("2f"));
    }

    #[test]
    fn other_glue_has_another_name_though_the_compiler_made_the_same() {
        let ((_, one), (_, other)) = (given("before", "let wasm;"), given("after", "let wasm; "));
        let changed: Vec<&String> = one.iter().filter(|name| !other.contains(name)).collect();
        assert!(matches!(&*changed, [glue] if glue.ends_with(".js")), "{changed:?}");
    }

    #[test]
    fn a_page_that_starts_nothing_and_a_name_without_a_sum_are_refused() {
        assert!(started("<script src=a.js></script>").is_err());
        assert_eq!(renamed("app.js", "1f"), None);
        assert_eq!(renamed("an-app-2f.html", "1f"), None);
    }
}
