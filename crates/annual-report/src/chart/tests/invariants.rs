//! The promises of `draw`, checked on one scene.

use crate::chart::{ChartSpec, LineRole, Scene, Text, TextRole};

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
        .collect();
    demand(scene.height.is_finite() && scene.width.is_finite(), &|| {
        "size".to_owned()
    });
    for mark in &marks {
        demand(mark.inside(scene), &|| "a mark leaves the picture".to_owned());
    }
    for line in &scene.lines {
        let rect = Rect {
            left: line.x1.min(line.x2),
            right: line.x1.max(line.x2),
            top: line.y1.min(line.y2),
            bottom: line.y1.max(line.y2),
        };
        demand(rect.inside(scene), &|| format!("{line:?} leaves the picture"));
        for (text, Text { content, .. }) in &texts {
            demand(!rect.meets(text), &|| format!("{line:?} crosses {content}"));
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
    let mut y = scene.hits.first().map_or(0.0, |hit| hit.y);
    for (nth, hit) in scene.hits.iter().enumerate() {
        demand(hit.datum == nth && hit.y >= y - 1e-6 && hit.height > 0.0, &|| {
            format!("{hit:?} out of order")
        });
        y = hit.y + hit.height;
        let within = |top: f64, bottom: f64| top >= hit.y - ROUNDING && bottom <= y + ROUNDING;
        let own_marks = scene.marks.iter().filter(|mark| mark.datum == nth);
        demand(
            own_marks.clone().all(|mark| within(mark.y, mark.y + mark.height)),
            &|| format!("marks leave {hit:?}"),
        );
        let own_texts = texts.iter().filter(|(_, text)| text.datum == Some(nth));
        demand(
            own_texts.clone().all(|(rect, _)| within(rect.top, rect.bottom)),
            &|| format!("texts leave {hit:?}"),
        );
        let label: String = own_texts
            .filter(|(_, text)| text.role == TextRole::Label)
            .map(|(_, text)| bare(&text.content))
            .collect();
        demand(
            spec.data.get(nth).is_some_and(|datum| bare(&datum.label) == label),
            &|| format!("label became {label}"),
        );
    }
    demand(scene.hits.len() == spec.data.len(), &|| {
        "a datum without its area".to_owned()
    });
    demand(y <= scene.height, &|| "areas leave the picture".to_owned());
    let axis = scene.lines.iter().filter(|line| line.role == LineRole::Axis);
    demand(
        axis.clone().all(|line| (line.x1 - scene.zero).abs() < ROUNDING),
        &|| "axis is not at zero".to_owned(),
    );
    faults
}

/// Without spaces and controls, which line breaks may eat.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}
