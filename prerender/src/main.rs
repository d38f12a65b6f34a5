//! `prerender PAGE PACK HOST`: writes the report of the pack in folder PACK into the HTML file PAGE, and what the portal's
//! file HOST says, if there is one. Trunk runs it after a release build.

mod host;
mod integrity;
mod page;
mod read;
mod readings;
mod tags;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use annual_report_app::still;

const USAGE: &str = "用法：prerender 页面.html 数据包目录 门户信息.json";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [page, pack, host] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match write(page, pack, host) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("静态页：{reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(page: &Path, pack: &Path, host: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}：{error}", page.display());
    let read::Checked {
        files,
        faultless,
        faults,
        original,
    } = read::pack(pack)?;
    if faults > 0 {
        eprintln!("数据包有 {faults} 处不合约定，读者会看到说明；cargo xtask check 逐处列出");
    }
    let host = host::read(host)?;
    let empty = fs::read_to_string(page).map_err(told)?;
    let [header, footer] = still::frame(&files);
    let meta = &files.report.meta;
    let around = page::Around {
        title: format!("{} {}", meta.short_name, meta.title),
        header,
        footer,
        checked: faultless.map_or(String::new(), |print| page::checked(&print)),
        pinyin: page::pinyin(readings::NAME),
        original: original.map_or(String::new(), |name| page::original(&address(page, pack, &name))),
    };
    let list = page.with_file_name(readings::NAME);
    fs::write(&list, readings::text(&files.report, &files.figures))
        .map_err(|error| format!("{}：{error}", list.display()))?;
    let full = page::filled(&empty, &around, &still::pages(&files), &host)
        .map_err(|reason| format!("{}：{reason}", page.display()))?;
    let full = integrity::sealed(&full, page.parent().unwrap_or(Path::new(".")))?;
    fs::write(page, full).map_err(told)
}

/// The address of a file of the pack, relative to the page as all addresses are: `data/2021/source.json`.
fn address(page: &Path, pack: &Path, name: &str) -> String {
    let folder = page.parent().and_then(|folder| pack.strip_prefix(folder).ok());
    let folder = folder.unwrap_or(Path::new("data"));
    let steps = folder.components().map(|step| step.as_os_str().to_string_lossy() + "/");
    steps.collect::<String>() + name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_pack_has_its_address_from_the_page() {
        let of = |page: &str, pack: &str| address(Path::new(page), Path::new(pack), "2021/source.json");
        assert_eq!(of("/build/index.html", "/build/data"), "data/2021/source.json");
        assert_eq!(of("index.html", "packs/a/"), "packs/a/2021/source.json");
        assert_eq!(of("/build/index.html", "/elsewhere"), "data/2021/source.json");
    }
}
