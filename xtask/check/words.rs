//! A problem in words, as compilers tell theirs: editors jump to `file:line:column`.

use std::path::Path;

use annual_report::check::Problem;

/// One line for place and problem, one for the way out. `folder` is what to call the folder of the pack.
pub fn told(folder: &Path, problem: &Problem) -> String {
    let place = match (problem.line, problem.column) {
        (0, _) => String::new(),
        (line, column) => format!(":{line}:{column}"),
    };
    let path = match problem.path.as_str() {
        "" => String::new(),
        path => format!(" {path}"),
    };
    format!(
        "{}{place} {}{path}：{}\n    → {}\n",
        folder.join(&problem.file).display(),
        problem.level.label(),
        problem.problem,
        problem.advice
    )
}
