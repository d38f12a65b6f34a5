//! Prints everything that is wrong with a data pack: `cargo xtask check`, which says what it is called with.

mod names;
mod words;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use annual_report::check::{Problem, check};
use annual_report::model::Level;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, shown, format] = arguments.as_slice() else {
        eprintln!("错误：由 cargo xtask check 调用");
        return ExitCode::from(2);
    };
    let folder = PathBuf::from(folder);
    let names = match names::below(&folder) {
        Ok(names) => names,
        Err(error) => {
            eprintln!("错误：{shown}：{error}；请指出放着 index.json 的目录");
            return ExitCode::from(2);
        }
    };
    let mut problems = check(&names, &|name| {
        fs::read(folder.join(name)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => "没有这个文件".to_owned(),
            _ => error.to_string(),
        })
    });
    // As the editor goes through them: file by file, from top to bottom.
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    match format.as_str() {
        "json" => println!("{}", in_json(&problems)),
        _ => print!("{}", in_words(shown, &problems)),
    }
    match count(&problems, Level::Error) {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn count(problems: &[Problem], level: Level) -> usize {
    problems.iter().filter(|problem| problem.level == level).count()
}

fn in_json(problems: &[Problem]) -> String {
    let counted = Level::ALL
        .iter()
        .map(|level| (level.word().to_owned(), count(problems, *level).into()));
    let mut object: serde_json::Map<String, serde_json::Value> = counted.collect();
    object.insert("problems".to_owned(), serde_json::json!(problems));
    serde_json::to_string_pretty(&object).unwrap_or_default()
}

/// Every problem, and how many there are of each level.
fn in_words(folder: &str, problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&words::told(Path::new(folder), problem));
    }
    let counts: Vec<String> = Level::ALL
        .iter()
        .map(|level| format!("{} {} 处", level.label(), count(problems, *level)))
        .collect();
    text + &format!("{folder}：{}\n", counts.join("，"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(level: Level, line: usize) -> Problem {
        Problem {
            level,
            file: "2021/figures.json".to_owned(),
            path: "/12/unit".to_owned(),
            line,
            column: 8,
            problem: "应为文字，实为数字".to_owned(),
            advice: "加引号".to_owned(),
        }
    }

    #[test]
    fn a_problem_is_a_place_to_jump_to_with_the_way_out() {
        assert_eq!(
            in_words("data", &[problem(Level::Error, 9)]),
            "data/2021/figures.json:9:8 错误 /12/unit：应为文字，实为数字\n    → 加引号\ndata：错误 1 处，警告 0 处，待核对 0 处\n"
        );
        assert!(in_words("data", &[problem(Level::Warning, 0)]).starts_with("data/2021/figures.json 警告 /12/unit"));
    }

    #[test]
    fn json_counts_every_level_and_has_every_problem_whole() {
        let problems = [problem(Level::Warning, 9), problem(Level::Consistency, 1)];
        let json: serde_json::Value = serde_json::from_str(&in_json(&problems)).unwrap();
        assert_eq!(
            (&json["error"], &json["warning"], &json["consistency"]),
            (&0.into(), &1.into(), &1.into())
        );
        assert_eq!(json["problems"][0]["path"], "/12/unit");
        assert_eq!(json["problems"][1]["level"], "consistency");
    }
}
