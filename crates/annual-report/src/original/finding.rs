//! Where the original prints each figure of the pack.

use core::cmp::Ordering;

use super::nearness::nearness;
use super::{Original, printed};
use crate::model::{Figure, Place, PrintedFigure};
use crate::order::sort_rows;

/// Where a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The passage, counted from 0 in [`Original::passages`].
    pub passage: usize,
    /// The first byte of it in the passage's text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Found {
    fn overlaps(&self, other: &Self) -> bool {
        self.passage == other.passage && self.start < other.end && other.start < self.end
    }
}

impl Original {
    /// The passages of a place with all that is below it, in order: those of `2.2` are also those of `2.2/1`. None for a
    /// place that the document does not have.
    pub fn at(&self, place: &Place) -> Vec<usize> {
        let is_at = |row: &usize| {
            let own = self.passages.get(*row).map(|passage| passage.place.as_str());
            let rest = own.and_then(|own| own.strip_prefix(place.as_str()));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '/']))
        };
        (0..self.passages.len()).filter(is_at).collect()
    }

    /// The same, with a note of where it prints each of these figures: whoever shows it need not look for them.
    #[must_use]
    pub fn with_figures(mut self, figures: &[Figure]) -> Self {
        self.passages.iter_mut().for_each(|passage| passage.figures.clear());
        for (figure, found) in figures.iter().zip(self.places(figures)) {
            let Some(found) = found else { continue };
            if let Some(passage) = self.passages.get_mut(found.passage) {
                passage.figures.push(PrintedFigure {
                    id: figure.id.clone(),
                    start: found.start as u32,
                    end: found.end as u32,
                });
            }
        }
        self
    }

    /// Where each of the figures is printed, in their order; `None` where its place does not have it.
    ///
    /// A figure is looked for in its place, and then in the section around it. Of several with the same form the first
    /// in the pack is the first in the document; where the document has the form more often, those are taken that have
    /// the figure's subject around them, and that are not part of a longer figure.
    pub fn places(&self, figures: &[Figure]) -> Vec<Option<Found>> {
        let mut found = vec![None; figures.len()];
        let figure = |row: u32| figures.get(row as usize);
        let mut rows: Vec<u32> = (0..figures.len() as u32).collect();
        sort_rows(&mut rows, &|a, b| match (figure(a), figure(b)) {
            (Some(a), Some(b)) => in_turn(a, b),
            _ => Ordering::Equal,
        });
        let mut taken: Vec<Found> = Vec::new();
        let mut rest = rows.as_slice();
        while let Some(first) = rest.first().and_then(|row| figure(*row)) {
            let is_alike = |row: &&u32| figure(**row).is_some_and(|other| in_turn(first, other) == Ordering::Equal);
            let (alike, others) = rest.split_at(rest.iter().take_while(is_alike).count());
            rest = others;
            let mut spots = self.spots(first);
            let free = |spot: &Found| !taken.iter().any(|other| other.overlaps(spot));
            if spots.iter().any(free) {
                spots.retain(free);
            }
            let subjects: Vec<&str> = alike
                .iter()
                .filter_map(|row| Some(figure(*row)?.subject.as_str()))
                .collect();
            for (row, spot) in alike.iter().zip(self.told_apart(&subjects, &spots)) {
                if let (Some(found), Some(spot)) = (found.get_mut(*row as usize), spots.get(spot)) {
                    *found = Some(*spot);
                    taken.push(*spot);
                }
            }
        }
        found
    }

    /// Wherever a figure's form is in its place, or else in the section around it.
    fn spots(&self, figure: &Figure) -> Vec<Found> {
        let at = |place: &Place| {
            let mut spots = Vec::new();
            for passage in self.at(place) {
                let text = self.passages.get(passage).map_or("", |passage| &passage.text);
                for (start, end) in printed::spots(text, &figure.printed) {
                    spots.push(Found { passage, start, end });
                }
            }
            spots
        };
        let own = at(&figure.section);
        if own.is_empty() && figure.section.item().is_some() {
            return at(&Place::from(figure.section.section().as_str()));
        }
        own
    }

    /// Which of the spots is that of which subject, both in their order, so that most of the subjects is near. Where
    /// there are too few, the last subjects share the last one.
    fn told_apart(&self, subjects: &[&str], spots: &[Found]) -> Vec<usize> {
        let (rows, columns) = (subjects.len(), spots.len());
        if columns <= rows {
            return (0..rows).map(|row| row.min(columns.saturating_sub(1))).collect();
        }
        let near = |row: usize, column: usize| match (subjects.get(row), spots.get(column)) {
            (Some(subject), Some(spot)) => {
                let text = self.passages.get(spot.passage).map_or("", |passage| &passage.text);
                nearness(subject, text, spot.start, spot.end)
            }
            _ => 0,
        };
        // The most that the first subjects come to with the first spots; each subject has its spot.
        let mut most = vec![vec![0; columns + 1]; rows + 1];
        for row in 1..=rows {
            most[row][row - 1] = i32::MIN;
            for column in row..=columns {
                let with = most[row - 1][column - 1] + near(row - 1, column - 1);
                most[row][column] = with.max(most[row][column - 1]);
            }
        }
        let mut chosen = vec![0; rows];
        let mut column = columns;
        for row in (1..=rows).rev() {
            // Of equals the first.
            while most[row][column - 1] == most[row][column] {
                column -= 1;
            }
            column -= 1;
            chosen[row - 1] = column;
        }
        chosen
    }
}

/// The order in which figures are looked for: a longer form first, as a shorter one may be part of it, and an item's
/// before its section's. Equal are those that only their order tells apart.
fn in_turn(a: &Figure, b: &Figure) -> Ordering {
    let (section, other) = (a.section.as_str(), b.section.as_str());
    let by_form = b.printed.len().cmp(&a.printed.len());
    let by_depth = other.len().cmp(&section.len());
    by_form
        .then(by_depth)
        .then(section.cmp(other))
        .then(a.printed.cmp(&b.printed))
}
