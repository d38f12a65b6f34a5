//! What a report says of earlier years, checked against the reports of those years: the made-up park, changed here and there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{collections::BTreeMap, fs, path::Path};

use annual_report::check::{Problem, check};
use annual_report::model::Level;

/// The made-up park with some texts replaced: file, what stands there, what is to.
fn found(changes: &[(&str, &str, &str)]) -> Vec<Problem> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/park");
    let mut pack = BTreeMap::new();
    for name in ["index", "2022/", "2023/", "2024/"] {
        match name.strip_suffix('/') {
            None => drop(pack.insert("index.json".to_owned(), fs::read(folder.join("index.json")).unwrap())),
            Some(year) => {
                for file in ["report", "figures", "enterprises", "projects"] {
                    let name = format!("{year}/{file}.json");
                    pack.insert(name.clone(), fs::read(folder.join(&name)).unwrap());
                }
            }
        }
    }
    for (file, from, to) in changes {
        let text = String::from_utf8(pack[*file].clone()).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        pack.insert((*file).to_owned(), text.replacen(from, to, 1).into_bytes());
    }
    let names: Vec<String> = pack.keys().cloned().collect();
    check(&names, &|name| pack.get(name).cloned().ok_or("没有这个文件".to_owned()))
}

/// What the changes alone give rise to, each as level, file, path and problem.
#[track_caller]
fn only(changes: &[(&str, &str, &str)], expected: &[(Level, &str, &str, &str)]) {
    let before = found(&[]);
    let mut rest = before.clone();
    let new: Vec<Problem> = found(changes)
        .into_iter()
        .filter(|problem| match rest.iter().position(|known| known == problem) {
            Some(at) => {
                rest.remove(at);
                false
            }
            None => true,
        })
        .collect();
    let told: Vec<_> = new
        .iter()
        .map(|found| {
            (
                found.level,
                found.file.as_str(),
                found.path.as_str(),
                found.problem.as_str(),
            )
        })
        .collect();
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert_eq!((told.0, told.1, told.2), (expected.0, expected.1, expected.2));
        assert!(told.3.contains(expected.3), "{told:?}");
        assert!(new.iter().all(|found| found.line > 0 && !found.advice.is_empty()));
    }
}

const FIGURES: &str = "2023/figures.json";
const REPORT: &str = "2024/report.json";
/// The growth of 2023 as if it had been reckoned from another level of 2022.
const SUPERSEDED: [(&str, &str, &str); 2] = [
    (FIGURES, "\"value\": 11.1", "\"value\": 11.9"),
    (FIGURES, "\"printed\": \"11.1%\"", "\"printed\": \"11.9%\""),
];

#[test]
fn a_figure_of_an_earlier_year_that_differs_from_that_years_own_is_to_be_looked_at() {
    let differing: Vec<Problem> = found(&[])
        .into_iter()
        .filter(|problem| problem.problem.contains("说 2022 年是 31.4亿元"))
        .collect();
    let files: Vec<&str> = differing.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["2024/figures.json", "2023/figures.json"]);
    assert!(
        differing
            .iter()
            .all(|problem| problem.level == Level::Consistency && problem.problem.contains("31.2亿元"))
    );
    let same = found(&[
        (FIGURES, "\"value\": 31.4", "\"value\": 31.2"),
        (FIGURES, "\"printed\": \"31.4亿元\"", "\"printed\": \"31.2亿元\""),
    ]);
    assert_eq!(
        same.iter()
            .filter(|problem| problem.problem.contains("说 2022 年是"))
            .count(),
        1
    );
}

#[test]
fn what_an_earlier_figure_points_at_has_to_be_there() {
    // With the growth that goes with the older level, so that it is not found, too.
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (FIGURES, "\"earlier_of\": \"output\"", "\"earlier_of\": \"outptu\""),
        ],
        &[(
            Level::Warning,
            FIGURES,
            "/13/earlier_of",
            "2022 年和 2023 年的报告都没有 id “outptu”",
        )],
    );
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (FIGURES, "\"earlier_of\": \"output\"", "\"earlier_of\": \"output-2022\""),
        ],
        &[(Level::Error, FIGURES, "/13/earlier_of", "不能引用自己")],
    );
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (FIGURES, "\"earlier_of\": \"output\"", "\"earlier_of\": \"firms\""),
        ],
        &[(Level::Consistency, FIGURES, "/13/earlier_of", "单位或种类不同")],
    );
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (FIGURES, "\"earlier_of\": \"output\"", "\"of_year\": 2022"),
        ],
        &[(Level::Warning, FIGURES, "/13/of_year", "没有 earlier_of")],
    );
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (
                FIGURES,
                "\"earlier_of\": \"output\"",
                "\"earlier_of\": \"output\",\n    \"of_year\": 2023",
            ),
        ],
        &[(Level::Warning, FIGURES, "/13/of_year", "不是 2023 年以前")],
    );
    // Of a year without a report, it is enough that this report has the indicator.
    only(
        &[
            SUPERSEDED[0],
            SUPERSEDED[1],
            (
                FIGURES,
                "\"earlier_of\": \"output\"",
                "\"earlier_of\": \"output\",\n    \"of_year\": 2019",
            ),
        ],
        &[],
    );
}

