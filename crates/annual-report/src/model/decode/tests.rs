//! Figures and indexes that are wrong, each in its own way, and what is told of them.

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
