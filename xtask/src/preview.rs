//! The page of the preview beside that of the report: a program of its own, its styles, and `preview.html`, which is the
//! page that trunk has made without the report. Nothing of it is in what readers load.

use std::{env, fs, path::Path, process::Command};

use lol_html::{RewriteStrSettings, element, html_content::ContentType, rewrite_str};

use crate::{
    chunks::{self, NAME, WASM_BINDGEN, executable},
    content_names,
    failure::Failure,
    files, process,
    project::{Project, WASM_TARGET},
};

/// The page.
pub const PAGE: &str = "preview.html";
/// How the names of all its files begin, and the name of its package.
pub const PREFIX: &str = "preview";

/// Puts it beside the page that trunk is making, before that is filled. Nothing in a build that is not made by
/// `cargo xtask`, which has no tools for it.
pub fn write(project: &Project, staging: &Path) -> Result<(), Failure> {
    if env::var_os(WASM_BINDGEN).is_none() {
        return Ok(());
    }
    let out = project.root().join("target").join(PREFIX);
    bound(project, &out)?;
    let glue = placed(&out.join("preview.js"), staging, ".js")?;
    let wasm = placed(&out.join("preview_bg.wasm"), staging, "_bg.wasm")?;
    let style = placed(&project.root().join("style").join("preview.css"), staging, ".css")?;
    let page = staging.join("index.html");
    let text = made(&files::text(&page)?, &glue, &wasm, &style);
    let text = text.map_err(|reason| Failure::Content { path: page, reason })?;
    files::write(&staging.join(PAGE), text.as_bytes())
}

/// Compiles the program, and has wasm-bindgen write its glue.
fn bound(project: &Project, out: &Path) -> Result<(), Failure> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root());
    cargo.args(["build", "--quiet", "--release", "--locked", "--package", PREFIX]);
    cargo.args(["--target", WASM_TARGET, "--message-format=json-render-diagnostics"]);
    let program = executable(&process::answer(&mut cargo, "构建预览")?).ok_or(Failure::Missing {
        what: "cargo build --package preview 的产物",
    })?;
    if out.exists() {
        fs::remove_dir_all(out).map_err(|source| files::failure(out, source))?;
    }
    // The stand-in, which trunk has found by the same name; this program is in one piece.
    let mut bindgen = Command::new(NAME);
    bindgen.args(["--whole", "--target", "web", "--no-typescript", "--out-name", PREFIX]);
    bindgen.arg("--out-dir").arg(out).arg(program);
    process::run(&mut bindgen, "wasm-bindgen（预览）")
}

/// Puts a file into the build under a name that tells its content, so that hosts may keep it for good.
fn placed(path: &Path, staging: &Path, ending: &str) -> Result<String, Failure> {
    let bytes = files::read(path)?;
    let name = format!("{PREFIX}-{}{ending}", content_names::sum(&bytes));
    files::write(&staging.join(&name), &bytes)?;
    Ok(name)
}

/// `page` as that of the preview.
fn made(page: &str, glue: &str, wasm: &str, style: &str) -> Result<String, String> {
    let mut starts = 0;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("title", |title| {
            title.set_inner_content("打开数据包", ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("meta[name=description]", |meta| {
            meta.after("<meta name=\"robots\" content=\"noindex\">", ContentType::Html);
            meta.remove();
            Ok(())
        }))
        // The names of the pack's files are then those that their publisher knows.
        .append_element_content_handler(element!("meta[name=pack]", |meta| Ok(
            meta.set_attribute("content", "")?
        )))
        // What is wanted later is not asked for early.
        .append_element_content_handler(element!("link[rel=preload], link[rel=modulepreload]", |link| {
            link.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("script[data-wasm]", |script| {
            starts += 1;
            script.before(&format!("<link rel=stylesheet href=\"./{style}\">"), ContentType::Html);
            script.set_attribute("src", "./preview.js")?;
            script.set_attribute("data-preview-glue", &format!("./{glue}"))?;
            script.set_attribute("data-preview-wasm", &format!("./{wasm}"))?;
            // The glue has the list of them, too.
            script.remove_attribute("data-chunks");
            script.remove_attribute(chunks::SIZE);
            Ok(())
        }))
        .append_element_content_handler(element!("#boot-none", |told| {
            told.set_inner_content("打开数据包要运行 JavaScript。", ContentType::Text);
            Ok(())
        }))
        .append_element_content_handler(element!("#host", |host| {
            host.before("<div id=\"preview\"></div>", ContentType::Html);
            host.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("#still", |still| {
            still.remove();
            Ok(())
        }));
    let page = rewrite_str(page, settings).map_err(|error| error.to_string())?;
    match starts {
        1 => Ok(page),
        count => Err(format!("带 data-wasm 的 <script> 应有一个，实有 {count} 个")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "<head><meta name=description content=x><meta name=pack content=data/><title>甲</title>\
        <link href=./a.wasm rel=preload><link href=./a.js rel=modulepreload><link rel=stylesheet href=./m.css>\
        <script data-chunks=x data-size=1 data-glue=./a.js data-wasm=./a.wasm src=./boot.js></script></head>\
        <body><p id=boot-none>x</p><div id=host></div><div id=still></div></body>";

    #[test]
    fn the_page_starts_the_preview_and_has_no_report() {
        let page = made(EMPTY, "preview-1.js", "preview-1_bg.wasm", "preview-1.css").unwrap();
        assert_eq!(
            page,
            "<head><meta name=\"robots\" content=\"noindex\"><meta name=pack content=\"\"><title>打开数据包</title>\
             <link rel=stylesheet href=./m.css>\
             <link rel=stylesheet href=\"./preview-1.css\"><script data-glue=./a.js data-wasm=./a.wasm src=\"./preview.js\" data-preview-glue=\"./preview-1.js\" \
             data-preview-wasm=\"./preview-1_bg.wasm\"></script></head>\
             <body><p id=boot-none>打开数据包要运行 JavaScript。</p><div id=\"preview\"></div></body>"
        );
        assert!(made("<script src=a.js></script>", "", "", "").is_err());
    }

    #[test]
    fn a_file_goes_by_what_is_in_it() {
        let folder = env::temp_dir().join(format!("preview-{}", std::process::id()));
        files::write(&folder.join("a.css"), b"1").unwrap();
        // printf 1 | sha256sum
        let name = placed(&folder.join("a.css"), &folder, ".css").unwrap();
        assert_eq!(name, "preview-6b86b273ff34fce1.css");
        assert_eq!(files::text(&folder.join(name)).unwrap(), "1");
        fs::remove_dir_all(&folder).unwrap();
    }
}
