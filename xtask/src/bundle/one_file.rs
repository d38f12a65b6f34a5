//! The whole report in one page that opens from a disk, without a server and without a network.
//!
//! A page opened from a file may neither fetch its neighbours nor load them as modules, so everything is written into
//! it: styles and scripts as themselves, glue and wasm as data URLs, the pack as elements that `boot.js` looks for.
//! Whatever else the page would ask for is an error here rather than a hole on the reader's disk.

mod address;
mod carried;
#[cfg(test)]
mod tests;

use std::{cell::RefCell, error::Error, path::Path};

use lol_html::{
    HandlerResult, RewriteStrSettings, element, html_content::ContentType, html_content::Element, rewrite_str,
};

use crate::{chunks, failure::Failure, files};
use address::{bytes, data_url, media_type};

/// One page of the build in `dist` with everything in it. `pages` are all that are written so, each with the name that it
/// gets, which begins with `prefix`: they lead to each other by that.
pub fn written(dist: &Path, page: &str, prefix: &str, pages: &[(String, String)]) -> Result<String, Failure> {
    let path = dist.join(page);
    let page = files::text(&path)?;
    rewritten(&page, dist, prefix, pages).map_err(|error| Failure::Content {
        path,
        reason: format!("不能合成一个文件：{error}"),
    })
}

fn rewritten(
    page: &str,
    dist: &Path,
    prefix: &str,
    pages: &[(String, String)],
) -> Result<String, Box<dyn Error + Send + Sync>> {
    let pack = RefCell::new(None);
    let mut boots = 0;
    let chunks = chunks::of_page(page)?;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("meta[name=pack]", |meta| {
            *pack.borrow_mut() = meta.get_attribute("content");
            Ok(())
        }))
        // The app makes such links, too.
        .append_element_content_handler(element!("nav.years", |years| {
            years.set_attribute("data-prefix", prefix)?;
            Ok(())
        }))
        .append_element_content_handler(element!("a[href]", |link| {
            let href = link.get_attribute("href").unwrap_or_default();
            let (page, view) = href.find('#').map_or((href.as_str(), ""), |at| href.split_at(at));
            if let Some((_, name)) = pages.iter().find(|(other, _)| other == page) {
                link.set_attribute("href", &format!("{name}{view}"))?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("meta[name=pinyin]", |meta| {
            let name = meta.get_attribute("content").unwrap_or_default();
            meta.after(&carried::readings(&name, dist)?, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel][href]", |link| inline_link(link, dist)))
        .append_element_content_handler(element!("script[src]", |script| {
            if !script.has_attribute("data-glue") && !script.has_attribute("data-wasm") {
                return inline_script(script, dist);
            }
            let boot = boot(script, dist)?;
            let pack = pack.borrow();
            let pack = pack.as_deref().ok_or("<script src> 之前没有 <meta name=\"pack\">")?;
            // It runs where it stands, and then looks for the pack.
            let chunks = carried::chunks(&chunks, dist)?;
            script.replace(
                &format!("{}{chunks}{boot}", carried::pack(pack, dist)?),
                ContentType::Html,
            );
            boots += 1;
            Ok(())
        }))
        .append_element_content_handler(element!(EMBEDDED, |embedded| within(embedded)));
    let text = rewrite_str(page, settings)?;
    if boots == 1 {
        Ok(text)
    } else {
        Err(format!("带 data-glue 和 data-wasm 的 <script src> 应有一个，实有 {boots} 个").into())
    }
}

/// Elements that ask for another file, besides links and scripts.
const EMBEDDED: &str = "img[src], iframe[src], source[src], object[data], image[href], use[href]";

/// Holds for what is in the page already.
fn within(embedded: &Element) -> HandlerResult {
    let names = ["src", "data", "href"];
    let address = names
        .iter()
        .find_map(|name| embedded.get_attribute(name))
        .unwrap_or_default();
    if address.starts_with("data:") || address.starts_with('#') {
        Ok(())
    } else {
        Err(unknown(embedded, &address))
    }
}

fn inline_link(link: &mut Element, dist: &Path) -> HandlerResult {
    let rel = link.get_attribute("rel").unwrap_or_default().to_ascii_lowercase();
    let href = link.get_attribute("href").unwrap_or_default();
    match rel.as_str() {
        "stylesheet" => {
            let css = String::from_utf8(bytes(dist, &href)?)?;
            if let Some(outside) = outside(&css) {
                return Err(format!("{href} 引用了 {outside}").into());
            }
            // Of a string in a style sheet this changes nothing but how it is written.
            let css = css.replace("</style", "<\\/style");
            link.replace(&format!("<style>{css}</style>"), ContentType::Html);
        }
        "icon" => link.set_attribute("href", &data_url(&bytes(dist, &href)?, media_type(&href)?))?,
        // They only say what to fetch early.
        "preload" | "modulepreload" | "prefetch" => link.remove(),
        _ => return Err(unknown(link, &href)),
    }
    Ok(())
}

/// A script that needs no other file.
fn inline_script(script: &mut Element, dist: &Path) -> HandlerResult {
    let src = script.get_attribute("src").unwrap_or_default();
    let code = within_page(&String::from_utf8(bytes(dist, &src)?)?);
    script.replace(&format!("<script>{code}</script>"), ContentType::Html);
    Ok(())
}

/// Code as it may stand in a page: what would end the script, or turn it into something else, in the middle of a string.
fn within_page(code: &str) -> String {
    code.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// The script that starts the app, with glue and wasm inside.
fn boot(script: &Element, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
    let src = script.get_attribute("src").unwrap_or_default();
    let (Some(glue), Some(wasm)) = (script.get_attribute("data-glue"), script.get_attribute("data-wasm")) else {
        return Err(unknown(script, &src));
    };
    let code = String::from_utf8(bytes(dist, &src)?)?;
    let glue_code = String::from_utf8(bytes(dist, &glue)?)?;
    // wasm-bindgen puts scripts of crates there; a module in a data URL cannot load its neighbours.
    if glue_code.contains("./snippets/") {
        return Err(format!("{glue} 引用了 ./snippets/").into());
    }
    let glue = data_url(glue_code.as_bytes(), "text/javascript");
    let wasm = data_url(&bytes(dist, &wasm)?, "application/wasm");
    let code = within_page(&code);
    Ok(format!(
        "<script data-glue=\"{glue}\" data-wasm=\"{wasm}\">{code}</script>"
    ))
}

/// What a style sheet would ask for.
fn outside(css: &str) -> Option<&str> {
    let addresses = css
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    let mut others = addresses.filter(|address| !address.starts_with("data:") && !address.starts_with('#'));
    let import = || css.contains("@import").then_some("@import");
    others
        .next()
        .map(|rest| rest.split(')').next().unwrap_or(rest))
        .or_else(import)
}

fn unknown(element: &Element, address: &str) -> Box<dyn Error + Send + Sync> {
    format!(
        "不知道怎样处理 <{}> 的 {address}；请在 one_file.rs 里写明",
        element.tag_name()
    )
    .into()
}
