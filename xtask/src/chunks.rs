//! The app in chunks: what makes the compiler, the linker and trunk give out one, and where the chunks lie in a build.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{failure::Failure, files, process, project::Project, tools::Tool};

/// The name by which trunk looks for it.
pub const NAME: &str = "wasm-bindgen";
/// How the stand-in learns where wasm-bindgen is.
pub const WASM_BINDGEN: &str = "ANNUAL_REPORT_WASM_BINDGEN";
/// Where the stand-in puts the chunks and their list, for trunk to copy.
const COPIED: &str = "snippets";
const LIST: &str = "chunks.json";
/// Where the page says what files each chunk has.
const ATTRIBUTE: &str = "data-chunks";
/// Where it says how many bytes the app itself has, so that `boot.js` knows when most of it is here.
pub const SIZE: &str = "data-size";

/// The files of each chunk, by its name.
pub type Chunks = BTreeMap<String, Vec<String>>;

/// The program that stands in for wasm-bindgen, ready to be found.
pub struct StandIn {
    folder: PathBuf,
    wasm_bindgen: PathBuf,
    flags: String,
}

impl StandIn {
    /// Builds it. `wasm_bindgen` is what it stands in for.
    pub fn new(project: &Project, wasm_bindgen: &Tool) -> Result<Self, Failure> {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project.root());
        cargo.args(["build", "--quiet", "--locked", "--package", "splitter"]);
        cargo.arg("--message-format=json-render-diagnostics");
        let program = executable(&process::answer(&mut cargo, "构建分块工具")?).ok_or(Failure::Missing {
            what: "cargo build --package splitter 的产物",
        })?;
        let folder = project.root().join("target").join("stand-in");
        let file = format!("{NAME}{}", env::consts::EXE_SUFFIX);
        fs::create_dir_all(&folder).map_err(|source| files::failure(&folder, source))?;
        fs::copy(&program, folder.join(file)).map_err(|source| files::failure(&program, source))?;
        // By its path: by its name it would find itself.
        let wasm_bindgen = which::which(wasm_bindgen.program(NAME)).map_err(|_| Failure::Missing { what: NAME })?;
        Ok(Self {
            folder,
            wasm_bindgen,
            flags: flags(project),
        })
    }

    /// Has `trunk` find it, and the compiler leave in the wasm what it needs to know.
    pub fn equip(&self, trunk: &mut Command) {
        let found = Tool::Cached(self.folder.clone()).path_variable();
        trunk.env("PATH", found).env(WASM_BINDGEN, &self.wasm_bindgen);
        // Added to those of .cargo/config.toml.
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", &self.flags);
        // It leaves out names itself, once it has used them.
        trunk.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    }
}

fn flags(project: &Project) -> String {
    let mut flags = "--cfg=split -Clink-arg=--emit-relocs".to_owned();
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    // What a panic says is the same whoever has built it, and tells nobody of his folders.
    let folders = [
        Some(project.root().to_path_buf()),
        cargo_home.map(|home| home.join("registry").join("src")),
    ];
    for folder in folders.into_iter().flatten() {
        let folder = folder.to_string_lossy().into_owned();
        // The variable is split at spaces.
        if !folder.contains([' ', '=']) {
            flags.push_str(&format!(" --remap-path-prefix={folder}/="));
        }
    }
    flags
}

/// The program that cargo says it has built.
pub fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut executables = messages.filter_map(|message| message.get("executable")?.as_str().map(PathBuf::from));
    executables.next_back()
}

/// Lays the chunks of a build that trunk is making beside the page, and says in the page which there are. Nothing in a
/// build that is not split.
pub fn place(staging: &Path) -> Result<(), Failure> {
    let copied = staging.join(COPIED);
    let list = copied.join(LIST);
    if !list.exists() {
        return Ok(());
    }
    let chunks = files::text(&list)?;
    // trunk copies also what an earlier build has left; the glue holds the list of its own.
    let is_script = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "js");
    let scripts = files::below(staging)?.into_iter().filter(is_script);
    let scripts = scripts.map(|path| files::text(&path)).collect::<Result<Vec<_>, _>>()?;
    if !scripts.iter().any(|script| script.contains(&chunks)) {
        return fs::remove_dir_all(&copied).map_err(|source| files::failure(&copied, source));
    }
    let names: Chunks = serde_json::from_str(&chunks).map_err(|error| Failure::Content {
        path: list.clone(),
        reason: error.to_string(),
    })?;
    for file in all(&names) {
        fs::rename(copied.join(file), staging.join(file))
            .map_err(|source| files::failure(&copied.join(file), source))?;
    }
    fs::remove_dir_all(&copied).map_err(|source| files::failure(&copied, source))?;
    let page = staging.join("index.html");
    let text = named(&files::text(&page)?, &chunks, staging).map_err(|reason| Failure::Content {
        path: page.clone(),
        reason,
    })?;
    files::write(&page, text.as_bytes())
}

