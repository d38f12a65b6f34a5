//! Rules for figures: what they refer to, and that their parts say the same.

use super::{Check, MISSING, Table};
use crate::model::{Figure, FigureKind, FigureValue, PackFile, Qualifier};

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
                None => self.error(file, path, format!("figures.json 里没有 id “{id}”"), MISSING),
                Some(other) if other.id == figure.id => {
                    self.error(file, path, "不能引用自己", "改成另一项的 id，或删去");
                }
                Some(other) if field == "same_as" && other.same_as.is_some() => {
                    let problem = format!("“{id}”自己又指向别处");
                    self.warning(file, path, problem, "写最先出现的那一项");
                }
                Some(_) => {}
            }
        }
        self.earlier(row, figure);
        let of_growth = matches!(
            figure.kind,
            FigureKind::Growth | FigureKind::Multiple | FigureKind::Delta
        );
        if figure.growth_of.is_some() && !of_growth {
            self.warning(
                file,
                format!("/{row}/growth_of"),
                "只有 growth、multiple、delta 才属于某一项",
                "删去 growth_of，或改 kind",
            );
        }
        self.parts_agree(row, figure);
        if let Some(group) = figure.group
            && figure.enterprises.len() > group as usize
        {
            let problem = format!("列出了 {} 家，多于总数 {group}", figure.enterprises.len());
            self.warning(
                file,
                format!("/{row}/group"),
                problem,
                "group 是报告所说的总数，不会少于列名的",
            );
        }
    }

    /// What is said of an earlier year is a figure of its own, and only that has an earlier year. Whether the other report
    /// has it, only who knows all reports can tell.
    fn earlier(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        if figure.earlier_of.as_ref() == Some(&figure.id) {
            let path = format!("/{row}/earlier_of");
            self.error(
                file,
                path,
                "不能引用自己",
                "往年的数自成一项，用另一个 id；这里写它所说的那一项",
            );
        }
        if figure.of_year.is_some() && figure.earlier_of.is_none() {
            let path = format!("/{row}/of_year");
            self.warning(
                file,
                path,
                "没有 earlier_of，不知道说的是哪一项",
                "补上 earlier_of，或删去 of_year",
            );
        }
    }

    /// Value, unit, kind, qualifier and the printed form say the same.
    fn parts_agree(&mut self, row: usize, figure: &Figure) {
        let file = PackFile::Figures;
        if figure.unit.is_empty() {
            self.warning(
                file,
                format!("/{row}/unit"),
                "数字要有单位",
                "照报告写：亿元、%、家、个……",
            );
        }
        if matches!(figure.value, FigureValue::Date(_)) != (figure.unit == "日期") {
            self.warning(
                file,
                format!("/{row}/unit"),
                format!("值是 {}，单位却是“{}”", figure.printed, figure.unit),
                "日期（\"2021-10-29\"）的单位写“日期”，别的都不写",
            );
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
            self.warning(
                file,
                format!("/{row}/qualifier"),
                format!("“{}”里没有“{mark}”", figure.printed),
                "限定词照报告写；printed 要把它包括在内",
            );
        }
    }
}
