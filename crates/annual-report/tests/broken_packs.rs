//! Whatever breaks a rule of the data contract is found, with its file and path.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use annual_report::model::{
    Chart, ChartKind, Counted, Enterprise, Figure, FigureKind, Finding, Pack, Project, Qualifier, Report, consistency,
    decode_enterprises, decode_figures, decode_projects, decode_report, validate,
};

struct Files {
    report: Report,
    figures: Vec<Figure>,
    enterprises: Vec<Enterprise>,
    projects: Vec<Project>,
}

/// What validation says of the 2021 pack after one thing in it was broken, and does not say of the pack as it is.
fn found_after(breaks: impl FnOnce(&mut Files)) -> Vec<String> {
    let before = found_in(&files());
    let mut files = files();
    breaks(&mut files);
    let mut found = found_in(&files);
    found.retain(|found| !before.contains(found));
    found
}

fn files() -> Files {
    Files {
        report: decode_report(include_bytes!("../../../data/2021/report.json")).unwrap(),
        figures: decode_figures(include_bytes!("../../../data/2021/figures.json")).unwrap(),
        enterprises: decode_enterprises(include_bytes!("../../../data/2021/enterprises.json")).unwrap(),
        projects: decode_projects(include_bytes!("../../../data/2021/projects.json")).unwrap(),
    }
}

fn found_in(files: &Files) -> Vec<String> {
    findings(files).iter().map(ToString::to_string).collect()
}

fn findings(files: &Files) -> Vec<Finding> {
    let Files {
        report,
        figures,
        enterprises,
        projects,
    } = files;
    let pack = Pack {
        report,
        figures,
        enterprises,
        projects,
    };
    validate(pack).into_iter().chain(consistency(pack)).collect()
}

#[track_caller]
fn only(found: &[String], start: &str) {
    assert!(found.len() == 1 && found[0].starts_with(start), "{found:#?}");
}

#[test]
fn an_id_used_twice_is_named_with_both_places() {
    let found = found_after(|files| files.projects[3].id = files.projects[1].id.clone());
    assert!(
        found
            .iter()
            .any(|found| found.starts_with("projects.json: /3/id: ") && found.contains("/1")),
        "{found:#?}"
    );
}

#[test]
fn references_that_lead_nowhere_are_found_in_every_file() {
    only(
        &found_after(|files| files.figures[4].growth_of = Some("gone".into())),
        "figures.json: /4/growth_of: ",
    );
    only(
        &found_after(|files| files.enterprises[0].events[0].figures.push("gone".into())),
        "enterprises.json: /0/events/0/figures/",
    );
    only(
        &found_after(|files| files.projects[0].enterprises.push("gone".into())),
        "projects.json: /0/enterprises/",
    );
    only(
        &found_after(|files| files.report.headline.push("gone".into())),
        "report.json: /headline/",
    );
    only(
        &found_after(|files| files.report.charts[0].figures.push("gone".into())),
        "report.json: /charts/0/figures/",
    );
    only(
        &found_after(|files| files.report.problems[5].answered_by.push("gone".into())),
        "report.json: /problems/5/answered_by/0: ",
    );
    only(
        &found_after(|files| files.report.plan.aims[0].figures.push("gone".into())),
        "report.json: /plan/aims/0/figures/",
    );
}

#[test]
fn a_chart_has_what_its_kind_needs_and_nothing_else() {
    let chart = |kind, breaks: fn(&mut Chart)| {
        found_after(move |files| {
            let charts = &mut files.report.charts;
            breaks(charts.iter_mut().find(|chart| chart.kind == kind).unwrap());
        })
    };
    let gone = chart(ChartKind::Growth, |chart| chart.figures.clear());
    only(&gone, "report.json: /charts/0/figures: “growth”要写至少 1 个");
    let counted = chart(ChartKind::Areas, |chart| chart.figures.push("agreements".into()));
    only(&counted, "report.json: /charts/10/figures: “areas”由程序按列名统计");
    let many = chart(ChartKind::Levels, |chart| chart.kind = ChartKind::Series);
    only(
        &many,
        "report.json: /charts/5/figures: “series”最多写 3 个数字，现有 5 个",
    );
    let of_what = chart(ChartKind::Counts, |chart| chart.of = None);
    only(&of_what, "report.json: /charts/9/of: “counts”要写统计什么");
    let needless = chart(ChartKind::Share, |chart| chart.of = Some(Counted::Projects));
    only(&needless, "report.json: /charts/2/of: 只有 “counts” 才写 of");
}