/// Every file once, in the order of their names.
pub fn all(chunks: &Chunks) -> Vec<&String> {
    let mut files: Vec<_> = chunks.values().flatten().collect();
    files.sort();
    files.dedup();
    files
}

/// `page`, of a build in this folder, with the list of chunks and the size of the app where `boot.js` looks for them.
fn named(page: &str, chunks: &str, staging: &Path) -> Result<String, String> {
    let mut count = 0;
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("script[data-wasm]", |script| {
        count += 1;
        let app = staging.join(script.get_attribute("data-wasm").unwrap_or_default());
        script.set_attribute(SIZE, &files::read(&app)?.len().to_string())?;
        Ok(script.set_attribute(ATTRIBUTE, chunks)?)
    }));
    let page = rewrite_str(page, settings).map_err(|error| error.to_string())?;
    match count {
        1 => Ok(page),
        count => Err(format!("带 data-wasm 的 <script> 应有一个，实有 {count} 个")),
    }
}

/// What the page of a build says of its chunks; none in one that is not split.
pub fn of_page(page: &str) -> Result<Chunks, String> {
    let mut list = None;
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("script[data-wasm]", |script| {
        // Still written as in the page.
        list = script.get_attribute(ATTRIBUTE).map(|list| list.replace("&quot;", "\""));
        Ok(())
    }));
    rewrite_str(page, settings).map_err(|error| error.to_string())?;
    list.map_or(Ok(Chunks::new()), |list| {
        serde_json::from_str(&list).map_err(|error| format!("{ATTRIBUTE}：{error}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST_OF_TWO: &str = r#"{"charts":["a-shared-1.wasm","a-charts-1.wasm"],"lists":["a-shared-1.wasm"]}"#;

    /// A build that trunk is making, gone with the test.
    struct Staging(PathBuf);

    impl Staging {
        fn new(name: &str, glue: &str) -> Self {
            let staging = Self(env::temp_dir().join(format!("chunks-{name}-{}", std::process::id())));
            let page = "<script data-glue=./a.js data-wasm=./a.wasm src=./boot.js></script>";
            staging.put("index.html", page).put("a.js", glue).put("a.wasm", "123")
        }

        fn put(self, name: &str, content: &str) -> Self {
            files::write(&self.0.join(name), content.as_bytes()).unwrap();
            self
        }

        fn with_copied(self) -> Self {
            let lists = self.put("snippets/chunks.json", LIST_OF_TWO);
            lists
                .put("snippets/a-shared-1.wasm", "1")
                .put("snippets/a-charts-1.wasm", "2")
        }

        fn placed(&self) -> Chunks {
            place(&self.0).unwrap();
            assert!(!self.0.join("snippets").exists());
            of_page(&files::text(&self.0.join("index.html")).unwrap()).unwrap()
        }
    }

    impl Drop for Staging {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn chunks_lie_beside_the_page_and_the_page_names_them() {
        let staging = Staging::new("named", &format!("const chunkFiles = {LIST_OF_TWO};"));
        assert_eq!(staging.placed(), Chunks::new());
        let staging = staging.with_copied();
        assert_eq!(all(&staging.placed()), ["a-charts-1.wasm", "a-shared-1.wasm"]);
        assert_eq!(files::text(&staging.0.join("a-charts-1.wasm")).unwrap(), "2");
        let page = files::text(&staging.0.join("index.html")).unwrap();
        assert!(page.contains("data-size=\"3\""), "{page}");
    }

    #[test]
    fn chunks_that_an_earlier_build_has_left_are_none_of_this_one() {
        let staging = Staging::new("left", "let wasm;").with_copied();
        assert_eq!(staging.placed(), Chunks::new());
        assert!(!staging.0.join("a-charts-1.wasm").exists());
    }

    #[test]
    fn a_page_without_a_place_for_the_list_is_refused() {
        assert!(named("<script src=a.js></script>", "{}", &env::temp_dir()).is_err());
        assert!(of_page("<script data-wasm=a data-chunks=x></script>").is_err());
    }

    #[test]
    fn cargo_says_last_what_it_has_built() {
        let messages = "{\"executable\":null}\n{\"executable\":\"/a/splitter\"}\nnot json\n{\"reason\":\"done\"}";
        assert_eq!(executable(messages), Some(PathBuf::from("/a/splitter")));
        assert_eq!(executable(""), None);
    }
}
