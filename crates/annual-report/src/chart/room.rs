//! Where a value beside its point may stand: inside the picture, and upon nothing else.

use super::measure::text_width;
use super::{Anchor, Text, TextRole};

/// Height of a line of writing, in em; its letters need no more.
const HEIGHT: f64 = 1.2;
/// Between a point and its value, in em.
const GAP: f64 = 0.2;

/// A straight stroke, from left to right or upright.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stroke {
    pub(super) from: (f64, f64),
    pub(super) to: (f64, f64),
}

/// An area from left, top to right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// What is taken already, and where the picture ends.
#[derive(Debug)]
pub(super) struct Room {
    taken: Vec<Area>,
    strokes: Vec<Stroke>,
    whole: Area,
}

impl Room {
    /// Room from the top left corner to right and bottom, crossed by strokes.
    pub(super) fn new(right: f64, bottom: f64, strokes: Vec<Stroke>) -> Self {
        Self {
            taken: Vec::new(),
            strokes,
            whole: Area {
                left: 0.0,
                top: 0.0,
                right,
                bottom,
            },
        }
    }

    /// Keeps the square around a point free.
    pub(super) fn keep_point(&mut self, (x, y): (f64, f64), radius: f64) {
        self.taken.push(Area {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        });
    }

    /// Keeps free what is written already.
    pub(super) fn keep_text(&mut self, text: &Text) {
        self.taken.push(area(text));
    }

    /// A value above its point, beneath it, or beside it; `None` where it finds no place.
    pub(super) fn place(
        &mut self,
        datum: usize,
        (x, y): (f64, f64),
        radius: f64,
        label: &str,
        size: f64,
    ) -> Option<Text> {
        let half = text_width(label, size) / 2.0;
        // Moved in from the edges that it would cross.
        let middle = x.min(self.whole.right - half).max(half);
        let aside = radius + (GAP + 0.15) * size;
        let step = radius + (GAP + HEIGHT / 2.0) * size;
        let places = [
            (middle, y - step, Anchor::Middle),
            (middle, y + step, Anchor::Middle),
            (x + aside, y, Anchor::Start),
            (x - aside, y, Anchor::End),
            (x + radius, y - step, Anchor::Start),
            (x - radius, y - step, Anchor::End),
            (x + radius, y + step, Anchor::Start),
            (x - radius, y + step, Anchor::End),
        ];
        let text = places
            .into_iter()
            .map(|(x, y, anchor)| Text {
                x,
                y,
                size,
                anchor,
                role: TextRole::Value,
                datum: Some(datum),
                content: label.to_owned(),
            })
            .find(|text| self.is_free(&area(text)))?;
        self.keep_text(&text);
        Some(text)
    }

    fn is_free(&self, area: &Area) -> bool {
        let inside =
            area.left >= 0.0 && area.top >= 0.0 && area.right <= self.whole.right && area.bottom <= self.whole.bottom;
        inside
            && !self.taken.iter().any(|other| meets(area, other))
            && !self.strokes.iter().any(|stroke| crosses(stroke, area))
    }
}

fn area(text: &Text) -> Area {
    let half = text.size * HEIGHT / 2.0;
    Area {
        left: text.start(),
        top: text.y - half,
        right: text.end(),
        bottom: text.y + half,
    }
}

fn meets(area: &Area, other: &Area) -> bool {
    area.left < other.right && other.left < area.right && area.top < other.bottom && other.top < area.bottom
}

/// Whether a stroke runs through an area or closely past it.
fn crosses(stroke: &Stroke, area: &Area) -> bool {
    /// Half of what a stroke is thick, in px, and a little.
    const NEAR: f64 = 1.5;
    let Stroke {
        from: (x1, y1),
        to: (x2, y2),
    } = *stroke;
    if x2 < area.left - NEAR || x1 > area.right + NEAR {
        return false;
    }
    let y_at = |x: f64| {
        if x2 > x1 {
            y1 + (y2 - y1) * (x - x1) / (x2 - x1)
        } else {
            y1
        }
    };
    let (near, far) = if x2 > x1 {
        (y_at(x1.max(area.left - NEAR)), y_at(x2.min(area.right + NEAR)))
    } else {
        (y1, y2)
    };
    near.min(far) < area.bottom + NEAR && near.max(far) > area.top - NEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_above_its_point_unless_something_is_there() {
        let stroke = Stroke {
            from: (0.0, 50.0),
            to: (100.0, 50.0),
        };
        let mut room = Room::new(200.0, 100.0, vec![stroke]);
        let place = |room: &mut Room| {
            room.place(0, (100.0, 50.0), 4.0, "20.4", 10.0)
                .map(|text| (text.x, text.y, text.anchor))
        };
        assert_eq!(place(&mut room), Some((100.0, 38.0, Anchor::Middle)));
        assert_eq!(place(&mut room), Some((100.0, 62.0, Anchor::Middle)));
        assert_eq!(place(&mut room), Some((107.5, 50.0, Anchor::Start)));
        assert_eq!(place(&mut room), None);
    }

    #[test]
    fn a_slanting_stroke_takes_only_what_it_crosses() {
        let stroke = Stroke {
            from: (0.0, 0.0),
            to: (100.0, 100.0),
        };
        let area = |left: f64, top: f64| Area {
            left,
            top,
            right: left + 20.0,
            bottom: top + 10.0,
        };
        assert!(crosses(&stroke, &area(40.0, 45.0)));
        assert!(!crosses(&stroke, &area(40.0, 10.0)));
        assert!(!crosses(&stroke, &area(120.0, 110.0)));
    }
}
