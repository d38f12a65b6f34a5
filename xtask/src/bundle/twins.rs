//! Beside every file that gains from it, the same file compressed, so that a host need not do it for every reader.

use std::path::{Path, PathBuf};

use crate::{compress, failure::Failure, files};

/// What is text, or compresses like it. Pictures are compressed as they are.
const GAINING: [&str; 7] = ["html", "css", "js", "wasm", "json", "svg", "txt"];

/// Below this a file fits into one packet anyway.
const SMALLEST: usize = 200;

/// Writes them, and returns how many there are and their bytes.
pub fn write(dist: &Path) -> Result<(usize, usize), Failure> {
    let (mut count, mut size) = (0, 0);
    for path in files::below(dist)? {
        let bytes = files::read(&path)?;
        if !gains(&path, bytes.len()) {
            continue;
        }
        for (ending, compress) in FORMATS {
            let compressed = compress(&bytes).map_err(|source| files::failure(&path, source))?;
            if compressed.len() < bytes.len() {
                files::write(&beside(&path, ending), &compressed)?;
                count += 1;
                size += compressed.len();
            }
        }
    }
    Ok((count, size))
}

type Compress = fn(&[u8]) -> std::io::Result<Vec<u8>>;
const FORMATS: [(&str, Compress); 2] = [(".br", compress::brotli), (".gz", compress::gzip)];

fn gains(path: &Path, size: usize) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    size > SMALLEST && extension.is_some_and(|extension| GAINING.contains(&extension))
}

/// `main.css` -> `main.css.br`
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_gains_has_twins_and_twins_have_none() {
        let folder = std::env::temp_dir().join(format!("twins-{}", std::process::id()));
        let put = |name: &str, content: &[u8]| files::write(&folder.join(name), content).unwrap();
        put("data/a.json", "[1, 2, 3]".repeat(100).as_bytes());
        put("small.css", b"a{}");
        put("photo.png", &[0; 1000]);
        assert_eq!(write(&folder).unwrap().0, 2);
        // Once more, with the twins already there.
        assert_eq!(write(&folder).unwrap().0, 2);
        let names: Vec<PathBuf> = files::below(&folder)
            .unwrap()
            .iter()
            .map(|path| path.strip_prefix(&folder).unwrap().to_owned())
            .collect();
        let expected = [
            "data/a.json",
            "data/a.json.br",
            "data/a.json.gz",
            "photo.png",
            "small.css",
        ];
        assert_eq!(names, expected.map(PathBuf::from));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
