//! On the made-up park of `examples/park`, and on what it does not have.

mod change;
mod property;

use std::fs;

use super::*;
use crate::format::tests::figure;
use crate::model::{
    Enterprises, Figure, FigureKind, Project, Qualifier, Report, decode_enterprise_table, decode_figures,
    decode_projects, decode_report,
};

struct Year {
    report: Report,
    figures: Figures,
    enterprises: Enterprises,
    projects: Vec<Project>,
}

impl Year {
    fn read(year: u16) -> Self {
        let file = |name: &str| {
            let path = format!("{}/../../examples/park/{year}/{name}", env!("CARGO_MANIFEST_DIR"));
            fs::read(path).unwrap()
        };
        Self {
            report: decode_report(&file("report.json")).unwrap(),
            figures: Figures::new(decode_figures(&file("figures.json")).unwrap()),
            enterprises: decode_enterprise_table(&file("enterprises.json")).unwrap(),
            projects: decode_projects(&file("projects.json")).unwrap(),
        }
    }

    fn side(&self) -> Side<'_> {
        Side {
            report: &self.report,
            figures: &self.figures,
            enterprises: &self.enterprises,
            projects: &self.projects,
        }
    }
}

fn of(printed: &str, value: f64, unit: &str, kind: FigureKind) -> Figure {
    let mut figure = figure(printed, value, unit, None);
    figure.kind = kind;
    figure
}

fn level(printed: &str, value: f64, unit: &str) -> Figure {
    of(printed, value, unit, FigureKind::Level)
}

#[test]
fn indicators_come_in_the_order_of_the_later_report_and_growths_with_what_grew() {
    let (then, now) = (Year::read(2022), Year::read(2023));
    let rows = indicators(then.side(), now.side());
    let ids: Vec<&str> = rows.iter().filter_map(|row| Some(row.after?.id.as_str())).collect();
    assert_eq!(
        ids,
        ["output", "investment", "firms", "exports", "jobs", "visits", "loans"]
    );
    let output = &rows[0];
    assert_eq!(
        output
            .growths
            .iter()
            .map(|growth| growth.id.as_str())
            .collect::<Vec<_>>(),
        ["output-growth"]
    );
    assert_eq!(
        output
            .change
            .clone()
            .and_then(Result::ok)
            .map(|change| change.told())
            .as_deref(),
        Some("增加 3.7 亿元")
    );
    // 约1.2万人 and 约1.3万人 are neighbourhoods.
    assert_eq!(
        rows.iter().find(|row| row.subject().contains("从业")).unwrap().change,
        Some(Err(Unlike::Qualified(Qualifier::About)))
    );
}

#[test]
fn what_the_later_report_says_of_the_earlier_year_stands_beside_what_that_years_report_says() {
    for later in [2023, 2024] {
        let (then, now) = (Year::read(2022), Year::read(later));
        let rows = indicators(then.side(), now.side());
        let restated = rows[0].restated.clone().unwrap();
        assert_eq!(rows[0].before.unwrap().printed, "31.2亿元");
        assert_eq!(restated.figure.printed, "31.4亿元");
        assert_eq!(
            restated
                .change
                .and_then(Result::ok)
                .map(|change| change.told())
                .as_deref(),
            Some("增加 0.2 亿元")
        );
        assert!(
            rows.iter()
                .all(|row| row.after.is_none_or(|figure| figure.earlier_of.is_none()))
        );
    }
    // Of 2023 the report of 2024 says nothing looking back.
    let (then, now) = (Year::read(2023), Year::read(2024));
    assert_eq!(indicators(then.side(), now.side())[0].restated, None);
}

#[test]
fn an_indicator_that_the_later_report_does_not_state_is_there_and_last() {
    let (then, mut now) = (Year::read(2022), Year::read(2023));
    now.report.headline.retain(|id| id.as_str() != "output");
    now.figures = Figures::new(
        now.figures
            .all()
            .iter()
            .filter(|figure| figure.id.as_str() != "output")
            .cloned()
            .collect(),
    );
    let rows = indicators(then.side(), now.side());
    let last = rows.last().unwrap();
    assert_eq!(
        (last.before.map(|figure| figure.id.as_str()), last.after),
        (Some("output"), None)
    );
    assert_eq!(last.change, None);
}

#[test]
fn a_published_level_wins_over_a_derived_one_and_the_reports_own_over_the_other_years() {
    let (then, now) = (Year::read(2022), Year::read(2023));
    let of = |id: &str, last| {
        let level = now.figures.get(&id.into()).unwrap();
        published_before(level, &now.figures, 2023, last).map(|figure| figure.printed.clone())
    };
    assert_eq!(of("output", Some(&then.figures)).as_deref(), Some("31.4亿元"));
    assert_eq!(of("output", None).as_deref(), Some("31.4亿元"));
    let exports = then.figures.get(&"exports".into()).unwrap().printed.clone();
    assert_eq!(of("exports", Some(&then.figures)), Some(exports));
    assert_eq!(of("exports", None), None);
    // What 2024 says of 2022 is not of the year before.
    let newest = Year::read(2024);
    let output = newest.figures.get(&"output".into()).unwrap();
    assert_eq!(published_before(output, &newest.figures, 2024, None), None);
}

