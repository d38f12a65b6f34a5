//! The table of projects: what can be asked of it.

use super::enterprises::section;
use super::listing::{Facet, FacetValue, Listing, Order};
use crate::model::{Category, Enterprise, Project, Status};
use crate::order::sort_rows;

impl Listing {
    /// The facets of the table of projects, by their names in the address.
    pub const PROJECT_FACETS: [&'static str; 3] = ["category", "status", "section"];

    /// The table of projects in the order of their status, and within a status in the document's order.
    /// Projects are also found by the names of the enterprises taking part, where these are at hand.
    pub fn of_projects(projects: &[Project], enterprises: &[Enterprise]) -> Self {
        let texts: Vec<Vec<&str>> = projects.iter().map(|project| searched(project, enterprises)).collect();
        let word = |word: &str| FacetValue {
            key: word.to_owned(),
            label: word.to_owned(),
        };
        let categories: Vec<_> = projects.iter().map(|p| vec![word(p.category.word())]).collect();
        let statuses: Vec<_> = projects.iter().map(|p| vec![word(p.status.word())]).collect();
        let sections: Vec<Vec<_>> = projects
            .iter()
            .map(|p| {
                core::iter::once(&p.section)
                    .chain(p.also.iter().map(|m| &m.section))
                    .map(section)
                    .collect()
            })
            .collect();
        let category = |value: &FacetValue| Category::ALL.iter().position(|known| known.word() == value.key);
        let status = |value: &FacetValue| Status::ALL.iter().position(|known| known.word() == value.key);
        let facets = vec![
            Facet::new("category", "类别", &categories, &|a, b| category(a).cmp(&category(b))),
            Facet::new("status", "进度", &statuses, &|a, b| status(a).cmp(&status(b))),
            Facet::new("section", "出处", &sections, &|a, b| a.key.cmp(&b.key)),
        ];
        let pinyin: Vec<&str> = projects.iter().map(|p| p.pinyin.as_str()).collect();
        let rank = |project: &Project| Status::ALL.iter().position(|status| *status == project.status);
        let orders = vec![
            Order::by_text("name", "名称", &pinyin),
            Order::new(
                "status",
                "进度",
                true,
                projects.iter().map(|p| rank(p).map(|rank| rank as f64)).collect(),
            ),
        ];
        let mut own: Vec<u32> = (0..projects.len() as u32).collect();
        sort_rows(&mut own, &|a, b| {
            rank(&projects[a as usize]).cmp(&rank(&projects[b as usize]))
        });
        Self::new(own, &texts, facets, orders)
    }
}

fn searched<'p>(project: &'p Project, enterprises: &'p [Enterprise]) -> Vec<&'p str> {
    let mut fields = vec![
        project.name.as_str(),
        project.pinyin.as_str(),
        project.initials.as_str(),
        project.category.word(),
        project.status.word(),
        project.status_printed.as_str(),
    ];
    fields.extend(project.also.iter().map(|mention| mention.status_printed.as_str()));
    let taking_part = enterprises
        .iter()
        .filter(|enterprise| project.enterprises.contains(&enterprise.id));
    fields.extend(taking_part.map(|enterprise| enterprise.name.as_str()));
    fields
}
