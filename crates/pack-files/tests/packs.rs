//! Packs as people have them at hand: folders, zips, loose files; and what is none.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use annual_report::model::Level;
use pack_files::{Fault, Found, LaidOut, Limits, is_zip, laid_out, unzipped};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files of a folder of the project, by their names from there on.
fn folder(path: &str) -> Vec<(String, Vec<u8>)> {
    fn below(folder: &Path, before: &str, files: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{before}{}", path.file_name().unwrap().to_str().unwrap());
            match path.is_dir() {
                true => below(&path, &format!("{name}/"), files),
                false => files.push((name, fs::read(&path).unwrap())),
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let mut files = Vec::new();
    below(&root, "", &mut files);
    files.sort();
    files
}

fn found(files: &[(String, Vec<u8>)], before: &str) -> Vec<Found> {
    let named = files.iter().map(|(name, bytes)| Found {
        name: format!("{before}{name}"),
        bytes: Some(bytes.clone()),
    });
    named.collect()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads names as browsers do.
fn gbk(name: &[u8]) -> String {
    encoding_rs::GB18030.decode_without_bom_handling(name).0.into_owned()
}

fn opened(zip: &[u8]) -> Result<LaidOut, Fault> {
    laid_out(unzipped(zip, Limits::USUAL, &gbk)?)
}

/// The pack's files as they are after all.
fn files(pack: &LaidOut) -> Vec<(String, Vec<u8>)> {
    pack.files()
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect()
}

fn errors(pack: &LaidOut) -> usize {
    let problems = pack.problems();
    problems.iter().filter(|problem| problem.level == Level::Error).count()
}

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

#[test]
fn what_is_no_pack_is_refused_in_words() {
    let named = |names: &[&str]| -> Vec<Found> {
        let files = names.iter().map(|name| (name.to_string(), b"[]".to_vec()));
        found(&files.collect::<Vec<_>>(), "")
    };
    assert_eq!(laid_out(vec![]), Err(Fault::Empty));
    assert_eq!(laid_out(named(&["figures.json"])), Err(Fault::NoReport));
    assert_eq!(
        laid_out(named(&["a/index.json", "b/index.json"])),
        Err(Fault::Several(vec!["a".to_owned(), "b".to_owned()]))
    );
    assert!(Fault::NoReport.to_string().contains("report.json、figures.json"));
    assert!(matches!(opened(b"no zip"), Err(Fault::NotZip { .. })));
    let whole = zipped(&folder("data"));
    assert!(is_zip(&whole) && !is_zip(b"{}"));
    assert!(matches!(opened(&whole[..whole.len() / 2]), Err(Fault::NotZip { .. })));
    let empty = zipped(&[]);
    assert!(is_zip(&empty));
    assert_eq!(opened(&empty), Err(Fault::Empty));
}

#[test]
fn a_zip_that_asks_for_a_password_or_another_packer_is_refused_by_name() {
    let pack = vec![("index.json".to_owned(), b"{}".to_vec())];
    let whole = zipped(&pack);
    let local = 0;
    let central = (0..whole.len() - 4)
        .find(|at| whole[*at..].starts_with(b"PK\x01\x02"))
        .unwrap();
    let changed = |by: usize, to: u8| {
        let mut zip = whole.clone();
        // The flags lie at 6 of the one header and at 8 of the other, the way of packing right after.
        zip[local + 6 + by] = to;
        zip[central + 8 + by] = to;
        zip
    };
    let name = "index.json".to_owned();
    assert_eq!(opened(&changed(0, 1)), Err(Fault::Encrypted { name: name.clone() }));
    // 12 is bzip2.
    assert_eq!(opened(&changed(2, 12)), Err(Fault::Method { name }));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let limits = Limits {
        entries: 3,
        file: 10_000,
        total: 15_000,
    };
    let of = |files: &[(&str, usize)]| {
        let files = files.iter().map(|(name, size)| (name.to_string(), vec![b' '; *size]));
        zipped(&files.collect::<Vec<_>>())
    };
    let opened = |zip: &[u8]| unzipped(zip, limits, &gbk);
    let large = Fault::FileTooLarge {
        name: "a.json".to_owned(),
        limit: 10_000,
    };
    let bomb = of(&[("a.json", 10_001)]);
    assert_eq!(opened(&bomb), Err(large.clone()));
    // One that says it were small.
    let mut liar = bomb;
    let central = (0..liar.len() - 4)
        .find(|at| liar[*at..].starts_with(b"PK\x01\x02"))
        .unwrap();
    liar[22..26].copy_from_slice(&10_u32.to_le_bytes());
    liar[central + 24..central + 28].copy_from_slice(&10_u32.to_le_bytes());
    assert!(matches!(
        opened(&liar),
        Err(Fault::FileTooLarge { .. } | Fault::Damaged { .. })
    ));
    assert_eq!(
        opened(&of(&[("a.json", 9_000), ("b.json", 9_000)])),
        Err(Fault::TooLarge { limit: 15_000 })
    );
    assert_eq!(
        opened(&of(&[("a", 1), ("b", 1), ("c", 1), ("d", 1)])),
        Err(Fault::TooMany { entries: 4, limit: 3 })
    );
    // What nobody reads may be as large as it likes.
    assert_eq!(opened(&of(&[("a.bin", 1_000_000)])).map(|files| files.len()), Ok(1));
}

proptest! {
    #[test]
    fn any_bytes_end_in_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = opened(&bytes);
    }

    #[test]
    fn a_damaged_zip_ends_in_an_answer(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut zip = zipped(&[("a/index.json".to_owned(), b"{\"schema\": 1}".to_vec()), ("b.json".to_owned(), vec![b' '; 300])]);
        for (at, byte) in damage {
            let at = at.index(zip.len());
            zip[at] = byte;
        }
        if let Ok(pack) = opened(&zip) {
            let _ = pack.problems();
        }
    }

    #[test]
    fn any_names_end_in_an_answer_and_no_file_is_lost(names in prop::collection::btree_set("([a-c.]{0,2}[/\\\\]){0,3}(index\\.json|report\\.json|figures\\.json|x|\\.\\.)", 1..8)) {
        let found: Vec<Found> = names.iter().map(|name| Found { name: name.clone(), bytes: Some(b"{}".to_vec()) }).collect();
        let count = found.len();
        if let Ok(pack) = laid_out(found) {
            let kept = pack.files().count() - usize::from(pack.is_index_made);
            prop_assert_eq!(kept + pack.passed.len(), count);
            let _ = pack.problems();
        }
    }

    #[test]
    fn a_zip_gives_back_what_was_put_in(files in prop::collection::btree_map("[a-z园]{1,6}\\.json", prop::collection::vec(any::<u8>(), 0..200), 1..6)) {
        let files: Vec<_> = files.into_iter().collect();
        prop_assert_eq!(unzipped(&zipped(&files), Limits::USUAL, &gbk), Ok(found(&files, "")));
    }
}
