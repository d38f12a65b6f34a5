//! A small table as plain values, and the naive answer to any question about it.

use std::sync::Arc;

use crate::{Facet, FacetValue, Order, Question, Table, TextsBuilder, fold};

/// Names of the facet values, some of which are words that texts hold, too.
pub const VALUES: [&str; 5] = ["新材料", "ＰＶＣ", "食品", "ab", "从未"];

/// One row: texts, the values of a searched and of an unsearched facet, two numbers.
#[derive(Clone, Debug)]
pub struct Row {
    pub texts: Vec<String>,
    pub values: [Vec<usize>; 2],
    pub numbers: [Option<f64>; 2],
}

/// The rows as a table. With `own` rows stand in that order.
pub fn table(rows: &[Row], own: Vec<u32>) -> Arc<Table> {
    // The first text is a column of its own, the others are a list; between them one that search does not look at.
    let mut texts = TextsBuilder::with_room(3, 0);
    texts.begin(2);
    rows.iter()
        .flat_map(|row| &row.texts[1..])
        .for_each(|text| texts.push(text));
    texts.begin(1);
    rows.iter().for_each(|_| texts.push("新材料庆ab"));
    texts.begin(0);
    rows.iter().for_each(|row| texts.push(&row.texts[0]));
    let mut ends = Vec::new();
    for row in rows {
        ends.push(ends.last().copied().unwrap_or(0) + row.texts.len() as u32 - 1);
    }
    texts.in_rows(2, ends);
    texts.search(&[0, 2]);
    let values = || {
        VALUES
            .iter()
            .map(|name| FacetValue {
                key: (*name).to_owned(),
                label: (*name).to_owned(),
            })
            .collect()
    };
    let facet = |nth: usize| {
        Facet::new("f", "f", values(), rows.len(), &|hand| {
            for (row, number) in rows.iter().zip(0..) {
                row.values[nth].iter().for_each(|value| hand(number, *value));
            }
        })
    };
    let number = |nth: usize| Order::by_number("n", "n", rows.iter().map(move |row| row.numbers[nth]));
    Arc::new(Table {
        texts: Arc::new(texts.finish()),
        facets: vec![facet(0).searched(), facet(1)],
        orders: vec![number(0), number(1), Order::by_column("t", "t", 0)],
        own,
    })
}

/// The rows found in their order, and the counts of both facets.
pub fn answer(rows: &[Row], own: &[u32], question: &Question) -> (Vec<u32>, Vec<Vec<u32>>) {
    let passes = |row: &Row, left_out: Option<usize>| {
        let found = |word: &String| {
            let names = row.values[0].iter().map(|value| fold(VALUES[*value]));
            let mut texts = row.texts.iter().map(|text| fold(text)).chain(names);
            texts.any(|text| text.contains(word.as_str()))
        };
        let picked = |facet: usize| {
            let picked = question.picked.get(facet).cloned().unwrap_or_default();
            left_out == Some(facet) || picked.is_empty() || row.values[facet].iter().any(|value| picked.contains(value))
        };
        let lies = |range: &crate::Range| {
            row.numbers
                .get(range.order)
                .is_none_or(|number| number.is_some_and(|number| number >= range.least && number <= range.most))
        };
        question.words.iter().all(found) && (0..2).all(picked) && question.ranges.iter().all(lies)
    };
    let mut found: Vec<u32> = own
        .iter()
        .copied()
        .filter(|row| passes(&rows[*row as usize], None))
        .collect();
    match question.order {
        Some((2, descending)) => found.sort_by(|a, b| {
            let text = |row: &u32| fold(&rows[*row as usize].texts[0]).into_bytes();
            let order = text(a).cmp(&text(b));
            if descending { order.reverse() } else { order }
        }),
        Some((nth, descending)) if nth < 2 => found.sort_by(|a, b| {
            let number = |row: &u32| rows[*row as usize].numbers[nth];
            match (number(a), number(b)) {
                (Some(a), Some(b)) if descending => b.partial_cmp(&a).unwrap(),
                (Some(a), Some(b)) => a.partial_cmp(&b).unwrap(),
                (a, b) => a.is_none().cmp(&b.is_none()),
            }
        }),
        _ => {}
    }
    let counts = (0..2).map(|facet| {
        let count = |value: usize| {
            let has = |row: &&Row| row.values[facet].contains(&value) && passes(row, Some(facet));
            rows.iter().filter(has).count() as u32
        };
        (0..VALUES.len()).map(count).collect()
    });
    (found, counts.collect())
}
