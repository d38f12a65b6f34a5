//! Which place each passage belongs to.

use super::super::{Original, decode_original};
use super::DOCUMENT;
use crate::model::Place;

/// Place, how the passage begins, and a + where it runs on.
fn read(text: &str) -> Vec<String> {
    let original = Original::of_text(text);
    let told = original.passages.iter().map(|passage| {
        let start: String = passage.text.chars().take(6).collect();
        format!("{} {start}{}", passage.place, if passage.runs_on { "+" } else { "" })
    });
    told.collect()
}

#[test]
fn headings_dashes_and_items_have_the_places_of_the_numbering() {
    assert_eq!(
        read(DOCUMENT),
        [
            "0 2031年示",
            "0 示例园区在2",
            "1 一、数字",
            "1/1 ——产值17",
            "1/2 ——新来企业",
            "2 二、做了什么",
            "2.1 （一）修路，",
            "2.1/1 一是修东路。+",
            "2.1/2 二是修西路。+",
            "2.1/2 西路还要再修",
            "2.2 （二）种树。",
            "3 三、还差什么",
            "3 差得不多：",
            "3/1 一是树少；+",
            "3/2 二是路窄，原+",
            "3/3 三是灯暗。+",
            "4 四、2032",
            "4 再修1条路。",
            "0 分送：各处。",
            "0 示例园区办公",
        ]
    );
}

#[test]
fn a_number_out_of_order_is_no_heading() {
    assert_eq!(
        read("二、先说这个\n（一）再说那个\n一是对的。"),
        ["0 二、先说这个", "0 （一）再说那", "0 一是对的。"]
    );
    assert_eq!(
        read("一、甲\n三、丙\n（二）乙\n二是晚了。\n二、乙\n十、癸"),
        [
            "1 一、甲",
            "1 三、丙",
            "1 （二）乙",
            "1 二是晚了。",
            "2 二、乙",
            "2 十、癸"
        ]
    );
}

#[test]
fn an_item_is_a_clause_outside_quotes_and_brackets() {
    let items = |text: &str| read(&format!("一、甲\n{text}")).len() - 1;
    assert_eq!(items("先说：一是好；二是快，三是省。"), 4);
    assert_eq!(items("一是说过“先要稳。”二是还要快。"), 2);
    assert_eq!(items("都说“一是好；二是快”，（一是真的），其一是这样。"), 1);
    assert_eq!(
        items("一是这样，他说“还没完。二是忘了引号。"),
        2,
        "a quote that does not end is none"
    );
    assert_eq!(items("一是好。三是漏了二。"), 1);
    let ten: String = "一二三四五六七八九".chars().map(|n| format!("{n}是好；")).collect();
    assert_eq!(items(&format!("{ten}十是好；十一是更好。")), 11);
}

#[test]
fn dashes_within_items_and_items_within_dashes_stay_where_they_are() {
    assert_eq!(
        read("一、甲\n一是好。\n——真的\n二是快。\n二、乙\n——有二：一是好；二是快。\n-5度。"),
        [
            "1 一、甲",
            "1/1 一是好。",
            "1/1 ——真的",
            "1/2 二是快。",
            "2 二、乙",
            "2/1 ——有二：一",
            "2/1 -5度。",
        ]
    );
}

#[test]
fn only_what_stands_below_the_text_is_imprint() {
    let last = |text: &str| read(text).pop().unwrap();
    assert_eq!(
        read("一、甲\n好。\n示例园区办公室\n2031年1月5日\n（公开发布）")[2..],
        ["0 示例园区办公", "0 2031年1", "0 （公开发布）"]
    );
    assert_eq!(last("一、甲\n好。\n二〇三一年一月五日"), "0 二〇三一年一");
    assert_eq!(last("一、甲\n2031年1月5日\n这一天下了雨。"), "1 这一天下了雨");
    assert_eq!(last("一、甲\n好。\n没有句号"), "1 没有句号");
}

#[test]
fn a_paragraph_that_is_too_long_for_a_passage_runs_on_after_a_sentence() {
    let sentence = format!("{}。", "好".repeat(1_999));
    let original = Original::of_text(&format!("一、甲\n{}", sentence.repeat(3)));
    let lengths: Vec<usize> = original
        .passages
        .iter()
        .map(|passage| passage.text.chars().count())
        .collect();
    assert_eq!(lengths, [3, 4_000, 2_000]);
    assert!(original.passages[2].runs_on && !original.passages[1].runs_on);
    assert_eq!(original.passages[2].place, Place::from("1"));
    assert_eq!(Original::of_text(&"好".repeat(5_001)).passages.len(), 2);
}

#[test]
fn the_file_is_read_back_and_what_is_wrong_with_it_has_its_place() {
    let original = Original::of_text(DOCUMENT);
    let json = serde_json::to_string_pretty(&original).unwrap();
    assert_eq!(decode_original(json.as_bytes()), Ok(original));
    let error = decode_original(b"{\"passages\": [\n{\"place\": \"1\", \"txt\": \"\"}]}").unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.line, error.column),
        ("/passages/0/txt", 2, 23)
    );
    assert!(
        error.to_string().starts_with("source.json: /passages/0/txt: "),
        "{error}"
    );
}
