//! A small build in one page, and what is refused rather than left out.

use std::{env, fs, path::PathBuf, process};

use super::*;

const PAGE: &str = "<!doctype html><html><meta charset=utf-8><meta content=data/ name=pack>\
<link href=./main-1f.css rel=stylesheet><link href=icon.svg rel=icon type=image/svg+xml>\
<script src=./reading.js></script><script data-glue=./app.js data-wasm=./app_bg.wasm defer src=./boot.js></script>\
<link crossorigin href=./app.js rel=modulepreload></head><body><p>规上</p></body></html>";

/// A build in a folder of its own, gone with the test.
struct Dist(PathBuf);

impl Dist {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("one-file-{name}-{}", process::id()));
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
    let original = "<script type=\"application/json\" data-file=\"data/2021/source.json\">{\"passages\":[]}</script>";
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
    let chunk =
        "<script type=\"text/plain\" data-chunk=\"app-lists-1.wasm\">data:application/wasm;base64,bGlzdHM=</script>";
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
