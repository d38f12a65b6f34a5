//! The loader of the chunks, written into the glue: a script of its own would be one more to wait for.

use std::collections::HashMap;

const LOADER: &str = include_str!("loader.js");
/// How wasm-bindgen asks for the loader, as often as there are chunks.
const ASKED: &str = " from \"./__wasm_split.js\"";

/// `glue` with the loader of the chunks in it. `list` is what files each has, as JSON. Fails if the glue is not as
/// wasm-bindgen is known to write it.
pub fn with_chunks(glue: &str, list: &str, names: &[&str]) -> Result<String, String> {
    let loaders = names
        .iter()
        .map(|name| format!("__wasm_split_load_{name}: chunkLoader(\"{name}\")"));
    let loaders = format!("{{ {} }}", loaders.collect::<Vec<_>>().join(", "));
    let loader = LOADER.replace("CHUNK_FILES", list).replace("CHUNK_LOADERS", &loaders);
    let mut written = String::with_capacity(glue.len() + loader.len());
    let mut asked = 0;
    let mut in_comment = false;
    in_lines(glue)?;
    for line in glue.lines() {
        let import = line.trim_end_matches(';').strip_suffix(ASKED);
        match import.and_then(|import| import.strip_prefix("import * as ")) {
            Some(import) => {
                if asked == 0 {
                    loader
                        .lines()
                        .for_each(|line| push_code(&mut written, line, &mut in_comment));
                }
                asked += 1;
                written.push_str(&format!("const {import} = chunkLoaders;\n"));
            }
            None => push_code(&mut written, line, &mut in_comment),
        }
    }
    if asked == 0 || written.contains(ASKED) {
        return Err(format!("不认得 wasm-bindgen 引入分块的写法：找到 {asked} 处"));
    }
    Ok(written)
}

/// `glue` without its comments, which are for those who change it.
pub fn without_comments(glue: &str) -> Result<String, String> {
    in_lines(glue)?;
    let mut written = String::with_capacity(glue.len());
    let mut in_comment = false;
    glue.lines()
        .for_each(|line| push_code(&mut written, line, &mut in_comment));
    Ok(written)
}

/// Fails where a text goes over several lines: within it blanks mean something.
fn in_lines(glue: &str) -> Result<(), String> {
    match glue.lines().find(|line| line.matches('`').count() % 2 == 1) {
        Some(line) => Err(format!("有跨行的模板字符串：{line}")),
        None => Ok(()),
    }
}

/// `glue` with the functions that the app imports under other names, each of them in `names` with its new one. Fails if
/// one is not there exactly once, as wasm-bindgen writes it: a line's first word.
pub fn renamed(glue: &str, names: &[(String, String)]) -> Result<String, String> {
    let mut new: HashMap<&str, &str> = names.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
    let mut written = String::with_capacity(glue.len());
    for line in glue.lines() {
        match line
            .split_once(':')
            .and_then(|(name, rest)| Some((new.remove(name)?, rest)))
        {
            Some((name, rest)) => written.extend([name, ":", rest]),
            None => written.push_str(line),
        }
        written.push('\n');
    }
    let left = new.keys().next().copied();
    match left.or_else(|| {
        names
            .iter()
            .map(|(old, _)| old.as_str())
            .find(|old| written.contains(old))
    }) {
        Some(name) => Err(format!("不认得胶水脚本里的 {name}")),
        None => Ok(written),
    }
}

fn push_code(written: &mut String, line: &str, in_comment: &mut bool) {
    if is_code(line, in_comment) {
        written.push_str(line.trim());
        written.push('\n');
    }
}

/// Whether a line says anything to a browser. trunk's minifier gives up on what wasm-bindgen writes, which is as well:
/// it has `Promise.all` called on nothing.
fn is_code(line: &str, in_comment: &mut bool) -> bool {
    let line = line.trim();
    *in_comment |= line.starts_with("/*");
    let is_code = !*in_comment && !line.is_empty() && !line.starts_with("//");
    *in_comment &= !line.ends_with("*/");
    is_code
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nlet wasm;\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_loader_stands_in_for_the_script_that_is_asked_for() {
        let glue = with_chunks(GLUE, r#"{"a":["x.wasm"]}"#, &["a"]).unwrap_or_default();
        assert!(glue.contains("const chunkFiles = {\"a\":[\"x.wasm\"]};"), "{glue}");
        assert!(glue.contains("const chunkLoaders = { __wasm_split_load_a: chunkLoader(\"a\") };"));
        assert!(glue.contains("const import1 = chunkLoaders;\nconst import2 = chunkLoaders;\nlet wasm;\n"));
        assert!(glue.ends_with("export { initSync, __wbg_init as default };\n"));
        assert_eq!(glue.matches("function chunkLoader(").count(), 1);
    }

    #[test]
    fn comments_and_indents_are_left_out() {
        let more = "/**\n * a\n */\nfunction f() {\n    // b\n    return '/*';\n}\n/* c */\n\nf();\n";
        let glue = with_chunks(&format!("{GLUE}{more}"), "{}", &[]).unwrap_or_default();
        assert!(glue.ends_with("};\nfunction f() {\nreturn '/*';\n}\nf();\n"), "{glue}");
        assert!(with_chunks(&format!("{GLUE}const a = `\n`;"), "{}", &[]).is_err());
        assert_eq!(without_comments("/** a */\n  f(); \n// b\n"), Ok("f();\n".to_owned()));
        assert!(without_comments("const a = `\n`;").is_err());
    }

    #[test]
    fn what_the_app_imports_goes_by_its_new_name_once() {
        let names = |old: &str| vec![(old.to_owned(), "a".to_owned())];
        let glue = "const import0 = {\n__wbg_now_1: function() {\nreturn x;\n},\n};\n";
        let expected = glue.replace("__wbg_now_1", "a");
        assert_eq!(renamed(glue, &names("__wbg_now_1")), Ok(expected));
        assert!(renamed(glue, &names("__wbg_now_2")).is_err_and(|told| told.contains("__wbg_now_2")));
        let elsewhere = glue.replace("return x", "return __wbg_now_1");
        assert!(renamed(&elsewhere, &names("__wbg_now_1")).is_err());
    }

    #[test]
    fn another_way_of_asking_is_an_error() {
        assert!(with_chunks("let wasm;", "{}", &[]).is_err());
        assert!(with_chunks(&GLUE.replace("* as import2", "{ a }"), "{}", &[]).is_err());
    }
}
