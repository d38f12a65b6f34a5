//! The proof that a generated pack is a real one: it is read by the app's own decoders, and breaks no rule.

use annual_report::model::{
    Enterprise, Enterprises, Figure, Finding, Growth, Pack, Project, Report, decode_enterprise_table,
    decode_enterprises, decode_figures, decode_index, decode_projects, decode_report, validate,
};
use annual_report::stats::Figures;

use crate::{
    files::{PackedFile, pack},
    order::{Layout, Order},
};

fn order(enterprises: u32, seed: u64, layout: Layout) -> Order {
    Order {
        enterprises,
        seed,
        projects: (enterprises / 10).max(1),
        layout,
    }
}

fn content<'f>(files: &'f [PackedFile], path: &str) -> &'f [u8] {
    &files.iter().find(|file| file.path == path).unwrap().content
}

/// A pack as the app reads it.
struct Read {
    report: Report,
    figures: Vec<Figure>,
    table: Enterprises,
    rows: Vec<Enterprise>,
    projects: Vec<Project>,
}

impl Read {
    fn of(order: &Order) -> Self {
        let files = pack(order).unwrap();
        let index = decode_index(content(&files, "index.json")).unwrap();
        let file = |name: &str| content(&files, &format!("{}/{name}", index.default)).to_vec();
        let table = decode_enterprise_table(&file("enterprises.json")).unwrap();
        let rows = match order.layout {
            Layout::Rows => decode_enterprises(&file("enterprises.json")).unwrap(),
            Layout::Columns => (0..table.len() as u32).map(|row| table.get(row).unwrap()).collect(),
        };
        let read = Self {
            report: decode_report(&file("report.json")).unwrap(),
            figures: decode_figures(&file("figures.json")).unwrap(),
            table,
            rows,
            projects: decode_projects(&file("projects.json")).unwrap(),
        };
        assert_eq!(read.report.meta.year, index.reports[0].year);
        assert!(index.reports[0].title.contains("生成的测试数据"));
        assert!(read.report.meta.title.contains("生成的测试数据"));
        read
    }

    fn findings(&self) -> Vec<Finding> {
        validate(Pack {
            report: &self.report,
            figures: &self.figures,
            enterprises: &self.rows,
            projects: &self.projects,
        })
    }
}

#[test]
fn packs_of_every_size_seed_and_layout_are_valid() {
    for layout in [Layout::Rows, Layout::Columns] {
        for (enterprises, seed) in [(1, 0), (2, 1), (3, u64::MAX), (40, 7), (700, 7), (2500, 12)] {
            let order = order(enterprises, seed, layout);
            let read = Read::of(&order);
            assert_eq!(read.findings(), [], "{order:?}");
            assert_eq!(read.rows.len(), enterprises as usize);
            assert_eq!(read.projects.len(), order.projects as usize);
        }
    }
}

#[test]
fn a_pack_may_have_no_projects() {
    let order = Order {
        projects: 0,
        ..order(5, 1, Layout::Rows)
    };
    assert_eq!(Read::of(&order).findings(), []);
}

#[test]
fn the_same_order_gives_the_same_bytes_and_another_seed_others() {
    for layout in [Layout::Rows, Layout::Columns] {
        let of_seed = |seed| pack(&order(50, seed, layout)).unwrap();
        assert_eq!(of_seed(7), of_seed(7));
        let pairs = of_seed(7).into_iter().zip(of_seed(8));
        for (one, other) in pairs.filter(|(one, _)| one.path != "index.json") {
            assert_ne!(one.content, other.content, "{}", one.path);
        }
    }
}

#[test]
fn names_ids_and_project_names_are_unique() {
    let read = Read::of(&order(20_000, 3, Layout::Columns));
    let distinct = |names: Vec<&str>| names.into_iter().collect::<std::collections::HashSet<_>>().len();
    let rows = read.rows.iter();
    assert_eq!(distinct(rows.clone().map(|row| row.name.as_str()).collect()), 20_000);
    assert_eq!(distinct(rows.map(|row| row.id.as_str()).collect()), 20_000);
    assert_eq!(
        distinct(read.projects.iter().map(|project| project.name.as_str()).collect()),
        2000
    );
    assert_eq!(read.rows[122].id.as_str(), "e-000123");
}

#[test]
fn both_layouts_state_the_same_growths_and_leave_out_as_many_as_they_should() {
    let (rows, columns) = (
        Read::of(&order(3000, 5, Layout::Rows)),
        Read::of(&order(3000, 5, Layout::Columns)),
    );
    for (growth, fewest, most) in [(Growth::Output, 6, 10), (Growth::Export, 52, 58)] {
        let stated = |read: &Read| {
            let figures = Figures::new(read.figures.clone());
            let growths = (0..3000).map(|row| read.table.growth(row, growth, Some(&figures)));
            growths
                .map(|growth| growth.map(|figure| figure.printed))
                .collect::<Vec<_>>()
        };
        assert_eq!(stated(&rows), stated(&columns));
        let printed = stated(&columns);
        let missing = printed.iter().filter(|growth| growth.is_none()).count();
        assert!((30 * fewest..30 * most).contains(&missing), "{missing} of 3000");
        let has_one_decimal = |printed: &String| printed.split_once('.').is_some_and(|(_, rest)| rest.len() == 2);
        assert!(printed.iter().flatten().all(has_one_decimal));
    }
}

#[test]
fn every_enterprise_has_one_to_three_events_with_texts_of_10_to_40_characters() {
    for layout in [Layout::Rows, Layout::Columns] {
        for row in Read::of(&order(1000, 9, layout)).rows {
            assert!((1..=3).contains(&row.events.len()), "{row:?}");
            for event in row.events {
                assert!((10..=40).contains(&event.text.chars().count()), "{}", event.text);
            }
        }
    }
}

#[test]
fn columns_are_written_as_the_core_writes_them() {
    let files = pack(&order(100, 2, Layout::Columns)).unwrap();
    let file = content(&files, "2021/enterprises.json");
    let table = decode_enterprise_table(file).unwrap();
    assert_eq!(serde_json::to_vec(&table.columns()).unwrap(), file);
}

#[test]
fn a_smaller_pack_is_the_beginning_of_a_larger_one() {
    let (small, large) = (
        Read::of(&order(10, 4, Layout::Columns)),
        Read::of(&order(90, 4, Layout::Columns)),
    );
    assert_eq!(small.rows, large.rows[..10]);
}
