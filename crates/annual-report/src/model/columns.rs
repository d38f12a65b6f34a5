//! The column layout of `enterprises.json`, for packs of thousands: the same things, one list a field instead of one
//! object an enterprise, repeated words as numbers. Half the bytes, and read straight into the table.
//!
//! It is found out by its first character: rows are a list, columns are an object.

use std::borrow::Cow;
use std::sync::Arc;

use report_table::TextsBuilder;
use serde::Serialize;

use super::columns_read::ColumnFile;
use super::enterprises::{Coded, EVENTS, ID, INITIALS, NAME, PINYIN, SEARCHED};
use super::growths::GrowthColumn;
use super::id_index::IdIndex;
use super::{EnterpriseKind, Enterprises, FigureId, IndustryBasis};

/// The file, field by field. What is left out is empty.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Columns<'a> {
    /// `columns`.
    pub layout: Vec<Cow<'a, str>>,
    /// Ids.
    pub id: Vec<Cow<'a, str>>,
    /// Names, as printed.
    pub name: Vec<Cow<'a, str>>,
    /// Pinyin of the names.
    pub pinyin: Vec<Cow<'a, str>>,
    /// First letters of the pinyin.
    pub initials: Vec<Cow<'a, str>>,
    /// The words that `kind` counts.
    pub kinds: Vec<Cow<'a, str>>,
    /// For each enterprise the place of its kind.
    pub kind: Vec<u16>,
    /// The words that `industry` counts.
    pub industries: Vec<Cow<'a, str>>,
    /// For each enterprise the place of its industry.
    pub industry: Vec<u16>,
    /// The words that `industry_basis` counts.
    pub industry_bases: Vec<Cow<'a, str>>,
    /// For each enterprise the place of its industry's basis.
    pub industry_basis: Vec<u16>,
    /// For each enterprise how many events it has.
    pub events: Vec<u16>,
    /// The places that `event_section` counts.
    pub sections: Vec<Cow<'a, str>>,
    /// For each event the place of its section.
    pub event_section: Vec<u16>,
    /// The words that `event_tag` counts.
    pub tags: Vec<Cow<'a, str>>,
    /// For each event the place of its tag.
    pub event_tag: Vec<u16>,
    /// For each event its text.
    pub event_text: Vec<Cow<'a, str>>,
    /// For each event how many figures it has; empty where none has any.
    pub event_figures: Vec<u16>,
    /// The ids of those figures.
    pub figures: Vec<Cow<'a, str>>,
    /// For each enterprise the growth of its output in %, `null` where none is stated; may be empty.
    pub growth: Vec<f64>,
    /// Where the document states it.
    pub growth_section: Vec<Cow<'a, str>>,
    /// The same for exports.
    pub export_growth: Vec<f64>,
    /// Where the document states it.
    pub export_growth_section: Vec<Cow<'a, str>>,
    /// With how many decimals these growths are printed.
    pub decimals: Vec<u16>,
    /// Which of `industries` and `tags` the search box looks at, or `none`; both, if it is left out.
    pub searched: Vec<Cow<'a, str>>,
}

impl ColumnFile<'_> {
    /// The table, or the column that does not fit the others and why.
    pub(super) fn into_table(self) -> Result<Enterprises, (&'static str, String)> {
        let Self { columns, mut texts } = self;
        columns.check(&texts)?;
        let mut end = 0;
        let ends = columns.events.iter().map(|events| {
            end += u32::from(*events);
            end
        });
        texts.in_rows(EVENTS, ends.collect());
        texts.search(&SEARCHED);
        let mut names = columns.figures.iter();
        let mut figures = Vec::new();
        for (event, count) in (0..).zip(&columns.event_figures).filter(|(_, count)| **count > 0) {
            let ids = names.by_ref().take(*count as usize);
            figures.push((event, ids.map(|id| FigureId::from(id.as_ref())).collect()));
        }
        let coded = |words: Vec<Cow<'_, str>>, places| Coded {
            words: words.into_iter().map(Cow::into_owned).collect(),
            places,
        };
        let growth = |values, section: Vec<Cow<'_, str>>| GrowthColumn {
            section: section.into_iter().next().map(Cow::into_owned).unwrap_or_default(),
            values,
        };
        let searched = &columns.searched;
        let is_searched = |name: &str| searched.is_empty() || searched.iter().any(|known| known == name);
        Ok(Enterprises {
            texts: Arc::new(texts.finish()),
            searched: [is_searched("industries"), is_searched("tags")],
            kinds: coded(columns.kinds, columns.kind),
            industries: coded(columns.industries, columns.industry),
            bases: coded(columns.industry_bases, columns.industry_basis),
            sections: coded(columns.sections, columns.event_section),
            tags: coded(columns.tags, columns.event_tag),
            figures,
            growths: [
                growth(columns.growth, columns.growth_section),
                growth(columns.export_growth, columns.export_growth_section),
            ],
            decimals: columns.decimals.first().map(|decimals| usize::from(*decimals)),
            ids: IdIndex::default(),
        })
    }
}