#[test]
fn a_name_under_another_id_than_the_year_before_is_to_be_looked_at() {
    let path = "2024/enterprises.json";
    let named = |changes: &[(&str, &str, &str)]| -> Vec<(String, String)> {
        let found = found(changes)
            .into_iter()
            .filter(|problem| problem.problem.contains("年的编号是"));
        found.map(|problem| (problem.file, problem.path)).collect()
    };
    assert_eq!(named(&[]), []);
    let renamed = named(&[(path, "\"id\": \"bei-po-shi-pin\"", "\"id\": \"bei-po-foods\"")]);
    assert_eq!(renamed, [(path.to_owned(), "/2/id".to_owned())]);
    let project = "2024/projects.json";
    let renamed = named(&[(project, "\"id\": \"sewage-extension\"", "\"id\": \"sewage\"")]);
    assert_eq!(renamed, [(project.to_owned(), "/1/id".to_owned())]);
    // Two under one name, one of which goes on.
    let both = named(&[(path, "\"name\": \"星野医药\"", "\"name\": \"北坡食品\"")]);
    assert_eq!(both, []);
}

#[test]
fn what_became_of_something_names_what_the_year_before_has() {
    only(
        &[(REPORT, "\"3/2\", \"4/finance\"", "\"3/7\", \"4/finances\"")],
        &[
            (
                Level::Warning,
                REPORT,
                "/sections/3/items/0/follows/0",
                "2023 年的报告里没有“3/7”",
            ),
            (
                Level::Warning,
                REPORT,
                "/sections/3/items/0/follows/1",
                "2023 年的报告里没有“4/finances”",
            ),
        ],
    );
    only(
        &[(REPORT, "\"4/projects\"", "\"2.1/1\"")],
        &[(
            Level::Warning,
            REPORT,
            "/sections/2/items/0/follows/0",
            "不是上年的问题或打算",
        )],
    );
    only(
        &[(
            "2023/report.json",
            "\"follows\": [\"3/1\"]",
            "\"follows\": [\"4/land\"]",
        )],
        &[(
            Level::Warning,
            "2023/report.json",
            "/problems/0/follows/0",
            "不是上年的问题或打算",
        )],
    );
}

#[test]
fn a_growth_is_reckoned_from_what_the_report_itself_says_of_the_year_before() {
    // From the 31.4 that the report of 2023 says, not from the 31.2 that the report of 2022 said.
    only(
        &SUPERSEDED,
        &[(
            Level::Consistency,
            FIGURES,
            "/2/value",
            "报告写 11.9%；由这份报告回头写的 2022 年 31.4亿元",
        )],
    );
    // Without that, the report of 2022 is all there is.
    let without = (FIGURES, "\"earlier_of\": \"output\"", "\"earlier_of\": \"firms\"");
    let of_growth = |changes: &[(&str, &str, &str)]| -> Vec<String> {
        let found = found(changes).into_iter();
        let found = found.filter(|found| found.problem.contains("算出来"));
        found.map(|found| found.problem).collect()
    };
    assert_eq!(
        of_growth(&[SUPERSEDED[0], SUPERSEDED[1], without]),
        Vec::<String>::new()
    );
    let problems = of_growth(&[without]);
    assert!(
        matches!(&*problems, [one] if one.contains("由 2022 年的 31.2亿元")),
        "{problems:?}"
    );
}

#[test]
fn a_growth_is_not_reckoned_from_a_bound() {
    let bound = (
        FIGURES,
        "\"printed\": \"31.4亿元\"",
        "\"printed\": \"31.4亿元以上\",\n    \"qualifier\": \"以上\"",
    );
    let all = [SUPERSEDED[0], SUPERSEDED[1], bound];
    assert!(found(&all).iter().all(|found| !found.problem.contains("算出来")));
}
