//! Packs in every form that people have them in, and what is found beside them.

use super::*;

#[test]
fn a_pack_is_the_same_as_a_folder_nested_or_in_a_zip() {
    for path in ["data", "examples/park"] {
        let pack = folder(path);
        for before in ["", "park/", "a/b 包/", "./", "/"] {
            let laid = laid_out(found(&pack, before)).unwrap();
            assert_eq!((files(&laid), errors(&laid)), (pack.clone(), 0), "{path} {before}");
            assert!(!laid.is_index_made && laid.passed.is_empty());
            let named: Vec<_> = pack
                .iter()
                .map(|(name, bytes)| (format!("{before}{name}"), bytes.clone()))
                .collect();
            assert_eq!(files(&opened(&zipped(&named)).unwrap()), pack, "{path} {before}");
        }
    }
}

#[test]
fn a_zip_of_windows_has_its_names_read() {
    // “园区\2021\report.json” and so on, in GBK and with the other stroke: written in UTF-8 of the same length, and then
    // put in by hand, because no writer of today writes such a thing.
    let pack = folder("data");
    let stand_in = "ABCD";
    let named: Vec<_> = pack
        .iter()
        .map(|(name, bytes)| (format!("{stand_in}\\{}", name.replace('/', "\\")), bytes.clone()))
        .collect();
    let mut zip = zipped(&named);
    let folder = encoding_rs::GB18030.encode("园区").0.into_owned();
    let places: Vec<usize> = (0..zip.len() - 5)
        .filter(|at| zip[*at..].starts_with(b"ABCD\\"))
        .collect();
    assert_eq!(places.len(), 2 * pack.len());
    for at in places {
        zip[at..at + 4].copy_from_slice(&folder);
    }
    let raw = unzipped(&zip, Limits::USUAL, &gbk).unwrap();
    assert!(
        raw.iter().any(|file| file.name == "园区\\2021\\report.json"),
        "{:?}",
        raw[0].name
    );
    assert_eq!(files(&laid_out(raw).unwrap()), pack);
}

#[test]
fn the_folder_of_one_report_and_its_loose_files_have_an_index_made() {
    let pack = folder("data");
    let report: Vec<_> = pack
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix("2021/")?.to_owned(), bytes.clone())))
        .collect();
    for before in ["2021/", "", "正阳园区/", "a/2021/"] {
        let laid = laid_out(found(&report, before)).unwrap();
        let index = laid.index().unwrap();
        assert!(laid.is_index_made && laid.passed.is_empty(), "{before}");
        assert_eq!(
            (index.default.as_str(), index.reports[0].year),
            ("2021", 2021),
            "{before}"
        );
        assert_eq!(index.reports[0].title, "2021年工作总结");
        assert_eq!((files(&laid).len(), errors(&laid)), (5, 0), "{before}");
    }
}

#[test]
fn reports_side_by_side_without_an_index_are_all_there_newest_first() {
    let pack: Vec<_> = folder("examples/park")
        .into_iter()
        .filter(|(name, _)| name != "index.json")
        .collect();
    let laid = laid_out(found(&pack, "park/")).unwrap();
    let index = laid.index().unwrap();
    let ids: Vec<&str> = index.reports.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!((ids, index.default.as_str()), (vec!["2024", "2023", "2022"], "2024"));
    assert_eq!(errors(&laid), 0);
}

#[test]
fn of_two_reports_of_one_year_in_folders_without_a_year_the_second_is_passed_over_once() {
    let pack = ["甲/report.json", "乙/report.json"].map(|name| (name.to_owned(), b"{}".to_vec()));
    let laid = laid_out(found(&pack, "")).unwrap();
    let passed: Vec<(&str, &str)> = laid.passed.iter().map(|passed| (&*passed.name, passed.why)).collect();
    assert_eq!(passed, [("甲/report.json", "同一个名字已经有了")]);
}

#[test]
fn a_report_that_cannot_be_read_has_a_name_all_the_same_and_its_errors_are_told() {
    for (report, folder, id) in [
        (r#"{"meta": {"year": 2030, "title": "甲"}}"#, "", "2030"),
        ("\u{feff}{\"meta\": {\"year\": 2031}}", "", "2031"),
        ("{", "2029/", "2029"),
        ("", "", "0"),
    ] {
        let pack = [("report.json".to_owned(), report.as_bytes().to_vec())];
        let laid = laid_out(found(&pack, folder)).unwrap();
        assert_eq!(laid.index().unwrap().default.as_str(), id);
        // It, and three files that are not there.
        assert!(errors(&laid) >= 4, "{:?}", laid.problems());
    }
}

#[test]
fn what_is_not_of_the_pack_is_passed_over_and_named() {
    let mut pack = found(&folder("data"), "data/");
    for name in [
        "data/.DS_Store",
        "__MACOSX/data/._index.json",
        "data/Thumbs.db",
        "readme.txt",
        "../out.json",
        "data\\index.json",
    ] {
        pack.push(Found {
            name: name.to_owned(),
            bytes: None,
        });
    }
    let laid = laid_out(pack).unwrap();
    let passed: Vec<(&str, &str)> = laid.passed.iter().map(|passed| (&*passed.name, passed.why)).collect();
    assert_eq!(
        passed,
        [
            ("data/.DS_Store", "系统或办公软件自己留下的文件"),
            ("__MACOSX/data/._index.json", "系统或办公软件自己留下的文件"),
            ("data/Thumbs.db", "系统或办公软件自己留下的文件"),
            ("../out.json", "名字指到文件夹外面"),
            ("data\\index.json", "同一个名字已经有了"),
            ("readme.txt", "不在数据包的文件夹里"),
        ]
    );
    assert_eq!(errors(&laid), 0);
}

#[test]
fn an_index_in_capitals_is_passed_over_with_the_right_name_and_one_is_made() {
    for folder_of_it in ["", "2021/"] {
        let mut pack: Vec<_> = folder("data");
        for (name, _) in &mut pack {
            if name == "index.json" {
                *name = format!("{folder_of_it}INDEX.JSON");
            }
        }
        let laid = laid_out(found(&pack, "")).unwrap();
        let passed: Vec<(&str, &str)> = laid.passed.iter().map(|passed| (&*passed.name, passed.why)).collect();
        let name = format!("{folder_of_it}INDEX.JSON");
        assert_eq!(passed, [(&*name, "名字要全用小写字母：index.json")]);
        assert_eq!((laid.is_index_made, errors(&laid)), (true, 0));
    }
}

#[test]
fn a_stranger_in_the_packs_own_folder_is_the_rules_to_tell() {
    let mut pack = found(&folder("data"), "");
    pack.push(Found {
        name: "2021/notes.txt".to_owned(),
        bytes: None,
    });
    let problems = laid_out(pack).unwrap().problems();
    let told = problems.iter().find(|problem| problem.file == "2021/notes.txt");
    assert_eq!(told.map(|problem| problem.problem.as_str()), Some("没有用到"));
}
