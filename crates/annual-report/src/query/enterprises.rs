//! The table of enterprises: what can be asked of it.

use super::listing::{Facet, FacetValue, Listing, Order};
use crate::format::place_name;
use crate::model::{Enterprise, EnterpriseKind, Figure, FigureKind, Place, Tag};
use crate::stats::Figures;

impl Listing {
    /// The facets of the table of enterprises, by their names in the address.
    pub const ENTERPRISE_FACETS: [&'static str; 4] = ["industry", "tag", "section", "kind"];

    /// The table of enterprises in the document's order. Without figures, growth and export growth are missing.
    pub fn of_enterprises(enterprises: &[Enterprise], figures: Option<&Figures>) -> Self {
        let texts: Vec<Vec<&str>> = enterprises.iter().map(searched).collect();
        let industry: Vec<_> = enterprises.iter().map(|e| vec![named(&e.industry)]).collect();
        let tags: Vec<_> = enterprises
            .iter()
            .map(|e| e.events.iter().map(|event| named(event.tag.word())).collect())
            .collect();
        let kinds: Vec<_> = enterprises.iter().map(|e| vec![kind(e.kind)]).collect();
        let sections: Vec<_> = enterprises
            .iter()
            .map(|e| e.events.iter().map(|event| section(&event.section)).collect())
            .collect();
        let members = |industry: &FacetValue| enterprises.iter().filter(|e| e.industry == industry.key).count();
        let tag = |value: &FacetValue| Tag::ALL.iter().position(|tag| tag.word() == value.key);
        let rank = |value: &FacetValue| EnterpriseKind::ALL.iter().position(|kind| kind.word() == value.key);
        let facets = vec![
            // The largest industries first; equal ones keep the document's order.
            Facet::new("industry", "行业", &industry, &|a, b| members(b).cmp(&members(a))),
            Facet::new("tag", "事项", &tags, &|a, b| tag(a).cmp(&tag(b))),
            Facet::new("section", "出处", &sections, &|a, b| a.key.cmp(&b.key)),
            Facet::new("kind", "类型", &kinds, &|a, b| rank(a).cmp(&rank(b))),
        ];
        let growth = |tag| {
            enterprises
                .iter()
                .map(|e| growth_figure(e, tag, figures).and_then(Figure::number))
                .collect()
        };
        let pinyin: Vec<&str> = enterprises.iter().map(|e| e.pinyin.as_str()).collect();
        let orders = vec![
            Order::by_text("name", "名称", &pinyin),
            Order::new(
                "events",
                "事项数",
                true,
                enterprises.iter().map(|e| Some(e.events.len() as f64)).collect(),
            ),
            Order::new("growth", "产值增长", true, growth(Tag::OutputGrowth)),
            Order::new("export", "出口增长", true, growth(Tag::ExportGrowth)),
        ];
        Self::new((0..enterprises.len() as u32).collect(), &texts, facets, orders)
    }
}

/// What the search box looks at: name, pinyin, initials, industry, and every event.
fn searched(enterprise: &Enterprise) -> Vec<&str> {
    let mut fields = vec![
        enterprise.name.as_str(),
        enterprise.pinyin.as_str(),
        enterprise.initials.as_str(),
        enterprise.industry.as_str(),
    ];
    fields.extend(
        enterprise
            .events
            .iter()
            .flat_map(|event| [event.tag.word(), event.text.as_str()]),
    );
    fields
}

/// The growth that the document states for an enterprise under this tag, alone or as one of a group.
pub fn growth_figure<'f>(enterprise: &Enterprise, tag: Tag, figures: Option<&'f Figures>) -> Option<&'f Figure> {
    let ids = enterprise
        .events
        .iter()
        .filter(|event| event.tag == tag)
        .flat_map(|event| &event.figures);
    ids.filter_map(|id| figures?.get(id))
        .find(|figure| figure.kind == FigureKind::Growth)
}

fn named(name: &str) -> FacetValue {
    FacetValue {
        key: name.to_owned(),
        label: name.to_owned(),
    }
}

fn kind(kind: EnterpriseKind) -> FacetValue {
    FacetValue {
        key: kind.word().to_owned(),
        label: kind.label().to_owned(),
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
