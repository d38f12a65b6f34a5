//! The same indicator in two reports, and what the later says of the earlier year.

use super::{Change, Side, Unlike, change};
use crate::model::{Figure, FigureId, FigureKind};
use crate::stats::Figures;

/// One indicator, as each of the two reports states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator<'a> {
    /// What the earlier report states.
    pub before: Option<&'a Figure>,
    /// What the later one states.
    pub after: Option<&'a Figure>,
    /// What the later one says of the earlier one's year.
    pub restated: Option<Restated<'a>>,
    /// What the later one says of its growth on the year before it.
    pub growths: Vec<&'a Figure>,
    /// From the one to the other, or why not; none unless both state it.
    pub change: Option<Result<Change, Unlike>>,
}

/// What a later report says of a year that has a report of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Restated<'a> {
    /// The later report's figure.
    pub figure: &'a Figure,
    /// From that year's own figure to this one, or why not; none without that.
    pub change: Option<Result<Change, Unlike>>,
}

impl Indicator<'_> {
    /// What it is called; by the later report, if that has it.
    pub fn subject(&self) -> &str {
        let figure = self.after.or(self.before);
        figure.map_or("", |figure| figure.subject.as_str())
    }
}

/// What the two reports can be compared by: the later one's headline figures, then whatever both state under one id, in
/// the later one's order, then the earlier one's headline figures that the later one does not state. Growths stand with
/// what grew; dates and bare years, and second statements of a quantity, are left out.
pub fn indicators<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Indicator<'a>> {
    let mut ids: Vec<&FigureId> = after.report.headline.iter().collect();
    let shared = after.figures.all().iter().filter(|figure| {
        let with_its_level = figure.growth_of.as_ref().is_some_and(|level| {
            let [then, now] = [before, after].map(|side| side.figures.get(level).is_some());
            then && now
        });
        before.figures.get(&figure.id).is_some() && !with_its_level
    });
    ids.extend(shared.map(|figure| &figure.id));
    ids.extend(&before.report.headline);
    let mut rows: Vec<Indicator<'a>> = Vec::new();
    let mut seen: Vec<&FigureId> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let row = indicator(before, after, id);
        let either = row.after.or(row.before);
        if either.is_some_and(is_compared) {
            rows.push(row);
        }
    }
    rows
}

fn is_compared(figure: &Figure) -> bool {
    let is_day = figure.kind == FigureKind::Date || figure.unit == "年" || figure.number().is_none();
    !is_day && figure.same_as.is_none() && figure.earlier_of.is_none()
}

fn indicator<'a>(before: Side<'a>, after: Side<'a>, id: &FigureId) -> Indicator<'a> {
    let (then, now) = (before.figures.get(id), after.figures.get(id));
    Indicator {
        before: then,
        after: now,
        restated: restated_in(after, id, before.year()).map(|figure| Restated {
            figure,
            change: then.map(|then| change(then, figure)),
        }),
        growths: after
            .figures
            .all()
            .iter()
            .filter(|figure| figure.growth_of.as_ref() == Some(id))
            .collect(),
        change: then.zip(now).map(|(then, now)| change(then, now)),
    }
}

/// What a report says of an indicator in an earlier year.
pub fn restated_in<'a>(report: Side<'a>, id: &FigureId, year: u16) -> Option<&'a Figure> {
    restated(report.figures.all(), report.year(), id, year)
}

/// What the figures of a report of `own_year` say of an indicator in an earlier year.
pub fn restated<'a>(figures: &'a [Figure], own_year: u16, id: &FigureId, year: u16) -> Option<&'a Figure> {
    figures.iter().find(|figure| {
        let meant = figure.of_year.or_else(|| own_year.checked_sub(1));
        figure.earlier_of.as_ref() == Some(id) && meant == Some(year)
    })
}

/// The level of the year before, where it was published: by the report itself, looking back, or else by the report of
/// that year. It wins over whatever can be derived. `own` and `last` are the figures of both reports; the level is
/// one of `own`, of the year `year`.
pub fn published_before<'a>(
    level: &Figure,
    own: &'a Figures,
    year: u16,
    last: Option<&'a Figures>,
) -> Option<&'a Figure> {
    let before = year.checked_sub(1)?;
    let comparable =
        |figure: &&Figure| figure.unit == level.unit && figure.kind == level.kind && figure.number().is_some();
    let looking_back = restated(own.all(), year, &level.id, before).filter(comparable);
    looking_back.or_else(|| last?.get(&level.id).filter(comparable))
}
