//! The first load, file by file, as a host sends it: compressed at the highest level.

use std::path::{Path, PathBuf};

use crate::{chunks, compress, failure::Failure, files, preview, project::Project};

/// All of the first load together, in bytes of brotli.
const LIMIT: usize = 190_000;

/// What a browser asks for when the page opens. Anything else in the build is named, so that nothing hides.
const COUNTED: [&str; 6] = ["html", "js", "wasm", "css", "json", "svg"];

/// What other pages load, to frame this one; the page itself never asks for it.
const OF_OTHERS: &str = "embed.js";

/// Files of the pack that the first page does not wait for; the original is there for whoever asks for it.
const LATER: [&str; 3] = ["enterprises.json", "projects.json", "source.json"];

/// The styles of 长辈版 and 高对比 (`reading-….css`), which come when somebody reads so.
const WAYS_TO_READ: &str = "reading-";

/// The one page that is opened; another is the whole report for taking away.
const PAGE: &str = "index.html";

/// A file's size in bytes, and compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The first load of the build in `dist/`.
pub struct FirstLoad {
    files: Vec<(String, Size)>,
    /// The chunks of the app by name, which come when they are needed, with their files.
    chunks: Vec<(String, Vec<(String, Size)>)>,
    /// Names of files that no reader asks for at first.
    others: Vec<String>,
}

impl FirstLoad {
    /// Compresses every file of it.
    pub fn measure(project: &Project) -> Result<Self, Failure> {
        let dist = project.dist();
        let name = |path: &Path| path.strip_prefix(&dist).unwrap_or(path).display().to_string();
        let page = dist.join(PAGE);
        let later = chunks::of_page(&files::text(&page)?).map_err(|reason| Failure::Content { path: page, reason })?;
        let is_later = |path: &Path| chunks::all(&later).into_iter().any(|file| path.ends_with(file));
        let own = own_report(&dist)?;
        let (counted, others): (Vec<PathBuf>, Vec<PathBuf>) = files::below(&dist)?
            .into_iter()
            .filter(|path| !is_twin(path) && !is_later(path))
            .partition(|path| is_counted(path) && is_of(path, &own));
        if counted.is_empty() {
            return Err(Failure::NoBuild {
                reason: "其中没有文件；先运行 cargo xtask build",
            });
        }
        let measured = |path: &Path| {
            let size = size(&files::read(path)?).map_err(|source| files::failure(path, source))?;
            Ok((name(path), size))
        };
        let files = counted.iter().map(|path| measured(path));
        let files = files.collect::<Result<Vec<_>, Failure>>()?;
        // Several chunks may share a file; compressing it takes a second.
        let sizes = chunks::all(&later).into_iter().map(|file| measured(&dist.join(file)));
        let sizes = sizes.collect::<Result<Vec<_>, Failure>>()?;
        let of = |names: &[String]| sizes.iter().filter(|(name, _)| names.contains(name)).cloned().collect();
        Ok(Self {
            files,
            chunks: later.iter().map(|(chunk, names)| (chunk.clone(), of(names))).collect(),
            others: others.iter().map(|path| name(path)).collect(),
        })
    }

    /// Prints the table; holds when the total keeps to the limit.
    pub fn check(&self) -> Result<(), Failure> {
        println!("{:>9}  {:>9}  {:>9}", "原始", "gzip", "brotli");
        for (name, size) in &self.files {
            println!("{:>11}  {:>9}  {:>9}  {name}", size.raw, size.gzip, size.brotli);
        }
        let first = total(&self.files);
        println!(
            "{:>11}  {:>9}  {:>9}  首次打开合计（brotli 上限 {LIMIT}）",
            first.raw, first.gzip, first.brotli
        );
        for (chunk, files) in &self.chunks {
            let whole = total(files);
            let names: Vec<_> = files
                .iter()
                .map(|(name, size)| format!("{name} {}", size.brotli))
                .collect();
            println!(
                "{:>11}  {:>9}  {:>9}  用到时才取 {chunk}：{}",
                whole.raw,
                whole.gzip,
                whole.brotli,
                names.join("、")
            );
        }
        if !self.others.is_empty() {
            println!("未计入：{}", self.others.join("、"));
        }
        within(first.brotli)
    }
}

