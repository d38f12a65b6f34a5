//! What no rule forbids and yet is more often a slip than meant. For the editor alone: readers see what the document
//! says, and documents do contradict themselves.

use std::collections::HashMap;

use super::{Finding, Level, Pack};
use crate::format::plain;
use crate::model::{Figure, FigureKind, FigureValue, PackFile, Qualifier};

/// Everything in a pack that its editor should look at once more. It need not be without errors.
pub fn consistency(pack: Pack<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    stated_twice(pack.figures, &mut found);
    parts(pack.figures, &mut found);
    members(pack.figures, &mut found);
    days(pack, &mut found);
    printed_numbers(pack.figures, &mut found);
    super::names::alike(pack, &mut found);
    found
}

pub(super) fn remark(file: PackFile, path: String, problem: String, advice: &'static str) -> Finding {
    Finding {
        level: Level::Consistency,
        file,
        path,
        problem,
        advice,
    }
}

fn of_figure(row: usize, field: &str, problem: String, advice: &'static str) -> Finding {
    remark(PackFile::Figures, format!("/{row}/{field}"), problem, advice)
}

/// The same quantity in two places is the same number, and what is called the same is said to be the same.
fn stated_twice(figures: &[Figure], found: &mut Vec<Finding>) {
    let by_id: HashMap<&str, &Figure> = figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let mut by_name: HashMap<_, (usize, &Figure)> = HashMap::new();
    for (row, figure) in figures.iter().enumerate() {
        let first = figure.same_as.as_ref().and_then(|id| by_id.get(id.as_str()));
        if let Some(first) = first.filter(|first| first.value != figure.value || first.unit != figure.unit) {
            let problem = format!(
                "{} 与 {}（{}）不是同一个数",
                figure.printed, first.printed, first.section
            );
            found.push(of_figure(row, "same_as", problem, "核对原文；真是两个数就删去 same_as"));
        }
        if figure.same_as.is_some() {
            continue;
        }
        let name = (&figure.subject, &figure.unit, &figure.enterprises);
        match by_name.get(&name) {
            Some((other, first)) => {
                let problem = format!(
                    "“{}”与 /{other} 同名，一处 {}，一处 {}",
                    figure.subject, first.printed, figure.printed
                );
                let advice = "是同一个数就写 same_as；不是，就把 subject 写得分得开";
                found.push(of_figure(row, "subject", problem, advice));
            }
            None => drop(by_name.insert(name, (row, figure))),
        }
    }
}

/// No part is larger than its whole, nor are all that are counted alike together.
fn parts(figures: &[Figure], found: &mut Vec<Finding>) {
    let by_id: HashMap<&str, &Figure> = figures.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let mut sums: HashMap<&str, Vec<(usize, &Figure)>> = HashMap::new();
    let whole_of = |figure: &Figure| {
        let whole = by_id.get(figure.part_of.as_ref()?.as_str())?;
        // How far above it the whole is, nobody knows.
        let open = matches!(
            whole.qualifier,
            Some(Qualifier::SomewhatAbove | Qualifier::MoreThan | Qualifier::AtLeast)
        );
        (whole.unit == figure.unit && !open).then_some(*whole)
    };
    for (row, figure) in figures.iter().enumerate() {
        let Some(whole) = whole_of(figure) else { continue };
        let (Some(part), Some(all)) = (figure.number(), whole.number()) else {
            continue;
        };
        if part > all {
            let problem = format!("部分 {} 大于整体 {}", figure.printed, whole.printed);
            found.push(of_figure(
                row,
                "part_of",
                problem,
                "核对原文；不是它的一部分就删去 part_of",
            ));
        } else {
            sums.entry(whole.id.as_str()).or_default().push((row, figure));
        }
    }
    for (row, figure) in figures.iter().enumerate() {
        let Some(parts) = figure.part_of.as_ref().and_then(|id| sums.get(id.as_str())) else {
            continue;
        };
        // Said once, of the last.
        if parts.len() < 2 || parts.last().is_none_or(|(last, _)| *last != row) {
            continue;
        }
        let Some(whole) = whole_of(figure) else { continue };
        let sum: f64 = parts.iter().filter_map(|(_, part)| part.number()).sum();
        if whole.number().is_some_and(|all| sum > all) {
            let printed: Vec<&str> = parts.iter().map(|(_, part)| part.printed.as_str()).collect();
            let problem = format!(
                "{} 合计 {}{}，多于整体 {}",
                printed.join("、"),
                plain(sum),
                figure.unit,
                whole.printed
            );
            let advice = "核对原文；几部分确有重叠就照原样保留，程序不把它们相加";
            found.push(of_figure(row, "part_of", problem, advice));
        }
    }
}

