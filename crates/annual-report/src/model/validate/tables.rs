//! Rules for the three tables: figures, enterprises, projects.

use super::{Check, Table};
use crate::model::{Enterprise, Figure, FigureKind, FigureValue, PackFile, Project, Qualifier};

impl Check<'_> {
    pub(super) fn figure(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        self.place(file, format!("/{row}/section"), &figure.section);
        let enterprises = figure.enterprises.iter().map(|id| id.as_str());
        self.references(file, &format!("/{row}/enterprises"), Table::Enterprises, enterprises);
        for (field, reference) in [
            ("growth_of", &figure.growth_of),
            ("part_of", &figure.part_of),
            ("share_of", &figure.share_of),
            ("same_as", &figure.same_as),
        ] {
            let Some(id) = reference else { continue };
            let path = format!("/{row}/{field}");
            match self.figures.get(id.as_str()).copied() {
                None => self.add(file, path, format!("figures.json 里没有 id “{id}”")),
                Some(other) if other.id == figure.id => self.add(file, path, "不能引用自己"),
                Some(other) if field == "same_as" && (other.value != figure.value || other.unit != figure.unit) => {
                    self.add(
                        file,
                        path,
                        format!("{} 与 {} 不是同一个数", figure.printed, other.printed),
                    );
                }
                Some(other) if field == "same_as" && other.same_as.is_some() => {
                    self.add(file, path, format!("\"{id}\" 自己又指向别处；请写最先出现的那一项"));
                }
                Some(_) => {}
            }
        }
        let of_growth = matches!(
            figure.kind,
            FigureKind::Growth | FigureKind::Multiple | FigureKind::Delta
        );
        if figure.growth_of.is_some() && !of_growth {
            self.add(
                file,
                format!("/{row}/growth_of"),
                "只有 growth、multiple、delta 才属于某一项",
            );
        }
        self.parts_agree(row, figure);
        if let Some(group) = figure.group
            && figure.enterprises.len() > group as usize
        {
            let problem = format!("列出了 {} 家，多于总数 {group}", figure.enterprises.len());
            self.add(file, format!("/{row}/group"), problem);
        }
    }

    /// Value, unit, kind, qualifier and the printed form say the same.
    fn parts_agree(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        if figure.unit.is_empty() {
            self.add(file, format!("/{row}/unit"), "数字要有单位");
        }
        if matches!(figure.value, FigureValue::Date(_)) != (figure.unit == "日期") {
            self.add(file, format!("/{row}/unit"), "日期的单位写“日期”，别的都不写");
        }
        let mark = match figure.qualifier {
            Some(Qualifier::Nearly) => "近",
            Some(Qualifier::SomewhatAbove) => "余",
            Some(Qualifier::MoreThan | Qualifier::AtLeast) => "以上",
            Some(Qualifier::About) => "约",
            Some(Qualifier::Planned) => "拟",
            // 预计 stands at the head of its sentence, away from the number.
            Some(Qualifier::Expected) | None => "",
        };
        if !figure.printed.contains(mark) {
            self.add(
                file,
                format!("/{row}/qualifier"),
                format!("“{}”里没有“{mark}”", figure.printed),
            );
        }
    }

    pub(super) fn enterprise(&mut self, row: usize, enterprise: &Enterprise) {
        let file = PackFile::Enterprises;
        self.searchable(file, row, &enterprise.pinyin, &enterprise.initials);
        if enterprise.events.is_empty() {
            self.add(file, format!("/{row}/events"), "至少要有一件事");
        }
        for (nth, event) in enterprise.events.iter().enumerate() {
            self.place(file, format!("/{row}/events/{nth}/section"), &event.section);
            if !self.tags.contains(event.tag.as_str()) {
                let path = format!("/{row}/events/{nth}/tag");
                let problem = format!(
                    "“{}”不是 report.json 的 /tags 里的词；请改成其中一个，或加进去",
                    event.tag
                );
                self.add(file, path, problem);
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
                self.add(
                    file,
                    format!("/{row}/{field}"),
                    format!("\"{text}\" 应为不带声调的小写字母"),
                );
            }
        }
    }
}
