//! What the app would fetch, as elements of the page that it looks into first.

use std::{error::Error, path::Path};

use super::address::{bytes, data_url, plain};
use crate::{chunks, files};

/// Every file of the pack, named as the app asks for it.
pub fn pack(pack: &str, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let folder = dist.join(plain(pack)?);
    let mut text = String::new();
    for path in files::below(&folder)? {
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let parts = path.strip_prefix(&folder)?.components();
        let name: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        // JSON has this sign in strings only, where it can be written so; the element cannot end early.
        let json = files::text(&path)?.replace('<', "\\u003c");
        let file = format!("{pack}{}", name.join("/"));
        text.push_str(&format!(
            "<script type=\"application/json\" data-file=\"{}\">{json}</script>",
            attribute(&file)
        ));
    }
    if text.is_empty() {
        Err(format!("{pack} 里没有数据").into())
    } else {
        Ok(text)
    }
}

/// Every chunk of the app, named as its loader asks for it.
pub fn chunks(chunks: &chunks::Chunks, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let mut text = String::new();
    for file in chunks::all(chunks) {
        let chunk = data_url(&bytes(dist, file)?, "application/wasm");
        text.push_str(&format!(
            "<script type=\"text/plain\" data-chunk=\"{}\">{chunk}</script>",
            attribute(file)
        ));
    }
    Ok(text)
}

/// The readings of the report's characters, named as the app asks for them.
pub fn readings(name: &str, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let text = String::from_utf8(bytes(dist, name)?)?;
    // Characters and letters, neither of which means anything in a page.
    if text.contains('<') {
        return Err(format!("{name} 不是拼音表").into());
    }
    Ok(format!(
        "<script type=\"text/plain\" data-file=\"{}\">{text}</script>",
        attribute(name)
    ))
}

/// A text between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}
