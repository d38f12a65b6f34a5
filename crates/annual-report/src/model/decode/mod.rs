//! From bytes to types, with the place of what is wrong: `figures.json: /12/unit: …`.

mod error;
#[cfg(test)]
mod tests;

use super::columns_read;
use super::json::Json;
use super::locate::places_of;
use super::read::{Read, Reading, Wrong};
use super::{Enterprise, Enterprises, Figure, Index, Original, PackFile, Project, Report};
pub use error::DecodeError;
use error::{not_json, refused};

/// Reads `index.json`. Fails on another schema version, too.
pub fn decode_index(bytes: &[u8]) -> Result<Index, DecodeError> {
    let index: Index = decode(PackFile::Index, bytes)?;
    if index.schema != Index::SCHEMA {
        return Err(refused(
            PackFile::Index,
            "/schema",
            format!("格式版本 {} 不是本程序能读的 {}", index.schema, Index::SCHEMA),
            "换用能读这个版本的程序，或照 docs/data.md 改写数据",
        ));
    }
    for (nth, entry) in index.reports.iter().enumerate() {
        if !is_folder(entry.id.as_str()) {
            return Err(refused(
                PackFile::Index,
                &format!("/reports/{nth}/id"),
                format!("“{}”不能作目录名", entry.id),
                "只用英文字母、数字、连字符和下划线",
            ));
        }
    }
    if !index.reports.iter().any(|entry| entry.id == index.default) {
        return Err(refused(
            PackFile::Index,
            "/default",
            format!("“{}”不是 /reports 中任何报告的 id", index.default),
            "改成其中一份报告的 id",
        ));
    }
    Ok(index)
}

/// Whether this names a folder beside the index, whatever the host: it must not lead out of it.
fn is_folder(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

/// Reads `report.json`.
pub fn decode_report(bytes: &[u8]) -> Result<Report, DecodeError> {
    decode(PackFile::Report, bytes)
}

/// Reads `figures.json`.
pub fn decode_figures(bytes: &[u8]) -> Result<Vec<Figure>, DecodeError> {
    decode(PackFile::Figures, bytes)
}

/// Reads `enterprises.json` in either layout, rows or columns.
pub fn decode_enterprise_table(bytes: &[u8]) -> Result<Enterprises, DecodeError> {
    let text = without_mark(bytes);
    if !is_in_columns(bytes) {
        let table = Enterprises::new(&decode_enterprises(bytes)?);
        return match table.too_many_words() {
            Some(what) => Err(refused(
                PackFile::Enterprises,
                "",
                format!("不同的{what}超过 {} 个", u16::MAX),
                "把意思相同的词写成一样",
            )),
            None => Ok(table),
        };
    }
    let file = columns_read::read(text).map_err(|error| not_json(PackFile::Enterprises, text, &error))?;
    file.into_table().map_err(|(column, problem)| {
        let path = format!("/{column}");
        let (line, place) = places_of(text, &[&path]).into_iter().next().unwrap_or_default();
        DecodeError {
            line,
            column: place,
            ..refused(
                PackFile::Enterprises,
                &path,
                problem,
                "各列的长短和序号要互相对得上，见 docs/data.md",
            )
        }
    })
}

/// Whether these bytes of `enterprises.json` are in the layout of columns; its first character says so.
pub fn is_in_columns(bytes: &[u8]) -> bool {
    let mut text = without_mark(bytes).iter();
    text.find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// The file as a tree, whatever it should say; `None` where it is not JSON.
pub(crate) fn tree(bytes: &[u8]) -> Option<Json<'_>> {
    serde_json::from_slice(without_mark(bytes)).ok()
}

/// Reads `enterprises.json` in the layout of rows.
pub fn decode_enterprises(bytes: &[u8]) -> Result<Vec<Enterprise>, DecodeError> {
    decode(PackFile::Enterprises, bytes)
}

/// Reads `projects.json`.
pub fn decode_projects(bytes: &[u8]) -> Result<Vec<Project>, DecodeError> {
    decode(PackFile::Projects, bytes)
}

/// Reads `source.json`, which a pack may be without.
pub fn decode_original(bytes: &[u8]) -> Result<Original, DecodeError> {
    decode(PackFile::Original, bytes)
}

/// Texts of a file that is otherwise as it should be, of which not all is shown: too long, nothing to see, or with
/// characters that would turn other texts around. Not of the column layout, which no hand writes.
pub fn unshown(file: PackFile, bytes: &[u8]) -> Vec<DecodeError> {
    let bytes = without_mark(bytes);
    let unshown = match file {
        PackFile::Index => read::<Index>(file, bytes).map(|read| read.1),
        PackFile::Report => read::<Report>(file, bytes).map(|read| read.1),
        PackFile::Figures => read::<Vec<Figure>>(file, bytes).map(|read| read.1),
        PackFile::Enterprises => read::<Vec<Enterprise>>(file, bytes).map(|read| read.1),
        PackFile::Projects => read::<Vec<Project>>(file, bytes).map(|read| read.1),
        PackFile::Original => read::<Original>(file, bytes).map(|read| read.1),
    };
    placed(file, bytes, unshown.map(|reading| reading.unshown).unwrap_or_default()).collect()
}

fn decode<T: Read>(file: PackFile, bytes: &[u8]) -> Result<T, DecodeError> {
    let bytes = without_mark(bytes);
    let (value, reading) = read(file, bytes)?;
    let mut wrong = placed(file, bytes, reading.wrong);
    match (value, wrong.next()) {
        (_, Some(first)) => Err(DecodeError {
            further: wrong.collect(),
            ..first
        }),
        (Some(value), None) => Ok(value),
        // Reading notes why it gives up; should it ever forget, the file is still refused rather than half shown.
        (None, None) => Err(refused(file, "", "无法读取".to_owned(), "")),
    }
}

fn read<T: Read>(file: PackFile, bytes: &[u8]) -> Result<(Option<T>, Reading), DecodeError> {
    let tree: Json<'_> = serde_json::from_slice(bytes).map_err(|error| not_json(file, bytes, &error))?;
    let mut reading = Reading::default();
    Ok((T::read(tree, &mut reading), reading))
}

/// What reading found, with lines and columns.
fn placed(file: PackFile, bytes: &[u8], found: Vec<Wrong>) -> impl Iterator<Item = DecodeError> {
    let paths: Vec<&str> = found.iter().map(|wrong| wrong.path.as_str()).collect();
    let places = places_of(bytes, &paths);
    found
        .into_iter()
        .zip(places)
        .map(move |(wrong, (line, column))| DecodeError {
            file,
            path: wrong.path,
            line,
            column,
            problem: wrong.problem,
            advice: wrong.advice,
            further: Vec::new(),
        })
}

/// Editors on Windows put a byte order mark before UTF-8, which JSON does not allow and nobody sees.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
