//! What to draw ([`ChartSpec`]) becomes a picture ([`Scene`]), a description and a table. Only this module knows plotters.
//!
//! Promise: [`draw`] is total. Whatever finite amounts, labels and sizes come in, it ends, does not panic, and every
//! mark, line and text it returns has finite coordinates inside the picture, no text upon another. The same spec and
//! layout give the same scene natively and in the browser, because nothing here asks a browser for the size of a text.

// `f64::clamp` prints its bounds when they are the wrong way round, and with that brings the whole of float printing,
// a thirtieth of what a reader loads. Here `max` and `min` in turn do its work.
#![allow(clippy::manual_clamp)]

mod asked;
mod backend;
mod catalogue;
mod columns;
mod counted;
mod describe;
mod file;
mod legend;
mod looks;
mod markup;
mod measure;
mod mesh;
mod paint;
mod panels;
mod pen;
mod picture_colours;
mod plan;
mod room;
mod rows;
mod scale;
mod scene;
mod spec;
mod table;
mod trend;
mod trend_paint;
mod trend_values;
mod wrap;
mod years;

#[cfg(test)]
mod tests;

pub use asked::{Choices, asked, choice_name, choices, unknown_picks};
pub use catalogue::{Context, OtherYear, spec};
pub use describe::{describe, explain};
pub use file::{PictureFile, picture_file};
pub use legend::{LegendEntry, Swatch, legend};
pub use looks::{id_in_page, px};
pub use markup::{markup, patterns, swatch};
pub use measure::text_width;
pub use picture_colours::PictureColours;
pub use scene::{Anchor, Hit, Line, LineRole, Mark, Part, Point, Scene, Text, TextRole};
pub use spec::{Amount, Certainty, ChartSpec, Datum, Origin, Reference, Shape};
pub use table::{Table, interval_text, table};

/// The room for a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// Width in CSS px; taken as at least 200 and at most 2400.
    pub width: f64,
    /// Type size of labels and values in px; taken as at least 8 and at most 48. Numbers at ticks are 0.8 of it.
    pub font: f64,
}

impl Default for Layout {
    /// A reading column at the browser's usual type size.
    fn default() -> Self {
        Self {
            width: 720.0,
            font: 16.0,
        }
    }
}

impl Layout {
    /// Within the limits; the default stands in for what is not a number.
    fn clamped(self) -> Self {
        let usual = Self::default();
        let sane = |size: f64, usual: f64| if size.is_nan() { usual } else { size };
        Self {
            width: sane(self.width, usual.width).max(200.0).min(2400.0),
            font: sane(self.font, usual.font).max(8.0).min(48.0),
        }
    }
}

/// Draws a chart. Without data the scene is empty and has height 0: say in words why there is nothing to see.
pub fn draw(spec: &ChartSpec, layout: Layout) -> Scene {
    let layout = layout.clamped();
    if spec.data.is_empty() {
        return Scene {
            width: layout.width,
            ..Scene::default()
        };
    }
    match spec.shape {
        Shape::Lines => trend_paint::paint(spec, trend::plan(spec, layout)),
        Shape::Panels => {
            let (height, panels) = panels::plan(spec, layout);
            paint::paint(spec, layout, height, panels)
        }
        Shape::Bars | Shape::Pairs | Shape::Stack => {
            let plan = plan::plan(spec, layout);
            paint::paint(spec, layout, plan.height, vec![plan])
        }
    }
}
