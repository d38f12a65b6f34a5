//! Arbitrary tables, asked arbitrary questions one after the other, before, while and after the index is made.

use proptest::prelude::*;

use super::oracle::{Row, VALUES, answer, table};
use crate::{Finder, Question, Range, words};

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let text = "[新材料庆ab𠀀Ａ Ｂc\\n]{0,6}";
    let values = || prop::collection::vec(0..VALUES.len() - 1, 0..4);
    let number = || {
        prop::option::of(prop_oneof![
            (-3_i32..4).prop_map(f64::from),
            Just(-0.0),
            any::<f64>().prop_filter("finite", |number| number.is_finite())
        ])
    };
    let row = (
        prop::collection::vec(text, 1..4),
        values(),
        values(),
        number(),
        number(),
    )
        .prop_map(|(texts, one, two, first, second)| Row {
            texts,
            values: [one, two],
            numbers: [first, second],
        });
    // More than one word of bits, and more than a few.
    prop::collection::vec(row, 0..110)
}

fn question() -> impl Strategy<Value = Question> {
    let picks = || prop::collection::vec(0..VALUES.len(), 0..3);
    let range = (0_usize..4, -4.0..4.0, -4.0..4.0).prop_map(|(order, least, most)| Range { order, least, most });
    let order = prop::option::of((0_usize..4, any::<bool>()));
    (
        "[新材料庆abA𠀀 ]{0,4}",
        picks(),
        picks(),
        prop::collection::vec(range, 0..2),
        order,
    )
        .prop_map(|(search, one, two, ranges, order)| Question {
            words: words(&search),
            picked: vec![one, two],
            ranges,
            order,
        })
}

proptest! {
    #[test]
    fn every_answer_is_the_oracles(
        rows in rows(), questions in prop::collection::vec((question(), 0_u32..200), 1..12), seed in any::<u64>(),
    ) {
        // Every second table has an order of its own.
        let natural: Vec<u32> = (0..rows.len() as u32).collect();
        let mut own = natural.clone();
        own.sort_by_key(|row| u64::from(*row).wrapping_add(1).wrapping_mul(seed | 1));
        let own = if seed % 2 == 0 { natural } else { own };
        let table = table(&rows, if seed % 2 == 0 { Vec::new() } else { own.clone() });
        let mut finder = Finder::new(table);
        for (question, slice) in questions {
            finder.make_index(slice);
            finder.ask(&question);
            let (found, counts) = answer(&rows, &own, &question);
            prop_assert_eq!(finder.count() as usize, found.len());
            prop_assert_eq!(finder.rows(), found.clone(), "{:?}", question);
            prop_assert_eq!(finder.counts(), counts.as_slice(), "{:?}", question);
            if let Some(last) = found.last() {
                prop_assert_eq!(finder.place_of(*last), Some(found.len() as u32 - 1));
            }
        }
    }

    #[test]
    fn a_search_that_grows_letter_by_letter_is_answered_as_if_it_were_new(
        rows in rows(), typed in "[新材料庆ab ]{1,8}", slice in 0_u32..400,
    ) {
        let table = table(&rows, Vec::new());
        let natural: Vec<u32> = (0..rows.len() as u32).collect();
        let mut finder = Finder::new(table);
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends.clone().chain(ends.rev()) {
            finder.make_index(slice);
            let question = Question { words: words(&typed[..end]), ..Question::default() };
            finder.ask(&question);
            prop_assert_eq!(finder.rows(), answer(&rows, &natural, &question).0, "{}", &typed[..end]);
        }
    }

    #[test]
    fn texts_come_back_as_printed(rows in prop::collection::vec(prop::collection::vec("[新ＡbＣ，Z：\u{3000}𠀀\\n ]{0,5}", 1..5), 0..20)) {
        let table = table(&rows.iter().map(|texts| Row { texts: texts.clone(), values: [vec![], vec![]], numbers: [None; 2] }).collect::<Vec<_>>(), Vec::new());
        prop_assert_eq!(table.len(), rows.len());
        for (row, number) in rows.iter().zip(0_u32..) {
            let first = table.texts.text(0, number as usize).into_owned();
            prop_assert_eq!(&first, &row[0]);
            let others: Vec<String> = table.texts.of_row(2, number).map(|text| table.texts.text(2, text).into_owned()).collect();
            prop_assert_eq!(others, row[1..].to_vec());
        }
        prop_assert_eq!(table.texts.text(0, rows.len()), "");
        prop_assert_eq!(table.texts.text(3, 0), "");
    }
}
