//! A chart as a picture of its own: title, unit, scene, legend, notes and source in one SVG that needs no style sheet.
//!
//! Promise: whatever the texts hold, the file is well-formed XML and runs nothing; every text of it lies inside.

use super::legend::legend;
use super::looks::px;
use super::markup::{Markup, markup, patterns, swatch};
use super::picture_colours::PictureColours;
use super::wrap::wrap;
use super::{ChartSpec, Layout, Scene, draw, text_width};
use crate::format::escaped;
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

/// The style sheet of the page, as far as it is about charts. [`PictureColours`] puts a colour in place of
/// each name (`$main$`).
const STYLE: &str = concat!(
    "<style>svg{font:16px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}",
    "text{fill:#1c2b30;dominant-baseline:central}path{fill:none}",
    ".hatch__ground{fill:$accent-tint$}.hatch__line{stroke:$accent$;stroke-width:1.6}.stripe__ground{fill:$main-tint$}.stripe__line{stroke:$main$;stroke-width:1.6}.title{font-size:22px;font-weight:700}.small{font-size:14px;fill:#4a5a60}.tick{font-size:12.8px;fill:#4a5a60}",
    ".reference-label{font-size:12.8px;fill:$accent$}.at-middle{text-anchor:middle}.at-end{text-anchor:end}",
    ".value,.heading{font-weight:700;fill:$main-deep$}.value--other{font-weight:400}.value--derived{fill:$accent$}.value--inside{fill:#fff}",
    ".grid{stroke:#dcd8ce}.axis{stroke:#7d888b;stroke-width:1.5}.interval{stroke:#1c2b30;stroke-width:1.5}",
    ".reference{stroke:$accent$;stroke-width:2;stroke-dasharray:5 4}",
    ".bar--amount{fill:$main$}.bar--other{fill:$main-mid$}.bar--counted{fill:$accent$}.bar--derived{stroke:$accent$}",
    ".bar--expected{stroke:$main$;stroke-width:1.5}",
    ".bar--open{stroke:$main$;stroke-width:1.5;stroke-dasharray:4 3;fill-opacity:.72}",
    ".trend{stroke-width:2}.trend--0,.point--0{stroke:$main$}.trend--1,.point--1{stroke:$main-mid$}",
    ".trend--2,.point--2{stroke:#4a5a60}.trend--1{stroke-dasharray:7 4}.trend--2{stroke-dasharray:2 3}",
    ".point--0{fill:$main$}.point--1{fill:$main-mid$}.point--2{fill:#4a5a60}",
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

/// The chart as a file, in these colours; `about` says which report it is from.
pub fn picture_file(spec: &ChartSpec, about: &str, colours: &PictureColours) -> PictureFile {
    let mut page = Page {
        body: Markup::default(),
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
    let layout = Layout {
        width: INNER,
        font: FONT,
    };
    page.scene(&Scene {
        // Nobody points at a file.
        hits: Vec::new(),
        ..draw(spec, layout)
    });
    page.y += 12.0;
    spec.notes.iter().for_each(|note| page.lines("small", note, SMALL));
    let places: Vec<String> = spec.source.iter().map(place_name).collect();
    page.lines("small", &format!("出处：{about}，{}", places.join("、")), SMALL);
    let height = (page.y + MARGIN).ceil();
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\
         <title>{2}</title>{5}{4}<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{3}</svg>\n",
        px(WIDTH),
        px(height),
        escaped(&spec.title),
        page.body.text,
        patterns(""),
        colours.put_on(STYLE)
    );
    PictureFile {
        svg,
        width: WIDTH,
        height,
    }
}

struct Page {
    body: Markup,
    /// Where the next thing begins.
    y: f64,
}

impl Page {
    /// A text in as many lines as it needs.
    fn lines(&mut self, class: &str, text: &str, size: f64) {
        for line in wrap(text, size, INNER) {
            self.body.text(class, MARGIN, self.y + size * 0.8, &line);
            self.y += size * 1.6;
        }
    }

    /// The marks that occur, each with what it means, one after the other.
    fn legend(&mut self, spec: &ChartSpec) {
        let (mark, gap, line) = (36.0, 24.0, 24.0);
        let mut x = 0.0;
        let entries = legend(spec);
        for entry in &entries {
            let width = mark + text_width(&entry.meaning, SMALL);
            if x > 0.0 && x + width > INNER {
                x = 0.0;
                self.y += line;
            }
            let (left, middle) = (MARGIN + x, self.y + line / 2.0);
            self.body
                .push(&["<g transform=\"translate(", &px(left), " ", &px(middle - 7.0), ")\">"]);
            self.body.push(&[&swatch(entry.swatch, "")]);
            self.body.push(&["</g>"]);
            self.body.text("small", left + mark, middle, &entry.meaning);
            x += width + gap;
        }
        if !entries.is_empty() {
            self.y += line;
        }
    }

    fn scene(&mut self, scene: &Scene) {
        let at = [px(MARGIN), px(self.y)];
        self.body
            .push(&["<g class=\"scene\" transform=\"translate(", &at[0], " ", &at[1], ")\">"]);
        self.body.push(&[&markup(scene, ""), "</g>"]);
        self.y += scene.height;
    }
}
