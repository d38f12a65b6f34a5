//! All enterprises of a pack as one table: texts in one piece, repeated words as numbers. A hundred thousand of them
//! take the memory of their texts, not of a million small strings.

use std::borrow::Cow;
use std::sync::Arc;

use report_table::{Texts, TextsBuilder};

use super::growths::GrowthColumn;
use super::id_index::IdIndex;
use super::{Enterprise, EnterpriseId, EnterpriseKind, Event, FigureId, IndustryBasis, Place, SectionId};

/// The columns of the texts. Search looks at all but the ids.
pub(crate) const NAME: usize = 0;
pub(crate) const PINYIN: usize = 1;
pub(crate) const INITIALS: usize = 2;
/// The texts of all events, those of a row together.
pub(crate) const EVENTS: usize = 3;
pub(crate) const ID: usize = 4;
/// How many columns of texts there are.
pub(crate) const TEXTS: usize = 5;
/// The columns that search looks at.
pub(crate) const SEARCHED: [usize; 4] = [NAME, PINYIN, INITIALS, EVENTS];

/// Words that repeat, and which of them stands where.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Coded {
    /// Each word once.
    pub(crate) words: Vec<String>,
    /// For each entry the place of its word.
    pub(crate) places: Vec<u16>,
}

impl Coded {
    pub(crate) fn word(&self, entry: usize) -> &str {
        let place = self.places.get(entry).copied().unwrap_or_default();
        self.words.get(place as usize).map_or("", String::as_str)
    }

    fn push(&mut self, word: &str) {
        // More than can be counted: the table will be refused, and need not be looked through any more.
        if self.words.len() > usize::from(u16::MAX) {
            return;
        }
        // Words are few: looking through them beats any map.
        let place = self.words.iter().position(|known| known == word).unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.words.len() - 1
        });
        self.places.push(place as u16);
    }
}

/// All enterprises and institutions of a pack, in its order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Enterprises {
    pub(crate) texts: Arc<Texts>,
    pub(crate) kinds: Coded,
    pub(crate) industries: Coded,
    pub(crate) bases: Coded,
    pub(crate) sections: Coded,
    pub(crate) tags: Coded,
    /// The figures of the events that have any, by the event's number.
    pub(crate) figures: Vec<(u32, Vec<FigureId>)>,
    /// Growth of output, then of exports.
    pub(crate) growths: [GrowthColumn; 2],
    /// With how many decimals the columns of growth are printed; as many as each number has, if nothing is said.
    pub(crate) decimals: Option<usize>,
    /// Whether search looks at industries and at tags.
    pub(crate) searched: [bool; 2],
    pub(crate) ids: IdIndex,
}

impl Enterprises {
    /// The table of these enterprises.
    pub fn new(rows: &[Enterprise]) -> Self {
        let mut table = Self {
            searched: [true, true],
            ..Self::default()
        };
        let mut texts = TextsBuilder::with_room(TEXTS, 0);
        type TextOf = fn(&Enterprise) -> &str;
        let own: [(usize, TextOf); 4] = [
            // The order of the column layout, so that either layout gives the same table.
            (ID, |row| row.id.as_str()),
            (NAME, |row| &row.name),
            (PINYIN, |row| &row.pinyin),
            (INITIALS, |row| &row.initials),
        ];
        for (column, text) in own {
            texts.begin(column);
            rows.iter().for_each(|row| texts.push(text(row)));
        }
        texts.begin(EVENTS);
        let mut ends = Vec::with_capacity(rows.len());
        for row in rows {
            table.kinds.push(row.kind.word());
            table.industries.push(&row.industry);
            table.bases.push(row.industry_basis.word());
            for event in &row.events {
                if !event.figures.is_empty() {
                    let number = texts.len(EVENTS) as u32;
                    table.figures.push((number, event.figures.clone()));
                }
                texts.push(&event.text);
                table.sections.push(event.section.as_str());
                table.tags.push(event.tag.as_str());
            }
            ends.push(texts.len(EVENTS) as u32);
        }
        texts.in_rows(EVENTS, ends);
        texts.search(&SEARCHED);
        table.texts = Arc::new(texts.finish());
        table
    }

