//! The finished wasm, read by a validator that knows nothing newer than the oldest browser we meet.

use wasmparser::{KnownCustom, Parser, Payload, Validator, WasmFeatures};

use super::tally::Tally;
use crate::{failure::Failure, files, project::Project};

/// Chromium 75: what `.cargo/config.toml` asks the compiler for.
const FLOOR: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT);

/// wasm-bindgen names the few functions it adds itself; the app's own names would be a hundred times that.
const NAMES_LIMIT: usize = 4096;

/// Holds when every wasm file of the build runs in the oldest browsers and carries no function names.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    let files: Vec<_> = files::below(&project.dist())?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "wasm"))
        .collect();
    if files.is_empty() {
        return Err(Failure::NoBuild {
            reason: "其中没有 wasm；先运行 cargo xtask build",
        });
    }
    for path in files {
        let bytes = files::read(&path)?;
        let names = inspect(&bytes).map_err(|reason| Failure::Content {
            path: path.clone(),
            reason,
        })?;
        println!("{}：仅用 Chromium 75 的特性，函数名 {names} 字节", path.display());
    }
    Ok(Tally::SUCCESS)
}

/// The bytes spent on names, or what is wrong with the file.
fn inspect(bytes: &[u8]) -> Result<usize, String> {
    Validator::new_with_features(FLOOR)
        .validate_all(bytes)
        .map_err(|error| error.to_string())?;
    let mut names = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::CustomSection(section) = payload.map_err(|error| error.to_string())?
            && let KnownCustom::Name(_) = section.as_known()
        {
            names += section.data().len();
        }
    }
    if names > NAMES_LIMIT {
        Err(format!("函数名占 {names} 字节；正式版不应带函数名"))
    } else {
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: [u8; 8] = *b"\0asm\x01\0\0\0";

    fn with_section(id: u8, body: &[u8]) -> Vec<u8> {
        let mut module = EMPTY.to_vec();
        module.push(id);
        let mut length = body.len();
        while length >= 0x80 {
            module.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        module.push(length as u8);
        module.extend(body);
        module
    }

    #[test]
    fn a_plain_module_holds() {
        assert_eq!(inspect(&EMPTY), Ok(0));
    }

    #[test]
    fn a_function_with_two_results_is_too_new() {
        assert_eq!(inspect(&with_section(1, &[1, 0x60, 0, 1, 0x7f])), Ok(0));
        assert!(inspect(&with_section(1, &[1, 0x60, 0, 2, 0x7f, 0x7f])).is_err());
    }

    #[test]
    fn a_reference_as_a_value_is_too_new() {
        assert!(inspect(&with_section(1, &[1, 0x60, 1, 0x6f, 0])).is_err());
    }

    #[test]
    fn many_names_are_refused_and_a_few_are_not() {
        let names = |count: usize| [b"\x04name".as_slice(), &vec![0; count]].concat();
        assert_eq!(inspect(&with_section(0, &names(3))), Ok(3));
        assert!(inspect(&with_section(0, &names(5000))).is_err());
    }
}
