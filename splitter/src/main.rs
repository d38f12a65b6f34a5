//! Stands in for wasm-bindgen while trunk makes a release build: splits the linked app into chunks, has wasm-bindgen
//! do its work on the first of them, and writes the loader of the others into the glue.
//!
//! With `--whole` it leaves the program in one piece, and does the rest: that is how the preview is made.
//!
//! Trunk knows nothing of this. It finds a program called `wasm-bindgen`, and takes from it the glue, the wasm and
//! whatever lies in `snippets/`. wasm-bindgen itself is named by the environment.

mod chunks;
mod glue;

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// Where wasm-bindgen is.
const WASM_BINDGEN: &str = "ANNUAL_REPORT_WASM_BINDGEN";
/// The folder of wasm-bindgen's that trunk copies as it is.
const COPIED: &str = "snippets";
/// The list of chunks in it, by name, each with its files.
const LIST: &str = "chunks.json";
/// Asks for a program in one piece.
const WHOLE: &str = "--whole";
/// Nobody reads names.
const WITHOUT_NAMES: [&str; 2] = ["--remove-name-section", "--remove-producers-section"];

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    match run(arguments) {
        Ok(code) => code,
        Err(reason) => {
            eprintln!("分拆 wasm：{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<OsString>) -> Result<ExitCode, String> {
    let program = env::var_os(WASM_BINDGEN).ok_or(format!("没有设 {WASM_BINDGEN}"))?;
    if let Some(at) = arguments.iter().position(|argument| argument == WHOLE) {
        arguments.remove(at);
        return in_one_piece(&program, &arguments);
    }
    let input = arguments
        .iter_mut()
        .find(|argument| Path::new(argument).extension().is_some_and(|ending| ending == "wasm"));
    // Asked for its version, say.
    let Some(input) = input else {
        return bindgen(&program, &arguments, &[]);
    };
    let whole = PathBuf::from(&*input);
    let folder = whole.with_extension("chunks");
    let chunks = chunks::split(&whole, &folder)?;
    *input = folder.join(chunks::MAIN).into();
    let (out, name) = written(&arguments)?;
    let name = name.as_str();
    // The chunks share the table of functions with the first.
    let more = [&["--keep-lld-exports"], WITHOUT_NAMES.as_slice()].concat();
    let code = bindgen(&program, &arguments, &more)?;
    if code != ExitCode::SUCCESS {
        return Ok(code);
    }
    let first = out.join(format!("{name}_bg.wasm"));
    let bytes = fs::read(&first).map_err(told(&first))?;
    let told_of_first = |error| format!("{}：{error}", first.display());
    let short = chunks::short_names(&bytes).map_err(told_of_first)?;
    let bytes = chunks::rewritten(&bytes, &short).map_err(told_of_first)?;
    write(&first, &bytes)?;
    let files = chunks.named(name);
    let copied = out.join(COPIED);
    if copied.exists() {
        fs::remove_dir_all(&copied).map_err(told(&copied))?;
    }
    fs::create_dir_all(&copied).map_err(told(&copied))?;
    for (file, bytes) in &files {
        write(&copied.join(file), bytes)?;
    }
    let list = chunks.list(name)?;
    write(&copied.join(LIST), list.as_bytes())?;
    let path = out.join(format!("{name}.js"));
    let glue = fs::read_to_string(&path).map_err(told(&path))?;
    let glue = glue::with_chunks(&glue, &list, &chunks.names()).and_then(|glue| glue::renamed(&glue, &short));
    let glue = glue.map_err(|reason| format!("{}：{reason}", path.display()))?;
    write(&path, glue.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Has wasm-bindgen do its work, and leaves out of what it writes what browsers have no use for.
fn in_one_piece(program: &OsString, arguments: &[OsString]) -> Result<ExitCode, String> {
    let (out, name) = written(arguments)?;
    let code = bindgen(program, arguments, &WITHOUT_NAMES)?;
    if code != ExitCode::SUCCESS {
        return Ok(code);
    }
    let path = out.join(format!("{name}_bg.wasm"));
    let bytes = fs::read(&path).map_err(told(&path))?;
    let bytes = chunks::rewritten(&bytes, &[]).map_err(|error| format!("{}：{error}", path.display()))?;
    write(&path, &bytes)?;
    let path = out.join(format!("{name}.js"));
    let glue = fs::read_to_string(&path).map_err(told(&path))?;
    let glue = glue::without_comments(&glue).map_err(|reason| format!("{}：{reason}", path.display()))?;
    write(&path, glue.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The folder that wasm-bindgen writes to, and how the names of what it writes begin.
fn written(arguments: &[OsString]) -> Result<(PathBuf, String), String> {
    let [out, name] = ["--out-dir", "--out-name"].map(|option| value(arguments, option));
    let out = PathBuf::from(out.ok_or("wasm-bindgen 缺 --out-dir")?);
    let name = name.ok_or("wasm-bindgen 缺 --out-name")?;
    let name = name.into_string().map_err(|_| "--out-name 不是 UTF-8")?;
    Ok((out, name))
}

/// What an option is set to, in either way of writing it.
fn value(arguments: &[OsString], option: &str) -> Option<OsString> {
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == option {
            return arguments.next().cloned();
        }
        let text = argument.to_str().and_then(|text| text.strip_prefix(option));
        if let Some(value) = text.and_then(|text| text.strip_prefix('=')) {
            return Some(value.into());
        }
    }
    None
}

fn bindgen(program: &OsString, arguments: &[OsString], more: &[&str]) -> Result<ExitCode, String> {
    let told = |error| format!("{}：{error}", program.to_string_lossy());
    let status = Command::new(program)
        .args(arguments)
        .args(more)
        .status()
        .map_err(told)?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(told(path))
}

/// An error that names the file it is about.
fn told(path: &Path) -> impl Fn(std::io::Error) -> String + use<> {
    let path = path.display().to_string();
    move |error| format!("{path}：{error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_found_in_either_way_of_writing_them() {
        let arguments = ["--target=web", "--out-dir=/a b", "--out-name", "app", "x.wasm"].map(OsString::from);
        assert_eq!(value(&arguments, "--out-dir"), Some("/a b".into()));
        assert_eq!(value(&arguments, "--out-name"), Some("app".into()));
        assert_eq!(value(&arguments, "--out"), None);
    }
}
