//! The column layout of `enterprises.json` says the same as the layout of rows, and what is wrong with it is found.
//! A long file that is one thought: a list of mistakes, each with what a publisher is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use annual_report::model::{
    DecodeError, Enterprise, EnterpriseKind, Enterprises, Event, Growth, IndustryBasis, PackFile,
    decode_enterprise_table, decode_enterprises,
};
use proptest::prelude::*;

const PACK: &[u8] = include_bytes!("../../../data/2021/enterprises.json");

/// Two enterprises with three events: small enough to break at every byte.
const SMALL: &str = r#"{
 "layout": ["columns"],
 "id": ["a", "b"], "name": ["甲", "乙"], "pinyin": ["jia", "yi"], "initials": ["j", "y"],
 "kinds": ["enterprise", "incubator"], "kind": [0, 1],
 "industries": ["医药"], "industry": [0, 0],
 "industry_bases": ["reported"], "industry_basis": [0, 0],
 "events": [2, 1],
 "sections": ["2.2/1"], "event_section": [0, 0, 0],
 "tags": ["投产", "融资"], "event_tag": [0, 1, 1],
 "event_text": ["一期投产", "达成协议", "达成协议"],
 "event_figures": [0, 2, 1], "figures": ["f", "g", "h"],
 "growth": [12.5, null], "growth_section": ["2.1/4"],
 "export_growth": [null, -3], "export_growth_section": ["2.2/1"],
 "decimals": [1]
}"#;

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[\"\\\\\n\r\t/,:{}\\[\\]]",
        "[ａ-ｚＡ-Ｚ０-９　！-／]",
        "[A-Za-z]{1,3}",
        "[一-龥𠀀-𠀐]{1,3}",
        "[😀-😎👨‍👩🏽]",
        any::<char>().prop_map(String::from),
    ];
    // What is not shown as it is: see `what_cannot_be_shown_is_not_in_either_layout`.
    let is_shown = |c: &char| {
        (!c.is_control() || "\n\r\t".contains(*c))
            && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
    };
    let text = move |pieces: Vec<String>| pieces.concat().chars().filter(is_shown).collect();
    prop::collection::vec(piece, 0..6).prop_map(text)
}

/// Words repeat, as they do in a pack, so that places lead to words further back.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["医药", "ＬＥＤ", "a\"b", ""]).prop_map(str::to_owned),
        text()
    ]
}

prop_compose! {
    fn event()(section in word(), tag in word(), text in text(), figures in prop::collection::vec(text(), 0..3)) -> Event {
        Event {
            section: section.as_str().into(),
            tag: tag.as_str().into(),
            text,
            figures: figures.iter().map(|id| id.as_str().into()).collect(),
        }
    }
}

prop_compose! {
    fn enterprise()(
        texts in [text(), text(), text(), text()],
        industry in word(),
        kind in prop::sample::select(EnterpriseKind::ALL),
        industry_basis in prop::sample::select(IndustryBasis::ALL),
        events in prop::collection::vec(event(), 0..4),
    ) -> Enterprise {
        let [id, name, pinyin, initials] = texts;
        let name = format!("甲{name}");
        Enterprise { id: id.as_str().into(), name, kind, pinyin, initials, industry, industry_basis, events }
    }
}

/// Written in the column layout and read again.
fn again(table: &Enterprises) -> Enterprises {
    let bytes = serde_json::to_vec(&table.columns()).unwrap();
    decode_enterprise_table(&bytes).unwrap_or_else(|error| panic!("{error}"))
}

