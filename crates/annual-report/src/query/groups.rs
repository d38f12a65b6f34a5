//! Groups of which the document names only some: “等9户”.

use report_table::{Facet, FacetValue};

use super::Query;
use crate::model::{Enterprises, Figure, FigureKind};
use crate::stats::Figures;

/// The groups of which the document names only some: “等9户”. Picking one leaves those that are named.
pub(super) fn groups(enterprises: &Enterprises, figures: Option<&Figures>) -> Facet {
    let all = figures.map_or(&[][..], Figures::all);
    let partial: Vec<&Figure> = all.iter().filter(|figure| is_partly_named(figure)).collect();
    let values = partial.iter().map(|figure| FacetValue {
        key: figure.id.to_string(),
        label: format!("{}（{}）", figure.subject, figure.printed),
    });
    let mut members: Vec<(u32, usize)> = Vec::new();
    for (value, figure) in partial.iter().enumerate() {
        for row in figure.enterprises.iter().filter_map(|id| enterprises.row_of(id)) {
            // In the order of the rows, as a facet wants them; members are few.
            let place = members.iter().take_while(|(known, _)| *known <= row).count();
            members.insert(place, (row, value));
        }
    }
    Facet::new("group", "成组列名", values.collect(), enterprises.len(), &|hand| {
        members.iter().for_each(|(row, value)| hand(*row, *value));
    })
}

/// Whether a figure counts a group of enterprises of which only some are named.
pub fn is_partly_named(figure: &Figure) -> bool {
    let named = figure.enterprises.len();
    let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Level);
    counts && named > 0 && figure.group.is_some_and(|group| named < group as usize)
}

/// The groups that a question is about and that the document names only in part, in its order: those that are picked,
/// and those of which an event with a picked tag tells. A list that such a question leaves lacks the unnamed members.
pub fn partly_named<'a>(enterprises: &Enterprises, figures: &'a Figures, query: &Query) -> Vec<&'a Figure> {
    let (tags, picked) = (query.picked_of("tag"), query.picked_of("group"));
    let mut partial: Vec<(&Figure, bool)> = figures
        .all()
        .iter()
        .filter(|figure| is_partly_named(figure))
        .map(|figure| (figure, picked.iter().any(|id| id == figure.id.as_str())))
        .collect();
    if !tags.is_empty() {
        for (number, ids) in &enterprises.figures {
            if tags.iter().any(|tag| tag == enterprises.tags.word(*number as usize)) {
                let told = partial.iter_mut().filter(|(figure, _)| ids.contains(&figure.id));
                told.for_each(|(_, is_meant)| *is_meant = true);
            }
        }
    }
    partial.retain(|(_, is_meant)| *is_meant);
    partial.into_iter().map(|(figure, _)| figure).collect()
}