/// In all; no length there is, where a browser's numbers cannot hold it.
pub(super) fn sum(counts: &[u16]) -> usize {
    counts
        .iter()
        .fold(0, |sum: usize, count| sum.saturating_add(usize::from(*count)))
}

impl Columns<'_> {
    /// Columns of one table are as long as each other, and places lead to words.
    fn check(&self, texts: &TextsBuilder) -> Result<(), (&'static str, String)> {
        let (rows, events) = (texts.len(NAME), sum(&self.events));
        let given = |length: usize, needed: usize| if length == 0 { 0 } else { needed };
        let lengths = [
            ("id", texts.len(ID), rows),
            ("pinyin", texts.len(PINYIN), rows),
            ("initials", texts.len(INITIALS), rows),
            ("kind", self.kind.len(), rows),
            ("industry", self.industry.len(), rows),
            ("industry_basis", self.industry_basis.len(), rows),
            ("events", self.events.len(), rows),
            ("growth", self.growth.len(), given(self.growth.len(), rows)),
            (
                "export_growth",
                self.export_growth.len(),
                given(self.export_growth.len(), rows),
            ),
            ("event_section", self.event_section.len(), events),
            ("event_tag", self.event_tag.len(), events),
            ("event_text", texts.len(EVENTS), events),
            (
                "event_figures",
                self.event_figures.len(),
                given(self.event_figures.len(), events),
            ),
            ("figures", self.figures.len(), sum(&self.event_figures)),
        ];
        let single = [
            ("layout", &self.layout, 1),
            (
                "growth_section",
                &self.growth_section,
                usize::from(!self.growth.is_empty()),
            ),
            (
                "export_growth_section",
                &self.export_growth_section,
                usize::from(!self.export_growth.is_empty()),
            ),
        ];
        let single = single.map(|(column, words, needed)| (column, words.len(), needed));
        for (column, length, needed) in lengths.into_iter().chain(single) {
            if length != needed {
                return Err((column, format!("有 {length} 项，应为 {needed} 项")));
            }
        }
        let counted = [
            ("kind", &self.kind, &self.kinds),
            ("industry", &self.industry, &self.industries),
            ("industry_basis", &self.industry_basis, &self.industry_bases),
            ("event_section", &self.event_section, &self.sections),
            ("event_tag", &self.event_tag, &self.tags),
        ];
        for (column, places, words) in counted {
            if let Some(place) = places.iter().find(|place| **place as usize >= words.len()) {
                return Err((
                    column,
                    format!("没有第 {place} 个词；词只有 {} 个，从 0 数起", words.len()),
                ));
            }
        }
        let unknown = |words: &[Cow<'_, str>], known: &dyn Fn(&str) -> bool| {
            words
                .iter()
                .find(|word| !known(word))
                .map(|word| format!("“{word}”不在允许的词中"))
        };
        type IsKnown<'k> = &'k dyn Fn(&str) -> bool;
        let closed: [(&'static str, &[Cow<'_, str>], IsKnown<'_>); 4] = [
            ("layout", &self.layout, &|word| word == "columns"),
            ("kinds", &self.kinds, &|word| EnterpriseKind::of_word(word).is_some()),
            ("industry_bases", &self.industry_bases, &|word| {
                IndustryBasis::of_word(word).is_some()
            }),
            ("searched", &self.searched, &|word| {
                ["industries", "tags", "none"].contains(&word)
            }),
        ];
        for (column, words, known) in closed {
            if let Some(problem) = unknown(words, known) {
                return Err((column, problem));
            }
        }
        Ok(())
    }
}
