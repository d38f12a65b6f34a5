//! Pinyin for names that have none yet.

use std::collections::HashMap;

use annual_report::model::PackFile;
use pinyin::{ToPinyin, ToPinyinMulti};
use serde_json::{Value, json};

use super::files::Files;

/// A name whose pinyin was filled in.
#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    /// The file of its row, and the row.
    pub row: (PackFile, usize),
    /// The name.
    pub name: String,
    /// What it is spelled now.
    pub pinyin: String,
    /// Its characters that are read in several ways, each with the ways, as it is read here first.
    pub doubtful: Vec<String>,
}

/// Names with pinyin and initials, as other reports of the pack have them: read by somebody already.
pub type Known = HashMap<String, (String, String)>;

/// What a report knows of spelling: each name with its pinyin and initials.
pub fn known(files: &Files) -> Vec<(String, (String, String))> {
    let rows = [PackFile::Enterprises, PackFile::Projects].map(|file| files.of(file).as_array());
    let rows = rows.into_iter().flatten().flatten();
    let text = |row: &Value, field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    rows.map(|row| (text(row, "name"), (text(row, "pinyin"), text(row, "initials"))))
        .collect()
}

/// Fills in pinyin and initials where they are empty, as they are known or else by the table, and says of which names.
pub fn fill(files: &mut Files, known: &Known) -> Vec<Filled> {
    let mut filled = Vec::new();
    for file in [PackFile::Enterprises, PackFile::Projects] {
        for (nth, row) in files.of_mut(file).as_array_mut().into_iter().flatten().enumerate() {
            let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (name, pinyin, initials) = (text("name"), text("pinyin"), text("initials"));
            if name.is_empty() || !(pinyin.is_empty() || initials.is_empty()) {
                continue;
            }
            let read = known.get(&name).cloned();
            // Whoever wrote the pinyin has read the name; its first letters follow.
            let read = read.or_else(|| Some((pinyin.clone(), first_letters(&name, &pinyin)?)));
            let is_read = read.is_some();
            let (spelled, first) = read.unwrap_or_else(|| of_name(&name));
            if pinyin.is_empty() {
                row["pinyin"] = json!(spelled);
            }
            if initials.is_empty() {
                row["initials"] = json!(first);
            }
            // First letters alone are nothing to look at.
            if !pinyin.is_empty() && is_read {
                continue;
            }
            filled.push(Filled {
                row: (file, nth),
                doubtful: if is_read { Vec::new() } else { doubtful(&name) },
                pinyin: spelled,
                name,
            });
        }
    }
    filled
}

/// Words that are read otherwise than their characters by themselves.
const WORDS: [(&str, &[&str]); 14] = [
    ("重庆", &["chong", "qing"]),
    ("银行", &["yin", "hang"]),
    ("行业", &["hang", "ye"]),
    ("长江", &["chang", "jiang"]),
    ("长安", &["chang", "an"]),
    ("长沙", &["chang", "sha"]),
    ("长春", &["chang", "chun"]),
    ("长寿", &["chang", "shou"]),
    ("长城", &["chang", "cheng"]),
    ("朝阳", &["chao", "yang"]),
    ("厦门", &["xia", "men"]),
    ("成都", &["cheng", "du"]),
    ("西藏", &["xi", "zang"]),
    ("调度", &["diao", "du"]),
];

/// Characters that names often have and that are often read otherwise. Nearly every character has a rare reading; to ask
/// about all of them would hide those that matter.
const OFTEN: &str = "重长行乐朝单曾解查厦都会调藏参差乘盛数宿弹便铺强校相降率模奇宁应几屏柏车大发干合和还卡落绿没难曲省石识说提为尾兴血叶与员载占中种属圩埔堡泊坊塔隆";

/// Whole pinyin and first letters, lower case, without tones, ü as v. Letters and digits of the name stay in both; other
/// signs in neither.
pub fn of_name(name: &str) -> (String, String) {
    let (mut whole, mut first) = (String::new(), String::new());
    let mut rest = name;
    while let Some(character) = rest.chars().next() {
        if let Some((word, readings)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            readings.iter().for_each(|reading| whole.push_str(reading));
            first.extend(readings.iter().filter_map(|reading| reading.chars().next()));
            rest = rest.strip_prefix(word).unwrap_or_default();
            continue;
        }
        match character.to_pinyin() {
            Some(reading) => {
                let plain = typed(reading.plain());
                first.extend(plain.chars().next());
                whole.push_str(&plain);
            }
            None if character.is_ascii_alphanumeric() => {
                let small = character.to_ascii_lowercase();
                whole.push(small);
                first.push(small);
            }
            None => {}
        }
        rest = rest.strip_prefix(character).unwrap_or_default();
    }
    (whole, first)
}

