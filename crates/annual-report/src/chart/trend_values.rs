//! The values of lines over years. One that must be told (the first, the last and the highest of a series) and finds no
//! place beside its point stands in words beneath the picture.

use super::columns::interval;
use super::plan::SMALL;
use super::room::{Room, Stroke};
use super::rows::LINE;
use super::trend::{Spot, Trend, series_names};
use super::wrap::wrap;
use super::{Anchor, ChartSpec, Text, TextRole};

/// How many series can be told apart; of others no value must be told.
const SERIES: usize = 3;
/// With more points than this, only the values that must be told are.
const CROWD: usize = 60;
impl Trend {
    /// Values at points, those first that must be told. Returns how high the lines are that had to go beneath.
    pub(super) fn values(&mut self, spec: &ChartSpec, floor: f64) -> f64 {
        let font = self.layout.font;
        let finite = |spot: &&Spot| spec.data[spot.datum].amount.value.is_finite();
        let mut strokes: Vec<Stroke> = vec![Stroke {
            from: (self.left, self.y(0.0)),
            to: (self.right, self.y(0.0)),
        }];
        for spot in self.spots.iter().filter(finite) {
            let to = (spot.x, spot.y);
            strokes.extend(spot.before.map(|from| Stroke { from, to }));
            let ends = interval(&spec.data[spot.datum].amount);
            strokes.extend(ends.map(|(low, high)| Stroke {
                from: (spot.x, self.y(low)),
                to: (spot.x, self.y(high)),
            }));
        }
        let mut room = Room::new(self.right, floor, strokes);
        self.texts.iter().for_each(|text| room.keep_text(text));
        for spot in self.spots.iter().filter(finite) {
            room.keep_point((spot.x, spot.y), self.radius);
        }
        let must = self.told(spec);
        let crowded = self.spots.len() > CROWD;
        let rest = (0..self.spots.len()).filter(|nth| !crowded && !must.contains(nth));
        let mut beneath = Vec::new();
        let mut placed = Vec::new();
        for nth in must.iter().copied().chain(rest) {
            let (spot, label) = (&self.spots[nth], &spec.data[nth].amount.label);
            if !finite(&spot) || label.trim().is_empty() {
                continue;
            }
            match room.place(nth, (spot.x, spot.y), self.radius, label, font) {
                Some(text) => placed.push(text),
                None if must.contains(&nth) => beneath.push(nth),
                None => {}
            }
        }
        self.texts.append(&mut placed);
        let start = floor + SMALL * font * (0.25 + LINE);
        let several = series_names(spec).len() > 1;
        let mut y = start;
        for nth in beneath {
            let datum = &spec.data[nth];
            let series = if several { datum.amount.series.trim() } else { "" };
            let line = format!("{series}{}：{}", datum.label.trim(), datum.amount.label);
            for content in wrap(&line, font, self.right) {
                self.texts.push(Text {
                    x: 0.0,
                    y: y + LINE * font / 2.0,
                    size: font,
                    anchor: Anchor::Start,
                    role: TextRole::Value,
                    datum: Some(nth),
                    content,
                });
                y += LINE * font;
            }
        }
        y - start
    }

    /// The data whose values must be told: first, last and highest of each series, in this order of importance.
    fn told(&self, spec: &ChartSpec) -> Vec<usize> {
        let value = |spot: &Spot| spec.data[spot.datum].amount.value;
        let mut told = Vec::new();
        for series in 0..SERIES {
            let own = || {
                self.spots
                    .iter()
                    .filter(move |spot| spot.series == series && value(spot).is_finite())
            };
            let mut chosen: [Option<&Spot>; 3] = [None; 3];
            for spot in own() {
                let better = [
                    chosen[0].is_none_or(|last| spot.column >= last.column),
                    chosen[1].is_none_or(|first| spot.column < first.column),
                    chosen[2].is_none_or(|top| value(spot) > value(top)),
                ];
                for (kept, better) in chosen.iter_mut().zip(better) {
                    if better {
                        *kept = Some(spot);
                    }
                }
            }
            for spot in chosen.into_iter().flatten() {
                if !told.contains(&spot.datum) {
                    told.push(spot.datum);
                }
            }
        }
        told
    }
}
