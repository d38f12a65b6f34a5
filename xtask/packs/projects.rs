//! The generated projects.

use annual_report::model::{EnterpriseId, Figure, FigureKind, Project};

use crate::{
    firms::Firm,
    names::Register,
    order::Order,
    random::{chance, one_of, source, tenths},
    report::figure,
    words::{STATES, WORKS},
};

/// Where the report speaks of projects.
const PLACE: &str = "2.2/2";

/// All projects, and the figures of their investments.
pub fn projects(order: &Order, firms: &[Firm]) -> (Vec<Project>, Vec<Figure>) {
    let mut random = source(order.seed, 2);
    let mut register = Register::default();
    let mut figures = Vec::new();
    let project = |number| {
        let random = &mut random;
        let (category, work) = one_of(random, &WORKS);
        let (status, phrases) = one_of(random, &STATES);
        let name = register.name(random, |_| vec![*work]);
        let enterprises: Vec<EnterpriseId> = match chance(random, 70) {
            true => vec![one_of(random, firms).enterprise.id.clone()],
            false => Vec::new(),
        };
        let id = format!("p-{number:06}");
        let money = format!("{id}-investment");
        let value = tenths(random, 2, 300);
        let subject = format!("{}投资", name.printed);
        figures.push(Figure {
            enterprises: enterprises.clone(),
            ..figure(&money, PLACE, &subject, value, "亿元", FigureKind::Money)
        });
        Project {
            id: id.as_str().into(),
            name: name.printed,
            category: *category,
            status: *status,
            status_printed: (*one_of(random, phrases)).to_owned(),
            section: PLACE.into(),
            also: Vec::new(),
            pinyin: name.pinyin,
            initials: name.initials,
            enterprises,
            figures: vec![money.as_str().into()],
        }
    };
    let projects = (1..=order.projects).map(project).collect();
    (projects, figures)
}
