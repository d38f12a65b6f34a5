//! A plotters backend that records instead of painting.
//!
//! plotters hands a backend shapes and colours; what a shape *means* (which datum, which role) it does not know. So the
//! one who draws sets the [`Pen`] before each element, and the backend writes what the pen says beside the shape.
//! plotters counts in whole pixels; the backend is finer by [`Grain`], so that lengths stay proportional to amounts.

use core::cell::Cell;
use core::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::measure::text_width;
use super::pen::{Grain, Pen};
use super::{Anchor, Line, Mark, Point, Scene, Text};

/// Records into a scene, whose width and height are set.
pub(super) struct SceneBackend<'a> {
    scene: &'a mut Scene,
    pen: &'a Cell<Pen>,
    grain: Grain,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SceneBackend<'a> {
    pub(super) fn new(scene: &'a mut Scene, pen: &'a Cell<Pen>, grain: Grain) -> Self {
        Self { scene, pen, grain }
    }

    /// In CSS pixels and inside the picture, which rounding may leave by a fraction of a pixel.
    fn point(&self, (x, y): BackendCoord) -> (f64, f64) {
        (
            self.grain.css(x).max(0.0).min(self.scene.width),
            self.grain.css(y).max(0.0).min(self.scene.height),
        )
    }
}

impl DrawingBackend for SceneBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let size = |css| self.grain.pixel(css).unsigned_abs();
        (size(self.scene.width), size(self.scene.height))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S) -> Drawn {
        if let Pen::Line { role, datum } = self.pen.get() {
            let ((x1, y1), (x2, y2)) = (self.point(from), self.point(to));
            self.scene.lines.push(Line {
                x1,
                y1,
                x2,
                y2,
                role,
                datum,
            });
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut from = None;
        for to in path {
            if let Some(from) = from {
                self.draw_line(from, to, style)?;
            }
            from = Some(to);
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        let ((x1, y1), (x2, y2)) = (self.point(from), self.point(to));
        match self.pen.get() {
            Pen::Mark {
                datum,
                part,
                origin,
                certainty,
            } => self.scene.marks.push(Mark {
                x: x1.min(x2),
                y: y1.min(y2),
                width: (x2 - x1).abs(),
                height: (y2 - y1).abs(),
                datum,
                part,
                origin,
                certainty,
            }),
            // A point is drawn as the square around it; what it looks like is the view's affair.
            Pen::Point {
                datum,
                series,
                origin,
                certainty,
            } => self.scene.points.push(Point {
                x: (x1 + x2) / 2.0,
                y: (y1 + y2) / 2.0,
                radius: (x2 - x1).abs() / 2.0,
                datum,
                series,
                origin,
                certainty,
            }),
            Pen::Up | Pen::Line { .. } | Pen::Text { .. } => {}
        }
        Ok(())
    }

    /// The writing is placed by its vertical middle: draw with `VPos::Center`.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        if let Pen::Text { role, datum } = self.pen.get() {
            let (x, y) = self.point(at);
            let anchor = match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            };
            self.scene.texts.push(Text {
                x,
                y,
                size: style.size(),
                anchor,
                role,
                datum,
                content: text.to_owned(),
            });
        }
        Ok(())
    }

    /// By our own table. plotters would ask the browser by putting an element into the page.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = |css: f64| self.grain.pixel(css).unsigned_abs();
        Ok((size(text_width(text, style.size())), size(style.size())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Certainty, LineRole, Origin, Part};
    use plotters::drawing::IntoDrawingArea;
    use plotters::element::{PathElement, Rectangle};
    use plotters::style::{BLACK, FontDesc, FontFamily, FontStyle, TextStyle};

    #[test]
    fn the_pen_gives_shapes_their_meaning_and_a_lifted_pen_draws_nothing() {
        let mut scene = Scene {
            width: 100.0,
            height: 50.0,
            ..Scene::default()
        };
        let pen = Cell::new(Pen::Up);
        let area = SceneBackend::new(&mut scene, &pen, Grain::for_height(50.0)).into_drawing_area();
        let bar = Rectangle::new([(160, 32), (16, 16)], BLACK);
        assert!(area.draw(&bar).is_ok());
        pen.set(Pen::Mark {
            datum: 3,
            part: Part::Other,
            origin: Origin::Derived,
            certainty: Certainty::Bound,
        });
        assert!(area.draw(&bar).is_ok());
        pen.set(Pen::Line {
            role: LineRole::Interval,
            datum: Some(3),
        });
        assert!(
            area.draw(&PathElement::new([(0, 0), (16, 0), (16, 9999)], BLACK))
                .is_ok()
        );
        drop(area);

        let [mark] = &scene.marks[..] else {
            unreachable!("one bar was drawn with the pen down")
        };
        assert_eq!((mark.x, mark.y, mark.width, mark.height), (1.0, 1.0, 9.0, 1.0));
        assert_eq!(
            (mark.datum, mark.part, mark.certainty),
            (3, Part::Other, Certainty::Bound)
        );
        let lines: Vec<_> = scene
            .lines
            .iter()
            .map(|line| (line.x1, line.y1, line.x2, line.y2))
            .collect();
        assert_eq!(lines, [(0.0, 0.0, 1.0, 0.0), (1.0, 0.0, 1.0, 50.0)]);
    }

    #[test]
    fn texts_are_measured_by_our_table() {
        let mut scene = Scene {
            width: 100.0,
            height: 50.0,
            ..Scene::default()
        };
        let pen = Cell::new(Pen::Up);
        let area = SceneBackend::new(&mut scene, &pen, Grain::for_height(50.0)).into_drawing_area();
        let style: TextStyle = FontDesc::new(FontFamily::SansSerif, 10.0, FontStyle::Normal).into();
        assert!(matches!(area.estimate_text_size("产值", &style), Ok((320, 160))));
    }
}