/// “N家” against the names that the pack lists.
fn members(figures: &[Figure], found: &mut Vec<Finding>) {
    for (row, figure) in figures.iter().enumerate() {
        let counts = matches!(figure.kind, FigureKind::Count | FigureKind::Level);
        let of_firms = matches!(figure.unit.as_str(), "家" | "户" | "个");
        let (Some(number), false) = (figure.number(), figure.enterprises.is_empty()) else {
            continue;
        };
        if !counts || !of_firms {
            continue;
        }
        let listed = figure.enterprises.len();
        match figure.group {
            // One smaller than its members is a breach of the contract and said there.
            Some(group) if f64::from(group) != number && listed <= group as usize => {
                let problem = format!("group 写 {group}，数字是 {}", figure.printed);
                found.push(of_figure(row, "group", problem, "group 与报告所说的总数一致"));
            }
            None if number != listed as f64 => {
                let problem = format!("说的是 {}，列了 {listed} 家", figure.printed);
                let advice = "名单不全就写 group（报告所说的总数）；全的就补齐或删去多列的";
                found.push(of_figure(row, "enterprises", problem, advice));
            }
            _ => {}
        }
    }
}

/// Days lie in the year of the report. A report is printed in its year, or early in the next.
fn days(pack: Pack<'_>, found: &mut Vec<Finding>) {
    let year = pack.report.meta.year;
    let year_of = |day: &str| day.get(..4).and_then(|year| year.parse::<u16>().ok());
    let printed_on = &pack.report.meta.printed_on;
    if year_of(printed_on).is_some_and(|printed| printed != year && printed != year.saturating_add(1)) {
        let problem = format!("{printed_on} 印发的不像是 {year} 年的报告");
        let path = "/meta/printed_on".to_owned();
        found.push(remark(PackFile::Report, path, problem, "核对年份"));
    }
    for (row, figure) in pack.figures.iter().enumerate() {
        let FigureValue::Date(day) = &figure.value else {
            continue;
        };
        let fits = |of_day: u16| of_day == year || (figure.section.as_str() == "0" && of_day == year.saturating_add(1));
        if year_of(day).is_some_and(|of_day| !fits(of_day)) {
            let problem = format!("{day} 不在报告的年份 {year} 里");
            found.push(of_figure(
                row,
                "value",
                problem,
                "核对年份；报告确实说到别的年份就照原样保留",
            ));
        }
    }
}

/// The number is the one that the printed form has, where that has it in digits.
fn printed_numbers(figures: &[Figure], found: &mut Vec<Finding>) {
    for (row, figure) in figures.iter().enumerate() {
        let printed = numbers_in(&figure.printed);
        let Some(number) = figure.number() else { continue };
        if !printed.is_empty() && !printed.contains(&number.abs()) {
            let problem = format!("值是 {}，printed 里写的是“{}”", plain(number), figure.printed);
            // What a spreadsheet shows as 7.7% it keeps as 0.077.
            let is_hundredth = |printed: &f64| (number.abs() * 100.0 - printed).abs() < 1e-9 * printed.max(1.0);
            let advice = match figure.unit == "%" && printed.iter().any(is_hundredth) {
                true => "像是表格里的百分比格式：把这一格的格式改成“常规”，写百分号前面的数",
                false => "两处照原文改成一致",
            };
            found.push(of_figure(row, "value", problem, advice));
        }
    }
}

/// The numbers that a text has in digits, full-width ones included, without signs.
fn numbers_in(text: &str) -> Vec<f64> {
    let text = report_table::fold(text).replace(',', "");
    text.split(|c: char| !c.is_ascii_digit() && c != '.')
        .filter_map(|number| number.trim_matches('.').parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::numbers_in;

    #[test]
    fn numbers_are_found_in_every_way_that_documents_print_them() {
        assert_eq!(numbers_in("超50%以上"), [50.0]);
        assert_eq!(numbers_in("１，２３４．５万元，第2位。"), [1234.5, 2.0]);
        assert!(numbers_in("首家").is_empty());
    }
}
