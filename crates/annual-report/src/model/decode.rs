//! From bytes to types, with the place of what is wrong: `figures.json: /12/unit: …`.

use super::advice::for_editors;
use super::columns_read;
use super::json::Json;
use super::locate::{places_of, pointer_at};
use super::read::{Read, Reading, Wrong};
use super::shown::shown;
use super::{Enterprise, Enterprises, Figure, Index, Original, Project, Report};
use core::fmt;

/// The files of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackFile {
    /// Which reports there are.
    Index,
    /// Meta, sections, problems, plan.
    Report,
    /// Every figure.
    Figures,
    /// Every enterprise and institution.
    Enterprises,
    /// Every project.
    Projects,
    /// The whole text of the document; only where the publisher gives it.
    Original,
}

impl PackFile {
    /// The file's name within its folder.
    pub fn name(self) -> &'static str {
        match self {
            PackFile::Index => "index.json",
            PackFile::Report => "report.json",
            PackFile::Figures => "figures.json",
            PackFile::Enterprises => "enterprises.json",
            PackFile::Projects => "projects.json",
            PackFile::Original => "source.json",
        }
    }
}

/// A file that cannot be read as what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Which file.
    pub file: PackFile,
    /// Where in it, as a JSON pointer: `/12/unit`. Empty for the file as a whole.
    pub path: String,
    /// Line, counted from 1; 0 where it is not known.
    pub line: usize,
    /// Column, counted from 1; 0 where it is not known.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: &'static str,
    /// Whatever else is wrong with the file, in its order, up to a thousand in all.
    pub further: Vec<DecodeError>,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        // Both repeat what the file holds: names of fields, words.
        let (path, problem) = (shown(path.into(), "name").0, shown((&*self.problem).into(), "text").0);
        write!(f, "{}: {path}: {problem}", self.file.name())
    }
}

impl core::error::Error for DecodeError {}

impl DecodeError {
    /// How much else is wrong with the file: 另有 3 处; nothing, if this is all.
    pub fn more(&self) -> String {
        match self.further.len() {
            0 => String::new(),
            // There reading has stopped to note.
            further if further + 1 >= Reading::MOST => format!("，另有至少 {further} 处"),
            further => format!("，另有 {further} 处"),
        }
    }
}

/// Reads `index.json`. Fails on another schema version, too.
pub fn decode_index(bytes: &[u8]) -> Result<Index, DecodeError> {
    let index: Index = decode(PackFile::Index, bytes)?;
    if index.schema != Index::SCHEMA {
        return Err(refused(
            PackFile::Index,
            "/schema",
            format!("格式版本 {} 不是本程序能读的 {}", index.schema, Index::SCHEMA),
            "换用能读这个版本的程序，或照 docs/data.md 改写数据",
        ));
    }
    for (nth, entry) in index.reports.iter().enumerate() {
        if !is_folder(entry.id.as_str()) {
            return Err(refused(
                PackFile::Index,
                &format!("/reports/{nth}/id"),
                format!("“{}”不能作目录名", entry.id),
                "只用英文字母、数字、连字符和下划线",
            ));
        }
    }
    if !index.reports.iter().any(|entry| entry.id == index.default) {
        return Err(refused(
            PackFile::Index,
            "/default",
            format!("“{}”不是 /reports 中任何报告的 id", index.default),
            "改成其中一份报告的 id",
        ));
    }
    Ok(index)
}

