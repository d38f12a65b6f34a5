//! From the plan to the scene, through plotters: its coordinates, its mesh, its elements, our backend.

use core::cell::Cell;

use plotters::coord::Shift;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};

use super::backend::SceneBackend;
use super::columns::interval;
use super::mesh::free_stretches;
use super::pen::{Grain, Pen};
use super::plan::Plan;
use super::rows::Bar;
use super::{Anchor, ChartSpec, Layout, LineRole, Part, Scene, Shape, Text};

type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;
pub(super) type Painted = Result<(), DrawingAreaErrorKind<core::convert::Infallible>>;

/// Draws what was planned: one chart, or several small ones side by side and one under another.
pub(super) fn paint(spec: &ChartSpec, layout: Layout, height: f64, mut plans: Vec<Plan>) -> Scene {
    let mut scene = Scene {
        width: layout.width,
        height,
        hits: plans
            .iter_mut()
            .flat_map(|plan| core::mem::take(&mut plan.hits))
            .collect(),
        ..Scene::default()
    };
    let pen = Cell::new(Pen::Up);
    let grain = Grain::for_height(height);
    let root = SceneBackend::new(&mut scene, &pen, grain).into_drawing_area();
    let mut first_zero = None;
    for plan in &plans {
        let left = grain.pixel(plan.columns.left);
        let right = left + grain.pixel(plan.columns.span);
        // Amounts from left to right, px from top to bottom.
        let plane = Plane::new(
            plan.scale.low..plan.scale.high,
            plan.top..plan.bottom,
            (left..right, grain.pixel(plan.top)..grain.pixel(plan.bottom)),
        );
        let painter = Painter {
            spec,
            plan,
            pen: &pen,
            grain,
            area: root.apply_coord_spec(plane),
        };
        // Our backend cannot fail, and nobody else draws into it.
        let painted = painter.all().and_then(|()| write(&plan.texts, &pen, grain, &root));
        debug_assert!(painted.is_ok());
        let (zero, _) = painter.area.map_coordinate(&(plan.scale.position(0.0), plan.top));
        first_zero = first_zero.or(Some(zero));
    }
    drop(root);
    scene.zero = first_zero.map_or(0.0, |zero| grain.css(zero));
    scene
}

struct Painter<'a> {
    spec: &'a ChartSpec,
    plan: &'a Plan,
    pen: &'a Cell<Pen>,
    grain: Grain,
    area: DrawingArea<SceneBackend<'a>, Plane>,
}

impl Painter<'_> {
    fn all(&self) -> Painted {
        self.grid()?;
        self.upright(0.0, LineRole::Axis)?;
        self.plan.bars.iter().try_for_each(|bar| self.bar(bar))?;
        if let Some(reference) = self
            .spec
            .reference
            .as_ref()
            .filter(|reference| reference.value.is_finite())
        {
            self.upright(reference.value, LineRole::Reference)?;
        }
        Ok(())
    }

    fn grid(&self) -> Painted {
        let Some(ticks) = self.plan.ticks else { return Ok(()) };
        let zero = self
            .area
            .map_coordinate(&(self.plan.scale.position(0.0), self.plan.top))
            .0;
        self.pen.set(Pen::Line {
            role: LineRole::Grid,
            datum: None,
        });
        let line = |backend: &mut SceneBackend, line: MeshLine<RangedCoordf64, RangedCoordf64>| match line {
            // The zero line is drawn on its own.
            MeshLine::XMesh((x, _), _, _) if (x - zero).abs() > 1 => {
                for (from, to) in free_stretches(self.plan, self.grain.css(x), LineRole::Grid) {
                    use plotters_backend::DrawingBackend;
                    backend.draw_line((x, self.grain.pixel(from)), (x, self.grain.pixel(to)), &STROKE)?;
                }
                Ok(())
            }
            _ => Ok(()),
        };
        self.area.draw_mesh(line, BoldPoints(0), BoldPoints(ticks))
    }

    /// A line across all rows at an amount.
    fn upright(&self, amount: f64, role: LineRole) -> Painted {
        self.pen.set(Pen::Line { role, datum: None });
        let at = self.plan.scale.position(amount);
        for (from, to) in free_stretches(self.plan, self.plan.columns.x(amount), role) {
            self.area.draw(&PathElement::new([(at, from), (at, to)], STROKE))?;
        }
        Ok(())
    }

    fn bar(&self, bar: &Bar) -> Painted {
        let Some(datum) = self.spec.data.get(bar.datum) else {
            return Ok(());
        };
        let amount = match bar.part {
            Part::Amount => &datum.amount,
            Part::Other => match &datum.other {
                Some(other) => other,
                None => return Ok(()),
            },
        };
        if amount.value.is_finite() {
            self.pen.set(Pen::Mark {
                datum: bar.datum,
                part: bar.part,
                origin: amount.origin,
                certainty: amount.certainty(),
            });
            let scale = &self.plan.scale;
            let corners = [
                (scale.position(0.0), bar.y),
                (scale.position(amount.value), bar.y + bar.thickness),
            ];
            self.area.draw(&Rectangle::new(corners, STROKE.filled()))?;
        }
        // Two intervals in one bar could not be told apart.
        match interval(amount).filter(|_| self.spec.shape != Shape::Stack || bar.part == Part::Amount) {
            Some(ends) => self.whisker(bar, ends),
            None => Ok(()),
        }
    }

    /// A level line from end to end of the interval with a cap at each.
    fn whisker(&self, bar: &Bar, (low, high): (f64, f64)) -> Painted {
        self.pen.set(Pen::Line {
            role: LineRole::Interval,
            datum: Some(bar.datum),
        });
        let (low, high) = (self.plan.scale.position(low), self.plan.scale.position(high));
        let (middle, cap) = (bar.y + bar.thickness / 2.0, self.plan.layout.font * 0.22);
        for stroke in [
            [(low, middle), (high, middle)],
            [(low, middle - cap), (low, middle + cap)],
            [(high, middle - cap), (high, middle + cap)],
        ] {
            self.area.draw(&PathElement::new(stroke, STROKE))?;
        }
        Ok(())
    }
}

/// Writes what was laid out.
pub(super) fn write(
    texts: &[Text],
    pen: &Cell<Pen>,
    grain: Grain,
    root: &DrawingArea<SceneBackend<'_>, Shift>,
) -> Painted {
    for text in texts {
        pen.set(Pen::Text {
            role: text.role,
            datum: text.datum,
        });
        let anchor = match text.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::SansSerif, text.size, FontStyle::Normal);
        let style = TextStyle::from(font).pos(Pos::new(anchor, VPos::Center));
        let at = (grain.pixel(text.x), grain.pixel(text.y));
        root.draw_text(&text.content, &style, at)?;
    }
    Ok(())
}

/// plotters wants a style with every element; ours come from the view's classes.
pub(super) const STROKE: ShapeStyle = ShapeStyle {
    color: plotters::style::RGBAColor(0, 0, 0, 1.0),
    filled: false,
    stroke_width: 1,
};
