//! Pairs of characters that share a number in the index are still told apart.

use std::collections::HashMap;

use super::oracle::{Row, answer, table};
use crate::grams::pair;
use crate::{Finder, Question};

/// Two pairs with one number, all four characters different.
fn sharing() -> [String; 2] {
    let mut known: HashMap<usize, (char, char)> = HashMap::new();
    let characters = || ('一'..='\u{9FA5}').step_by(61);
    for one in characters() {
        for two in characters() {
            let Some(gram) = pair(one, two) else { continue };
            match known.get(&gram) {
                Some((a, b)) if ![*a, *b].contains(&one) && ![*a, *b].contains(&two) => {
                    return [format!("{a}{b}"), format!("{one}{two}")];
                }
                _ => known.insert(gram, (one, two)),
            };
        }
    }
    panic!("no two pairs share a number");
}

#[test]
fn words_whose_pairs_share_a_number_find_their_own_rows() {
    let [a, b] = sharing();
    let row = |text: &str| Row {
        texts: vec![text.to_owned()],
        values: [vec![], vec![]],
        numbers: [None; 2],
    };
    for rows in [vec![row(&a), row(&b), row("新")], vec![row(&a), row("新")]] {
        let mut finder = Finder::new(table(&rows, Vec::new()));
        finder.make_index(100);
        finder.make_index(100);
        let natural: Vec<u32> = (0..rows.len() as u32).collect();
        for word in [&a, &b, &format!("{a}{b}")] {
            let question = Question {
                words: vec![word.clone()],
                ..Question::default()
            };
            finder.ask(&question);
            assert_eq!(
                finder.rows(),
                answer(&rows, &natural, &question).0,
                "{word} in {rows:?}"
            );
        }
    }
}