/// Whether this names a folder beside the index, whatever the host: it must not lead out of it.
fn is_folder(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// Reads `report.json`.
pub fn decode_report(bytes: &[u8]) -> Result<Report, DecodeError> {
    decode(PackFile::Report, bytes)
}

/// Reads `figures.json`.
pub fn decode_figures(bytes: &[u8]) -> Result<Vec<Figure>, DecodeError> {
    decode(PackFile::Figures, bytes)
}

/// Reads `enterprises.json` in either layout, rows or columns.
pub fn decode_enterprise_table(bytes: &[u8]) -> Result<Enterprises, DecodeError> {
    let text = without_mark(bytes);
    if !is_in_columns(bytes) {
        let table = Enterprises::new(&decode_enterprises(bytes)?);
        return match table.too_many_words() {
            Some(what) => Err(refused(
                PackFile::Enterprises,
                "",
                format!("不同的{what}超过 {} 个", u16::MAX),
                "把意思相同的词写成一样",
            )),
            None => Ok(table),
        };
    }
    let file = columns_read::read(text).map_err(|error| not_json(PackFile::Enterprises, text, &error))?;
    file.into_table().map_err(|(column, problem)| {
        let path = format!("/{column}");
        let (line, place) = places_of(text, &[&path]).into_iter().next().unwrap_or_default();
        DecodeError {
            line,
            column: place,
            ..refused(
                PackFile::Enterprises,
                &path,
                problem,
                "各列的长短和序号要互相对得上，见 docs/data.md",
            )
        }
    })
}

/// Whether these bytes of `enterprises.json` are in the layout of columns; its first character says so.
pub fn is_in_columns(bytes: &[u8]) -> bool {
    let mut text = without_mark(bytes).iter();
    text.find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// The file as a tree, whatever it should say; `None` where it is not JSON.
pub(crate) fn tree(bytes: &[u8]) -> Option<Json<'_>> {
    serde_json::from_slice(without_mark(bytes)).ok()
}

/// Reads `enterprises.json` in the layout of rows.
pub fn decode_enterprises(bytes: &[u8]) -> Result<Vec<Enterprise>, DecodeError> {
    decode(PackFile::Enterprises, bytes)
}

/// Reads `projects.json`.
pub fn decode_projects(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    decode(PackFile::Projects, bytes)
}

/// Reads `source.json`, which a pack may be without.
pub fn decode_original(bytes: &[u8]) -> Result<Original, DecodeError> {
    decode(PackFile::Original, bytes)
}

/// Texts of a file that is otherwise as it should be, of which not all is shown: too long, nothing to see, or with
/// characters that would turn other texts around. Not of the column layout, which no hand writes.
pub fn unshown(file: PackFile, bytes: &[u8]) -> Vec<DecodeError> {
    let bytes = without_mark(bytes);
    let unshown = match file {
        PackFile::Index => read::<Index>(file, bytes).map(|read| read.1),
        PackFile::Report => read::<Report>(file, bytes).map(|read| read.1),
        PackFile::Figures => read::<Vec<Figure>>(file, bytes).map(|read| read.1),
        PackFile::Enterprises => read::<Vec<Enterprise>>(file, bytes).map(|read| read.1),
        PackFile::Projects => read::<Vec<Project>>(file, bytes).map(|read| read.1),
        PackFile::Original => read::<Original>(file, bytes).map(|read| read.1),
    };
    placed(file, bytes, unshown.map(|reading| reading.unshown).unwrap_or_default()).collect()
}

fn decode<T: Read>(file: PackFile, bytes: &[u8]) -> Result<T, DecodeError> {
    let bytes = without_mark(bytes);
    let (value, reading) = read(file, bytes)?;
    let mut wrong = placed(file, bytes, reading.wrong);
    match (value, wrong.next()) {
        (_, Some(first)) => Err(DecodeError {
            further: wrong.collect(),
            ..first
        }),
        (Some(value), None) => Ok(value),
        // Reading notes why it gives up; should it ever forget, the file is still refused rather than half shown.
        (None, None) => Err(refused(file, "", "无法读取".to_owned(), "")),
    }
}

fn read<T: Read>(file: PackFile, bytes: &[u8]) -> Result<(Option<T>, Reading), DecodeError> {
    let tree: Json<'_> = serde_json::from_slice(bytes).map_err(|error| not_json(file, bytes, &error))?;
    let mut reading = Reading::default();
    Ok((T::read(tree, &mut reading), reading))
}

/// What reading found, with lines and columns.
fn placed(file: PackFile, bytes: &[u8], found: Vec<Wrong>) -> impl Iterator<Item = DecodeError> {
    let paths: Vec<&str> = found.iter().map(|wrong| wrong.path.as_str()).collect();
    let places = places_of(bytes, &paths);
    found
        .into_iter()
        .zip(places)
        .map(move |(wrong, (line, column))| DecodeError {
            file,
            path: wrong.path,
            line,
            column,
            problem: wrong.problem,
            advice: wrong.advice,
            further: Vec::new(),
        })
}

/// Editors on Windows put a byte order mark before UTF-8, which JSON does not allow and nobody sees.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn not_json(file: PackFile, bytes: &[u8], error: &serde_json::Error) -> DecodeError {
    let (line, column) = (error.line(), error.column());
    // serde_json appends the place, which has fields of its own here.
    let told = error.to_string();
    let told = told.split(" at line ").next().unwrap_or_default();
    let (problem, advice) = match error.classify() {
        // JSON, but not what it should say; the message is our own.
        serde_json::error::Category::Data => (told.to_owned(), "照 docs/data.md 改正"),
        serde_json::error::Category::Eof => (format!("不是有效的 JSON：{told}"), "文件不完整；换成完整的一份"),
        _ => (
            format!("不是有效的 JSON：{told}"),
            "看这一处和它前面一行：多了或少了逗号、引号、括号",
        ),
    };
    DecodeError {
        file,
        path: pointer_at(bytes, line, column),
        line,
        column,
        problem,
        advice: for_editors(advice),
        further: Vec::new(),
    }
}