    /// What there are more different words of than can be counted; nothing, in any table that anybody means.
    pub(crate) fn too_many_words(&self) -> Option<&'static str> {
        let coded = [
            ("行业", &self.industries),
            ("出处", &self.sections),
            ("事项类别", &self.tags),
        ];
        let over = |coded: &Coded| coded.words.len() > usize::from(u16::MAX);
        coded.into_iter().find(|(_, coded)| over(coded)).map(|(what, _)| what)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.rows()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether any event refers to a figure of `figures.json`.
    pub fn has_figures(&self) -> bool {
        !self.figures.is_empty()
    }

    /// Where it stands, counted from 0.
    pub fn row_of(&self, id: &EnterpriseId) -> Option<u32> {
        self.ids.find(id.as_str(), self.len() as u32, &|row| self.text(ID, row))
    }

    /// Its id.
    pub fn id(&self, row: u32) -> EnterpriseId {
        EnterpriseId::from(self.text(ID, row).as_ref())
    }

    /// Its name, as printed.
    pub fn name(&self, row: u32) -> Cow<'_, str> {
        self.text(NAME, row)
    }

    /// The name of the enterprise with this id.
    pub fn name_of(&self, id: &EnterpriseId) -> Option<String> {
        Some(self.name(self.row_of(id)?).into_owned())
    }

    /// Its industry.
    pub fn industry(&self, row: u32) -> &str {
        self.industries.word(row as usize)
    }

    /// How many things the document says of it.
    pub fn events(&self, row: u32) -> usize {
        self.event_numbers(row).len()
    }

    /// The tag and the text of one thing that the document says of it, counted from 0.
    pub fn event(&self, row: u32, nth: usize) -> Option<(&str, Cow<'_, str>)> {
        let number = self.event_numbers(row).nth(nth)?;
        Some((self.tags.word(number), self.texts.text(EVENTS, number)))
    }

    /// How many enterprises each of these sections speaks of; one that several speak of counts in each.
    pub fn count_in(&self, sections: &[&SectionId]) -> Vec<usize> {
        let of_word = |word: &String| {
            let section = Place::from(word.as_str()).section();
            sections.iter().position(|other| **other == section)
        };
        let of_words: Vec<Option<usize>> = self.sections.words.iter().map(of_word).collect();
        let mut counts = vec![0; sections.len()];
        // The row that each section spoke of last, counted from 1.
        let mut last = vec![0; sections.len()];
        for row in 0..self.len() as u32 {
            for number in self.event_numbers(row) {
                let word = self.sections.places.get(number).copied().unwrap_or_default();
                let Some(section) = of_words.get(usize::from(word)).copied().flatten() else {
                    continue;
                };
                if last[section] != row + 1 {
                    last[section] = row + 1;
                    counts[section] += 1;
                }
            }
        }
        counts
    }

    /// Everything of one enterprise.
    pub fn get(&self, row: u32) -> Option<Enterprise> {
        if row as usize >= self.len() {
            return None;
        }
        let text = |column| self.text(column, row).into_owned();
        let word = |coded: &Coded| coded.word(row as usize).to_owned();
        let kind = EnterpriseKind::of_word(&word(&self.kinds))?;
        let basis = IndustryBasis::of_word(&word(&self.bases))?;
        let events = self.event_numbers(row).map(|number| Event {
            section: self.sections.word(number).into(),
            tag: self.tags.word(number).into(),
            text: self.texts.text(EVENTS, number).into_owned(),
            figures: self.event_figures(number).to_vec(),
        });
        Some(Enterprise {
            id: self.id(row),
            name: text(NAME),
            kind,
            pinyin: text(PINYIN),
            initials: text(INITIALS),
            industry: word(&self.industries),
            industry_basis: basis,
            events: events.collect(),
        })
    }

    /// The enterprise with this id.
    pub fn by_id(&self, id: &EnterpriseId) -> Option<Enterprise> {
        self.get(self.row_of(id)?)
    }

    /// The numbers of a row's events among the events of all rows.
    pub(crate) fn event_numbers(&self, row: u32) -> core::ops::Range<usize> {
        self.texts.of_row(EVENTS, row)
    }

    pub(crate) fn text(&self, column: usize, row: u32) -> Cow<'_, str> {
        self.texts.text(column, row as usize)
    }

    pub(crate) fn event_figures(&self, number: usize) -> &[FigureId] {
        match self
            .figures
            .binary_search_by_key(&(number as u32), |(number, _)| *number)
        {
            Ok(place) => self.figures.get(place).map_or(&[], |(_, ids)| ids),
            Err(_) => &[],
        }
    }
}
