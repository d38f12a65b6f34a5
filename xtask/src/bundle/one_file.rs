//! The whole report in one page that opens from a disk, without a server and without a network.
//!
//! A page opened from a file may neither fetch its neighbours nor load them as modules, so everything is written into
//! it: styles and scripts as themselves, glue and wasm as data URLs, the pack as elements that `boot.js` looks for.
//! Whatever else the page would ask for is an error here rather than a hole on the reader's disk.

use std::{
    cell::RefCell,
    error::Error,
    fs,
    path::{Component, Path},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use lol_html::{
    HandlerResult, RewriteStrSettings, element, html_content::ContentType, html_content::Element, rewrite_str,
};

use crate::{chunks, failure::Failure, files};

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
            let text = String::from_utf8(bytes(dist, &name)?)?;
            // Characters and letters, neither of which means anything in a page.
            if text.contains('<') {
                return Err(format!("{name} 不是拼音表").into());
            }
            meta.after(
                &format!(
                    "<script type=\"text/plain\" data-file=\"{}\">{text}</script>",
                    attribute(&name)
                ),
                ContentType::Html,
            );
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
            let chunks = chunk_elements(&chunks, dist)?;
            script.replace(
                &format!("{}{chunks}{boot}", pack_elements(pack, dist)?),
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

/// Every chunk of the app, named as its loader asks for it.
fn chunk_elements(chunks: &chunks::Chunks, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
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

/// Every file of the pack, named as the app asks for it.
fn pack_elements(pack: &str, dist: &Path) -> Result<String, Box<dyn Error + Send + Sync>> {
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

/// A text between double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

fn data_url(bytes: &[u8], media_type: &str) -> String {
    format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(bytes))
}

fn media_type(name: &str) -> Result<&'static str, String> {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => Ok("image/svg+xml"),
        Some("png") => Ok("image/png"),
        Some("ico") => Ok("image/x-icon"),
        _ => Err(format!("不知道 {name} 是什么图片")),
    }
}

/// A file of the build.
fn bytes(dist: &Path, address: &str) -> Result<Vec<u8>, String> {
    let path = dist.join(plain(address)?);
    fs::read(&path).map_err(|error| format!("{address}：{error}"))
}

/// The address as a path that stays within the build.
fn plain(address: &str) -> Result<&Path, String> {
    let path = Path::new(address);
    let stays = path
        .components()
        .all(|part| matches!(part, Component::CurDir | Component::Normal(_)));
    if stays && !address.contains(':') {
        Ok(path)
    } else {
        Err(format!("{address} 不在 dist/ 里"))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><meta charset=utf-8><meta content=data/ name=pack>\
<link href=./main-1f.css rel=stylesheet><link href=icon.svg rel=icon type=image/svg+xml>\
<script src=./reading.js></script><script data-glue=./app.js data-wasm=./app_bg.wasm defer src=./boot.js></script>\
<link crossorigin href=./app.js rel=modulepreload></head><body><p>规上</p></body></html>";

    /// A build in a folder of its own, gone with the test.
    struct Dist(std::path::PathBuf);

    impl Dist {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("one-file-{name}-{}", std::process::id()));
            for (file, content) in [
                ("main-1f.css", "p::after{content:\"</style>\"}"),
                ("icon.svg", "<svg/>"),
                ("boot.js", "var end = '</script><!--';"),
                ("reading.js", "var other = '</script>';"),
                ("app.js", "export default 1"),
                ("app_bg.wasm", "wasm"),
                ("app-lists-1.wasm", "lists"),
                ("data/index.json", "{}"),
                ("data/2021/report.json", "[\"</script><!--\"]"),
            ] {
                files::write(&folder.join(file), content.as_bytes()).unwrap();
            }
            Self(folder)
        }

        fn written(&self, page: &str) -> Result<String, String> {
            rewritten(
                page,
                &self.0,
                "park-",
                &[("2020.html".to_owned(), "park-2020.html".to_owned())],
            )
            .map_err(|error| error.to_string())
        }
    }

    impl Drop for Dist {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn everything_is_in_the_page_and_nothing_ends_early() {
        let page = Dist::new("whole").written(PAGE).unwrap();
        assert_eq!(
            page,
            "<!doctype html><html><meta charset=utf-8><meta content=data/ name=pack>\
<style>p::after{content:\"<\\/style>\"}</style>\
<link href=\"data:image/svg+xml;base64,PHN2Zy8+\" rel=icon type=image/svg+xml><script>var other = '<\\/script>';</script>\
<script type=\"application/json\" data-file=\"data/2021/report.json\">[\"\\u003c/script>\\u003c!--\"]</script>\
<script type=\"application/json\" data-file=\"data/index.json\">{}</script>\
<script data-glue=\"data:text/javascript;base64,ZXhwb3J0IGRlZmF1bHQgMQ==\" \
data-wasm=\"data:application/wasm;base64,d2FzbQ==\">var end = '<\\/script><\\!--';</script>\
</head><body><p>规上</p></body></html>"
        );
    }

    #[test]
    fn an_original_beside_the_pack_is_in_the_page_by_its_address() {
        let dist = Dist::new("original");
        files::write(&dist.0.join("data/2021/source.json"), b"{\"passages\":[]}").unwrap();
        let page = dist.written(PAGE).unwrap();
        let original =
            "<script type=\"application/json\" data-file=\"data/2021/source.json\">{\"passages\":[]}</script>";
        assert_eq!(page.matches(original).count(), 1, "{page}");
    }

    #[test]
    fn several_reports_lead_to_each_other_by_the_names_they_are_taken_away_by() {
        let years = PAGE.replace(
            "<p>",
            "<nav class=\"years\"><a href=\"2020.html#/\">2020年</a></nav><a href=2020.html#/figure/x>1</a><a href=2019.html>2</a><p>",
        );
        let page = Dist::new("years").written(&years).unwrap();
        assert!(
            page.contains("<nav class=\"years\" data-prefix=\"park-\"><a href=\"park-2020.html#/\">"),
            "{page}"
        );
        assert!(
            page.contains("<a href=\"park-2020.html#/figure/x\">1</a><a href=2019.html>2</a>"),
            "{page}"
        );
    }

    #[test]
    fn chunks_are_in_the_page_by_their_names() {
        let dist = Dist::new("chunks");
        let with = |list: &str| PAGE.replace("data-wasm=", &format!("data-chunks='{list}' data-wasm="));
        let page = dist.written(&with(r#"{"lists":["app-lists-1.wasm"]}"#)).unwrap();
        let chunk = "<script type=\"text/plain\" data-chunk=\"app-lists-1.wasm\">data:application/wasm;base64,bGlzdHM=</script>";
        assert_eq!(page.matches(chunk).count(), 1);
        assert!(!page.contains("data-chunks"));
        let missing = dist.written(&with(r#"{"lists":["gone.wasm"]}"#)).unwrap_err();
        assert!(missing.contains("gone.wasm"), "{missing}");
    }

    #[test]
    fn what_the_page_lacks_is_named() {
        let dist = Dist::new("lacks");
        let without = |part: &str| dist.written(&PAGE.replace(part, "")).unwrap_err();
        assert!(without("name=pack").contains("pack"));
        assert!(without(" src=./boot.js").contains("实有 0 个"));
        assert!(without(" data-glue=./app.js").contains("boot.js"));
        let missing = dist.written(&PAGE.replace("main-1f", "main-2f")).unwrap_err();
        assert!(missing.contains("main-2f.css"), "{missing}");
        assert!(dist.written(&PAGE.replace("data/", "date/")).is_err());
    }

    #[test]
    fn what_would_be_missing_on_a_disk_is_refused() {
        let dist = Dist::new("refused");
        for addition in [
            "<script src=other.js></script>",
            "<link rel=manifest href=app.json>",
            "<img src=photo.png>",
            "<link rel=stylesheet href=../secret.css>",
            "<link rel=stylesheet href=https://example.org/a.css>",
        ] {
            assert!(dist.written(&format!("{PAGE}{addition}")).is_err(), "{addition}");
        }
        assert!(dist.written(&format!("{PAGE}<svg><use href=#a /></svg>")).is_ok());
    }

    #[test]
    fn a_style_sheet_that_asks_for_files_is_noticed() {
        assert_eq!(outside("a{b:url(data:x)}c{d:url('#e')}"), None);
        assert_eq!(outside("a{b:url(\"f.woff\")}"), Some("f.woff\""));
        assert_eq!(outside("@import 'a.css'"), Some("@import"));
    }
}
