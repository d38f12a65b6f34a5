//! The table of enterprises: what can be asked of it.

use std::sync::Arc;

use report_table::{Facet, FacetValue, Order, Table};

use super::facet::{found, largest_first};
use super::groups::groups;
use crate::format::place_name;
use crate::model::{EnterpriseKind, Enterprises, Growth, PINYIN, Place};
use crate::stats::Figures;

/// The facets of the table of enterprises, by their names in the address.
pub const ENTERPRISE_FACETS: [&str; 5] = ["industry", "tag", "section", "kind", "group"];

/// The ranges of the table of enterprises, by their names in the address.
pub const ENTERPRISE_RANGES: [&str; 2] = ["growth", "export"];

/// The table of enterprises in the document's order. Without figures, growth that only figures state is missing.
///
/// The search box looks at name, pinyin, initials, industry, and the tag and text of every event.
pub fn enterprise_table(enterprises: &Enterprises, figures: Option<&Figures>) -> Table {
    let rows = enterprises.len();
    let industries = enterprises.industries.words.iter().map(|name| named(name)).collect();
    let industry = Facet::new("industry", "行业", industries, rows, &|hand| {
        for (row, place) in (0..).zip(&enterprises.industries.places) {
            hand(row, usize::from(*place));
        }
    });
    let tags = enterprises.tags.words.iter().map(|name| named(name)).collect();
    let tag = Facet::new("tag", "事项", tags, rows, &|hand| {
        each_event(enterprises, &enterprises.tags.places, hand);
    });
    // Several places lie in one section.
    let mut sections: Vec<FacetValue> = Vec::new();
    let words = enterprises.sections.words.iter();
    let section_of: Vec<usize> = words
        .map(|place| found(&mut sections, section(&Place::from(place.as_str()))))
        .collect();
    let sections = Facet::new("section", "出处", sections, rows, &|hand| {
        each_event(enterprises, &enterprises.sections.places, &mut |row, place| {
            hand(row, section_of[place]);
        });
    });
    let kinds = enterprises.kinds.words.iter().map(|word| kind(word)).collect();
    let kind = Facet::new("kind", "类型", kinds, rows, &|hand| {
        for (row, place) in (0..).zip(&enterprises.kinds.places) {
            hand(row, usize::from(*place));
        }
    });
    let rank = |value: &FacetValue| EnterpriseKind::of_word(&value.key);
    let [search_industries, search_tags] = enterprises.searched;
    let searched = |facet: Facet, is_searched| if is_searched { facet.searched() } else { facet };
    let growth = |growth| (0..rows as u32).map(move |row| enterprises.growth_number(row, growth, figures));
    Table {
        texts: Arc::clone(&enterprises.texts),
        facets: vec![
            searched(largest_first(industry), search_industries),
            searched(largest_first(tag), search_tags),
            super::facet::ordered(sections, &|a, b| a.key.cmp(&b.key)),
            super::facet::ordered(kind, &|a, b| rank(a).cmp(&rank(b))),
            groups(enterprises, figures),
        ],
        orders: vec![
            Order::by_column("name", "名称", PINYIN),
            Order::by_number(
                "events",
                "事项数",
                (0..rows as u32).map(|row| Some(enterprises.events(row) as f64)),
            ),
            Order::by_number("growth", "产值增长", growth(Growth::Output)),
            Order::by_number("export", "出口增长", growth(Growth::Export)),
        ],
        own: Vec::new(),
    }
}

fn each_event(enterprises: &Enterprises, places: &[u16], hand: &mut dyn FnMut(u32, usize)) {
    let mut events = places.iter();
    for row in 0..enterprises.len() as u32 {
        for place in events.by_ref().take(enterprises.events(row)) {
            hand(row, usize::from(*place));
        }
    }
}

fn named(name: &str) -> FacetValue {
    FacetValue {
        key: name.to_owned(),
        label: name.to_owned(),
    }
}

fn kind(word: &str) -> FacetValue {
    FacetValue {
        key: word.to_owned(),
        label: EnterpriseKind::of_word(word)
            .map_or(word, |kind| kind.label())
            .to_owned(),
    }
}

/// A place as a facet value: its section, without the item.
pub(super) fn section(place: &Place) -> FacetValue {
    let section = place.section();
    let label = place_name(&Place::from(section.as_str()));
    FacetValue {
        key: section.as_str().to_owned(),
        label,
    }
}

impl EnterpriseKind {
    /// The name for readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::Enterprise => "企业",
            Self::StateOwned => "国有企业",
            Self::Institution => "机构",
            Self::Incubator => "孵化器",
        }
    }
}
