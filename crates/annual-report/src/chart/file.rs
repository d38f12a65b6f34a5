//! A chart as a picture of its own: title, unit, scene, legend, notes and source in one SVG that needs no style sheet.
//!
//! Promise: whatever the texts hold, the file is well-formed XML and runs nothing; every text of it lies inside.

use super::legend::{Swatch, legend};
use super::looks::{
    bar_class, bar_fill, is_over, line_class, line_path, point_class, point_path, px, text_class, trend_class,
};
use super::wrap::wrap;
use super::{ChartSpec, Layout, Line, Scene, draw, text_width};
use crate::format::place_name;

/// Free on all sides, in px.
const MARGIN: f64 = 24.0;
/// Width of the picture.
const WIDTH: f64 = 960.0;
/// Width of what stands in it.
const INNER: f64 = WIDTH - 2.0 * MARGIN;
/// Type size of labels and values.
const FONT: f64 = 16.0;
/// Type size of what stands around them.
const SMALL: f64 = 14.0;

/// The patterns and the style sheet of the page, as far as charts have any.
const HEAD: &str = concat!(
    "<defs><pattern id=\"hatch-\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
    "<rect width=\"6\" height=\"6\" fill=\"#f8efdf\"/><path d=\"M1.5 0V6\" stroke=\"#8a4f0d\" stroke-width=\"1.6\"/></pattern>",
    "<pattern id=\"stripe-\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">",
    "<rect width=\"4\" height=\"4\" fill=\"#e3eef0\"/><path d=\"M1 0V4\" stroke=\"#0d4f5c\" stroke-width=\"2\"/></pattern></defs>",
    "<style>svg{font:16px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}",
    "text{fill:#1c2b30;dominant-baseline:central}path{fill:none}",
    ".title{font-size:22px;font-weight:700}.small{font-size:14px;fill:#4a5a60}.tick{font-size:12.8px;fill:#4a5a60}",
    ".reference-label{font-size:12.8px;fill:#8a4f0d}.at-middle{text-anchor:middle}.at-end{text-anchor:end}",
    ".value,.heading{font-weight:700;fill:#093a44}.value--other{font-weight:400;fill:#8a4f0d}.value--inside{fill:#fff}",
    ".grid{stroke:#dcd8ce}.axis{stroke:#7d888b;stroke-width:1.5}.interval{stroke:#1c2b30;stroke-width:1.5}",
    ".reference{stroke:#8a4f0d;stroke-width:2;stroke-dasharray:5 4}",
    ".bar--amount{fill:#0d4f5c}.bar--other{fill:#3d7681}.bar--counted{fill:#8a4f0d}.bar--derived{stroke:#8a4f0d}",
    ".bar--expected{stroke:#0d4f5c;stroke-width:1.5}",
    ".bar--open{stroke:#0d4f5c;stroke-width:1.5;stroke-dasharray:4 3;fill-opacity:.72}",
    ".trend{stroke-width:2}.trend--0,.point--0{stroke:#0d4f5c}.trend--1,.point--1{stroke:#3d7681}",
    ".trend--2,.point--2{stroke:#4a5a60}.trend--1{stroke-dasharray:7 4}.trend--2{stroke-dasharray:2 3}",
    ".point--0{fill:#0d4f5c}.point--1{fill:#3d7681}.point--2{fill:#4a5a60}",
    ".point--expected,.point--derived,.point--open{fill:#fff;stroke-width:2}.point--open{stroke-dasharray:3 2}</style>",
);

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
    let mut page = Page {
        body: String::new(),
        y: MARGIN,
    };
    page.lines("title", &spec.title, 22.0);
    let unit = if spec.unit.is_empty() { "见各项" } else { &spec.unit };
    page.lines("small", &format!("单位：{unit}"), SMALL);
    page.legend(spec);
    page.y += 12.0;
    if spec.data.is_empty() {
        page.lines("", &format!("没有可画的数字：{}。", spec.nothing), FONT);
    }
    page.scene(&draw(
        spec,
        Layout {
            width: INNER,
            font: FONT,
        },
    ));
    page.y += 12.0;
    spec.notes.iter().for_each(|note| page.lines("small", note, SMALL));
    let places: Vec<String> = spec.source.iter().map(place_name).collect();
    page.lines("small", &format!("出处：{about}，{}", places.join("、")), SMALL);
    let height = (page.y + MARGIN).ceil();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\
         <title>{2}</title>{HEAD}<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{3}</svg>\n",
        px(WIDTH),
        px(height),
        escaped(&spec.title),
        page.body
    );
    PictureFile {
        svg,
        width: WIDTH,
        height,
    }
}

