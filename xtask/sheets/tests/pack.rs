//! A report goes into the pack.

use annual_report::model::{ReportEntry, ReportId};

use super::{files, root};
use crate::files::FILES;
use crate::pack::{Named, as_typed};
use crate::year;

#[test]
fn a_report_is_put_into_the_pack_whole_or_not_at_all() {
    let path = std::env::temp_dir().join(format!("sheets-put-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    std::fs::copy(root().join("data/index.json"), path.join("index.json")).unwrap();
    let folder = Named::of(&path.to_string_lossy(), "pack");
    let entry = ReportEntry {
        id: ReportId::from("2022"),
        year: 2022,
        title: "2022年".to_owned(),
    };
    let files = as_typed(&year::pack(&files(), 2022)).unwrap();
    let names = || {
        let mut names: Vec<_> = std::fs::read_dir(&path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    // Where its folder should be stands a file.
    std::fs::write(path.join("2022"), "").unwrap();
    let told = folder.put(&entry, &files).unwrap_err();
    assert!(told.starts_with("pack/2022/report.json"), "{told}");
    assert_eq!(names(), ["2022", "index.json"]);
    assert_eq!(folder.index().unwrap().reports.len(), 1);
    std::fs::remove_file(path.join("2022")).unwrap();

    folder.put(&entry, &files).unwrap();
    let index = folder.index().unwrap();
    let years: Vec<u16> = index.reports.iter().map(|entry| entry.year).collect();
    assert_eq!((years, index.default.as_str()), (vec![2022, 2021], "2021"));
    assert!(folder.report(&entry.id).unwrap() == files);
    assert_eq!(std::fs::read_dir(path.join("2022")).unwrap().count(), FILES.len());
    std::fs::remove_dir_all(&path).unwrap();
}
