//! What is odd about a text, whichever field it stands in: signs that nobody sees, or that a wrong encoding left.

use super::Problem;
use crate::model::{Json, Level, PackFile, places_of, tree, unshown};

/// A text longer than this is no name or label, in characters.
const LONG: usize = 300;

/// Every odd text of a file, and those of which readers see less. What is not JSON has none; that it is not, is said
/// elsewhere.
pub(super) fn odd(file: PackFile, name: &str, bytes: &[u8], found: &mut Vec<Problem>) {
    let Some(tree) = tree(bytes) else { return };
    let mut odd = Vec::new();
    walk(&tree, &mut String::new(), &mut odd);
    for unshown in unshown(file, bytes) {
        odd.retain(|(path, ..)| *path != unshown.path);
        odd.push((unshown.path, unshown.problem, unshown.advice));
    }
    let pointers: Vec<&str> = odd.iter().map(|(path, ..)| path.as_str()).collect();
    let places = places_of(bytes, &pointers);
    for ((path, problem, advice), (line, column)) in odd.iter().zip(places) {
        found.push(Problem {
            level: Level::Warning,
            file: name.to_owned(),
            path: path.clone(),
            line,
            column,
            problem: problem.clone(),
            advice: (*advice).to_owned(),
        });
    }
}

type Odd = (String, String, &'static str);

fn walk(value: &Json<'_>, path: &mut String, odd: &mut Vec<Odd>) {
    let out = path.len();
    match value {
        Json::Text(text) => {
            if let Some((problem, advice)) = oddity(text) {
                odd.push((path.clone(), problem, advice));
            }
        }
        Json::List(values) => {
            for (nth, value) in values.iter().enumerate() {
                path.push_str(&format!("/{nth}"));
                walk(value, path, odd);
                path.truncate(out);
            }
        }
        Json::Object(fields) => {
            for (name, value) in fields {
                path.push_str(&format!("/{}", name.replace('~', "~0").replace('/', "~1")));
                walk(value, path, odd);
                path.truncate(out);
            }
        }
        Json::Null | Json::Flag(_) | Json::Number(_) => {}
    }
}

fn oddity(text: &str) -> Option<(String, &'static str)> {
    if text.trim().is_empty() {
        return Some(("是空的".to_owned(), "写上内容；可以不写的字段就整行删去"));
    }
    if let Some(sign) = text.chars().find(|c| is_unseen(*c)) {
        return Some((
            format!("有看不见的字符 U+{:04X}", u32::from(sign)),
            "把这段文字删掉，重新输入",
        ));
    }
    if text.contains('\u{FFFD}') || text.contains("锟斤拷") {
        return Some(("有乱码".to_owned(), "文件要存成 UTF-8，再照原文改好"));
    }
    if text.trim() != text {
        return Some(("开头或结尾有空格".to_owned(), "删去空格"));
    }
    let length = text.chars().count();
    (length > LONG).then(|| (format!("有 {length} 个字"), "描述要短，不抄原文整句；长的拆成几条"))
}

/// Controls, signs without width, and signs that turn the direction of writing.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::oddity;

    #[test]
    fn what_nobody_sees_is_named_by_its_number() {
        for (text, number) in [
            ("三磊\u{200B}玻纤", "U+200B"),
            ("\u{202E}三磊", "U+202E"),
            ("a\tb", "U+0009"),
            ("\u{FEFF}产值", "U+FEFF"),
        ] {
            let (problem, _) = oddity(text).unwrap();
            assert!(problem.contains(number), "{problem}");
        }
    }

    #[test]
    fn empty_mangled_padded_and_endless_texts_are_odd_and_others_are_not() {
        for text in ["", "  ", "锟斤拷", "产\u{FFFD}", "产值 ", &"长".repeat(301)] {
            assert!(oddity(text).is_some(), "{text}");
        }
        for text in ["产值", "一期 二线", "超…以上", &"长".repeat(300), "🏭"] {
            assert_eq!(oddity(text), None, "{text}");
        }
    }
}