fn records(table: &Enterprises) -> Vec<Enterprise> {
    (0..table.len() as u32).map(|row| table.get(row).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_written_in_columns_is_read_back(rows in prop::collection::vec(enterprise(), 0..=30)) {
        let table = Enterprises::new(&rows);
        prop_assert_eq!(&records(&table), &rows);
        let read = again(&table);
        prop_assert_eq!(&read, &table);
        prop_assert_eq!(&records(&read), &rows);
        prop_assert_eq!(read.get(rows.len() as u32), None);
    }

    #[test]
    fn growth_stated_by_columns_is_read_back(
        values in prop::collection::vec(prop::option::of(-100_000_i32..100_000), 2),
        decimals in 0_usize..4,
    ) {
        let told = |value: &Option<i32>| value.map_or("null".to_owned(), |value| (f64::from(value) / 8.0).to_string());
        let file = SMALL
            .replace("[12.5, null]", &format!("[{}, {}]", told(&values[0]), told(&values[1])))
            .replace("\"decimals\": [1]", &format!("\"decimals\": {decimals}"));
        let table = decode_enterprise_table(file.as_bytes()).unwrap();
        let read = again(&table);
        for (row, value) in (0..).zip(&values) {
            let number = table.growth_number(row, Growth::Output, None);
            prop_assert_eq!(number, value.map(|value| f64::from(value) / 8.0));
            for growth in [Growth::Output, Growth::Export] {
                prop_assert_eq!(read.growth(row, growth, None), table.growth(row, growth, None));
            }
            prop_assert_eq!(read.get(row), table.get(row));
        }
    }

    #[test]
    fn arbitrary_bytes_are_an_error_or_a_table_and_never_a_crash(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        walk(decode_enterprise_table(&bytes));
        walk(decode_enterprise_table(&[b"{".as_slice(), &bytes].concat()));
    }

    #[test]
    fn a_file_with_a_few_bytes_changed_is_an_error_or_a_table_and_never_a_crash(
        changes in prop::collection::vec((0..SMALL.len(), prop_oneof![any::<u8>(), prop::sample::select(b"[]{}\",:0-1en".to_vec())]), 1..4),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (place, byte) in changes {
            bytes[place] = byte;
        }
        walk(decode_enterprise_table(&bytes));
    }
}

/// Looks at everything in a table, so that what was read wrongly has a chance to crash; an error is one of this file.
fn walk(result: Result<Enterprises, DecodeError>) {
    match result {
        Ok(table) => {
            for row in 0..=table.len() as u32 {
                let events = table.get(row).map_or(0, |enterprise| enterprise.events.len());
                assert_eq!(table.events(row), events);
                assert_eq!(table.event(row, events), None);
                table.column_growths(row);
            }
            assert_eq!(records(&again(&table)), records(&table));
        }
        Err(error) => assert_eq!(error.file, PackFile::Enterprises),
    }
}

#[test]
fn what_cannot_be_shown_is_not_in_either_layout() {
    let spoil = |file: &str| file.replace("甲", "甲\\u202e").replace("达成协议", "\\u0000达成协议");
    let table = decode_enterprise_table(spoil(SMALL).as_bytes()).unwrap();
    let rows = serde_json::to_string(&records(&decode_enterprise_table(SMALL.as_bytes()).unwrap())).unwrap();
    assert_eq!(decode_enterprises(spoil(&rows).as_bytes()).unwrap(), records(&table));
    assert_eq!(table.name(0), "甲\u{FFFD}");
    assert_eq!(table.event(1, 0).unwrap().1, "\u{FFFD}达成协议");
    let long = SMALL.replace("\"乙\"", &format!("\"{}\"", "乙".repeat(1_000_000)));
    assert_eq!(
        decode_enterprise_table(long.as_bytes())
            .unwrap()
            .name(1)
            .chars()
            .count(),
        200
    );
}

#[test]
fn the_2021_pack_in_columns_is_the_2021_pack() {
    let rows = decode_enterprises(PACK).unwrap();
    let table = decode_enterprise_table(PACK).unwrap();
    assert_eq!(records(&table), rows);
    assert_eq!(again(&table), table);
    assert_eq!(records(&again(&table)), rows);
}

#[test]
fn columns_may_be_written_on_one_line_and_after_a_byte_order_mark() {
    let table = decode_enterprise_table(SMALL.as_bytes()).unwrap();
    let marked = format!("\u{FEFF}\n {SMALL}\n");
    assert_eq!(
        records(&decode_enterprise_table(marked.as_bytes()).unwrap()),
        records(&table)
    );
    let compact = SMALL.replace('\n', "");
    assert_eq!(
        records(&decode_enterprise_table(compact.as_bytes()).unwrap()),
        records(&table)
    );
}

/// What is wrong with the small file after one change.
#[track_caller]
fn error_after(from: &str, to: &str) -> DecodeError {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    let error = decode_enterprise_table(SMALL.replace(from, to).as_bytes()).unwrap_err();
    assert_eq!(error.file, PackFile::Enterprises);
    assert!(error.line > 0 && error.column > 0, "{error:?}");
    let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    assert!(error.problem.contains(is_chinese), "{error}");
    error
}

/// After this change the error is at this path, in this line, and says this.
#[track_caller]
fn wrong(from: &str, to: &str, path: &str, says: &str) {
    let error = error_after(from, to);
    let line = SMALL
        .lines()
        .position(|line| from.lines().next().is_some_and(|first| line.contains(first)));
    assert_eq!((error.path.as_str(), error.line), (path, line.unwrap() + 1), "{error}");
    assert!(error.problem.contains(says), "{error}");
}

#[test]
fn a_field_that_does_not_exist_or_stands_twice_is_named() {
    wrong("\"pinyin\":", "\"pinyn\":", "/pinyn", "没有“pinyn”这个字段");
    wrong("\"pinyin\":", "\"name\":", "/name", "字段“name”重复");
}

#[test]
fn a_value_of_the_wrong_type_is_named_with_its_place_in_the_column() {
    wrong("[\"甲\", \"乙\"]", "[\"甲\", 3]", "/name/1", "应为文字，实为数字");
    wrong("[\"甲\", \"乙\"]", "[null, \"乙\"]", "/name/0", "应为文字，实为null");
    wrong("[\"甲\", \"乙\"]", "[\"甲\", true]", "/name/1", "应为文字，实为true");
    wrong("[\"甲\", \"乙\"]", "7", "/name", "应为文字，实为数字");
    wrong(
        "\"kind\": [0, 1]",
        "\"kind\": [0, \"incubator\"]",
        "/kind/1",
        "整数，实为文字",
    );
    wrong("\"kind\": [0, 1]", "\"kind\": [0, 0.5]", "/kind/1", "整数，实为数字");
    wrong("\"kind\": [0, 1]", "\"kind\": [0, -1]", "/kind/1", "整数，实为数字");
    wrong(
        "[12.5, null]",
        "[\"12.5%\", null]",
        "/growth/0",
        "应为数字或 null，实为文字",
    );
    wrong(
        "[12.5, null]",
        "[12.5, false]",
        "/growth/1",
        "应为数字或 null，实为false",
    );
}

#[test]
fn a_list_or_an_object_within_a_column_is_refused_where_it_stands() {
    wrong(
        "[\"甲\", \"乙\"]",
        "[\"甲\", [\"乙\"]]",
        "/name/1",
        "应为文字，实为列表",
    );
    wrong("[\"甲\", \"乙\"]", "[[], \"乙\"]", "/name/0", "应为文字，实为列表");
    wrong("\"kind\": [0, 1]", "\"kind\": [[0], 1]", "/kind/0", "整数，实为列表");
    wrong(
        "[12.5, null]",
        "[12.5, {\"value\": 1}]",
        "/growth/1",
        "应为数字或 null，实为对象",
    );
    wrong("[\"甲\", \"乙\"]", "{\"0\": \"甲\"}", "/name", "应为文字，实为对象");
}

#[test]
fn a_number_too_large_for_its_column_is_named() {
    wrong("\"kind\": [0, 1]", "\"kind\": [0, 65536]", "/kind/1", "0 到 65535");
    wrong(
        "\"events\": [2, 1]",
        "\"events\": [2, 99999999999999999999]",
        "/events/1",
        "0 到 65535",
    );
    wrong("[12.5, null]", "[1e999, null]", "/growth/0", "不是有效的 JSON");
}

#[test]
fn a_column_shorter_or_longer_than_the_others_is_named_with_both_lengths() {
    wrong("[\"jia\", \"yi\"]", "[\"jia\"]", "/pinyin", "有 1 项，应为 2 项");
    wrong("[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]", "/id", "有 3 项，应为 2 项");
    wrong("\"kind\": [0, 1]", "\"kind\": []", "/kind", "有 0 项，应为 2 项");
    wrong("[12.5, null]", "[12.5]", "/growth", "有 1 项，应为 2 项");
    wrong("[null, -3]", "[null, -3, 4]", "/export_growth", "有 3 项，应为 2 项");
    wrong(
        "\"event_tag\": [0, 1, 1]",
        "\"event_tag\": [0, 1]",
        "/event_tag",
        "有 2 项，应为 3 项",
    );
    wrong(
        "\"event_figures\": [0, 2, 1]",
        "\"event_figures\": [0, 2]",
        "/event_figures",
        "有 2 项，应为 3 项",
    );
    wrong(
        "[\"f\", \"g\", \"h\"]",
        "[\"f\", \"g\"]",
        "/figures",
        "有 2 项，应为 3 项",
    );
    // Without it there are as many figures as no event has, so it is the ids that are too many.
    wrong("\"event_figures\": [0, 2, 1], ", "", "/figures", "有 3 项，应为 0 项");
    // A longer list of events wants more of everything that an event has.
    assert_eq!(
        error_after("\"events\": [2, 1]", "\"events\": [2, 2]").path,
        "/event_section"
    );
}

#[test]
fn a_file_that_promises_more_than_it_can_hold_is_given_no_more_room_than_it_has() {
    // Eleven terabytes, if it were believed.
    let counts = vec!["65535"; 1 << 20].join(",");
    let file = SMALL.replace("\"events\": [2, 1]", &format!("\"events\": [{counts}]"));
    let error = decode_enterprise_table(file.as_bytes()).unwrap_err();
    assert_eq!(error.path, "/events");
}

#[test]
fn a_column_that_is_missing_is_named_and_placed_at_the_file() {
    let error = error_after("\"pinyin\": [\"jia\", \"yi\"], ", "");
    assert_eq!((error.path.as_str(), error.line, error.column), ("/pinyin", 1, 1));
    assert_eq!(error.problem, "有 0 项，应为 2 项");
}

#[test]
fn a_place_beyond_the_words_is_named_with_how_many_there_are() {
    wrong(
        "\"kind\": [0, 1]",
        "\"kind\": [0, 2]",
        "/kind",
        "没有第 2 个词；词只有 2 个",
    );
    wrong(
        "\"industry\": [0, 0]",
        "\"industry\": [1, 0]",
        "/industry",
        "没有第 1 个词；词只有 1 个",
    );
    wrong(
        "\"industry_basis\": [0, 0]",
        "\"industry_basis\": [0, 9]",
        "/industry_basis",
        "没有第 9 个词",
    );
    wrong(
        "\"event_section\": [0, 0, 0]",
        "\"event_section\": [0, 0, 1]",
        "/event_section",
        "没有第 1 个词",
    );
    wrong(
        "\"event_tag\": [0, 1, 1]",
        "\"event_tag\": [0, 1, 65535]",
        "/event_tag",
        "没有第 65535 个词",
    );
}

#[test]
fn a_word_that_is_not_in_its_closed_list_is_named() {
    wrong("\"incubator\"", "\"factory\"", "/kinds", "“factory”不在允许的词中");
    wrong(
        "\"reported\"",
        "\"guessed\"",
        "/industry_bases",
        "“guessed”不在允许的词中",
    );
    wrong("\"columns\"", "\"rows\"", "/layout", "“rows”不在允许的词中");
    wrong(
        "\"decimals\": [1]",
        "\"decimals\": [1], \"searched\": [\"names\"]",
        "/searched",
        "“names”不在允许的词中",
    );
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_with_its_place() {
    for (end, _) in SMALL.char_indices().skip(1) {
        let error = decode_enterprise_table(&SMALL.as_bytes()[..end]).unwrap_err();
        assert_eq!(error.file, PackFile::Enterprises);
        assert!(error.problem.starts_with("不是有效的 JSON"), "{error}");
        // After a line break the parser is at a line's very start, which it counts as column 0.
        assert!(
            error.line > 0 && (error.column > 0 || SMALL[..end].ends_with('\n')),
            "{end}: {error:?}"
        );
    }
    let cut = SMALL.find("\"乙\"").unwrap();
    let error = decode_enterprise_table(&SMALL.as_bytes()[..cut]).unwrap_err();
    assert_eq!((error.path.as_str(), error.line), ("/name/1", 3));
}

#[test]
fn what_is_not_json_or_goes_on_after_its_end_is_an_error_with_its_place() {
    wrong("\"乙\"", "乙", "/name/1", "不是有效的 JSON");
    wrong("\"乙\"", "\"\\ud800\"", "/name/1", "不是有效的 JSON");
    wrong("[0, 2, 1]", "[0 2, 1]", "/event_figures/0", "不是有效的 JSON");
    for text in [
        "",
        " ",
        "{",
        "<!doctype html>",
        "{}}",
        "{\"name\"}",
        "\u{FEFF}{,}",
        "{\"name\": [\"\u{1}\"]}",
    ] {
        let error = decode_enterprise_table(text.as_bytes()).unwrap_err();
        assert_eq!((error.file, error.line), (PackFile::Enterprises, 1), "{text}");
        assert!(error.problem.starts_with("不是有效的 JSON"), "{text}: {error}");
    }
    // Not UTF-8.
    assert!(decode_enterprise_table(b"{\"name\": [\"\xFF\"]}").is_err());
}

#[test]
fn nesting_without_end_is_refused_and_not_followed() {
    let deep = |open: &str, start: &str| format!("{start}{}", open.repeat(200_000));
    for file in [
        deep("[", "{\"name\": "),
        deep("[", "{\"name\": [\"a\", "),
        deep("{\"name\":", "{\"name\": "),
        deep("{\"a\":", ""),
        deep("[{\"a\":", "{\"growth\": [1, "),
        deep("[", "[{\"name\": "),
    ] {
        let error = decode_enterprise_table(file.as_bytes()).unwrap_err();
        assert_eq!(error.file, PackFile::Enterprises);
        assert!(error.line > 0 && error.column > 0, "{error:?}");
    }
}
