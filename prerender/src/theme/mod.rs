//! The park's own colours, put into a build: from one or two follow all others (`palette.rs`), and the style sheet and the
//! icon of the build are written anew with them. A style sheet with other content has another name, because hosts have it
//! kept for a year.
//!
//! Promise: without colours of its own a build stays as it is, byte for byte; with them, nothing of the usual ones is left.

mod colour;
mod fault;
mod pairs;
mod palette;
mod sheet;

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use annual_report::chart::PictureColours;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use sha2::{Digest, Sha384};

use colour::Colour;
pub use palette::Palette;

/// The colours that the portal's file gives, `#rrggbb` each.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Colours {
    /// The park's own colour. Pine if not given.
    main: Option<String>,
    /// For what is derived or qualified. Ochre if not given.
    accent: Option<String>,
}

impl Colours {
    /// The palette that follows. Fails if a colour is none or will not do: every such one with what is wrong with it, what is
    /// needed, and a colour that would do.
    pub fn palette(&self) -> Result<Palette, String> {
        let usual = Palette::USUAL;
        let main = read("main", self.main.as_deref(), usual.main)?;
        let accent = read("accent", self.accent.as_deref(), usual.accent)?;
        if (main, accent) == (usual.main, usual.accent) {
            return Ok(usual);
        }
        let faults = fault::found(main, accent).into_iter().map(|fault| {
            let given = if fault.key == "main" { &self.main } else { &self.accent };
            fault.told(given.is_some())
        });
        let faults: Vec<String> = faults.collect();
        if !faults.is_empty() {
            return Err(faults.join("\n"));
        }
        let palette = Palette::of(main, accent);
        // None, as the tests of any two colours show; but what readers cannot read is never built.
        match pairs::pairs(&palette).into_iter().find(|pair| !pair.passes()) {
            None => Ok(palette),
            Some(pair) => Err(format!(
                "colours：由 {main}、{accent} 推出的颜色不合格：{}，{} 在 {} 上是 {:.2}:1，至少要 {}:1",
                pair.place,
                pair.front,
                pair.back,
                pair.ratio(),
                pair.need
            )),
        }
    }
}

fn read(key: &str, given: Option<&str>, usual: Colour) -> Result<Colour, String> {
    let Some(text) = given else { return Ok(usual) };
    Colour::of_profile(text)
        .ok_or_else(|| format!("colours.{key}：应为 # 加六位十六进制数，例如 {usual}，实为“{text}”"))
}

/// What the page tells the app of the palette, for pictures that are taken away; none if it is the usual one.
pub fn told(palette: &Palette) -> Option<String> {
    let named = palette.named();
    let needed = named.iter().filter(|(name, _)| PictureColours::NAMES.contains(name));
    let told: Vec<String> = needed.map(|(name, colour)| format!("{name}:{colour}")).collect();
    (*palette != Palette::USUAL).then(|| told.join(";"))
}

/// The colours of what a page is written on, as the style sheet declares them: for what is painted before that is here.
#[derive(Debug, PartialEq, Eq)]
pub struct Ground {
    /// Behind everything.
    pub ground: String,
    /// Behind what stands out.
    pub paper: String,
    /// Between parts.
    pub line: String,
    /// Letters.
    pub ink: String,
    /// Letters of less weight.
    pub ink_soft: String,
}

impl Ground {
    fn of(css: &str) -> Result<Self, String> {
        let declared = |name: &str| {
            let colour = sheet::declared(css, name).map(str::to_owned);
            colour.ok_or_else(|| format!("样式表没有 --{name}"))
        };
        Ok(Self {
            ground: declared("ground")?,
            paper: declared("paper")?,
            line: declared("line")?,
            ink: declared("ink")?,
            ink_soft: declared("ink-soft")?,
        })
    }
}

/// A page whose style sheet has other colours.
#[derive(Debug, PartialEq, Eq)]
pub struct Themed {
    /// The page, which names the style sheet that has them.
    pub page: String,
    /// What that declares of the page's ground.
    pub ground: Ground,
    /// The style sheet that it named before, if that was another: of no use once no page names it.
    pub stale: Option<PathBuf>,
}

/// Writes style sheet and icon of the build in `folder` with the colours of the palette, whichever they had before, and
/// names them in its `page`. Fails if the page has no style sheet that declares colours.
pub fn applied(page: &str, folder: &Path, palette: &Palette) -> Result<Themed, String> {
    for (start, _) in page.match_indices("<link ") {
        let Some(tag) = page.get(start..).and_then(|rest| rest.split_inclusive('>').next()) else {
            continue;
        };
        let Some(name) = style_sheet(tag) else { continue };
        let path = folder.join(name);
        let css = fs::read_to_string(&path).map_err(|error| format!("{}：{error}", path.display()))?;
        if !sheet::has_colours(&css) {
            continue;
        }
        let recoloured = sheet::recoloured(&css, palette).map_err(|reason| format!("{}：{reason}", path.display()))?;
        let ground = Ground::of(&recoloured).map_err(|reason| format!("{}：{reason}", path.display()))?;
        if recoloured == css {
            return Ok(Themed {
                page: page.to_owned(),
                ground,
                stale: None,
            });
        }
        icon(folder, sheet::declared(&css, "main").unwrap_or_default(), palette)?;
        let sum = Sha384::digest(&recoloured);
        let new = renamed(name, &sum);
        put(&folder.join(&new), &recoloured)?;
        let named = sealed(&tag.replace(name, &new), &STANDARD.encode(sum));
        return Ok(Themed {
            page: page.replacen(tag, &named, 1),
            ground,
            stale: Some(path),
        });
    }
    Err("没有写着颜色的样式表".to_owned())
}

/// The style sheet that a tag loads.
fn style_sheet(tag: &str) -> Option<&str> {
    let (_, value) = tag.split_once(" href=")?;
    let value = value.trim_start_matches('"').split([' ', '"', '>']).next()?;
    value.strip_prefix("./").filter(|name| name.ends_with(".css"))
}

/// `main-398e6417790a70c3.css` with the digits of another content.
fn renamed(name: &str, sum: &[u8]) -> String {
    let stem = name.trim_end_matches(".css");
    let stem = stem.rsplit_once('-').map_or(stem, |(stem, _)| stem);
    let digits: String = sum.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{digits}.css")
}

/// A tag that lets pass this content and no other, if it let pass one only.
fn sealed(tag: &str, sum: &str) -> String {
    const SEAL: &str = "sha384-";
    let Some((before, rest)) = tag.split_once(SEAL) else {
        return tag.to_owned();
    };
    // Both sums are of one length.
    format!("{before}{SEAL}{sum}{}", rest.get(sum.len()..).unwrap_or_default())
}

/// Gives the icon the main colour in place of the one that the build had. An icon of another colour is somebody's own.
fn icon(folder: &Path, had: &str, palette: &Palette) -> Result<(), String> {
    let path = folder.join("icon.svg");
    let svg = match fs::read_to_string(&path) {
        Ok(svg) => svg,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(format!("{}：{error}", path.display())),
    };
    put(&path, &svg.replace(had, &palette.main.to_string()))
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}：{error}", path.display()))
}

#[cfg(test)]
mod tests;
