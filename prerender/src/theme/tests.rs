//! Tests: what the portal's file says, and what becomes of a build.

use std::{fs, path::PathBuf};

use annual_report::chart::PictureColours;

use super::*;

fn given(json: &str) -> Result<Palette, String> {
    let colours: Colours = serde_json::from_str(json).unwrap_or_default();
    colours.palette()
}

fn violet() -> Palette {
    given(r##"{"main": "#3b2f7d", "accent": "#8f3b2a"}"##).unwrap_or(Palette::USUAL)
}

#[test]
fn without_colours_or_with_the_usual_ones_the_palette_is_the_usual_one() {
    assert_eq!(given("{}"), Ok(Palette::USUAL));
    assert_eq!(given(r##"{"main": "#0D4F5C"}"##), Ok(Palette::USUAL));
    assert_eq!(told(&Palette::USUAL), None);
    assert_ne!(violet(), Palette::USUAL);
}

#[test]
fn what_is_no_colour_is_refused_by_name() {
    for (json, says) in [
        (
            r#"{"main": "teal"}"#,
            "colours.main：应为 # 加六位十六进制数，例如 #0d4f5c，实为“teal”",
        ),
        (
            r##"{"accent": "#fff"}"##,
            "colours.accent：应为 # 加六位十六进制数，例如 #8a4f0d，实为“#fff”",
        ),
    ] {
        assert_eq!(given(json), Err(says.to_owned()));
    }
    let unknown = serde_json::from_str::<Colours>(r##"{"primary": "#0d4f5c"}"##);
    assert!(unknown.is_err_and(|error| error.to_string().contains("unknown field `primary`")));
}

#[test]
fn a_main_colour_that_the_usual_accent_is_too_like_asks_for_an_accent() {
    let told = given(r##"{"main": "#8a4f0d"}"##).err().unwrap_or_default();
    assert!(
        told.starts_with("colours.accent：没有写，用的是原来的；#8a4f0d 和主色 #8a4f0d 在图里分不清"),
        "{told}"
    );
    let (_, instead) = told.rsplit_once(' ').unwrap_or_default();
    assert!(
        given(&format!(r##"{{"main": "#8a4f0d", "accent": "{instead}"}}"##)).is_ok(),
        "{instead}"
    );
}

#[test]
fn what_the_page_tells_is_what_the_app_reads() {
    let palette = violet();
    let content = super::told(&palette).unwrap_or_default();
    let colours = PictureColours::read(&content);
    for (name, colour) in palette.named() {
        if PictureColours::NAMES.contains(&name) {
            assert_eq!(colours.colour(name), colour.to_string(), "{name}");
        }
    }
    for (name, colour) in Palette::USUAL.named() {
        if PictureColours::NAMES.contains(&name) {
            assert_eq!(PictureColours::default().colour(name), colour.to_string(), "{name}");
        }
    }
    let known = palette.named().map(|(name, _)| name);
    assert!(PictureColours::NAMES.iter().all(|name| known.contains(name)));
}

const CSS: &str = ":root{--ink:#1c2b30;--ink-soft:#4a5a60;--paper:#fff;--ground:#f6f4ef;--line:#dcd8ce;--main:#0d4f5c;--main-deep:#093a44;--main-tint:#e3eef0;--accent:#8a4f0d;\
                   --accent-tint:#f8efdf;--on-main:#fff;--on-deep:#e6eff1;--main-mid:#3d7681;--main-line:#b9cdd1;\
                   --stripe:#47808b;--counted:#a06a28}a{color:var(--main)}";
const PAGE: &str = "<link href=icon.svg rel=icon><link disabled href=./reading-00112233.css rel=stylesheet>\
                    <link href=./main-0011223344556677.css integrity=sha384-PRqlHnybZZBzB2Q1Rr72pOcZp3LNXtt0Nj8x6kdXtUacASWQpa5cpnfWIoBLupDr rel=stylesheet>";

struct Build(PathBuf);

impl Build {
    fn new(name: &str) -> std::io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("theme-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("main-0011223344556677.css"), CSS)?;
        fs::write(
            folder.join("reading-00112233.css"),
            "html[data-contrast]{--main:#ffe14d}",
        )?;
        fs::write(folder.join("icon.svg"), "<rect fill=\"#0d4f5c\"/>")?;
        Ok(Self(folder))
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_default()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        assert!(fs::remove_dir_all(&self.0).is_ok());
    }
}

/// The name of the style sheet with colours in a page, and its seal.
fn named(page: &str) -> (String, String) {
    let (_, tag) = page.rsplit_once("<link href=./").unwrap_or_default();
    let mut parts = tag.split(' ');
    let name = parts.next().unwrap_or_default().to_owned();
    let seal = parts.next().unwrap_or_default().replace("integrity=sha384-", "");
    (name, seal)
}

#[test]
fn a_build_without_colours_of_its_own_is_not_touched() {
    let build = Build::new("usual").unwrap();
    let before = build.names();
    let themed = applied(PAGE, &build.0, &Palette::USUAL).unwrap();
    assert_eq!((themed.page.as_str(), themed.stale), (PAGE, None));
    assert_eq!(
        (themed.ground.ground.as_str(), themed.ground.paper.as_str()),
        ("#f6f4ef", "#fff")
    );
    assert_eq!(build.names(), before);
    assert_eq!(build.text("main-0011223344556677.css"), CSS);
}

#[test]
fn other_colours_are_in_a_style_sheet_of_another_name_that_the_page_lets_pass() {
    let build = Build::new("other").unwrap();
    let violet = violet();
    let themed = applied(PAGE, &build.0, &violet).unwrap();
    let (name, seal) = named(&themed.page);
    assert_ne!(name, "main-0011223344556677.css");
    assert!(
        name.starts_with("main-") && name.len() == "main-0011223344556677.css".len(),
        "{name}"
    );
    let css = build.text(&name);
    assert_eq!(sheet::declared(&css, "main"), Some("#3b2f7d"));
    assert_eq!(seal, STANDARD.encode(Sha384::digest(&css)));
    assert_eq!(themed.stale, Some(build.0.join("main-0011223344556677.css")));
    assert!(
        themed
            .page
            .starts_with("<link href=icon.svg rel=icon><link disabled href=./reading-00112233.css rel=stylesheet>")
    );
    assert_eq!(build.text("icon.svg"), "<rect fill=\"#3b2f7d\"/>");
    assert_eq!(
        build.text("reading-00112233.css"),
        "html[data-contrast]{--main:#ffe14d}"
    );
    // Another content has another name, the same content the same.
    let again = applied(&themed.page, &build.0, &violet).unwrap();
    assert_eq!((&again.page, again.stale), (&themed.page, None));
    let green = Palette::of(Colour([0x1f, 0x5a, 0x33]), Colour([0x8f, 0x3b, 0x2a]));
    let (other, _) = named(&applied(&themed.page, &build.0, &green).unwrap().page);
    assert_ne!(other, name);
    assert_eq!(build.text("icon.svg"), "<rect fill=\"#1f5a33\"/>");
    // A build of one park becomes one of another without colours of its own.
    let back = applied(&themed.page, &build.0, &Palette::USUAL).unwrap();
    assert_eq!(build.text(&named(&back.page).0), CSS);
}

#[test]
fn a_page_without_a_style_sheet_of_colours_is_refused() {
    let build = Build::new("none").unwrap();
    let told = applied("<link href=./reading-00112233.css rel=stylesheet>", &build.0, &violet());
    assert_eq!(told, Err("没有写着颜色的样式表".to_owned()));
    let told = applied("<link href=./main-1.css rel=stylesheet>", &build.0, &violet()).unwrap_err();
    assert!(told.contains("main-1.css"), "{told}");
    fs::write(build.0.join("main-1.css"), ":root{--main:#111111}").unwrap();
    let told = applied("<link href=./main-1.css rel=stylesheet>", &build.0, &violet()).unwrap_err();
    assert!(told.ends_with("main-1.css：:root 里没有 --main-deep"), "{told}");
}
