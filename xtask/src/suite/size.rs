//! The first load, file by file, as a host sends it: brotli at its highest level.

use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

use super::tally::Tally;
use crate::{failure::Failure, files, project::Project};

/// All of the first load together, in compressed bytes.
const LIMIT: usize = 322_500;

/// What a browser asks for when the page opens. Anything else in the build is named, so that nothing hides.
const COUNTED: [&str; 6] = ["html", "js", "wasm", "css", "json", "svg"];

/// What other pages load, to frame this one; the page itself never asks for it.
const OF_OTHERS: &str = "embed.js";

/// Prints the table; holds when the total keeps to the limit.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    let dist = project.dist();
    let (counted, others): (Vec<PathBuf>, Vec<PathBuf>) =
        files::below(&dist)?.into_iter().partition(|path| is_counted(path));
    if counted.is_empty() {
        return Err(Failure::NoBuild {
            reason: "其中没有文件；先运行 cargo xtask build",
        });
    }
    let name = |path: &PathBuf| path.strip_prefix(&dist).unwrap_or(path).display().to_string();

    println!("{:>9}  {:>9}", "原始", "brotli");
    let (mut raw_total, mut compressed_total) = (0, 0);
    for path in &counted {
        let bytes = files::read(path)?;
        let compressed = compressed_size(&bytes).map_err(|source| files::failure(path, source))?;
        println!("{:>11}  {compressed:>9}  {}", bytes.len(), name(path));
        raw_total += bytes.len();
        compressed_total += compressed;
    }
    println!("{raw_total:>11}  {compressed_total:>9}  合计（上限 {LIMIT}）");
    if !others.is_empty() {
        println!("未计入：{}", others.iter().map(name).collect::<Vec<_>>().join("、"));
    }
    Ok(if compressed_total <= LIMIT {
        Tally::SUCCESS
    } else {
        Tally::FAILURE
    })
}

fn is_counted(path: &Path) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| COUNTED.contains(&extension))
        && !path.ends_with(OF_OTHERS)
}

fn compressed_size(bytes: &[u8]) -> std::io::Result<usize> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_that_of_brotli_and_not_of_the_file() {
        let repeated = "规上工业总产值".repeat(1000);
        assert!(compressed_size(repeated.as_bytes()).is_ok_and(|size| size < 100));
        assert!(compressed_size(&[]).is_ok_and(|size| size > 0 && size < 5));
    }

    #[test]
    fn an_image_and_what_other_pages_load_are_named_but_not_counted() {
        assert!(is_counted(Path::new("data/2021/report.json")));
        assert!(is_counted(Path::new("app-1f_bg.wasm")));
        assert!(!is_counted(Path::new("photo.png")));
        assert!(!is_counted(Path::new("LICENSE")));
        assert!(!is_counted(Path::new("dist/embed.js")));
        assert!(is_counted(Path::new("dist/boot.js")));
    }
}
