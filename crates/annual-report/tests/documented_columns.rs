//! What docs/data.md says of the column layout holds: its example reads, and its table names every field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use annual_report::model::{EnterpriseKind, Enterprises, Growth, decode_enterprise_table};

const PAGE: &str = include_str!("../../../docs/data.md");

/// The example as it stands on the page.
fn example() -> &'static str {
    let blocks = PAGE
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let examples: Vec<&str> = blocks.filter(|block| block.contains("\"layout\"")).collect();
    assert_eq!(examples.len(), 1, "docs/data.md 应有一个列式的例子");
    examples[0]
}

fn table() -> Enterprises {
    decode_enterprise_table(example().as_bytes()).unwrap_or_else(|error| panic!("docs/data.md: {error}"))
}

#[test]
fn the_example_reads_as_the_text_around_it_says() {
    let table = table();
    assert_eq!(table.len(), 2);
    let [first, second] = [0, 1].map(|row| table.get(row).unwrap());
    assert_eq!((first.events.len(), second.events.len()), (2, 1));
    assert_eq!(
        (first.industry.as_str(), second.kind),
        ("新材料", EnterpriseKind::Incubator)
    );
    assert_eq!(first.events[1].figures.len(), 1);
    assert_eq!(table.growth(0, Growth::Output, None).unwrap().printed, "12.5%");
    assert_eq!(table.growth(1, Growth::Output, None), None);
}

#[test]
fn every_field_of_the_layout_is_explained() {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(table().columns()) else {
        panic!("columns are an object");
    };
    let explained = |field: &str| {
        let rows = PAGE.lines().filter(|line| line.starts_with("| `"));
        rows.filter_map(|row| row.split('|').nth(1))
            .any(|names| names.contains(&format!("`{field}`")))
    };
    let missing: Vec<&String> = fields.keys().filter(|field| !explained(field)).collect();
    assert!(fields.len() > 20 && missing.is_empty(), "{missing:?}");
}

#[test]
fn what_may_be_left_out_may_be_and_nothing_else() {
    let optional = [
        "event_figures",
        "figures",
        "growth",
        "growth_section",
        "export_growth",
        "export_growth_section",
        "decimals",
        "searched",
    ];
    let lines: Vec<&str> = example().lines().filter(|line| line.contains("\": ")).collect();
    let file = |keeps: &dyn Fn(&str) -> bool| {
        let kept = lines.iter().filter(|line| keeps(line));
        let fields: Vec<&str> = kept.map(|line| line.trim_end_matches(',')).collect();
        format!("{{{}}}", fields.join(","))
    };
    let is_optional = |line: &str| optional.iter().any(|field| line.contains(&format!("\"{field}\"")));
    let least = file(&|line| !is_optional(line));
    assert!(decode_enterprise_table(least.as_bytes()).is_ok(), "{least}");
    for needed in lines.iter().filter(|line| !is_optional(line)) {
        let short = file(&|line| line != *needed && !is_optional(line));
        assert!(decode_enterprise_table(short.as_bytes()).is_err(), "{needed}");
    }
}

#[test]
fn the_errors_quoted_are_those_a_publisher_sees() {
    for (from, to) in [
        ("\"kind\": [0, 1]", "\"kind\": [0, \"incubator\"]"),
        (", \"yilingfuhuaqi\"", ""),
    ] {
        assert_eq!(example().matches(from).count(), 1, "{from}");
        let error = decode_enterprise_table(example().replace(from, to).as_bytes()).unwrap_err();
        let told = format!("{}: {}", error.path, error.problem);
        assert!(PAGE.contains(&told), "{told}");
    }
}
