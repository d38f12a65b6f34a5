//! The app's chunks: what the linker made, taken apart.

use std::{collections::BTreeMap, fs, path::Path};

use sha2::{Digest, Sha256};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::told;

/// The chunk that is there from the beginning.
pub const MAIN: &str = "main.wasm";

/// Every chunk but the first.
pub struct Chunks {
    /// The stems of the files, by the names that the app gives its chunks; several chunks may need the same file.
    needs: BTreeMap<String, Vec<String>>,
    /// What is in them.
    files: BTreeMap<String, Vec<u8>>,
}

/// Takes `whole` apart. The first chunk is left in `folder`, for wasm-bindgen.
pub fn split(whole: &Path, folder: &Path) -> Result<Chunks, String> {
    let bytes = fs::read(whole).map_err(told(whole))?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(told(folder))?;
    }
    let main = folder.join(MAIN);
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.target.web();
    let split = transform(options).map_err(|error| format!("{}：{error:#}", whole.display()))?;
    let mut files = BTreeMap::new();
    for path in &split.split_modules {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let stem = stem.ok_or_else(|| format!("{} 没有名字", path.display()))?;
        let bytes = fs::read(path).map_err(told(path))?;
        let bytes = without_custom_sections(&bytes).map_err(|error| format!("{}：{error}", path.display()))?;
        files.insert(stem.to_owned(), bytes);
    }
    if files.is_empty() {
        return Err(format!("{} 里没有可分的块", whole.display()));
    }
    Ok(Chunks {
        needs: split.prefetch_map.into_iter().collect(),
        files,
    })
}

impl Chunks {
    /// The names of the chunks.
    pub fn names(&self) -> Vec<&str> {
        self.needs.keys().map(String::as_str).collect()
    }

    /// Every file with the name it goes by, which begins with that of the app.
    pub fn named(&self, app: &str) -> Vec<(String, &[u8])> {
        let files = self.files.iter();
        files
            .map(|(stem, bytes)| (name(app, stem, bytes), bytes.as_slice()))
            .collect()
    }

    /// The chunks with the names of their files, as JSON.
    pub fn list(&self, app: &str) -> Result<String, String> {
        let mut list = BTreeMap::new();
        for (chunk, stems) in &self.needs {
            let named = stems.iter().map(|stem| {
                let bytes = self
                    .files
                    .get(stem)
                    .ok_or_else(|| format!("{chunk} 要 {stem}，却没有这个文件"))?;
                Ok(name(app, stem, bytes))
            });
            list.insert(chunk, named.collect::<Result<Vec<_>, String>>()?);
        }
        serde_json::to_string(&list).map_err(|error| error.to_string())
    }
}

/// `app-lists-0123456789abcdef.wasm`
fn name(app: &str, stem: &str, bytes: &[u8]) -> String {
    // What several share has no name of its own.
    let stem = match (stem.strip_prefix("split_"), stem.strip_prefix("chunk_")) {
        (Some(name), _) => name.to_owned(),
        (None, Some(number)) => format!("shared-{number}"),
        (None, None) => stem.to_owned(),
    };
    let sum = Sha256::digest(bytes);
    let sum: String = sum.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{app}-{stem}-{sum}.wasm")
}

/// Names and what other tools have left: a browser needs none of it.
fn without_custom_sections(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut kept = bytes.get(..8).unwrap_or_default().to_vec();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(|error| error.to_string())?;
        if let Payload::CustomSection(_) = payload {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let body = bytes.get(range.start as usize..range.end as usize).unwrap_or_default();
            kept.push(id);
            leb(body.len(), &mut kept);
            kept.extend(body);
        }
    }
    Ok(kept)
}

/// A length, as wasm writes it.
fn leb(mut number: usize, into: &mut Vec<u8>) {
    while number >= 0x80 {
        into.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    into.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks() -> Chunks {
        let files = [("split_lists", b"1".to_vec()), ("chunk_4", b"2".to_vec())];
        Chunks {
            needs: BTreeMap::from([("lists".to_owned(), vec!["chunk_4".to_owned(), "split_lists".to_owned()])]),
            files: files.map(|(stem, bytes)| (stem.to_owned(), bytes)).into(),
        }
    }

    #[test]
    fn files_go_by_what_is_in_them() {
        // printf 1 | sha256sum; printf 2 | sha256sum
        assert_eq!(
            chunks().list("app"),
            Ok(r#"{"lists":["app-shared-4-d4735e3a265e16ee.wasm","app-lists-6b86b273ff34fce1.wasm"]}"#.to_owned())
        );
        assert_eq!(
            chunks()
                .named("app")
                .into_iter()
                .map(|(name, _)| name)
                .collect::<Vec<_>>(),
            ["app-shared-4-d4735e3a265e16ee.wasm", "app-lists-6b86b273ff34fce1.wasm"]
        );
    }

    #[test]
    fn a_chunk_without_its_file_is_an_error() {
        let mut chunks = chunks();
        chunks.files.remove("chunk_4");
        assert!(chunks.list("app").is_err_and(|told| told.contains("chunk_4")));
    }

    #[test]
    fn what_browsers_need_is_kept_byte_for_byte() {
        let empty = *b"\0asm\x01\0\0\0";
        let custom = |bytes: &[u8]| [&[0, 5], b"\x04name".as_slice(), bytes].concat();
        let types = [1, 4, 1, 0x60, 0, 0];
        let whole = [empty.as_slice(), &custom(b""), &types, &custom(b"")].concat();
        assert_eq!(without_custom_sections(&whole), Ok([empty.as_slice(), &types].concat()));
        assert!(without_custom_sections(b"html").is_err());
        let mut long = Vec::new();
        leb(300, &mut long);
        assert_eq!(long, [0xac, 2]);
    }
}
