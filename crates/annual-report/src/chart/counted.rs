//! What the document names, counted by area of its work. The counts are ours: exact, but no numbers of the document.

use super::catalogue::Context;
use super::{Amount, Datum, Origin};
use crate::model::{Counted, Place, Section, SectionId, Status};

/// The series of every count, as table and tip name it.
const SERIES: &str = "按报告列名统计";

/// Counts, and what was counted.
pub(super) struct Counts {
    pub(super) data: Vec<Datum>,
    /// 个 or 家.
    pub(super) unit: &'static str,
    what: &'static str,
}

impl Counts {
    /// What the counts are, and what they are not.
    pub(super) fn notes(&self) -> Option<String> {
        let what = self.what;
        (!self.data.is_empty()).then(|| {
            format!("按报告列名统计：只数报告点到名称的{what}，不是报告公布的数；几个方面都说到的，在各方面各数一次。")
        })
    }
}

/// How many enterprises or projects each area names, also where it names none.
pub(super) fn counts(of: Option<Counted>, context: &Context<'_>) -> Counts {
    let sections: Vec<&Section> = context.report.areas().collect();
    let ids: Vec<&SectionId> = sections.iter().map(|section| &section.id).collect();
    let (counts, unit, what) = match of {
        Some(Counted::Enterprises) => {
            let counts = context.enterprises.map(|enterprises| enterprises.count_in(&ids));
            (counts, "家", "企业和机构")
        }
        Some(Counted::Projects) | None => {
            let of = |id: &SectionId| {
                context
                    .projects
                    .map(|all| all.iter().filter(|project| project.is_in(id)).count())
            };
            (ids.iter().map(|id| of(id)).collect(), "个", "项目")
        }
    };
    let counts = counts.unwrap_or_default();
    let some = counts.iter().any(|count| *count > 0);
    let data = sections.iter().zip(counts).filter(|_| some);
    Counts {
        data: data
            .map(|(section, count)| datum(&section.title, count, unit, section))
            .collect(),
        unit,
        what,
    }
}

/// For each area a panel with how many of its projects have come how far.
pub(super) fn areas(context: &Context<'_>) -> Counts {
    let mut data: Vec<Datum> = Vec::new();
    let projects = context.projects.unwrap_or_default();
    for section in context.report.areas().filter(|_| !projects.is_empty()) {
        let own = || projects.iter().filter(|project| project.is_in(&section.id));
        let mut panel: Vec<Datum> = Vec::new();
        for status in Status::ALL {
            let count = own().filter(|project| project.status == *status).count();
            if count > 0 {
                panel.push(datum(status.word(), count, "个", section));
            }
        }
        if panel.is_empty() {
            panel.push(datum("列名项目", 0, "个", section));
        }
        data.extend(panel.into_iter().map(|datum| Datum {
            panel: Some(section.title.clone()),
            ..datum
        }));
    }
    Counts {
        data,
        unit: "个",
        what: "项目",
    }
}

fn datum(label: &str, count: usize, unit: &str, section: &Section) -> Datum {
    Datum {
        label: label.to_owned(),
        amount: Amount {
            value: count as f64,
            interval: None,
            label: format!("{count} {unit}"),
            series: SERIES.to_owned(),
            origin: Origin::Counted,
            qualifier: None,
        },
        other: None,
        at: None,
        panel: None,
        figure: None,
        place: Place::from(section.id.as_str()),
    }
}
