//! Records of the pack as JSON, field by field as the pack's own files have them.
//!
//! Promise: what is written reads back as the same record. Every record is taken apart completely, so that a field
//! added to the model does not compile until it is written here.

use super::json::Json;
use crate::model::{Enterprise, EnterpriseId, Event, Figure, FigureId, FigureValue, Mention, Project};

/// An enterprise. `growths` are stated for it by columns of the table and not by an event; they stand in a field of
/// their own, `growth`, which is left out where there are none.
pub(super) fn enterprise(json: &mut Json, enterprise: &Enterprise, growths: &[Figure]) {
    let Enterprise {
        id,
        name,
        kind,
        pinyin,
        initials,
        industry,
        industry_basis,
        events,
    } = enterprise;
    json.open('{');
    json.text("id", id.as_str());
    json.text("name", name);
    json.text("kind", kind.word());
    json.text("pinyin", pinyin);
    json.text("initials", initials);
    json.text("industry", industry);
    json.text("industry_basis", industry_basis.word());
    json.name("events");
    json.open('[');
    for event in events {
        self::event(json, event);
    }
    json.close(']');
    if !growths.is_empty() {
        json.name("growth");
        json.open('[');
        for growth in growths {
            figure(json, growth);
        }
        json.close(']');
    }
    json.close('}');
}

fn event(json: &mut Json, event: &Event) {
    let Event {
        section,
        tag,
        text,
        figures,
    } = event;
    json.open('{');
    json.text("section", section.as_str());
    json.text("tag", tag.as_str());
    json.text("text", text);
    self::figures(json, figures);
    json.close('}');
}

/// A project.
pub(super) fn project(json: &mut Json, project: &Project) {
    let Project {
        id,
        name,
        category,
        status,
        status_printed,
        section,
        also,
        pinyin,
        initials,
        enterprises,
        figures,
    } = project;
    json.open('{');
    json.text("id", id.as_str());
    json.text("name", name);
    json.text("category", category.word());
    json.text("status", status.word());
    json.text("status_printed", status_printed);
    json.text("section", section.as_str());
    if !also.is_empty() {
        json.name("also");
        json.open('[');
        for mention in also {
            self::mention(json, mention);
        }
        json.close(']');
    }
    json.text("pinyin", pinyin);
    json.text("initials", initials);
    self::enterprises(json, enterprises);
    self::figures(json, figures);
    json.close('}');
}

fn mention(json: &mut Json, mention: &Mention) {
    let Mention {
        section,
        status_printed,
    } = mention;
    json.open('{');
    json.text("section", section.as_str());
    json.text("status_printed", status_printed);
    json.close('}');
}

/// A figure.
pub(super) fn figure(json: &mut Json, figure: &Figure) {
    let Figure {
        id,
        section,
        subject,
        value,
        unit,
        printed,
        qualifier,
        kind,
        growth_of,
        part_of,
        share_of,
        derive_base,
        same_as,
        earlier_of,
        of_year,
        enterprises,
        group,
    } = figure;
    json.open('{');
    json.text("id", id.as_str());
    json.text("section", section.as_str());
    json.text("subject", subject);
    match value {
        FigureValue::Number(number) => json.number("value", *number),
        FigureValue::Date(day) => json.text("value", day),
    }
    json.text("unit", unit);
    json.text("printed", printed);
    json.optional("qualifier", qualifier.map(|qualifier| qualifier.word()));
    json.text("kind", kind.word());
    json.optional("growth_of", growth_of.as_ref().map(|id| id.as_str()));
    json.optional("part_of", part_of.as_ref().map(|id| id.as_str()));
    json.optional("share_of", share_of.as_ref().map(|id| id.as_str()));
    if !derive_base {
        json.no("derive_base");
    }
    json.optional("same_as", same_as.as_ref().map(|id| id.as_str()));
    json.optional("earlier_of", earlier_of.as_ref().map(|id| id.as_str()));
    if let Some(year) = of_year {
        json.whole("of_year", usize::from(*year));
    }
    self::enterprises(json, enterprises);
    if let Some(group) = group {
        json.whole("group", *group as usize);
    }
    json.close('}');
}

/// The figures that a record refers to, left out where there are none.
fn figures(json: &mut Json, ids: &[FigureId]) {
    if !ids.is_empty() {
        json.name("figures");
        json.open('[');
        for id in ids {
            json.string(id.as_str());
        }
        json.close(']');
    }
}

/// The enterprises that a record refers to, left out where there are none.
fn enterprises(json: &mut Json, ids: &[EnterpriseId]) {
    if !ids.is_empty() {
        json.name("enterprises");
        json.open('[');
        for id in ids {
            json.string(id.as_str());
        }
        json.close(']');
    }
}
