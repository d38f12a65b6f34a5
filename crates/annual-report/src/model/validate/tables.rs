//! Rules for enterprises and projects.

use super::{Check, Table};
use crate::model::{Enterprise, PackFile, Project};

impl Check<'_> {
    pub(super) fn enterprise(&mut self, row: usize, enterprise: &Enterprise) {
        let file = PackFile::Enterprises;
        self.searchable(file, row, &enterprise.pinyin, &enterprise.initials);
        if enterprise.events.is_empty() {
            self.warning(
                file,
                format!("/{row}/events"),
                "至少要有一件事",
                "写上报告说到它的哪件事；报告没有说到的企业不写",
            );
        }
        for (nth, event) in enterprise.events.iter().enumerate() {
            self.place(file, format!("/{row}/events/{nth}/section"), &event.section);
            if !self.tags.contains(event.tag.as_str()) {
                let path = format!("/{row}/events/{nth}/tag");
                let problem = format!("“{}”不是 report.json 的 /tags 里的词", event.tag);
                self.warning(file, path, problem, "改成其中一个，或加进 /tags");
            }
            let path = format!("/{row}/events/{nth}/figures");
            self.references(file, &path, Table::Figures, event.figures.iter().map(|id| id.as_str()));
        }
    }

    pub(super) fn project(&mut self, row: usize, project: &Project) {
        let file = PackFile::Projects;
        self.searchable(file, row, &project.pinyin, &project.initials);
        self.place(file, format!("/{row}/section"), &project.section);
        for (nth, mention) in project.also.iter().enumerate() {
            self.place(file, format!("/{row}/also/{nth}/section"), &mention.section);
        }
        let enterprises = project.enterprises.iter().map(|id| id.as_str());
        self.references(file, &format!("/{row}/enterprises"), Table::Enterprises, enterprises);
        self.references(
            file,
            &format!("/{row}/figures"),
            Table::Figures,
            project.figures.iter().map(|id| id.as_str()),
        );
    }

    fn searchable(&mut self, file: PackFile, row: usize, pinyin: &str, initials: &str) {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        for (field, text) in [("pinyin", pinyin), ("initials", initials)] {
            if !plain(text) {
                self.warning(
                    file,
                    format!("/{row}/{field}"),
                    format!("“{text}”应为不带声调的小写字母和数字"),
                    "如丽江写作 lijiang、lj；写错了就搜不到",
                );
            }
        }
    }
}
