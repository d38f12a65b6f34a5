//! The exports: how they are written, what the 2021 pack becomes, and that arbitrary texts come through.

mod csv;
mod frame;
mod json;
mod pack_2021;
mod property;
mod reader;

use super::About;
use crate::model::{Enterprise, EnterpriseKind, Enterprises, Event, IndustryBasis};

const ABOUT: About<'static> = About {
    title: "园区年报",
    year: 2021,
    table: "企业",
    address: "#/enterprises?q=丝绸",
    count: 1,
    total: 32,
};

/// The pieces that an export hands over.
fn pieces(write: impl FnOnce(&mut dyn FnMut(&str))) -> Vec<String> {
    let mut pieces = Vec::new();
    write(&mut |piece| pieces.push(piece.to_owned()));
    pieces
}

/// An enterprise with one event.
fn enterprise(name: &str, tag: &str, text: &str) -> Enterprise {
    Enterprise {
        id: "x".into(),
        name: name.to_owned(),
        kind: EnterpriseKind::Enterprise,
        pinyin: "x".to_owned(),
        initials: "x".to_owned(),
        industry: "医药".to_owned(),
        industry_basis: IndustryBasis::Name,
        events: vec![Event {
            section: "2.2/1".into(),
            tag: tag.into(),
            text: text.to_owned(),
            figures: Vec::new(),
        }],
    }
}

/// A table in the column layout, with growth stated by columns and an enterprise for which none is.
fn with_columns() -> Enterprises {
    let text = r#"{
        "layout": "columns", "id": ["a", "b"], "name": ["甲", "乙"], "pinyin": ["jia", "yi"], "initials": ["j", "y"],
        "kinds": "enterprise", "kind": [0, 0], "industries": "医药", "industry": [0, 0],
        "industry_bases": "reported", "industry_basis": [0, 0], "events": [0, 0],
        "growth": [-3.25, null], "growth_section": "2.1/4", "decimals": 2
    }"#;
    crate::model::decode_enterprise_table(text.as_bytes()).unwrap()
}
