//! What the commands say.

use std::path::Path;

use annual_report::check::Problem;
use annual_report::model::{Index, Level, PackFile, ReportId};
use serde_json::Value;

use super::cell::{Complaint, Spot};
use super::files::{FILES, Files};
use super::import::Imported;
use super::spelling::Filled;

/// An error as the terminal shows it; one that is a list of places says so itself.
pub fn error(reason: &str) -> String {
    match reason.contains('\n') {
        true => reason.to_owned(),
        false => format!("错误：{reason}\n"),
    }
}

/// What is wrong with a workbook, place by place.
pub fn complaints(file: &str, complaints: &[Complaint]) -> String {
    let lines = complaints.iter().map(|complaint| {
        line(
            file,
            &complaint.spot.to_string(),
            Level::Error,
            &complaint.problem,
            &complaint.advice,
        )
    });
    lines.collect::<String>() + "有错误，data 没有改动\n"
}

fn line(file: &str, spot: &str, level: Level, problem: &str, advice: &str) -> String {
    format!("{file}：{spot} {}：{problem}\n    → {advice}\n", level.label())
}

/// What the rules say, each at its cell and in the words of the desk; errors first.
pub fn problems(file: &str, read: &Imported, problems: &[Problem]) -> String {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem.level);
    let told = |problem: &&Problem| {
        let name = problem.file.rsplit('/').next().unwrap_or_default();
        let of_pack = FILES.into_iter().find(|file| file.name() == name);
        let spot = of_pack.and_then(|file| read.spot(file, &problem.path));
        let spot = spot.map_or_else(|| "整份报告".to_owned(), ToString::to_string);
        if let Some(waiting) = unknown_id(&problem.problem).and_then(|id| read.waiting.get(id).map(|at| (id, at))) {
            let (id, at) = waiting;
            let problem = format!("“{id}”还没有填（{at}）");
            return line(file, &spot, Level::Error, &problem, "先填那一行，或先空着这一格");
        }
        let words = of_pack.map_or_else(|| problem.problem.clone(), |file| at_desk(&problem.problem, read, file));
        let advice = of_pack.map_or_else(|| problem.advice.clone(), |file| at_desk(&problem.advice, read, file));
        line(file, &spot, problem.level, &words, &advice)
    };
    sorted.iter().map(told).collect()
}

/// The figure that something refers to and that is not there, of a problem that says so.
fn unknown_id(problem: &str) -> Option<&str> {
    problem.strip_prefix("figures.json 里没有 id “")?.strip_suffix('”')
}

/// A problem in the words of the desk: the pack's names of fields and files as sheets and columns, its places as cells.
fn at_desk(text: &str, read: &Imported, file: PackFile) -> String {
    const WORDS: [(&str, &str); 20] = [
        ("可以不写的字段就整行删去", "可以不写的就空着"),
        ("数字不带引号和单位；", "数不带单位；"),
        ("写作 \"2021-12-30\"", "写作 2021-12-30"),
        ("写作 \"2021-10-29\"", "写作 2021-10-29"),
        ("report.json 的 /tags", "“事项用词”"),
        ("加进 /tags", "加进“事项用词”"),
        ("report.json 里的节或条", "“节”“条”里的编号"),
        ("figures.json 里", "“数字”里"),
        ("enterprises.json 里", "“企业”里"),
        ("projects.json 里", "“项目”里"),
        ("没有 id ", "没有编号"),
        (" 的 id", " 的编号"),
        ("printed", "原样"),
        ("same_as", "“同一个数”"),
        ("earlier_of", "“往年的是”"),
        ("of_year", "“往年”"),
        ("follows", "“说的是上年的”"),
        ("group", "“共几家”"),
        ("U+000A", "换行"),
        ("见 docs/data.md", "见 docs/fields.md"),
    ];
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let spot = word.starts_with('/').then(|| read.spot(file, word)).flatten();
        words.push(spot.map_or_else(|| word.to_owned(), ToString::to_string));
    }
    WORDS
        .iter()
        .fold(words.join(" "), |text, (pack, desk)| text.replace(pack, desk))
}

