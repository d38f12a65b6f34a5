//! Arbitrary texts in every field: what is written reads back.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::reader::{cell_of, rows};
use super::{ABOUT, pieces};
use crate::export::{About, enterprises_csv, enterprises_json, projects_csv, projects_json};
use crate::format::place_name;
use crate::model::{
    Category, Enterprise, EnterpriseKind, Enterprises, Event, Figure, FigureKind, FigureValue, IndustryBasis, Mention,
    Project, Qualifier, Status,
};
use crate::stats::Figures;

/// Texts of everything that could break a file: what separates, quotes, escapes or runs, and any other character.
fn text() -> impl Strategy<Value = String> {
    let sharp = "[=+\\-@＝＋－＠\t\r\n\0\u{1}\u{1f}\u{7f} \u{3000}\u{feff}\u{2028}',;\"\\\\/；：{}\\[\\]]";
    let piece = prop_oneof![sharp, "[a-zA-Z0-9一-龥🀄😀]", any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn number() -> impl Strategy<Value = f64> {
    // Numbers as documents print them: so many decimals and no more.
    (-1_000_000_000_i64..1_000_000_000, 0_i32..5).prop_map(|(digits, decimals)| {
        let scale = 10_f64.powi(decimals);
        digits as f64 / scale
    })
}

prop_compose! {
    fn event()(section in text(), tag in text(), text in text(), figures in prop::collection::vec(0_usize..6, 0..3)) -> Event {
        let figures = figures.into_iter().map(id).collect();
        Event { section: section.as_str().into(), tag: tag.as_str().into(), text, figures }
    }
}

prop_compose! {
    fn enterprise()(
        texts in [text(), text(), text(), text(), text()],
        kind in prop::sample::select(EnterpriseKind::ALL),
        industry_basis in prop::sample::select(IndustryBasis::ALL),
        events in prop::collection::vec(event(), 0..4),
    ) -> Enterprise {
        let [id, name, pinyin, initials, industry] = texts;
        Enterprise { id: id.as_str().into(), name, kind, pinyin, initials, industry, industry_basis, events }
    }
}

prop_compose! {
    fn project()(
        texts in [text(), text(), text(), text(), text(), text()],
        category in prop::sample::select(Category::ALL),
        status in prop::sample::select(Status::ALL),
        also in prop::collection::vec((text(), text()), 0..3),
        enterprises in prop::collection::vec(text(), 0..3),
        figures in prop::collection::vec(0_usize..6, 0..3),
    ) -> Project {
        let [id, name, status_printed, section, pinyin, initials] = texts;
        let also = also.into_iter().map(|(section, status_printed)| Mention { section: section.as_str().into(), status_printed });
        Project {
            id: id.as_str().into(),
            name,
            category,
            status,
            status_printed,
            section: section.as_str().into(),
            also: also.collect(),
            pinyin,
            initials,
            enterprises: enterprises.iter().map(|id| id.as_str().into()).collect(),
            figures: figures.into_iter().map(self::id).collect(),
        }
    }
}

prop_compose! {
    fn figure()(
        texts in [text(), text(), text(), text()],
        value in prop_oneof![number().prop_map(FigureValue::Number), text().prop_map(FigureValue::Date)],
        qualifier in prop::option::of(prop::sample::select(Qualifier::ALL)),
        kind in prop::sample::select(FigureKind::ALL),
        others in prop::collection::vec(prop::option::of(text()), 5),
        of_year in prop::option::of(any::<u16>()),
        derive_base in any::<bool>(),
        enterprises in prop::collection::vec(text(), 0..3),
        group in prop::option::of(any::<u32>()),
    ) -> Figure {
        let [section, subject, unit, printed] = texts;
        let other = |nth: usize| others[nth].as_ref().map(|id| id.as_str().into());
        Figure {
            id: "".into(),
            section: section.as_str().into(),
            subject,
            value,
            unit,
            printed,
            qualifier,
            kind,
            growth_of: other(0),
            part_of: other(1),
            share_of: other(2),
            derive_base,
            same_as: other(3),
            earlier_of: other(4),
            of_year,
            enterprises: enterprises.iter().map(|id| id.as_str().into()).collect(),
            group,
        }
    }
}

fn id(nth: usize) -> crate::model::FigureId {
    format!("\"{nth}").as_str().into()
}

/// Four of the six figures that events and projects may name.
fn figures() -> impl Strategy<Value = Figures> {
    prop::collection::vec(figure(), 4).prop_map(|mut figures| {
        for (nth, figure) in figures.iter_mut().enumerate() {
            figure.id = id(nth);
        }
        Figures::new(figures)
    })
}

/// What the model itself says a record is in JSON. It writes 7 as 7.0, which is the same number.
fn as_the_model_says(record: impl serde::Serialize) -> Value {
    alike(serde_json::to_value(record).unwrap())
}

/// All numbers as floats, so that 7 equals 7.0.
fn alike(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64().unwrap()),
        Value::Array(values) => values.into_iter().map(alike).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, alike(value))).collect(),
        other => other,
    }
}