fn refused(file: PackFile, path: &str, problem: String, advice: &'static str) -> DecodeError {
    DecodeError {
        file,
        path: path.to_owned(),
        line: 0,
        column: 0,
        problem,
        advice: for_editors(advice),
        further: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURE: &str =
        r#"{"id":"a","section":"1","subject":"产值","value":56.8,"unit":"亿元","printed":"56.8亿元","kind":"level"}"#;

    fn figures(text: &str) -> Result<Vec<Figure>, DecodeError> {
        decode_figures(text.as_bytes())
    }

    #[test]
    fn a_wrong_unit_is_named_by_file_path_line_and_column() {
        let broken = FIGURE.replace(r#""unit":"亿元""#, r#""unit":3"#);
        let error = figures(&format!("[{FIGURE},\n{broken}]")).unwrap_err();
        assert_eq!((error.path.as_str(), error.line, error.column), ("/1/unit", 2, 60));
        assert_eq!(error.to_string(), "figures.json: /1/unit: 应为文字，实为数字");
    }

    #[test]
    fn a_typo_in_a_field_or_a_closed_list_is_an_error_with_its_place_and_the_way_out() {
        let field = figures(&format!("[{}]", FIGURE.replace("printed", "printd"))).unwrap_err();
        assert_eq!(field.path, "/0/printd");
        assert!(
            field.problem.contains("可用的有") && field.problem.contains("printed"),
            "{field}"
        );
        let kind = figures(&format!("[{}]", FIGURE.replace("level", "levle"))).unwrap_err();
        assert_eq!(kind.path, "/0/kind");
        assert!(
            kind.problem.contains("levle") && kind.problem.contains("growth"),
            "{kind}"
        );
    }

    #[test]
    fn every_problem_of_a_file_is_found_in_one_run() {
        let text = format!(
            "[{}, 7, {}]",
            FIGURE.replace("printed", "printd"),
            FIGURE.replace("\"1\"", "1")
        );
        let error = figures(&text).unwrap_err();
        let paths: Vec<&str> = error.further.iter().map(|further| further.path.as_str()).collect();
        assert_eq!(error.path, "/0/printd");
        assert_eq!(paths, ["/0/printed", "/1", "/2/section"]);
    }

    #[test]
    fn a_field_written_twice_is_refused() {
        let error = figures(&format!("[{}]", FIGURE.replace("{", "{\"id\":\"b\","))).unwrap_err();
        assert!(error.problem.contains("字段“id”重复"), "{error}");
    }

    #[test]
    fn nesting_without_end_is_refused_and_not_followed() {
        assert!(figures(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn a_file_that_is_wrong_throughout_is_refused_soon_and_in_little_memory() {
        let entries = format!("[{}0]", "0,".repeat(1 << 20));
        let error = figures(&entries).unwrap_err();
        assert_eq!((error.path.as_str(), error.line, error.column), ("/0", 1, 2));
        assert_eq!(error.further.len(), 999);
        assert_eq!(error.more(), "，另有至少 999 处");
        assert_eq!(error.further[998].path, "/999");
        assert_eq!((error.further[998].line, error.further[998].column), (1, 2000));
    }

    #[test]
    fn an_object_with_fields_without_end_is_refused() {
        let fields: Vec<String> = (0..200_000).map(|field| format!("\"f{field}\":0")).collect();
        let error = figures(&format!("[{{{}}}]", fields.join(","))).unwrap_err();
        assert_eq!(error.path, "/0/f100");
        assert!(error.problem.contains("超过 100 个"), "{error}");
    }

    #[test]
    fn a_byte_order_mark_is_read_over_and_trailing_text_is_refused() {
        assert_eq!(figures(&format!("\u{feff}[{FIGURE}]")).unwrap().len(), 1);
        assert!(
            figures(&format!("[{FIGURE}] x"))
                .unwrap_err()
                .problem
                .contains("trailing")
        );
    }

    #[test]
    fn html_in_place_of_json_is_an_error_with_line_and_column() {
        let error = figures("<!doctype html>").unwrap_err();
        assert_eq!((error.line, error.column), (1, 1));
        assert!(error.problem.starts_with("不是有效的 JSON"), "{error}");
    }

    #[test]
    fn numbers_beyond_all_bounds_and_days_that_do_not_exist_are_refused() {
        let huge = figures(&format!("[{}]", FIGURE.replace("56.8,", "1e999,"))).unwrap_err();
        assert!(huge.problem.contains("out of range"), "{huge}");
        for (day, right) in [
            ("2021-10-29", true),
            ("2021-02-29", false),
            ("2024-02-29", true),
            ("2021-13-01", false),
            ("29.10.", false),
        ] {
            let date = FIGURE.replace("56.8,", &format!("\"{day}\","));
            assert_eq!(figures(&format!("[{date}]")).is_ok(), right, "{day}");
        }
    }

    #[test]
    fn what_cannot_be_shown_is_named_with_its_place_and_refuses_nothing() {
        let spoiled = FIGURE
            .replace("亿元\",", "亿\\u202e元\",")
            .replace("产值", &"产".repeat(201));
        let text = format!("[{FIGURE},\n{spoiled}]");
        assert_eq!(figures(&text).unwrap()[1].unit, "亿\u{FFFD}元");
        let unshown = unshown(PackFile::Figures, text.as_bytes());
        let told: Vec<_> = unshown.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "figures.json: /1/subject: 有 201 字，多于 200 字",
                "figures.json: /1/unit: 有不能显示的字符 U+202E",
                "figures.json: /1/printed: 有不能显示的字符 U+202E"
            ]
        );
        assert_eq!((unshown[1].line, unshown[1].column > 200), (2, true));
        assert!(super::unshown(PackFile::Figures, FIGURE.as_bytes()).is_empty());
    }

    #[test]
    fn a_message_repeats_what_a_file_holds_and_is_not_governed_by_it() {
        let key = format!("{}\u{202E}", "x".repeat(100_000));
        let told = figures(&format!("[{{\"{key}\": 1}}]")).unwrap_err().to_string();
        assert!(
            told.starts_with("figures.json: /0/xxx") && told.chars().count() < 1000,
            "{told}"
        );
        let word = FIGURE.replace("level", &"\\u202e".repeat(100_000));
        let told = figures(&format!("[{word}]")).unwrap_err().to_string();
        assert!(
            told.starts_with("figures.json: /0/kind: ") && told.chars().count() < 1000,
            "{told}"
        );
        assert!(!told.contains('\u{202E}'), "{told}");
        let nested = figures(&"[".repeat(100_000)).unwrap_err().to_string();
        assert!(
            nested.starts_with("figures.json: /0/0/0") && nested.chars().count() < 1000,
            "{nested}"
        );
        for lone in ["\\ud800", "\\ud800x", "\\udc00"] {
            let error = figures(&format!("[{}]", FIGURE.replace("产值", lone))).unwrap_err();
            assert_eq!(error.path, "/0/subject", "{error}");
        }
    }

    #[test]
    fn another_schema_or_an_unknown_default_is_refused() {
        let index = r#"{"schema":1,"default":"2021","reports":[{"id":"2021","year":2021,"title":"t"}]}"#;
        assert!(decode_index(index.as_bytes()).is_ok());
        let newer = decode_index(index.replace("\"schema\":1", "\"schema\":2").as_bytes()).unwrap_err();
        assert_eq!(newer.path, "/schema");
        let lost = decode_index(index.replace("\"default\":\"2021\"", "\"default\":\"2020\"").as_bytes()).unwrap_err();
        assert_eq!(lost.path, "/default");
        for id in ["../2021", "", "a/b", "年", "http://x"] {
            let out = decode_index(index.replace("\"id\":\"2021\"", &format!("\"id\":\"{id}\"")).as_bytes());
            assert_eq!(out.unwrap_err().path, "/reports/0/id", "{id}");
        }
    }
}
