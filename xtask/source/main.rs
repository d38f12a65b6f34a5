//! Reads the text of an original from standard input and writes it as passages with their places beside the pack:
//! `cargo xtask source`, which says what it is called with.

#[path = "../check/words.rs"]
mod words;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use annual_report::check::{Problem, not_in_original};
use annual_report::model::{PackFile, decode_figures};
use annual_report::original::Original;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, shown] = arguments.as_slice() else {
        eprintln!("错误：由 cargo xtask source 调用");
        return ExitCode::FAILURE;
    };
    let told = io::read_to_string(io::stdin())
        .map_err(|error| format!("读不到原文（{error}）"))
        .and_then(|text| put(&text, folder, shown));
    match told {
        Ok(told) => {
            print!("{told}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("错误：{reason}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the original into the folder of its report, which is called `shown`, and says what became of it.
fn put(text: &str, folder: &Path, shown: &Path) -> Result<String, String> {
    let figures_name = PackFile::Figures.name();
    let bytes = fs::read(folder.join(figures_name))
        .map_err(|error| format!("{}：{error}；先补上这个文件", shown.join(figures_name).display()))?;
    let figures =
        decode_figures(&bytes).map_err(|error| format!("{}：{error}；先照 cargo xtask check 改好", shown.display()))?;
    let original = Original::of_text(text).with_figures(&figures);
    let name = PackFile::Original.name();
    let in_file = |reason: String| format!("{}：{reason}", shown.join(name).display());
    let json = serde_json::to_string_pretty(&original).map_err(|error| in_file(error.to_string()))?;
    fs::write(folder.join(name), json + "\n").map_err(|error| in_file(error.to_string()))?;
    let missing = not_in_original(figures_name, &bytes, &figures, &original);
    Ok(said(&original, figures.len(), &missing, shown))
}

fn said(original: &Original, figures: usize, missing: &[Problem], shown: &Path) -> String {
    let mut places: Vec<&str> = Vec::new();
    for passage in &original.passages {
        if !places.contains(&passage.place.as_str()) {
            places.push(passage.place.as_str());
        }
    }
    let mut text = format!(
        "{}：{} 段，出处 {} 处：{}\n",
        shown.join(PackFile::Original.name()).display(),
        original.passages.len(),
        places.len(),
        places.join(" ")
    );
    for problem in missing {
        text.push_str(&words::told(shown, problem));
    }
    text.push_str(&format!(
        "{figures} 个数字，找到 {} 个，没有找到 {} 个\n",
        figures - missing.len(),
        missing.len()
    ));
    text + "下次构建时原文随数据一起发布；不发布就用 cargo xtask source --remove 拿掉\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIGURES: &str = r#"[
  {"id": "roads", "section": "1/1", "subject": "路", "value": 15, "unit": "条", "printed": "15条", "kind": "count"},
  {"id": "trees", "section": "1/2", "subject": "树", "value": 3, "unit": "棵", "printed": "3棵", "kind": "count"},
  {"id": "lamps", "section": "2", "subject": "灯", "value": 9, "unit": "盏", "printed": "9盏", "kind": "count"}
]"#;

    #[test]
    fn an_original_is_written_and_what_it_does_not_have_is_listed_with_the_way_out() {
        let folder = std::env::temp_dir().join(format!("source-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let shown = Path::new("data/2031");
        let told = put("示例", &folder, shown).unwrap_err();
        assert!(told.contains("figures.json"), "{told}");
        fs::write(folder.join("figures.json"), FIGURES).unwrap();
        let told = put("示例园区\n一、做了什么\n——修路15条。\n——种树13棵。", &folder, shown).unwrap();
        assert_eq!(
            told,
            "data/2031/source.json：4 段，出处 4 处：0 1 1/1 1/2\n\
data/2031/figures.json:3:89 待核对 /1/printed：trees 的“3棵”：原文 1/2（第一部分第二条）没有这个数\n    \
→ 核对 printed 和 section；原文在数字中间换了行，就接成一行\n\
data/2031/figures.json:4:30 待核对 /2/section：lamps 的“9盏”：原文 2（第二部分）没有这一处\n    \
→ 核对 section；原文的“一、”“（一）”要在一行开头，“一是”要按次序\n\
3 个数字，找到 1 个，没有找到 2 个\n\
下次构建时原文随数据一起发布；不发布就用 cargo xtask source --remove 拿掉\n"
        );
        let written = fs::read(folder.join("source.json")).unwrap();
        let original = annual_report::original::decode_original(&written).unwrap();
        assert_eq!(original.passages[2].text, "——修路15条。");
        fs::remove_dir_all(folder).unwrap();
    }
}
