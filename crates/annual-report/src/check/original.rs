//! The original beside the pack: whether it can be read, and whether it says what the pack says that it does.

use super::{Problem, Year, bytes_of, placed, unreadable};
use crate::format::place_name;
use crate::model::{Figure, Finding, Index, Level, Original, PackFile, decode_original, unshown};

/// Every original that the pack has, against the figures of its report.
pub(super) fn compared(
    index: &Index,
    years: &[Year],
    names: &[String],
    read: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    found: &mut Vec<Problem>,
) {
    for entry in &index.reports {
        let name = format!("{}/{}", entry.id, PackFile::Original.name());
        if !names.contains(&name) {
            continue;
        }
        let Some(bytes) = bytes_of(&name, read, found) else {
            continue;
        };
        let original = match decode_original(&bytes) {
            Ok(original) => original,
            Err(error) => {
                unreadable(&name, &bytes, error, found);
                continue;
            }
        };
        for unshown in unshown(PackFile::Original, &bytes) {
            found.push(Problem {
                level: Level::Warning,
                file: name.clone(),
                path: unshown.path,
                line: unshown.line,
                column: unshown.column,
                problem: unshown.problem,
                advice: "在原文里改好，再运行一次 cargo xtask source".to_owned(),
            });
        }
        if let Some(year) = years.iter().find(|year| year.entry.id == entry.id) {
            let name = format!("{}/{}", entry.id, PackFile::Figures.name());
            let bytes = read(&name).unwrap_or_default();
            if original.clone().with_figures(&year.figures) != original {
                found.push(Problem {
                    level: Level::Warning,
                    file: format!("{}/{}", entry.id, PackFile::Original.name()),
                    path: String::new(),
                    line: 0,
                    column: 0,
                    problem: "标出的数字不是现在这些数字的位置".to_owned(),
                    advice: "数字改过以后，再运行一次 cargo xtask source".to_owned(),
                });
            }
            found.extend(not_in_original(&name, &bytes, &year.figures, &original));
        }
    }
}

/// Every figure whose form the original does not have at its place. `file` is what to call the file of the figures, and
/// `bytes` is what it holds.
pub fn not_in_original(file: &str, bytes: &[u8], figures: &[Figure], original: &Original) -> Vec<Problem> {
    let mut findings = Vec::new();
    for (row, (figure, place)) in figures.iter().zip(original.places(figures)).enumerate() {
        if place.is_some() {
            continue;
        }
        let (field, problem, advice) = if original.at(&figure.section).is_empty() {
            (
                "section",
                "没有这一处",
                "核对 section；原文的“一、”“（一）”要在一行开头，“一是”要按次序",
            )
        } else {
            (
                "printed",
                "没有这个数",
                "核对 printed 和 section；原文在数字中间换了行，就接成一行",
            )
        };
        findings.push(Finding {
            level: Level::Consistency,
            file: PackFile::Figures,
            path: format!("/{row}/{field}"),
            problem: format!(
                "{} 的“{}”：原文 {}（{}）{problem}",
                figure.id,
                figure.printed,
                figure.section,
                place_name(&figure.section),
            ),
            advice,
        });
    }
    let mut problems = Vec::new();
    placed(file, Some(&bytes.to_vec()), findings, false, &mut problems);
    problems
}