/// Which report the first page is of.
fn own_report(dist: &Path) -> Result<String, Failure> {
    #[derive(serde::Deserialize)]
    struct Index {
        default: String,
    }
    let path = dist.join("data").join("index.json");
    let index: Result<Index, _> = serde_json::from_str(&files::text(&path)?);
    let own = index.map_err(|error| error.to_string());
    own.map(|index| index.default)
        .map_err(|reason| Failure::Content { path, reason })
}

/// Whether a file is of this report, or of none.
fn is_of(path: &Path, report: &str) -> bool {
    let parts: Vec<_> = path.iter().collect();
    let folder = parts
        .iter()
        .rposition(|part| *part == "data")
        .and_then(|at| parts.get(at + 1..));
    match folder {
        Some([own, _]) => *own == report,
        _ => true,
    }
}

fn within(size: usize) -> Result<(), Failure> {
    if size <= LIMIT {
        Ok(())
    } else {
        Err(Failure::TooLarge { size, limit: LIMIT })
    }
}

fn total(files: &[(String, Size)]) -> Size {
    files.iter().fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

fn size(bytes: &[u8]) -> std::io::Result<Size> {
    Ok(Size {
        raw: bytes.len(),
        gzip: compress::gzip(bytes)?.len(),
        brotli: compress::brotli(bytes)?.len(),
    })
}

/// The compressed form of a file that is counted itself.
fn is_twin(path: &Path) -> bool {
    matches!(extension(path), Some("br" | "gz"))
}

fn is_counted(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match extension(path) {
        Some("html") => name == PAGE,
        _ if name == OF_OTHERS || LATER.contains(&name) => false,
        // A page of its own, which publishers open.
        _ if name.starts_with(preview::PREFIX) => false,
        Some("css") if name.starts_with(WAYS_TO_READ) => false,
        Some(extension) => COUNTED.contains(&extension) && !name.ends_with(".cdx.json"),
        None => false,
    }
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_compressed_files() {
        let repeated = "规上工业总产值".repeat(1000);
        let size = size(repeated.as_bytes()).unwrap();
        assert_eq!(size.raw, repeated.len());
        assert!(
            size.brotli < 100 && size.gzip > size.brotli && size.gzip < 300,
            "{size:?}"
        );
        assert_eq!(
            total(&[("a".to_owned(), size), ("b".to_owned(), size)]).gzip,
            2 * size.gzip
        );
    }

    #[test]
    fn an_image_is_named_but_not_counted() {
        assert!(is_counted(Path::new("data/2021/report.json")));
        assert!(!is_counted(Path::new("data/2021/projects.json")));
        assert!(!is_counted(Path::new("data/2021/source.json")));
        assert!(is_counted(Path::new("app-1f_bg.wasm")));
        assert!(!is_counted(Path::new("photo.png")));
        assert!(!is_counted(Path::new("LICENSE")));
        assert!(!is_counted(Path::new("dist/embed.js")));
        assert!(is_counted(Path::new("dist/boot.js")));
        assert!(!is_counted(Path::new("dist/preview.js")) && !is_counted(Path::new("dist/preview-1f_bg.wasm")));
        assert!(is_counted(Path::new("dist/main-1f.css")));
        assert!(!is_counted(Path::new("dist/reading-1f.css")));
    }

    #[test]
    fn of_several_reports_the_first_page_loads_one() {
        assert!(is_of(Path::new("dist/data/2021/report.json"), "2021"));
        assert!(!is_of(Path::new("dist/data/2020/report.json"), "2021"));
        assert!(is_of(Path::new("dist/data/index.json"), "2021"));
        assert!(is_of(Path::new("dist/boot.js"), "2021"));
    }

    #[test]
    fn what_a_bundle_adds_is_not_counted() {
        assert!(is_counted(Path::new("dist/index.html")));
        assert!(!is_counted(Path::new("dist/park-2021.html")));
        assert!(!is_counted(Path::new("dist/sbom.cdx.json")));
        assert!(is_twin(Path::new("dist/index.html.br")) && is_twin(Path::new("data/index.json.gz")));
        assert!(!is_twin(Path::new("dist/index.html")));
    }

    #[test]
    fn one_byte_above_the_limit_is_too_much() {
        assert!(within(LIMIT).is_ok());
        assert!(matches!(within(LIMIT + 1), Err(Failure::TooLarge { .. })));
    }
}
