//! From the table back to the column layout: how packs of thousands are written.

use std::borrow::Cow;

use super::enterprises::{Coded, EVENTS, ID, INITIALS, NAME, PINYIN};
use super::{Columns, Enterprises};

impl Enterprises {
    /// The table in the column layout. Reading it gives the same table.
    pub fn columns(&self) -> Columns<'_> {
        let rows = 0..self.len() as u32;
        let texts = |column: usize| {
            rows.clone()
                .map(move |row| self.texts.text(column, row as usize))
                .collect()
        };
        let words = |coded: &'_ Coded| coded.words.iter().map(|word| Cow::Owned(word.clone())).collect();
        let events = rows.clone().flat_map(|row| self.event_numbers(row));
        let mut event_figures = Vec::new();
        if !self.figures.is_empty() {
            event_figures.resize(self.sections.places.len(), 0);
            for (event, ids) in &self.figures {
                event_figures[*event as usize] = ids.len() as u16;
            }
        }
        let ids = self.figures.iter().flat_map(|(_, ids)| ids);
        let [growth, export_growth] = &self.growths;
        let section = |section: &str| match section {
            "" => Vec::new(),
            section => vec![Cow::Owned(section.to_owned())],
        };
        let searched = match self.searched {
            [true, true] => Vec::new(),
            [true, false] => vec!["industries"],
            [false, true] => vec!["tags"],
            // A list with nothing in it would mean both.
            [false, false] => vec!["none"],
        };
        Columns {
            layout: vec!["columns".into()],
            id: texts(ID),
            name: texts(NAME),
            pinyin: texts(PINYIN),
            initials: texts(INITIALS),
            kinds: words(&self.kinds),
            kind: self.kinds.places.clone(),
            industries: words(&self.industries),
            industry: self.industries.places.clone(),
            industry_bases: words(&self.bases),
            industry_basis: self.bases.places.clone(),
            events: rows.clone().map(|row| self.events(row) as u16).collect(),
            sections: words(&self.sections),
            event_section: self.sections.places.clone(),
            tags: words(&self.tags),
            event_tag: self.tags.places.clone(),
            event_text: events.map(|event| self.texts.text(EVENTS, event)).collect(),
            event_figures,
            figures: ids.map(|id| Cow::Borrowed(id.as_str())).collect(),
            growth: growth.values.clone(),
            growth_section: section(&growth.section),
            export_growth: export_growth.values.clone(),
            export_growth_section: section(&export_growth.section),
            decimals: self.decimals.map(|decimals| decimals as u16).into_iter().collect(),
            searched: searched.into_iter().map(Cow::Borrowed).collect(),
        }
    }
}
