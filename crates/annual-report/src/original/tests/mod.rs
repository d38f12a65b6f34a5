//! With made-up documents: what is read from them, and what is found in them.

mod finding;
mod property;
mod reading;

use super::Original;
use crate::model::{Figure, decode_figures};

/// A year of a park that there is not.
const DOCUMENT: &str = "\u{3000}\u{3000}2031年示例园区总结

示例园区在2031年有了新的样子。
一、数字
——产值17.5亿元，增长7%；企业17家。
——新来企业7家。
二、做了什么
（一）修路，走得更顺。一是修东路。东路长15.5公里，花了15天，好比“一是快，二是稳。”二是修西路。西路长15公里。
西路还要再修3年。
（二）种树。种了三百棵，又种了三棵。
三、还差什么
差得不多：一是树少；二是路窄，原因有三：一是山多，二是水多，三是人少；三是灯暗。
四、2032年做什么
再修1条路。

\u{3000}分送：各处。
示例园区办公室    2031年12月30日印发
";

/// Figures by id, place, subject and form.
fn figures(told: &[(&str, &str, &str, &str)]) -> Vec<Figure> {
    let entries: Vec<_> = told
        .iter()
        .map(|(id, section, subject, printed)| {
            serde_json::json!({
                "id": id, "section": section, "subject": subject, "printed": printed,
                "value": 1, "unit": "家", "kind": "count"
            })
        })
        .collect();
    decode_figures(serde_json::json!(entries).to_string().as_bytes()).unwrap()
}

/// What stands before each figure where it was found, and the figure itself in brackets.
fn found(text: &str, told: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let original = Original::of_text(text);
    let places = original.places(&figures(told));
    let shown = places.iter().map(|place| {
        let Some(found) = place else { return "—".to_owned() };
        let text = &original.passages[found.passage].text;
        let before: Vec<char> = text[..found.start].chars().rev().take(3).collect();
        let before: String = before.into_iter().rev().collect();
        format!("{before}[{}]", &text[found.start..found.end])
    });
    shown.collect()
}
