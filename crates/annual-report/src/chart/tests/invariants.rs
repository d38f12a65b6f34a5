//! The promises of `draw`, checked on one scene.

use crate::chart::{ChartSpec, Hit, Line, LineRole, Scene, Shape, Text, TextRole};

/// Coordinates are rounded to a sixteenth of a pixel, on both sides.
const ROUNDING: f64 = 0.13;

struct Rect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Rect {
    fn of_text(text: &Text) -> Self {
        let half = text.size * 0.6;
        Self {
            left: text.start(),
            right: text.end(),
            top: text.y - half,
            bottom: text.y + half,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left + ROUNDING < other.right
            && other.left + ROUNDING < self.right
            && self.top + ROUNDING < other.bottom
            && other.top + ROUNDING < self.bottom
    }

    /// Whether a straight line, slanting or not, runs through.
    fn crossed_by(&self, line: &Line) -> bool {
        let bounds = Self::of_line(line);
        if !self.meets(&bounds) || line.x1 == line.x2 || line.y1 == line.y2 {
            return self.meets(&bounds);
        }
        let y = |x: f64| line.y1 + (line.y2 - line.y1) * (x - line.x1) / (line.x2 - line.x1);
        let (near, far) = (y(self.left.max(bounds.left)), y(self.right.min(bounds.right)));
        near.min(far) + ROUNDING < self.bottom && near.max(far) > self.top + ROUNDING
    }

    fn of_line(line: &Line) -> Self {
        Self {
            left: line.x1.min(line.x2),
            right: line.x1.max(line.x2),
            top: line.y1.min(line.y2),
            bottom: line.y1.max(line.y2),
        }
    }

    fn of_hit(hit: &Hit) -> Self {
        Self {
            left: hit.x,
            right: hit.x + hit.width,
            top: hit.y,
            bottom: hit.y + hit.height,
        }
    }

    fn inside(&self, scene: &Scene) -> bool {
        let finite = [self.left, self.top, self.right, self.bottom]
            .iter()
            .all(|edge| edge.is_finite());
        finite
            && self.left >= -ROUNDING
            && self.top >= -ROUNDING
            && self.right <= scene.width + ROUNDING
            && self.bottom <= scene.height + ROUNDING
    }
}

/// Everything that is wrong with a scene; empty for a good one.
pub fn faults(spec: &ChartSpec, scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, what: &dyn Fn() -> String| {
        if !holds {
            faults.push(what());
        }
    };
    let texts: Vec<(Rect, &Text)> = scene.texts.iter().map(|text| (Rect::of_text(text), text)).collect();
    let marks: Vec<Rect> = scene
        .marks
        .iter()
        .map(|mark| Rect {
            left: mark.x,
            top: mark.y,
            right: mark.x + mark.width,
            bottom: mark.y + mark.height,
        })
        .chain(scene.points.iter().map(|point| Rect {
            left: point.x - point.radius,
            top: point.y - point.radius,
            right: point.x + point.radius,
            bottom: point.y + point.radius,
        }))
        .collect();
    demand(scene.height.is_finite() && scene.width.is_finite(), &|| {
        "size".to_owned()
    });
    for mark in &marks {
        demand(mark.inside(scene), &|| "a mark leaves the picture".to_owned());
    }
    for line in &scene.lines {
        let rect = Rect::of_line(line);
        demand(rect.inside(scene), &|| format!("{line:?} leaves the picture"));
        for (text, Text { content, .. }) in &texts {
            demand(!text.crossed_by(line), &|| format!("{line:?} crosses {content}"));
        }
    }
    for (nth, (rect, text)) in texts.iter().enumerate() {
        demand(rect.inside(scene), &|| format!("{text:?} leaves the picture"));
        for (other, what) in texts.iter().skip(nth + 1) {
            demand(!rect.meets(other), &|| {
                format!("{} overlaps {}", text.content, what.content)
            });
        }
        for mark in &marks {
            demand(text.role == TextRole::Inside || !rect.meets(mark), &|| {
                format!("{text:?} upon a mark")
            });
        }
    }
    let lines = spec.shape == Shape::Lines;
    for (nth, hit) in scene.hits.iter().enumerate() {
        let area = Rect::of_hit(hit);
        demand(
            hit.datum == nth && hit.height > 0.0 && hit.width > 0.0 && area.inside(scene),
            &|| format!("{hit:?} out of order or of no size"),
        );
        // All against all would take an hour for thousands; those far apart in order are rows apart.
        for other in scene.hits.iter().skip(nth + 1).take(50) {
            demand(!area.meets(&Rect::of_hit(other)), &|| format!("{hit:?} upon {other:?}"));
        }
        let within = |rect: &Rect| {
            rect.left >= area.left - ROUNDING
                && rect.right <= area.right + ROUNDING
                && rect.top >= area.top - ROUNDING
                && rect.bottom <= area.bottom + ROUNDING
        };
        let own_marks = scene.marks.iter().zip(&marks).filter(|(mark, _)| mark.datum == nth);
        demand(own_marks.clone().all(|(_, mark)| within(mark)), &|| {
            format!("marks leave {hit:?}")
        });
        let own_points = scene.points.iter().filter(|point| point.datum == nth);
        demand(
            own_points
                .clone()
                .all(|point| (area.left..=area.right).contains(&point.x)),
            &|| format!("a point leaves {hit:?}"),
        );
        let own_texts = texts.iter().filter(|(_, text)| text.datum == Some(nth));
        // A value beside a point may stand in the next column.
        demand(lines || own_texts.clone().all(|(rect, _)| within(rect)), &|| {
            format!("texts leave {hit:?}")
        });
        let label: String = own_texts
            .filter(|(_, text)| text.role == TextRole::Label)
            .map(|(_, text)| bare(&text.content))
            .collect();
        demand(
            spec.data
                .get(nth)
                .is_some_and(|datum| lines || bare(&datum.label) == label),
            &|| format!("label became {label}"),
        );
        demand(
            own_points.count() == usize::from(lines && spec.data[nth].amount.value.is_finite()),
            &|| format!("datum {nth} without its point"),
        );
    }
    demand(scene.hits.len() == spec.data.len(), &|| {
        "a datum without its area".to_owned()
    });
    let axes: Vec<&Line> = scene.lines.iter().filter(|line| line.role == LineRole::Axis).collect();
    let at_zero = |line: &&Line| match spec.shape {
        Shape::Lines => (line.y1 - scene.zero).abs() < ROUNDING,
        // Every panel has an axis of its own.
        Shape::Panels => true,
        Shape::Bars | Shape::Pairs | Shape::Stack => (line.x1 - scene.zero).abs() < ROUNDING,
    };
    demand(axes.iter().all(at_zero), &|| "axis is not at zero".to_owned());
    let panels = spec.shape == Shape::Panels;
    for mark in scene.marks.iter().filter(|_| panels) {
        let starts =
            |line: &&&Line| (line.x1 - mark.x).abs() < ROUNDING || (line.x1 - mark.x - mark.width).abs() < ROUNDING;
        demand(axes.iter().any(|line| starts(&line)), &|| {
            format!("{mark:?} does not start at an axis")
        });
    }
    faults
}

/// Without spaces and controls, which line breaks may eat.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}