#[test]
fn places_must_be_places_of_the_report() {
    only(
        &found_after(|files| files.projects[2].section = "2.9/1".into()),
        "projects.json: /2/section: ",
    );
    only(
        &found_after(|files| files.enterprises[1].events[0].section = "7".into()),
        "enterprises.json: /1/events/0/section: ",
    );
    let misnumbered = found_after(|files| files.report.sections[1].items[3].id = "2.1/7".into());
    assert!(
        misnumbered
            .iter()
            .any(|found| found.starts_with("report.json: /sections/1/items/3/id: ")),
        "{misnumbered:#?}"
    );
}

#[test]
fn a_figure_cannot_say_two_things() {
    let level = |files: &Files| {
        files
            .figures
            .iter()
            .position(|figure| figure.kind == FigureKind::Level)
            .unwrap()
    };
    only(
        &found_after(|files| files.figures[3].qualifier = Some(Qualifier::About)),
        "figures.json: /3/qualifier: ",
    );
    only(
        &found_after(|files| files.figures[3].unit = String::new()),
        "figures.json: /3/unit: ",
    );
    only(
        &found_after(|files| files.figures[3].unit = "日期".to_owned()),
        "figures.json: /3/unit: ",
    );
    let grows = found_after(|files| {
        let nth = level(files);
        files.figures[nth].growth_of = Some(files.figures[nth + 1].id.clone());
    });
    assert!(grows.iter().any(|found| found.contains("/growth_of: ")), "{grows:#?}");
    let of_itself = found_after(|files| files.figures[4].growth_of = Some(files.figures[4].id.clone()));
    assert!(
        of_itself
            .iter()
            .any(|found| found.starts_with("figures.json: /4/growth_of: ")),
        "{of_itself:#?}"
    );
}

#[test]
fn the_same_quantity_must_be_the_same_number() {
    let found = found_after(|files| {
        let nth = files
            .figures
            .iter()
            .position(|figure| figure.same_as.is_some())
            .unwrap();
        files.figures[nth].value = annual_report::model::FigureValue::Number(1.0);
    });
    assert!(found.iter().any(|found| found.contains("/same_as: ")), "{found:#?}");
}

#[test]
fn a_group_is_no_smaller_than_its_named_members() {
    let found = found_after(|files| {
        let nth = files
            .figures
            .iter()
            .position(|figure| figure.enterprises.len() > 1 && figure.group.is_some())
            .unwrap();
        files.figures[nth].group = Some(1);
    });
    assert!(found.len() == 1 && found[0].contains("/group: "), "{found:#?}");
}

#[test]
fn pinyin_has_no_tones_and_an_enterprise_has_an_event() {
    only(
        &found_after(|files| files.enterprises[0].pinyin = "sān".to_owned()),
        "enterprises.json: /0/pinyin: ",
    );
    only(
        &found_after(|files| files.enterprises[0].events.clear()),
        "enterprises.json: /0/events: ",
    );
}

#[test]
fn a_tag_is_a_word_of_the_reports_own_list() {
    only(
        &found_after(|files| files.enterprises[0].events[0].tag = "获奖".into()),
        "enterprises.json: /0/events/0/tag: ",
    );
}

#[test]
fn ids_within_the_report_are_unique_too() {
    let twice = found_after(|files| files.report.plan.aims[0].id = files.report.plan.requirements[0].id.clone());
    assert!(
        twice
            .iter()
            .any(|found| found.starts_with("report.json: /plan/aims/0/id: ") && found.contains("/plan/requirements/0")),
        "{twice:#?}"
    );
    let section = found_after(|files| files.report.sections[2].id = files.report.sections[1].id.clone());
    assert!(
        section
            .iter()
            .any(|found| found.starts_with("report.json: /sections/2/id: ")),
        "{section:#?}"
    );
}

/// The row of the figure with this id.
fn row(files: &Files, id: &str) -> usize {
    files
        .figures
        .iter()
        .position(|figure| figure.id.as_str() == id)
        .unwrap()
}

#[test]
fn the_2021_report_itself_counts_overlapping_parts_and_nothing_else_is_to_be_looked_at() {
    let found = found_in(&files());
    only(&found, "figures.json: /");
    assert!(
        found[0].contains("/part_of: 开工11个、投产9个 合计 20个，多于整体 19个"),
        "{found:#?}"
    );
}

