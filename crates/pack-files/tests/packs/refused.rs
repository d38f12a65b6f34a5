//! What is no pack is refused in words, and no bytes and no names stop the program.

use super::*;

use pack_files::is_zip;
use proptest::prelude::*;

#[test]
fn what_is_no_pack_is_refused_in_words() {
    let named = |names: &[&str]| -> Vec<Found> {
        let files = names.iter().map(|name| (name.to_string(), b"[]".to_vec()));
        found(&files.collect::<Vec<_>>(), "")
    };
    assert_eq!(laid_out(vec![]), Err(Fault::Empty));
    assert_eq!(
        laid_out(named(&["figures.json"])),
        Err(Fault::NoReport { capitals: vec![] })
    );
    assert_eq!(
        laid_out(named(&["a/index.json", "b/index.json"])),
        Err(Fault::Several(vec!["a".to_owned(), "b".to_owned()]))
    );
    let none = laid_out(named(&["figures.json"])).unwrap_err().to_string();
    assert!(none.contains("report.json、figures.json"), "{none}");
    assert!(matches!(opened(b"no zip"), Err(Fault::NotZip { .. })));
    let whole = zipped(&folder("data"));
    assert!(is_zip(&whole) && !is_zip(b"{}"));
    assert!(matches!(opened(&whole[..whole.len() / 2]), Err(Fault::NotZip { .. })));
    let empty = zipped(&[]);
    assert!(is_zip(&empty));
    assert_eq!(opened(&empty), Err(Fault::Empty));
}

#[test]
fn a_name_in_capitals_is_told_together_with_the_right_one() {
    let told = |names: &[&str]| {
        let files = names.iter().map(|name| (name.to_string(), b"{}".to_vec()));
        laid_out(found(&files.collect::<Vec<_>>(), "")).unwrap_err().to_string()
    };
    let rest = "。发布以后的地址分大小写，请改好名字再打开。";
    assert_eq!(
        told(&["2021/REPORT.JSON", "2021/figures.json"]),
        format!("找到了 2021/REPORT.JSON，但文件名要全用小写字母：report.json{rest}")
    );
    assert_eq!(
        told(&["Index.json", "2021/Report.JSON"]),
        format!("找到了 2021/Report.JSON、Index.json，但文件名要全用小写字母：index.json、report.json{rest}")
    );
    assert_eq!(
        told(&["1/REPORT.JSON", "2/REPORT.JSON", "3/REPORT.JSON", "4/REPORT.JSON"]),
        format!(
            "找到了 1/REPORT.JSON、2/REPORT.JSON、3/REPORT.JSON 等 4 个文件，但文件名要全用小写字母：report.json{rest}"
        )
    );
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
    fn any_names_end_in_an_answer_and_no_file_is_lost(names in prop::collection::btree_set("([a-c.]{0,2}[/\\\\]){0,3}(index\\.json|INDEX\\.JSON|report\\.json|Report\\.json|figures\\.json|x|\\.\\.)", 1..8)) {
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
