//! Rules for `report.json`: its parts, problems and plan.

use std::collections::HashSet;

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
            self.add(
                file,
                "/meta/printed_on",
                format!("\"{}\" 不是 \"2021-12-30\" 这样的日期", report.meta.printed_on),
            );
        }
        for (nth, highlight) in report.highlights.iter().enumerate() {
            self.place(file, format!("/highlights/{nth}/section"), &highlight.section);
            let figures = highlight.figures.iter().map(|id| id.as_str());
            self.references(file, &format!("/highlights/{nth}/figures"), Table::Figures, figures);
        }
        for (s, section) in report.sections.iter().enumerate() {
            for (i, item) in section.items.iter().enumerate() {
                let path = format!("/sections/{s}/items/{i}");
                if item.id.section() != section.id || item.id.item() != Some(i + 1) {
                    self.add(
                        file,
                        format!("{path}/id"),
                        format!("“{}”应为第 {} 条，属于 {}", item.id, i + 1, section.id),
                    );
                }
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
            self.add(file, path, format!("“{word}”由程序按列名统计，不写 figures"));
        } else if count < least {
            let path = format!("/charts/{nth}/figures");
            self.add(file, path, format!("“{word}”要写至少 {least} 个数字的 id"));
        } else if count > most {
            let path = format!("/charts/{nth}/figures");
            self.add(file, path, format!("“{word}”最多写 {most} 个数字，现有 {count} 个"));
        }
        let path = format!("/charts/{nth}/of");
        match (chart.kind, chart.of) {
            (ChartKind::Counts, None) => self.add(file, path, "“counts”要写统计什么：enterprises 或 projects"),
            (ChartKind::Counts, Some(_)) | (_, None) => {}
            (_, Some(_)) => self.add(file, path, format!("只有 “counts” 才写 of，这里是 “{word}”")),
        }
    }

    fn problems_and_plan(&mut self, report: &Report) {
        let file = PackFile::Report;
        let lines: HashSet<&str> = report.plan.items().map(|item| item.id.as_str()).collect();
        if lines.len() != report.plan.items().count() {
            self.add(file, "/plan", "打算里有两条 id 相同");
        }
        for (nth, problem) in report.problems.iter().enumerate() {
            for (a, id) in problem.answered_by.iter().enumerate() {
                if !lines.contains(id.as_str()) {
                    let path = format!("/problems/{nth}/answered_by/{a}");
                    self.add(file, path, format!("/plan 里没有 id “{id}”"));
                }
            }
        }
        for item in report.plan.items() {
            let path = format!("/plan ({})/figures", item.id);
            self.references(file, &path, Table::Figures, item.figures.iter().map(|id| id.as_str()));
        }
    }
}
