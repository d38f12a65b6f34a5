//! What the page's scripts must be, byte for byte, so that a browser refuses any other. Trunk says so of the style sheet
//! only, because the tags of the scripts are ours (Trunk.toml).

use std::{fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};

/// How the tags of our scripts begin, up to the name of the file.
const TAGS: [&str; 2] = ["<script ", "<link "];

/// `page` with an `integrity` at every script and module of `folder` that it names and that has none yet. Fails if such
/// a file cannot be read. The wasm has none: a browser would not take what it has loaded ahead, and load it again.
pub fn sealed(page: &str, folder: &Path) -> Result<String, String> {
    let mut sealed = String::with_capacity(page.len() + 256);
    let mut rest = page;
    // Scripts stand in the head; the report that follows is none of them.
    while let Some(start) = TAGS.iter().filter_map(|tag| rest.find(tag)).min() {
        let (before, tag) = rest.split_at(start);
        let (tag, after) = tag.split_at(tag.find('>').unwrap_or(tag.len()));
        sealed.push_str(before);
        sealed.push_str(tag);
        let is_script = tag.starts_with(TAGS[0]) || tag.contains("rel=modulepreload") || tag.contains("rel=stylesheet");
        if let (true, false, Some(name)) = (is_script, tag.contains("integrity="), script(tag)) {
            let path = folder.join(name);
            let bytes = fs::read(&path).map_err(|error| format!("{}：{error}", path.display()))?;
            let sum = STANDARD.encode(Sha384::digest(bytes));
            sealed.push_str(&format!(" integrity=\"sha384-{sum}\""));
        }
        // In a frame that may not count as this host every file is another's, and can be checked only if asked for so.
        let is_sealed = is_script || tag.contains("integrity=");
        if is_sealed && !tag.contains("crossorigin") {
            sealed.push_str(" crossorigin");
        }
        rest = after;
    }
    sealed.push_str(rest);
    Ok(sealed)
}

/// The script's file that a tag loads.
fn script(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" src=").or_else(|| tag.split_once(" href="))?;
    let value = value.trim_start_matches('"').split([' ', '"']).next()?;
    value
        .strip_prefix("./")
        .filter(|name| name.ends_with(".js") || name.ends_with(".css"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_modules_are_sealed_once_and_nothing_else_is() {
        let folder = std::env::temp_dir().join(format!("integrity-{}", std::process::id()));
        let write = || {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("a.js"), "1")
        };
        assert!(write().is_ok());
        let page = "<link href=./a.js rel=modulepreload><link href=./a.wasm rel=preload><script data-x=./b.js src=./a.js></script>";
        let once = sealed(page, &folder).unwrap_or_default();
        // printf 1 | openssl dgst -sha384 -binary | openssl base64 -A
        let sum = " integrity=\"sha384-R/BdNnsMMuQ4+2Pmz0pfNcKqL5DcdUP4pBoPlc6KQKMTq1zzYTSiBoxMlpy1Dbd2\" crossorigin";
        let expected = format!(
            "<link href=./a.js rel=modulepreload{sum}><link href=./a.wasm rel=preload><script data-x=./b.js src=./a.js{sum}></script>"
        );
        assert_eq!(once, expected);
        assert_eq!(sealed(&once, &folder), Ok(once.clone()));
        let quoted = sealed("<script src=\"./a.js\">", &folder);
        assert_eq!(quoted, Ok(format!("<script src=\"./a.js\"{sum}>")));
        assert!(sealed("<script src=./gone.js>", &folder).is_err_and(|told| told.contains("gone.js")));
        assert!(fs::remove_dir_all(&folder).is_ok());
    }
}