/// Texts that readers would not see as they are written: invisible and controlling signs.
pub fn unseen(file: &str, read: &Imported, typed: &Files) -> String {
    let mut told = String::new();
    for of_pack in FILES {
        let mut changed = Vec::new();
        altered(read.files.of(of_pack), typed.of(of_pack), String::new(), &mut changed);
        for place in changed {
            let spot = read.spot(of_pack, &place).map_or_else(String::new, ToString::to_string);
            let problem = "有看不见的字，或改变书写方向的控制符";
            told.push_str(&line(
                file,
                &spot,
                Level::Error,
                problem,
                "清空这一格，不带格式重新写一遍",
            ));
        }
    }
    told
}

fn altered(written: &Value, read: &Value, place: String, changed: &mut Vec<String>) {
    match (written, read) {
        (Value::String(written), Value::String(read)) if written != read => changed.push(place),
        (Value::Object(fields), read) => {
            for (name, field) in fields {
                if let Some(read) = read.get(name) {
                    altered(field, read, format!("{place}/{name}"), changed);
                }
            }
        }
        (Value::Array(entries), read) => {
            for (nth, entry) in entries.iter().enumerate() {
                if let Some(read) = read.get(nth) {
                    altered(entry, read, format!("{place}/{nth}"), changed);
                }
            }
        }
        _ => {}
    }
}

/// The names whose pinyin was filled in.
pub fn spelled(file: &str, read: &Imported, filled: &[Filled]) -> String {
    let lines = filled.iter().map(|filled| {
        let (pack_file, row) = filled.row;
        let spot = read.spot(pack_file, &format!("/{row}/pinyin"));
        let spot = spot.map_or_else(String::new, ToString::to_string);
        match filled.doubtful.is_empty() {
            true => format!("{file}：{spot} “{}”的拼音填为 {}\n", filled.name, filled.pinyin),
            false => line(
                file,
                &spot,
                Level::Consistency,
                &format!(
                    "“{}”的拼音填为 {}；多音字：{}",
                    filled.name,
                    filled.pinyin,
                    filled.doubtful.join(" ")
                ),
                "读音不对就在表格里写上对的，再导入一次",
            ),
        }
    });
    lines.collect()
}

/// The rows that were left out.
pub fn unfilled(file: &str, rows: &[(Spot, String)]) -> String {
    let lines = rows
        .iter()
        .map(|(spot, name)| format!("{file}：{spot} 还没有填，略过：{name}\n"));
    lines.collect()
}

/// What to do with a new year of the pack in the folder `pack`.
pub fn new_year(folder: &Path, pack: &Path, file: &Path, waiting: usize) -> String {
    // What the commands take without being told.
    let is_usual = pack == Path::new("data");
    let data = if is_usual {
        String::new()
    } else {
        format!(" --data \"{}\"", pack.display())
    };
    let checked = if is_usual {
        String::new()
    } else {
        format!(" \"{}\"", pack.display())
    };
    format!(
        "{folder}：空的一份，节和用词照上一年，可以核对、可以构建\n\
         {file}：要填的表格，{waiting} 个指标照上一年列好了编号、指标和单位，数值和原样空着\n\
         填好（或填了一部分）：cargo xtask import \"{file}\"{data}\n\
         还缺什么：cargo xtask check{checked}\n\
         要让它成为默认打开的一份：把 {index} 的 default 改成它\n\
         不要它了：删去 {folder}，再删去 {index} 里它的那一条\n",
        index = pack.join("index.json").display(),
        folder = folder.display(),
        file = file.display(),
    )
}

/// A report that the pack has.
pub fn known(index: &Index, wanted: &str) -> Result<ReportId, String> {
    let found = index.reports.iter().find(|entry| entry.id.as_str() == wanted);
    let ids: Vec<&str> = index.reports.iter().map(|entry| entry.id.as_str()).collect();
    found
        .map(|entry| entry.id.clone())
        .ok_or_else(|| format!("没有报告“{wanted}”；有的是 {}", ids.join("、")))
}
