//! From the plan of lines over years to the scene, through plotters.

use core::cell::Cell;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};

use super::backend::SceneBackend;
use super::columns::interval;
use super::paint::{Painted, STROKE, write};
use super::pen::{Grain, Pen};
use super::trend::Trend;
use super::{ChartSpec, LineRole, Scene};

type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// Draws what was planned.
pub(super) fn paint(spec: &ChartSpec, mut trend: Trend) -> Scene {
    let mut scene = Scene {
        width: trend.layout.width,
        height: trend.height,
        hits: core::mem::take(&mut trend.hits),
        ..Scene::default()
    };
    let pen = Cell::new(Pen::Up);
    let grain = Grain::for_height(trend.height);
    let root = SceneBackend::new(&mut scene, &pen, grain).into_drawing_area();
    // Px from left to right, amounts from the bottom to the top.
    let plane = Plane::new(
        trend.left..trend.right,
        trend.scale.low..trend.scale.high,
        (
            grain.pixel(trend.left)..grain.pixel(trend.right),
            grain.pixel(trend.bottom)..grain.pixel(trend.top),
        ),
    );
    let painter = Painter {
        spec,
        trend: &trend,
        pen: &pen,
        area: root.apply_coord_spec(plane),
    };
    // Our backend cannot fail, and nobody else draws into it.
    let painted = painter.all().and_then(|()| write(&trend.texts, &pen, grain, &root));
    debug_assert!(painted.is_ok());
    let (_, zero) = painter.area.map_coordinate(&(trend.left, trend.scale.position(0.0)));
    drop(painter);
    drop(root);
    scene.zero = grain.css(zero);
    scene
}

struct Painter<'a> {
    spec: &'a ChartSpec,
    trend: &'a Trend,
    pen: &'a Cell<Pen>,
    area: DrawingArea<SceneBackend<'a>, Plane>,
}

impl Painter<'_> {
    fn all(&self) -> Painted {
        let zero = self.trend.scale.position(0.0);
        let near = (self.trend.scale.high - self.trend.scale.low) * 1e-9;
        for tick in self.trend.ticks.iter().filter(|tick| (**tick - zero).abs() > near) {
            self.level(*tick, LineRole::Grid)?;
        }
        self.level(zero, LineRole::Axis)?;
        self.lines()?;
        if let Some(reference) = self.spec.reference.as_ref().filter(|line| line.value.is_finite()) {
            self.level(self.trend.scale.position(reference.value), LineRole::Reference)?;
        }
        self.points()
    }

    /// A line across all years at a position of the scale, interrupted where values stand.
    fn level(&self, position: f64, role: LineRole) -> Painted {
        self.pen.set(Pen::Line { role, datum: None });
        let Trend { scale, top, bottom, .. } = self.trend;
        let y = bottom - (position - scale.low) / (scale.high - scale.low) * (bottom - top);
        let mut free = vec![(self.trend.left, self.trend.right)];
        let in_the_way = |text: &&super::Text| (text.y - y).abs() < text.size * 0.6 + 1.0;
        for text in self.trend.texts.iter().filter(in_the_way) {
            let margin = text.size * 0.25;
            let (from, until) = (text.start() - margin, text.end() + margin);
            let parts = free
                .iter()
                .flat_map(|(left, right)| [(*left, right.min(from)), (left.max(until), *right)]);
            free = parts.filter(|(left, right)| right - left > margin).collect();
        }
        for (left, right) in free {
            self.area
                .draw(&PathElement::new([(left, position), (right, position)], STROKE))?;
        }
        Ok(())
    }

    fn lines(&self) -> Painted {
        let scale = &self.trend.scale;
        let per_px = (scale.high - scale.low) / (self.trend.bottom - self.trend.top);
        let position = |y: f64| scale.low + (self.trend.bottom - y) * per_px;
        for spot in &self.trend.spots {
            let amount = &self.spec.data[spot.datum].amount;
            if let Some((x, y)) = spot.before {
                self.pen.set(Pen::Line {
                    role: LineRole::Series(spot.series),
                    datum: Some(spot.datum),
                });
                let line = [(x, position(y)), (spot.x, scale.position(amount.value))];
                self.area.draw(&PathElement::new(line, STROKE))?;
            }
            if let Some((low, high)) = interval(amount).filter(|_| amount.value.is_finite()) {
                self.pen.set(Pen::Line {
                    role: LineRole::Interval,
                    datum: Some(spot.datum),
                });
                let line = [(spot.x, scale.position(low)), (spot.x, scale.position(high))];
                self.area.draw(&PathElement::new(line, STROKE))?;
            }
        }
        Ok(())
    }

    fn points(&self) -> Painted {
        let scale = &self.trend.scale;
        let radius = self.trend.radius;
        let high = radius * (scale.high - scale.low) / (self.trend.bottom - self.trend.top);
        for spot in &self.trend.spots {
            let amount = &self.spec.data[spot.datum].amount;
            if !amount.value.is_finite() {
                continue;
            }
            self.pen.set(Pen::Point {
                datum: spot.datum,
                series: spot.series,
                origin: amount.origin,
                certainty: amount.certainty(),
            });
            let position = scale.position(amount.value);
            let corners = [(spot.x - radius, position - high), (spot.x + radius, position + high)];
            self.area.draw(&Rectangle::new(corners, STROKE.filled()))?;
        }
        Ok(())
    }
}
