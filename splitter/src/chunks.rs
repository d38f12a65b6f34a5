//! The app's chunks: what the linker made, taken apart.

use std::{collections::BTreeMap, convert::Infallible, fs, path::Path};

use sha2::{Digest, Sha256};
use wasm_encoder::{
    ElementSection, ImportSection, Module,
    reencode::{self, Error, Reencode},
};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{CustomSectionReader, Element, ElementItems, Import, Imports, Parser, Payload};

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
        let bytes = rewritten(&bytes, &[]).map_err(|error| format!("{}：{error}", path.display()))?;
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

/// Written anew. The linker leaves room in every number for the tools after it, which the oldest browsers do not take
/// where they expect a zero; and names and what else it has left nobody needs.
///
/// What it imports of the glue goes by the names of `names`, in the order of [`short_names`].
pub fn rewritten(bytes: &[u8], names: &[(String, String)]) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    let mut names = names.iter();
    Plain { names: &mut names }
        .parse_core_module(&mut module, Parser::new(0), bytes)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// The names of wasm-bindgen's functions that a module imports, each with another of a sign or two. Their own end with
/// sixteen signs that no compression makes shorter, there and in the glue.
pub fn short_names(bytes: &[u8]) -> Result<Vec<(String, String)>, String> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::ImportSection(imports) = payload.map_err(|error| error.to_string())? {
            for import in imports.into_imports() {
                let import = import.map_err(|error| error.to_string())?;
                if is_of_glue(&import) {
                    names.push((import.name.to_owned(), short(names.len())));
                }
            }
        }
    }
    Ok(names)
}

/// Whether the glue has it, rather than the loader of the chunks.
fn is_of_glue(import: &Import<'_>) -> bool {
    import.module.ends_with("_bg.js")
}

/// `a` to `z`, `a0` and so on: a name in a script, and another for every number.
fn short(number: usize) -> String {
    let letter = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{letter}{}", more - 1),
    }
}

/// Everything as it is, but for custom sections and elements of nothing: a function that has gone to another chunk leaves
/// such a one behind, in a form that the oldest browsers do not know.
struct Plain<'a> {
    names: &'a mut dyn Iterator<Item = &'a (String, String)>,
}

impl Reencode for Plain<'_> {
    type Error = Infallible;

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error<Infallible>> {
        let imports = match imports {
            Imports::Single(at, import) if is_of_glue(&import) => {
                let name = self.names.next().map_or(import.name, |(_, new)| new);
                Imports::Single(at, Import { name, ..import })
            }
            others => others,
        };
        reencode::utils::parse_imports(self, section, imports)
    }

    fn parse_element(&mut self, elements: &mut ElementSection, element: Element<'_>) -> Result<(), Error<Infallible>> {
        match &element.items {
            ElementItems::Functions(items) if items.count() == 0 => Ok(()),
            ElementItems::Expressions(_, items) if items.count() == 0 => Ok(()),
            _ => reencode::utils::parse_element(self, elements, element),
        }
    }
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
    fn numbers_take_no_more_room_than_they_need_and_names_are_left_out() {
        let header = b"\0asm\x01\0\0\0".as_slice();
        let name = [&[0, 5], b"\x04name".as_slice()].concat();
        // A type, a function of it, a table of one, and code that calls through it: table 0 once as the linker writes it.
        let types = [1, 4, 1, 0x60, 0, 0].as_slice();
        let functions = [3, 2, 1, 0].as_slice();
        let tables = [4, 4, 1, 0x70, 0, 1].as_slice();
        let padded = [10, 13, 1, 11, 0, 0x41, 0, 0x11, 0, 0x80, 0x80, 0x80, 0x80, 0, 0x0b].as_slice();
        let plain = [10, 9, 1, 7, 0, 0x41, 0, 0x11, 0, 0, 0x0b].as_slice();
        let whole = |code| [header, &name, types, functions, tables, code, &name].concat();
        let expected = [header, types, functions, tables, plain].concat();
        assert_eq!(rewritten(&whole(padded), &[]), Ok(expected.clone()));
        assert_eq!(rewritten(&whole(plain), &[]), Ok(expected));
        assert!(rewritten(b"html", &[]).is_err());
        // Two elements, of which the first, written with expressions, holds nothing.
        let elements = [9, 12, 2, 4, 0x41, 0, 0x0b, 0, 0, 0x41, 0, 0x0b, 1, 0].as_slice();
        let kept = [9, 7, 1, 0, 0x41, 0, 0x0b, 1, 0].as_slice();
        let with = |elements| [header, types, functions, tables, elements, plain].concat();
        assert_eq!(rewritten(&with(elements), &[]), Ok(with(kept)));
    }

    #[test]
    fn what_is_imported_of_the_glue_has_a_short_name_and_nothing_else_has() {
        let imports = |glue: &str| {
            let mut types = wasm_encoder::TypeSection::new();
            types.ty().function([], []);
            let mut imports = ImportSection::new();
            for (module, name) in [("__wasm_split", "__wbg_now_1"), ("./app_bg.js", glue)] {
                imports.import(module, name, wasm_encoder::EntityType::Function(0));
            }
            let mut module = Module::new();
            module.section(&types).section(&imports);
            module.finish()
        };
        let whole = imports("__wbg_now_1");
        let names = short_names(&whole);
        assert_eq!(names, Ok(vec![("__wbg_now_1".to_owned(), "a".to_owned())]));
        assert_eq!(rewritten(&whole, &names.unwrap_or_default()), Ok(imports("a")));
        let all: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(all.len(), 1000);
    }
}
