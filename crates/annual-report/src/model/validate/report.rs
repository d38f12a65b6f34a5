//! Rules for `report.json`: its parts, problems and plan.

use std::collections::HashSet;

use super::{Check, Table};
use crate::model::figure::is_calendar_day;
use crate::model::{PackFile, Place, Report};

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
            if let Some(section) = &chart.section {
                self.place(file, format!("/charts/{nth}/section"), &Place::from(section.as_str()));
            }
        }
        self.unique_in(file, "/charts", report.charts.iter().map(|chart| chart.id.as_str()));
        self.problems_and_plan(report);
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