fn referred<'a>(figures: &Figures, ids: impl Iterator<Item = &'a crate::model::FigureId>) -> Value {
    let ids: Vec<_> = ids.collect();
    figures
        .all()
        .iter()
        .filter(|figure| ids.contains(&&figure.id))
        .map(as_the_model_says)
        .collect()
}

proptest! {
    // Each case is a whole table: a quarter of the usual number is plenty, and a test takes a second.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_of_an_enterprise_survives_csv(all in prop::collection::vec(enterprise(), 0..6)) {
        let table = Enterprises::new(&all);
        let file = pieces(|sink| enterprises_csv(&table, None, &mut (0..all.len() as u32), sink)).concat();
        let read = rows(&file);
        prop_assert_eq!(read.len(), all.len() + 1);
        for (row, enterprise) in read[1..].iter().zip(&all) {
            let events: Vec<String> =
                enterprise.events.iter().map(|event| format!("{}：{}", event.tag, event.text)).collect();
            let places: Vec<String> = enterprise.events.iter().map(|event| place_name(&event.section)).collect();
            prop_assert_eq!(&row[0], &cell_of(&enterprise.name));
            prop_assert_eq!(&row[2], &cell_of(&enterprise.industry));
            prop_assert_eq!(&row[5], &cell_of(&events.join("；")));
            prop_assert_eq!(&row[6], &cell_of(&places.join("；")));
        }
    }

    #[test]
    fn every_text_of_a_project_survives_csv(all in prop::collection::vec(project(), 0..6)) {
        let read = rows(&pieces(|sink| projects_csv(&all, None, None, &mut (0..all.len() as u32), sink)).concat());
        prop_assert_eq!(read.len(), all.len() + 1);
        for (row, project) in read[1..].iter().zip(&all) {
            let also: Vec<String> = project.also.iter()
                .map(|mention| format!("{}：{}", place_name(&mention.section), mention.status_printed)).collect();
            let names: Vec<&str> = project.enterprises.iter().map(|id| id.as_str()).collect();
            prop_assert_eq!(&row[0], &cell_of(&project.name));
            prop_assert_eq!(&row[3], &cell_of(&project.status_printed));
            prop_assert_eq!(&row[4], &cell_of(&place_name(&project.section)));
            prop_assert_eq!(&row[5], &cell_of(&also.join("；")));
            prop_assert_eq!(&row[6], &cell_of(&names.join("；")));
        }
    }

    #[test]
    fn every_enterprise_and_its_figures_survive_json(
        all in prop::collection::vec(enterprise(), 0..6), figures in figures(), title in text(), address in text(),
    ) {
        let table = Enterprises::new(&all);
        let about = About { title: &title, address: &address, ..ABOUT };
        let written = pieces(|sink| enterprises_json(&table, Some(&figures), &about, &mut (0..all.len() as u32), sink));
        let file: Value = serde_json::from_str(&written.concat()).unwrap();
        prop_assert_eq!(file["title"].as_str(), Some(title.as_str()));
        prop_assert_eq!(file["address"].as_str(), Some(address.as_str()));
        prop_assert_eq!(alike(file["rows"].clone()), as_the_model_says(&all));
        let ids = all.iter().flat_map(|enterprise| &enterprise.events).flat_map(|event| &event.figures);
        prop_assert_eq!(alike(file["figures"].clone()), referred(&figures, ids));
    }

    #[test]
    fn every_project_and_its_figures_survive_json(
        all in prop::collection::vec(project(), 0..6), figures in figures(),
    ) {
        let written = pieces(|sink| projects_json(&all, Some(&figures), &ABOUT, &mut (0..all.len() as u32), sink));
        let file: Value = serde_json::from_str(&written.concat()).unwrap();
        prop_assert_eq!(alike(file["rows"].clone()), as_the_model_says(&all));
        let ids = all.iter().flat_map(|project| &project.figures);
        prop_assert_eq!(alike(file["figures"].clone()), referred(&figures, ids));
    }
}
