//! Rules for `report.json`: its parts, problems and plan.

use std::collections::HashMap;

use super::{Check, Table};
use crate::model::figure::is_calendar_day;
use crate::model::{Chart, ChartKind, PackFile, Place, Report};

impl Check<'_> {
    pub(super) fn report(&mut self, report: &Report) {
        let file = PackFile::Report;
        self.references(
            file,
            "/headline",
            Table::Figures,
            report.headline.iter().map(|id| id.as_str()),
        );
        if !is_calendar_day(&report.meta.printed_on) {
            self.warning(
                file,
                "/meta/printed_on",
                format!("“{}”不是日期", report.meta.printed_on),
                "写作 \"2021-12-30\"",
            );
        }
        for (nth, highlight) in report.highlights.iter().enumerate() {
            self.place(file, format!("/highlights/{nth}/section"), &highlight.section);
            let figures = highlight.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("/highlights/{nth}/figures"), Table::Figures, figures);
        }
        self.unique_in(
            file,
            "/sections",
            report.sections.iter().map(|section| section.id.as_str()),
        );
        self.unique_in(
            file,
            "/problems",
            report.problems.iter().map(|problem| problem.id.as_str()),
        );
        for (s, section) in report.sections.iter().enumerate() {
            for (i, item) in section.items.iter().enumerate() {
                let path = format!("/sections/{s}/items/{i}");
                if item.id.section() != section.id || item.id.item() != Some(i + 1) {
                    self.warning(
                        file,
                        format!("{path}/id"),
                        format!("“{}”应为第 {} 条，属于 {}", item.id, i + 1, section.id),
                        "条的编号是节号、斜杠、从 1 数起的序号，如 2.2/1",
                    );
                }
                self.follows(&path, &item.follows, &["3/", "4/"]);
                for (p, point) in item.points.iter().enumerate() {
                    let path = format!("{path}/points/{p}");
                    let figures = point.figures.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/figures"), Table::Figures, figures);
                    let enterprises = point.enterprises.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/enterprises"), Table::Enterprises, enterprises);
                    let projects = point.projects.iter().map(|id| id.as_str());
                    self.references(file, &format!("{path}/projects"), Table::Projects, projects);
                }
            }
        }
        for (nth, chart) in report.charts.iter().enumerate() {
            let figures = chart.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("/charts/{nth}/figures"), Table::Figures, figures);
            self.chart(nth, chart);
            if let Some(section) = &chart.section {
                self.place(file, format!("/charts/{nth}/section"), &Place::from(section.as_str()));
            }
        }
        self.unique_in(file, "/charts", report.charts.iter().map(|chart| chart.id.as_str()));
        self.problems_and_plan(report);
    }

    /// What a chart of its kind must have, and must not.
    fn chart(&mut self, nth: usize, chart: &Chart) {
        let file = PackFile::Report;
        let (word, count) = (chart.kind.word(), chart.figures.len());
        let (least, most) = chart.kind.figures();
        if most == 0 && count > 0 {
            let path = format!("/charts/{nth}/figures");
            self.error(
                file,
                path,
                format!("“{word}”由程序按列名统计，不写 figures"),
                "删去 figures，或改 kind",
            );
        } else if count < least {
            let path = format!("/charts/{nth}/figures");
            self.error(
                file,
                path,
                format!("“{word}”要写至少 {least} 个数字的 id"),
                "写上要画的数字，或删去这张图",
            );
        } else if count > most {
            let path = format!("/charts/{nth}/figures");
            self.error(
                file,
                path,
                format!("“{word}”最多写 {most} 个数字，现有 {count} 个"),
                "留下最要紧的，其余另成一张图",
            );
        }
        let path = format!("/charts/{nth}/of");
        match (chart.kind, chart.of) {
            (ChartKind::Counts, None) => {
                self.error(file, path, "“counts”要写统计什么：enterprises 或 projects", "补上 of")
            }
            (ChartKind::Counts, Some(_)) | (_, None) => {}
            (_, Some(_)) => self.warning(
                file,
                path,
                format!("只有 “counts” 才写 of，这里是 “{word}”"),
                "删去 of，或改 kind",
            ),
        }
    }

    fn problems_and_plan(&mut self, report: &Report) {
        let file = PackFile::Report;
        let mut lines = HashMap::new();
        for (list, nth, item) in report.plan.lines() {
            let path = format!("/plan/{list}/{nth}");
            if let Some(first) = lines.insert(item.id.as_str(), path.clone()) {
                self.error(
                    file,
                    format!("{path}/id"),
                    format!("“{}”已经是 {first} 的 id", item.id),
                    "打算里的 id 也只能用一次；改掉其中一个",
                );
            }
            let figures = item.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("{path}/figures"), Table::Figures, figures);
        }
        for (nth, problem) in report.problems.iter().enumerate() {
            self.follows(&format!("/problems/{nth}"), &problem.follows, &["3/"]);
            for (a, id) in problem.answered_by.iter().enumerate() {
                if !lines.contains_key(id.as_str()) {
                    let path = format!("/problems/{nth}/answered_by/{a}");
                    self.error(
                        file,
                        path,
                        format!("/plan 里没有 id “{id}”"),
                        "改成 plan 里有的 id，或删去",
                    );
                }
            }
        }
    }

    /// What of the year before something follows is named as a problem or a line of the plan. Whether that report has it,
    /// only who knows all reports can tell.
    fn follows(&mut self, path: &str, places: &[Place], starts: &[&str]) {
        for (nth, place) in places.iter().enumerate() {
            if !starts.iter().any(|start| place.as_str().starts_with(start)) {
                self.warning(
                    PackFile::Report,
                    format!("{path}/follows/{nth}"),
                    format!("“{place}”不是上年的问题或打算"),
                    "问题写 3/2 这样的编号；打算写 4/ 加上它的 id，只有各节的条才接打算",
                );
            }
        }
    }
}