#[test]
fn an_area_is_known_by_its_title_and_never_by_its_number_alone() {
    let (then, mut now) = (Year::read(2022), Year::read(2023));
    let titles = |then: &Year, now: &Year| -> Vec<(Option<String>, Option<String>)> {
        let of = |side: Option<AreaSide<'_>>| side.map(|side| format!("{} {}", side.section.id, side.section.title));
        let rows = areas(then.side(), now.side());
        rows.into_iter().map(|area| (of(area.before), of(area.after))).collect()
    };
    let own = |text: &str| Some(text.to_owned());
    assert_eq!(titles(&then, &now).len(), 3);
    // 2.2 and 2.3 have changed places, and 2.1 is about something else.
    let [_, upgrade, projects, service] = now.report.sections.as_mut_slice() else {
        panic!()
    };
    upgrade.title = "创新".to_owned();
    core::mem::swap(&mut projects.title, &mut service.title);
    now.report.sections.truncate(4);
    assert_eq!(
        titles(&then, &now),
        [
            (None, own("2.1 创新")),
            (own("2.3 服务企业"), own("2.2 服务企业")),
            (own("2.2 项目建设"), own("2.3 项目建设")),
            (own("2.1 产业升级"), None),
        ]
    );
}

#[test]
fn enterprises_are_new_gone_or_continued_by_id_or_by_name() {
    let (then, mut now) = (Year::read(2022), Year::read(2023));
    let steps = |then: &Year, now: &Year| -> Vec<(String, Step)> {
        let rows = enterprises(then.side(), now.side());
        let name = |pair: &Pair<_>| -> String {
            let either: Option<&crate::model::Enterprise> = pair.after.as_ref().or(pair.before.as_ref());
            either.unwrap().id.to_string()
        };
        rows.iter().map(|pair| (name(pair), pair.step())).collect()
    };
    let expected = |rows: &[(&str, Step)]| {
        rows.iter()
            .map(|(id, step)| ((*id).to_owned(), *step))
            .collect::<Vec<_>>()
    };
    let of_2023 = [
        ("yun-ling-jing-gong", Step::Continued),
        ("bei-po-shi-pin", Step::Continued),
        ("yuan-hang-dian-zi", Step::New),
        ("xiao-he-incubator", Step::Continued),
        ("qing-shi-jian-cai", Step::Gone),
    ];
    assert_eq!(steps(&then, &now), expected(&of_2023));
    // The same name under another id is the same enterprise.
    let mut rows: Vec<_> = (0..4).filter_map(|row| now.enterprises.get(row)).collect();
    rows[1].id = "bei-po-foods".into();
    now.enterprises = Enterprises::new(&rows);
    let renamed = steps(&then, &now);
    assert_eq!(renamed[1], ("bei-po-foods".to_owned(), Step::Continued));
    assert_eq!(renamed.len(), 5);
}

#[test]
fn projects_move_on_come_into_use_stay_or_do_something_that_has_no_order() {
    let (then, now) = (Year::read(2022), Year::read(2023));
    let rows = projects(then.side(), now.side());
    let moves: Vec<(&str, Option<Move>)> = rows
        .iter()
        .filter_map(|pair| Some((pair.after.or(pair.before)?.id.as_str(), pair.moved())))
        .collect();
    assert_eq!(
        moves,
        [
            ("bei-po-phase-two", Some(Move::IntoUse)),
            ("workshops-phase-three", Some(Move::Same)),
            ("sewage-extension", Some(Move::Forward)),
            ("yuan-hang-phase-one", None),
        ]
    );
    let of = |from, to| {
        let mut pair = [then.projects[0].clone(), then.projects[0].clone()];
        (pair[0].status, pair[1].status) = (from, to);
        Pair {
            before: Some(&pair[0]),
            after: Some(&pair[1]),
        }
        .moved()
    };
    use crate::model::Status::{Approved, InUse, Settling, Signed, Started};
    assert_eq!(of(Started, Signed), Some(Move::Other));
    assert_eq!(of(Settling, InUse), Some(Move::IntoUse));
    assert_eq!(of(Signed, Approved), Some(Move::Other));
    assert_eq!(of(InUse, InUse), Some(Move::Same));
}

#[test]
fn what_became_of_problems_and_plans_is_what_the_next_report_says() {
    let (first, second, third) = (Year::read(2022), Year::read(2023), Year::read(2024));
    let of = |then: &Year, nth: usize, now: &Year| {
        let outcome = outcome(&then.report.problems[nth], now.side());
        let told: Vec<String> = outcome.told.iter().map(|item| item.id.to_string()).collect();
        let still: Vec<String> = outcome.still.iter().map(|problem| problem.id.to_string()).collect();
        (told, still, outcome.is_untold())
    };
    let own = |text: &str| vec![text.to_owned()];
    assert_eq!(of(&first, 0, &second), (Vec::new(), own("3/1"), false));
    assert_eq!(of(&first, 1, &second), (Vec::new(), Vec::new(), true));
    assert_eq!(of(&second, 1, &third), (own("2.3/1"), Vec::new(), false));
    let lines = outcomes(second.side(), third.side());
    let told: Vec<&str> = lines
        .iter()
        .filter(|(_, outcome)| !outcome.is_untold())
        .map(|(line, _)| line.id.as_str())
        .collect();
    assert_eq!((lines.len(), told), (8, vec!["projects", "finance"]));
}
