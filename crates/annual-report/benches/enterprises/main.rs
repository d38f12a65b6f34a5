//! How long a table of enterprises takes to be read, made and asked, natively: `cargo bench -p annual-report`.
//!
//! What is measured is optimised as in the release build, but not for a browser, which is slower: `cargo xtask bench`
//! measures there. A line that says “typed” is a whole word, asked once after each letter; divide by its letters for
//! one keystroke. The tables are made up, and the same in every run.
#![allow(clippy::expect_used, missing_docs)]

mod firms;

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use annual_report::{
    model::decode_enterprise_table,
    query::{ENTERPRISE_FACETS, ENTERPRISE_RANGES, Finder, Params, Query, Question, Table, enterprise_table, question},
};
use criterion::{BatchSize, BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime};

type Group<'c> = BenchmarkGroup<'c, WallTime>;

/// Words that readers type, each with what is special about it.
const WORDS: [(&str, &str); 6] = [
    ("frequent (5 of 6 names)", "有限公司"),
    ("a trade", "机械"),
    ("rare (1 in 4,000 names)", "甲川华达"),
    ("pinyin", "jixie"),
    ("initials", "yxgs"),
    ("nothing found, all characters known", "司公有"),
];

/// How many rows a reader sees at first.
const SCREEN: u32 = 20;

fn enterprises(criterion: &mut Criterion) {
    for rows in [1_000, 100_000] {
        let file = firms::file(rows);
        let mut group = criterion.benchmark_group(rows.to_string());
        let table = making(&mut group, &file);
        asking(&mut group, &table);
        group.finish();
    }
}

/// From the file to a finder that is ready for everything.
fn making(group: &mut Group, file: &[u8]) -> Arc<Table> {
    group.bench_function("decode the columns", |bencher| {
        bencher.iter_with_large_drop(|| decode_enterprise_table(black_box(file)));
    });
    let enterprises = decode_enterprise_table(file).expect("the file is right");
    group.bench_function("make the table", |bencher| {
        bencher.iter_with_large_drop(|| enterprise_table(black_box(&enterprises), None));
    });
    let table = Arc::new(enterprise_table(&enterprises, None));
    on_fresh(group, "make the index and the orders", &table, |finder| {
        while finder.prepare() {}
    });
    table
}

fn asking(group: &mut Group, table: &Arc<Table>) {
    // Before the index is made, a search goes through the texts.
    let mut fresh = Asker::new(group, table);
    fresh.measure("first letter without index, frequent", &["q=司"]);
    fresh.measure("first letter without index, pinyin", &["q=j"]);

    let mut ready = Asker::new(group, table);
    while ready.finder.prepare() {}
    for (what, word) in WORDS {
        let ends = word.char_indices().skip(1).map(|(end, _)| end).chain([word.len()]);
        let typed: Vec<String> = ends.map(|end| format!("q={}", &word[..end])).collect();
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        ready.measure(&format!("{word} typed, {what}"), &typed);
    }
    ready.measure("a facet value picked", &["industry=新材料"]);
    ready.before = asked(table, "q=机械&tag=投产");
    ready.measure(
        "a facet value picked during a search",
        &["q=机械&tag=投产&industry=装备制造"],
    );
    ready.before = Question::default();
    ready.measure("a range set", &["growth=10..50"]);
    ready.measure("sort=-growth again", &["sort=-growth"]);
    ready.measure("sort=name again", &["sort=name"]);
    ready.measure("sort=-growth of a rare word", &["q=甲川华达&sort=-growth"]);
    for sort in ["sort=-growth", "sort=name"] {
        let question = asked(table, sort);
        on_fresh(group, &format!("{sort} for the first time"), table, |finder| {
            finder.ask(black_box(&question));
            look(finder);
        });
    }
}

/// A finder that is asked the same again and again.
struct Asker<'g, 'c> {
    group: &'g mut Group<'c>,
    finder: Finder,
    /// What was asked before. It is asked anew each time, and not counted.
    before: Question,
}

impl<'g, 'c> Asker<'g, 'c> {
    fn new(group: &'g mut Group<'c>, table: &Arc<Table>) -> Self {
        Self {
            group,
            finder: Finder::new(Arc::clone(table)),
            before: Question::default(),
        }
    }

    /// Measures questions asked one after the other, each with a look at the first screen.
    fn measure(&mut self, name: &str, questions: &[&str]) {
        let Self { group, finder, before } = self;
        let questions: Vec<Question> = questions.iter().map(|text| asked(finder.table(), text)).collect();
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let mut taken = Duration::ZERO;
                for _ in 0..times {
                    finder.ask(before);
                    let start = Instant::now();
                    for question in &questions {
                        finder.ask(black_box(question));
                        look(finder);
                    }
                    taken += start.elapsed();
                }
                taken
            });
        });
    }
}

/// Measures what is done once with a finder, on a new one each time.
fn on_fresh(group: &mut Group, name: &str, table: &Arc<Table>, done: impl Fn(&mut Finder)) {
    group.bench_function(name, |bencher| {
        let fresh = || Finder::new(Arc::clone(table));
        // Handed back, so that letting go of it is not counted.
        let measured = |mut finder| {
            done(&mut finder);
            finder
        };
        bencher.iter_batched(fresh, measured, BatchSize::PerIteration);
    });
}

/// What the part of an address behind `?` asks of the table.
fn asked(table: &Table, text: &str) -> Question {
    let query = Query::parse(&Params::parse(text), &ENTERPRISE_FACETS, &ENTERPRISE_RANGES);
    let (question, unknown) = question(table, &query);
    assert!(unknown.is_empty(), "{unknown:?}");
    question
}

/// Walks to the last row of the first screen.
fn look(finder: &mut Finder) {
    for place in 0..SCREEN {
        black_box(finder.row_at(place));
    }
}

criterion_group! {
    name = benches;
    // Short: what matters here differs by halves, not by hundredths.
    config = Criterion::default()
        .without_plots()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    targets = enterprises
}
criterion_main!(benches);