struct Page {
    body: String,
    /// Where the next thing begins.
    y: f64,
}

impl Page {
    /// A text in as many lines as it needs.
    fn lines(&mut self, class: &str, text: &str, size: f64) {
        for line in wrap(text, size, INNER) {
            self.text(class, MARGIN, self.y + size * 0.8, &line);
            self.y += size * 1.6;
        }
    }

    /// The marks that occur, each with what it means, one after the other.
    fn legend(&mut self, spec: &ChartSpec) {
        let (swatch, gap, line) = (36.0, 24.0, 24.0);
        let mut x = 0.0;
        let entries = legend(spec);
        for entry in &entries {
            let width = swatch + text_width(&entry.meaning, SMALL);
            if x > 0.0 && x + width > INNER {
                x = 0.0;
                self.y += line;
            }
            let (left, middle) = (MARGIN + x, self.y + line / 2.0);
            self.push(&["<g transform=\"translate(", &px(left), " ", &px(middle - 7.0), ")\">"]);
            self.swatch(entry.swatch);
            self.push(&["</g>"]);
            self.text("small", left + swatch, middle, &entry.meaning);
            x += width + gap;
        }
        if !entries.is_empty() {
            self.y += line;
        }
    }

    fn swatch(&mut self, swatch: Swatch) {
        match swatch {
            Swatch::Bar {
                part,
                origin,
                certainty,
            } => self.rect(
                [1.0, 1.0, 26.0, 12.0],
                &bar_class(part, origin, certainty),
                &bar_fill("", origin, certainty),
            ),
            Swatch::Point {
                series,
                origin,
                certainty,
            } => {
                self.path(&trend_class(series), "M0 7H28");
                self.path(
                    &point_class(series, origin, certainty),
                    &point_path(series, 14.0, 7.0, 5.0),
                );
            }
            Swatch::Interval => self.path("interval", "M2 7H26M2 3.5V10.5M26 3.5V10.5"),
            Swatch::Reference => self.path("reference", "M14 0V14"),
        }
    }

    fn scene(&mut self, scene: &Scene) {
        self.push(&[
            "<g class=\"scene\" transform=\"translate(",
            &px(MARGIN),
            " ",
            &px(self.y),
            ")\">",
        ]);
        let (over, under): (Vec<&Line>, Vec<&Line>) = scene.lines.iter().partition(|line| is_over(line));
        for line in under {
            self.path(&line_class(line), &line_path(line));
        }
        for mark in &scene.marks {
            self.rect(
                [mark.x, mark.y, mark.width, mark.height],
                &bar_class(mark.part, mark.origin, mark.certainty),
                &bar_fill("", mark.origin, mark.certainty),
            );
        }
        for line in over {
            self.path(&line_class(line), &line_path(line));
        }
        for point in &scene.points {
            self.path(
                &point_class(point.series, point.origin, point.certainty),
                &point_path(point.series, point.x, point.y, point.radius),
            );
        }
        for text in &scene.texts {
            self.text(&text_class(text), text.x, text.y, &text.content);
        }
        self.push(&["</g>"]);
        self.y += scene.height;
    }

    fn rect(&mut self, [x, y, width, height]: [f64; 4], class: &str, fill: &str) {
        let box_of = [
            "<rect x=\"",
            &px(x),
            "\" y=\"",
            &px(y),
            "\" width=\"",
            &px(width),
            "\" height=\"",
            &px(height),
        ];
        self.push(&box_of);
        self.push(&["\" class=\"", class, "\" fill=\"", fill, "\"/>"]);
    }

    fn path(&mut self, class: &str, path: &str) {
        self.push(&["<path class=\"", class, "\" d=\"", path, "\"/>"]);
    }

    fn text(&mut self, class: &str, x: f64, y: f64, content: &str) {
        self.push(&["<text class=\"", class, "\" x=\"", &px(x), "\" y=\"", &px(y), "\">"]);
        self.push(&[&escaped(content), "</text>"]);
    }

    fn push(&mut self, pieces: &[&str]) {
        pieces.iter().for_each(|piece| self.body.push_str(piece));
    }
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
