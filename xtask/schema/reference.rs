//! The reference of every field, for people: where it stands, what it is called in a workbook, what belongs into it.

use annual_report::model::PackFile;

use super::layout::{Column, Kind, Rows, SHEETS, Sheet};

const HEAD: &str = "\
# 字段

数据包每个文件的每个字段，在 JSON 里叫什么、在表格里是哪一列、填什么。由 `cargo xtask schema` 从程序的类型和表格的列写成，不要手改；
规矩和例子见 [data.md](data.md)。

“要写”的字段漏写是错误；“可不写”的，没有就整个不写（表格里空着）。写了没有列出的字段也是错误，写错的字段名因此会被发现。
";

const INDEX: &str = "\
## index.json

有哪些报告。不在表格里；`cargo xtask new-year` 和 `import` 会把新的一份加进去。

| 字段 | 写成 | | 意思 |
|---|---|---|---|
| `schema` | 整数 | 要写 | 格式的版本，现为 1 |
| `default` | 文字 | 要写 | 没有指定时打开哪一份：它的编号 |
| `reports[].id` | 文字 | 要写 | 编号，也是 `data/` 下的目录名 |
| `reports[].year` | 整数 | 要写 | 报告说的是哪一年 |
| `reports[].title` | 文字 | 要写 | 供选择时看的标题 |
";

/// The whole page.
pub fn text() -> String {
    let mut text = format!("{HEAD}\n{INDEX}");
    for file in [
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
    ] {
        text.push_str(&format!("\n## {}\n", file.name()));
        SHEETS
            .iter()
            .filter(|sheet| sheet.file == file)
            .for_each(|sheet| text.push_str(&section(sheet)));
    }
    text
}

fn section(sheet: &Sheet) -> String {
    let mut text = format!(
        "\n### {}\n\n{}JSON 里是 `{}`。\n\n",
        sheet.name,
        sheet.explained(),
        path(sheet)
    );
    text.push_str("| 字段 | 表格的列 | 写成 | | 意思 |\n|---|---|---|---|---|\n");
    match sheet.rows {
        Rows::Within(parent, _) => {
            let line = format!(
                "| | {} | 文字 | 要写 | 这一行属于哪个{parent}：它的编号；JSON 里写在它里面 |\n",
                sheet.owner
            );
            text.push_str(&line);
        }
        Rows::Grouped(_, lists) => {
            let line = format!("| | {} | 词：{} | 要写 | 写在哪一组里 |\n", sheet.owner, words(lists));
            text.push_str(&line);
        }
        Rows::File | Rows::Object(_) | Rows::List(_) => {}
    }
    for column in sheet.columns {
        let field = match column.field {
            "" => "（整项）".to_owned(),
            field => format!("`{field}`"),
        };
        let need = match (column.optional, column.waits) {
            (true, _) => "可不写",
            (_, true) => "要写，可以先空着",
            _ => "要写",
        };
        let line = format!(
            "| {field} | {} | {} | {need} | {} |\n",
            column.head,
            kind(column),
            column.told
        );
        text.push_str(&line);
    }
    text
}

/// Where the rows of a sheet stand, as one would say it in a program.
fn path(sheet: &Sheet) -> String {
    match sheet.rows {
        Rows::File => "[]".to_owned(),
        Rows::Object(field) => field.to_owned(),
        Rows::List(field) => format!("{field}[]"),
        Rows::Within(parent, field) => {
            let parent = SHEETS
                .iter()
                .find(|known| known.name == parent && known.file == sheet.file);
            format!("{}.{field}[]", parent.map(path).unwrap_or_default())
        }
        Rows::Grouped(field, lists) => {
            let names: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
            format!("{field}.{}[]", names.join("[]、."))
        }
    }
}

fn kind(column: &Column) -> String {
    match column.kind {
        Kind::Text | Kind::Key => "文字".to_owned(),
        Kind::Whole => "整数".to_owned(),
        Kind::Value => "数；日期是文字".to_owned(),
        Kind::No => "`false`（表格里写 否）".to_owned(),
        Kind::Word(list) => format!("词：{}", words(list)),
        Kind::Ids => "编号的列表".to_owned(),
        Kind::Texts => "文字的列表".to_owned(),
    }
}

/// Words of the pack, each with what it is called in a workbook where that is something else.
fn words(list: &[(&str, &str)]) -> String {
    let words = list.iter().map(|(word, label)| match word == label {
        true => (*word).to_owned(),
        false => format!("`{word}`（{label}）"),
    });
    words.collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_every_sheet_is_in_it() {
        let text = text();
        for sheet in SHEETS {
            let section = section(sheet);
            assert!(text.contains(&section), "{}", sheet.name);
            assert!(
                sheet.columns.iter().all(|column| section.contains(column.told)),
                "{}",
                sheet.name
            );
        }
        assert!(text.contains("`sections[].items[].points[]`"));
        for file in [
            PackFile::Report,
            PackFile::Figures,
            PackFile::Enterprises,
            PackFile::Projects,
        ] {
            assert_eq!(text.matches(&format!("\n## {}\n", file.name())).count(), 1);
        }
    }
}