#[test]
fn a_part_is_no_larger_than_its_whole() {
    let found = found_after(|files| {
        let nth = row(files, "industrial-investment");
        files.figures[nth].value = annual_report::model::FigureValue::Number(20.67);
        files.figures[nth].printed = "20.67亿元".to_owned();
    });
    assert!(
        found.len() == 1 && found[0].contains("/part_of: 部分 20.67亿元 大于整体 20.66亿元"),
        "{found:#?}"
    );
}

#[test]
fn what_is_called_the_same_must_say_whether_it_is_the_same() {
    let found = found_after(|files| {
        let nth = row(files, "high-tech-recognised-named");
        files.figures[nth].same_as = None;
        files.figures[nth].enterprises.clear();
        files.figures[nth].subject = "认定高新技术企业".to_owned();
    });
    assert!(found.len() == 1 && found[0].contains("/subject: "), "{found:#?}");
}

#[test]
fn a_count_of_firms_agrees_with_those_listed() {
    let unsaid = found_after(|files| {
        let nth = row(files, "fast-growing-firms");
        files.figures[nth].group = None;
    });
    assert!(
        unsaid.len() == 1 && unsaid[0].contains("/enterprises: 说的是") && unsaid[0].contains("列了 2 家"),
        "{unsaid:#?}"
    );
    let other = found_after(|files| {
        let nth = row(files, "fast-growing-firms");
        files.figures[nth].group = Some(10);
    });
    assert!(
        other.len() == 1 && other[0].contains("/group: group 写 10，数字是"),
        "{other:#?}"
    );
}

#[test]
fn days_lie_in_the_year_of_the_report() {
    let day = found_after(|files| {
        let nth = row(files, "high-tech-zone-approval");
        files.figures[nth].value = annual_report::model::FigureValue::Date("2012-10-29".to_owned());
    });
    assert!(
        day.len() == 1 && day[0].contains("/value: 2012-10-29 不在报告的年份 2021 里"),
        "{day:#?}"
    );
    let printed = found_after(|files| files.report.meta.printed_on = "2012-12-30".to_owned());
    only(&printed, "report.json: /meta/printed_on: 2012-12-30 印发的");
    let january = found_after(|files| files.report.meta.printed_on = "2022-01-05".to_owned());
    assert!(january.is_empty(), "{january:#?}");
}

#[test]
fn a_number_is_the_one_that_is_printed() {
    let found = found_after(|files| {
        let nth = row(files, "output-above-scale");
        files.figures[nth].value = annual_report::model::FigureValue::Number(58.6);
    });
    assert!(
        found
            .iter()
            .any(|found| found.contains("/value: 值是 58.6，printed 里写的是“56.8亿元”")),
        "{found:#?}"
    );
}

#[test]
fn a_percentage_that_a_spreadsheet_keeps_as_its_hundredth_is_told_as_that() {
    let advice = |value: f64| {
        let mut files = files();
        let nth = row(&files, "output-above-scale-growth");
        files.figures[nth].value = annual_report::model::FigureValue::Number(value);
        let found = findings(&files).into_iter();
        let of_value = found.filter(|found| found.path == format!("/{nth}/value") && found.problem.contains("printed"));
        of_value.map(|found| found.advice).collect::<Vec<_>>()
    };
    assert!(matches!(&*advice(0.305), [one] if one.contains("百分比格式")));
    assert!(matches!(&*advice(3.05), [one] if !one.contains("百分比格式")));
    assert!(advice(30.5).is_empty());
}

#[test]
fn one_firm_under_two_spellings_is_noticed() {
    let spelt = found_after(|files| files.enterprises[5].name = format!("{} 有限公司", files.enterprises[3].name));
    assert!(
        spelt.len() == 1
            && spelt[0].starts_with("enterprises.json: /5/name: ")
            && spelt[0].contains("/3 ")
            && spelt[0].contains("写法相近"),
        "{spelt:#?}"
    );
    let spoken = found_after(|files| files.projects[7].pinyin = files.projects[2].pinyin.clone());
    assert!(
        spoken.len() == 1 && spoken[0].starts_with("projects.json: /7/name: ") && spoken[0].contains("读音相同"),
        "{spoken:#?}"
    );
}