/// The first letters of a name that is spelled so, if its characters can be read so.
fn first_letters(name: &str, pinyin: &str) -> Option<String> {
    let mut characters = name.chars();
    let Some(character) = characters.next() else {
        return pinyin.is_empty().then(String::new);
    };
    let rest = characters.as_str();
    let mut readings = readings(character);
    if readings.is_empty() {
        readings.push(if character.is_ascii_alphanumeric() {
            character.to_ascii_lowercase().to_string()
        } else {
            String::new()
        });
    }
    readings.iter().find_map(|reading| {
        let letters = first_letters(rest, pinyin.strip_prefix(reading.as_str())?)?;
        let first: String = reading.chars().take(1).collect();
        Some(first + &letters)
    })
}

/// Every way to read a character, the usual one first.
fn readings(character: char) -> Vec<String> {
    let mut readings: Vec<String> = character
        .to_pinyin()
        .map(|usual| typed(usual.plain()))
        .into_iter()
        .collect();
    for reading in character.to_pinyin_multi().into_iter().flatten() {
        let plain = typed(reading.plain());
        if !readings.contains(&plain) {
            readings.push(plain);
        }
    }
    readings
}

fn typed(plain: &str) -> String {
    plain.replace('ü', "v")
}

/// The characters of a name that a reader may well read otherwise: 重（zhong、chong）.
fn doubtful(name: &str) -> Vec<String> {
    let sure = WORDS
        .iter()
        .fold(name.to_owned(), |name, (word, _)| name.replace(word, ""));
    let mut doubtful: Vec<String> = Vec::new();
    for character in sure.chars().filter(|character| OFTEN.contains(*character)) {
        let readings = readings(character);
        let told = format!("{character}（{}）", readings.join("、"));
        if readings.len() > 1 && !doubtful.contains(&told) {
            doubtful.push(told);
        }
    }
    doubtful
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_filled_in_and_what_was_written_stays() {
        let mut files = Files::empty();
        files.enterprises = json!([
            {"name": "绿野PVC（2厂）", "pinyin": "", "initials": ""},
            {"name": "重庆", "pinyin": "chongqing", "initials": ""},
            {"name": "已写", "pinyin": "x", "initials": "y"},
            {"name": "长岭科创园", "pinyin": "changlingkechuangyuan", "initials": ""},
            {"name": "重庆银行", "pinyin": "", "initials": ""},
        ]);
        let filled = fill(&mut files, &Known::new());
        let spelled = |nth: usize, field: &str| files.enterprises[nth][field].as_str().unwrap().to_owned();
        assert_eq!(
            (spelled(0, "pinyin").as_str(), spelled(0, "initials").as_str()),
            ("lvyepvc2chang", "lypvc2c")
        );
        assert_eq!(
            (spelled(1, "pinyin").as_str(), spelled(2, "pinyin").as_str()),
            ("chongqing", "x")
        );
        assert_eq!(spelled(3, "initials"), "clkcy");
        assert_eq!(spelled(4, "pinyin"), "chongqingyinhang");
        let names: Vec<&str> = filled.iter().map(|filled| filled.name.as_str()).collect();
        assert_eq!(names, ["绿野PVC（2厂）", "重庆银行"]);
        assert!(filled[1].doubtful.is_empty() && filled[0].doubtful[0].starts_with("绿（lv、lu"));
        assert_eq!(filled[0].row, (PackFile::Enterprises, 0));
    }

    #[test]
    fn a_name_of_another_year_is_spelled_as_it_was_then() {
        let row = |pinyin: &str, initials: &str| json!([{"name": "长岭铝业", "pinyin": pinyin, "initials": initials}]);
        let (mut last, mut next) = (Files::empty(), Files::empty());
        last.projects = row("changlinglvye", "clly");
        next.enterprises = row("", "");
        let filled = fill(&mut next, &known(&last).into_iter().collect());
        assert_eq!(next.enterprises, row("changlinglvye", "clly"));
        assert!(filled[0].doubtful.is_empty());
        next.enterprises = row("", "");
        assert!(!fill(&mut next, &Known::new())[0].doubtful.is_empty());
    }

    /// The pinyin of the project's own pack was read by hand; wherever the table reads otherwise, it says that it may.
    #[test]
    fn every_name_that_is_read_otherwise_is_flagged() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/2021");
        let mut otherwise = 0;
        let mut names = 0;
        for file in ["enterprises.json", "projects.json"] {
            let text = std::fs::read_to_string(format!("{folder}/{file}")).unwrap();
            let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
            for row in rows {
                let (name, by_hand) = (row["name"].as_str().unwrap(), row["pinyin"].as_str().unwrap());
                names += 1;
                if of_name(name).0 != by_hand {
                    otherwise += 1;
                    assert!(!doubtful(name).is_empty(), "{name}: {} is {by_hand}", of_name(name).0);
                }
            }
        }
        assert!(otherwise > 0 && names > 60, "{otherwise} of {names}");
    }
}
