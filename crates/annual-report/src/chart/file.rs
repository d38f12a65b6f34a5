//! A chart as a picture of its own: title, unit, scene, notes and source in one SVG that needs no style sheet.
//!
//! Promise: whatever the texts hold, the file is well-formed XML and runs nothing; every text of it lies inside.

use super::wrap::wrap;
use super::{Anchor, ChartSpec, Layout, Line, LineRole, Mark, Origin, Part, Scene, Text, TextRole, draw};
use crate::format::{fixed, place_name};

/// Free on all sides, in px.
const MARGIN: f64 = 24.0;
/// Width of the file's picture.
const WIDTH: f64 = 960.0;
/// Type size of labels and values.
const FONT: f64 = 16.0;

/// Colours of the style sheet, which a file cannot refer to.
mod colour {
    pub(super) const INK: &str = "#1c2b30";
    pub(super) const SOFT: &str = "#4a5a60";
    pub(super) const LINE: &str = "#dcd8ce";
    pub(super) const STRONG: &str = "#7d888b";
    pub(super) const MAIN: &str = "#0d4f5c";
    pub(super) const DEEP: &str = "#093a44";
    pub(super) const OTHER: &str = "#47808b";
    pub(super) const ACCENT: &str = "#8a4f0d";
}

/// A picture as text, with its size in CSS px.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureFile {
    /// The SVG.
    pub svg: String,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The chart as a file; `about` says which report it is from.
pub fn picture_file(spec: &ChartSpec, about: &str) -> PictureFile {
    let inner = WIDTH - 2.0 * MARGIN;
    let scene = draw(
        spec,
        Layout {
            width: inner,
            font: FONT,
        },
    );
    let mut page = Page {
        body: String::new(),
        y: MARGIN,
        inner,
    };
    page.lines(&spec.title, 22.0, colour::INK, "700");
    let unit = if spec.unit.is_empty() { "见各项" } else { &spec.unit };
    page.lines(&format!("单位：{unit}"), 14.0, colour::SOFT, "400");
    page.y += 12.0;
    page.scene(&scene);
    page.y += 12.0;
    for note in &spec.notes {
        page.lines(note, 14.0, colour::SOFT, "400");
    }
    let places: Vec<String> = spec.source.iter().map(place_name).collect();
    page.lines(
        &format!("出处：{about}，{}", places.join("、")),
        14.0,
        colour::SOFT,
        "400",
    );
    let height = (page.y + MARGIN).ceil();
    let size = format!(
        "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\"",
        px(WIDTH),
        px(height)
    );
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" {size} font-family=\"'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\">\
         <title>{}</title>{PATTERN}<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{}</svg>\n",
        escaped(&spec.title),
        page.body
    );
    PictureFile {
        svg,
        width: WIDTH,
        height,
    }
}

/// The hatching of what was computed.
const PATTERN: &str = "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
     <rect width=\"6\" height=\"6\" fill=\"#f8efdf\"/><path d=\"M1.5 0V6\" stroke=\"#8a4f0d\" stroke-width=\"1.6\"/></pattern></defs>";

struct Page {
    body: String,
    /// Where the next thing begins.
    y: f64,
    inner: f64,
}

impl Page {
    /// A text in as many lines as it needs.
    fn lines(&mut self, text: &str, size: f64, fill: &str, weight: &str) {
        for line in wrap(text, size, self.inner) {
            self.y += size * 1.6;
            let y = px(self.y - size * 0.45);
            self.push(&[
                "<text x=\"",
                &px(MARGIN),
                "\" y=\"",
                &y,
                "\" font-size=\"",
                &px(size),
                "\" font-weight=\"",
                weight,
                "\" fill=\"",
                fill,
                "\">",
                &escaped(&line),
                "</text>",
            ]);
        }
    }

    fn scene(&mut self, scene: &Scene) {
        self.push(&["<g transform=\"translate(", &px(MARGIN), " ", &px(self.y), ")\">"]);
        let over = |line: &&Line| matches!(line.role, LineRole::Interval | LineRole::Reference);
        scene
            .lines
            .iter()
            .filter(|line| !over(line))
            .for_each(|line| self.line(line));
        scene.marks.iter().for_each(|mark| self.mark(mark));
        scene.lines.iter().filter(over).for_each(|line| self.line(line));
        scene.texts.iter().for_each(|text| self.text(text));
        self.push(&["</g>"]);
        self.y += scene.height;
    }

    fn line(&mut self, line: &Line) {
        let stroke = match line.role {
            LineRole::Grid => (colour::LINE, "1", "none"),
            LineRole::Axis => (colour::STRONG, "1.5", "none"),
            LineRole::Reference => (colour::ACCENT, "2", "5 4"),
            LineRole::Interval => (colour::INK, "1.5", "none"),
        };
        self.push(&[
            "<path d=\"M",
            &px(line.x1),
            " ",
            &px(line.y1),
            "L",
            &px(line.x2),
            " ",
            &px(line.y2),
            "\" stroke=\"",
            stroke.0,
            "\" stroke-width=\"",
            stroke.1,
            "\" stroke-dasharray=\"",
            stroke.2,
            "\"/>",
        ]);
    }

    fn mark(&mut self, mark: &Mark) {
        let (fill, stroke) = match (mark.origin, mark.part) {
            (Origin::Derived, _) => ("url(#hatch)", colour::ACCENT),
            (Origin::Reported, Part::Amount) => (colour::MAIN, "none"),
            (Origin::Reported, Part::Other) => (colour::OTHER, "none"),
        };
        let open = " stroke-dasharray=\"4 3\" fill-opacity=\"0.72\"";
        self.push(&[
            "<rect x=\"",
            &px(mark.x),
            "\" y=\"",
            &px(mark.y),
            "\" width=\"",
            &px(mark.width),
            "\" height=\"",
            &px(mark.height),
            "\" fill=\"",
            fill,
            "\" stroke=\"",
            if mark.open_end { colour::MAIN } else { stroke },
            "\"",
            if mark.open_end { open } else { "" },
            "/>",
        ]);
    }

    fn text(&mut self, text: &Text) {
        let (fill, weight) = match text.role {
            TextRole::Label => (colour::INK, "400"),
            TextRole::Value => (colour::DEEP, "700"),
            TextRole::OtherValue | TextRole::Reference => (colour::ACCENT, "400"),
            TextRole::Inside => ("#fff", "700"),
            TextRole::Tick => (colour::SOFT, "400"),
        };
        let anchor = match text.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.push(&[
            "<text x=\"",
            &px(text.x),
            "\" y=\"",
            &px(text.y),
            "\" font-size=\"",
            &px(text.size),
            "\" font-weight=\"",
            weight,
            "\" text-anchor=\"",
            anchor,
            "\" dominant-baseline=\"central\" fill=\"",
            fill,
            "\">",
            &escaped(&text.content),
            "</text>",
        ]);
    }

    fn push(&mut self, pieces: &[&str]) {
        pieces.iter().for_each(|piece| self.body.push_str(piece));
    }
}

fn px(value: f64) -> String {
    fixed(value, 2)
}

/// As XML wants it; characters that XML does not have at all become blanks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
