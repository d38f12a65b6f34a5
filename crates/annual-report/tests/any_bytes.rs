//! Decoding is total: any bytes are a pack or an error with its place, and any text after `#` is a view.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "any_bytes/mod.rs"]
mod promise;

use std::{fs, path::PathBuf};

use proptest::prelude::*;

use promise::PROMISES;

/// The real files, and the enterprises in their other layout.
fn real_file(name: &str) -> Vec<u8> {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data");
    match name {
        "index" => fs::read(data.join("index.json")).unwrap(),
        "columns" => {
            let rows = annual_report::model::decode_enterprise_table(&real_file("enterprises")).unwrap();
            serde_json::to_vec_pretty(&rows.columns()).unwrap()
        }
        _ => fs::read(data.join(format!("2021/{name}.json"))).unwrap(),
    }
}

fn promise_of(file: &str) -> promise::Promise {
    let name = if file == "columns" { "enterprises" } else { file };
    PROMISES.iter().find(|(known, _)| *known == name).unwrap().1
}

const FILES: [&str; 6] = ["index", "report", "figures", "enterprises", "columns", "projects"];

/// One change to a file. Places are parts of a whole, so that they fit files of any length.
#[derive(Clone, Debug)]
enum Change {
    Truncate(f64),
    Flip(f64, u8),
    /// The second piece in place of the first, and the other way round.
    Swap([f64; 2], usize),
    /// Another value in place of the one that begins nearest.
    Value(f64, String),
    /// The piece once more.
    Repeat(f64, usize),
}

fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "null",
            "true",
            "0",
            "-0.0",
            "1e999",
            "1e308",
            "-1e-320",
            "65536",
            "4294967296",
            "18446744073709551616",
            "\"\"",
            "\"2.2/1\"",
            "\"level\"",
            "\"growth\"",
            "\"2021-02-29\"",
            "\"\\ud800\"",
            "\"/~\"",
            "[]",
            "{}",
            "[[]]",
        ])
        .prop_map(str::to_owned),
        any::<f64>().prop_filter_map("JSON has finite numbers", |number| serde_json::to_string(&number).ok()),
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|values| format!("[{}]", values.join(","))),
            prop::collection::vec(("[a-z_/~]{0,6}", inner), 0..4).prop_map(|fields| {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(name, value)| format!("\"{name}\":{value}"))
                    .collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}

fn change() -> impl Strategy<Value = Change> {
    let place = || 0.0..1.0_f64;
    prop_oneof![
        1 => place().prop_map(Change::Truncate),
        2 => (place(), any::<u8>()).prop_map(|(place, byte)| Change::Flip(place, byte)),
        2 => ([place(), place()], 1..400_usize).prop_map(|(places, length)| Change::Swap(places, length)),
        6 => (place(), json()).prop_map(|(place, value)| Change::Value(place, value)),
        1 => (place(), 1..400_usize).prop_map(|(place, length)| Change::Repeat(place, length)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let at = |place: f64| (place * bytes.len() as f64) as usize;
        match change {
            Change::Truncate(place) => bytes.truncate(at(*place)),
            Change::Flip(place, byte) => {
                let place = at(*place);
                if let Some(old) = bytes.get_mut(place) {
                    *old ^= byte;
                }
            }
            Change::Swap(places, length) => {
                let [first, second] = places.map(at);
                for step in 0..*length {
                    if first.max(second) + step < bytes.len() {
                        bytes.swap(first + step, second + step);
                    }
                }
            }
            Change::Value(place, value) => {
                let Some((start, end)) = value_near(&bytes, at(*place)) else {
                    continue;
                };
                bytes.splice(start..end, value.bytes());
            }
            Change::Repeat(place, length) => {
                let place = at(*place);
                let piece = bytes[place..bytes.len().min(place + length)].to_vec();
                bytes.splice(place..place, piece);
            }
        }
    }
    bytes
}

/// Where the next plain value after a colon, a comma or a bracket begins and ends.
fn value_near(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let start = from + bytes.get(from..)?.iter().position(|byte| b":,[".contains(byte))? + 1;
    let start = start + bytes[start..].iter().position(|byte| !byte.is_ascii_whitespace())?;
    let is_text = bytes[start] == b'"';
    let end = bytes[start + 1..].iter().position(|byte| match is_text {
        true => *byte == b'"',
        false => b",]}\n".contains(byte),
    })?;
    Some((start, start + 1 + end + usize::from(is_text)))
}

/// Like an address as far as its beginning, and then like anything.
fn address() -> impl Strategy<Value = String> {
    let page = prop::sample::select(vec![
        "",
        "#",
        "#/",
        "work",
        "#/work/2.2/1",
        "#/enterprises",
        "#/enterprises/",
        "#/compare",
        "#/projects",
        "#/charts",
        "#/charts/growth",
        "#/chart/growth",
        "#/chart/",
        "#/problems/3",
        "/nonsense/",
    ]);
    let name = prop::sample::select(vec![
        "q", "tag", "industry", "section", "kind", "group", "growth", "export", "sort", "compare", "category",
        "status", "as", "pick", "view", "embed",
    ]);
    let value = prop_oneof![
        "[0-9.%a-c−-]{0,8}",
        "-?[0-9]{0,10}(\\.[0-9]{0,10})?\\.\\.-?[0-9]{0,10}(\\.[0-9]{0,10})?",
        prop::sample::select(vec![
            "出口增长",
            "%2F",
            "%2C",
            "%00",
            "%E4%B8",
            "-growth",
            "level",
            "table",
            "业",
            "投用",
            "%"
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let values = prop::collection::vec(value.clone(), 1..4).prop_map(|values| values.join(","));
    let params = prop::collection::vec((name, values), 0..6);
    (page, prop::collection::vec(value, 0..3), params).prop_map(|(page, pieces, params)| {
        let params: Vec<_> = params.iter().map(|(name, values)| format!("{name}={values}")).collect();
        format!("{page}{}?{}", pieces.join("/"), params.join("&"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for (_, holds) in PROMISES {
            holds(&bytes);
        }
    }

    #[test]
    fn arbitrary_json(text in json()) {
        for (_, holds) in PROMISES {
            holds(text.as_bytes());
        }
    }

    #[test]
    fn addresses(text in address()) {
        promise::hash(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn real_files_with_a_few_changes(changes in prop::collection::vec(change(), 1..4)) {
        for file in FILES {
            promise_of(file)(&changed(real_file(file), &changes));
        }
    }
}

#[test]
fn what_is_left_alone_is_read_and_what_is_changed_is_different() {
    for file in FILES {
        let bytes = real_file(file);
        promise_of(file)(&bytes);
        assert_ne!(
            changed(bytes.clone(), &[Change::Value(0.3, "[7]".to_owned())]),
            bytes,
            "{file}"
        );
        assert_ne!(changed(bytes.clone(), &[Change::Swap([0.2, 0.6], 50)]), bytes, "{file}");
    }
}

/// What the fuzzer began with and what it found, at the speed of a test.
#[test]
fn the_fuzzers_corpus() {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for (name, holds) in PROMISES {
        let folder = corpus.join(name);
        let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut seeds = 0;
        for file in files {
            let path = file.unwrap().path();
            // Which one it was, should it be the last.
            eprintln!("{}", path.display());
            holds(&fs::read(&path).unwrap());
            seeds += 1;
        }
        assert!(seeds >= 10, "{name}: {seeds}");
    }
}
