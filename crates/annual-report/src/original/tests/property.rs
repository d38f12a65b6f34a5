//! Whatever the text: nothing is lost, and what is found is there.

use proptest::prelude::*;

use super::super::{Original, decode_original};
use super::figures;

/// Texts of what reading looks at, in any order.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "一、",
        "二、",
        "三、",
        "（一）",
        "(二)",
        "一是",
        "二是",
        "三是",
        "——",
        "。",
        "；",
        "，",
        "：",
        "“",
        "”",
        "（",
        "）",
        "\"",
        "\n",
        "\r\n",
        "\u{2028}",
        " ",
        "\u{3000}",
        "\t",
        "7家",
        "17家",
        "７ 家",
        "1,7",
        ".",
        "2031年1月2日",
        "分送：",
        "印发",
        "树",
        "\u{0}",
        "🌳",
    ]);
    prop_oneof![
        prop::collection::vec(word, 0..40).prop_map(|words| words.concat()),
        any::<String>(),
    ]
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #[test]
    fn all_that_is_no_blank_is_in_the_passages_in_order(text in text()) {
        let original = Original::of_text(&text);
        let whole: String = original.passages.iter().map(|passage| passage.text.as_str()).collect();
        prop_assert_eq!(without_blanks(&whole), without_blanks(&text));
        for passage in &original.passages {
            prop_assert!(!passage.text.is_empty() && passage.text.trim() == passage.text);
        }
        let json = serde_json::to_vec(&original).unwrap();
        prop_assert_eq!(decode_original(&json).unwrap().passages.len(), original.passages.len());
    }

    #[test]
    fn what_is_found_is_the_form_at_its_place_and_equal_forms_keep_their_order(
        text in text(),
        told in prop::collection::vec(("[0-3](\\.[12])?(/[1-3])?", "[树七]{0,3}", "7家?|17家|2031年|树"), 0..9),
    ) {
        let told: Vec<_> = told.iter().map(|(place, subject, form)| ("a", &**place, &**subject, &**form)).collect();
        let original = Original::of_text(&text);
        let places = original.places(&figures(&told));
        prop_assert_eq!(places.len(), told.len());
        for ((_, place, _, form), found) in told.iter().zip(&places) {
            let Some(found) = found else { continue };
            let passage = &original.passages[found.passage];
            let shown = passage.text[found.start..found.end].replace('７', "7");
            prop_assert_eq!(without_blanks(&shown), *form);
            let section = place.split('/').next().unwrap();
            prop_assert!(passage.place.as_str().starts_with(section));
        }
        for (nth, (figure, found)) in told.iter().zip(&places).enumerate() {
            for (other, before) in told.iter().zip(&places).take(nth) {
                if (figure.1, figure.3) == (other.1, other.3) {
                    let at = |found: &Option<super::super::Found>| found.map(|found| (found.passage, found.start));
                    prop_assert!(at(before) <= at(found));
                }
            }
        }
    }
}
