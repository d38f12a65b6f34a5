//! `prerender PAGE PACK HOST`: writes the default report of the pack in folder PACK into the HTML file PAGE, and what the
//! portal's file HOST says, if there is one. Of several reports each gets a page of its own beside it, `2021.html`. Trunk runs it after a release build. `prerender HOST` only says
//! whether that file is right, before a build of minutes.

mod host;
mod integrity;
mod page;
mod read;
mod readings;
mod tags;
mod theme;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use annual_report::model::{Index, ReportId};
use annual_report_app::still;

const USAGE: &str = "用法：prerender 页面.html 数据包目录 门户信息.json，或 prerender 门户信息.json（只核对）";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let done = match arguments.as_slice() {
        [page, pack, host] => write(page, pack, host),
        [host] => host::read(host).map(drop),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("静态页：{reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(page: &Path, pack: &Path, host: &Path) -> Result<(), String> {
    let host = host::read(host)?;
    let palette = host.palette()?;
    let theme::Themed {
        page: empty,
        ground,
        stale,
    } = theme::applied(&text(page)?, page.parent().unwrap_or(Path::new(".")), &palette)
        .map_err(|reason| format!("{}：{reason}", page.display()))?;
    let index = read::index(pack)?;
    let put = |path: &Path, full: &str| fs::write(path, full).map_err(|error| format!("{}：{error}", path.display()));
    // Of several reports each has a page of its own, which stays its own when another becomes the one that opens.
    let several = index.reports.len() > 1;
    for entry in &index.reports {
        let is_default = entry.id == index.default;
        let full = filled(page, &empty, pack, &host, &index, &entry.id, &ground)?;
        if several {
            put(&page.with_file_name(format!("{}.html", entry.id)), &full)?;
        }
        if is_default {
            put(page, &full)?;
        }
    }
    // The page of the preview is of no report; it has the colours, and its scripts are named byte for byte.
    let preview = page.with_file_name("preview.html");
    if preview.exists() {
        let folder = page.parent().unwrap_or(Path::new("."));
        let in_colours = |reason| format!("{}：{reason}", preview.display());
        let themed = theme::applied(&text(&preview)?, folder, &palette).map_err(in_colours)?;
        let coloured = match theme::told(&palette) {
            Some(told) => themed
                .page
                .replacen("</head>", &format!("{}</head>", page::palette(&told)), 1),
            None => themed.page,
        };
        put(&preview, &integrity::sealed(&coloured, folder)?)?;
    }
    // No page names it any more.
    match stale {
        Some(sheet) => fs::remove_file(&sheet).map_err(|error| format!("{}：{error}", sheet.display())),
        None => Ok(()),
    }
}

/// The page with one report in it; what that needs beside the page is written there.
fn filled(
    page: &Path,
    empty: &str,
    pack: &Path,
    host: &host::Host,
    index: &Index,
    id: &ReportId,
    ground: &theme::Ground,
) -> Result<String, String> {
    let several = index.reports.len() > 1;
    let read::Checked {
        files,
        faultless,
        faults,
        original,
    } = read::report(pack, index, id)?;
    if faults > 0 {
        eprintln!("{id}：数据包有 {faults} 处不合约定，读者会看到说明；cargo xtask check 逐处列出");
    }
    let readings = match *id == index.default {
        true => readings::NAME.to_owned(),
        false => readings::NAME.replace('.', &format!("-{id}.")),
    };
    let [header, footer] = still::frame(&files);
    let meta = &files.report.meta;
    let around = page::Around {
        shown: page::shown(id.as_str()),
        title: format!("{} {}", meta.short_name, meta.title),
        header,
        footer,
        years: if several { page::years(index, id) } else { String::new() },
        report: if several {
            page::report(id.as_str())
        } else {
            String::new()
        },
        checked: faultless.map_or(String::new(), |print| page::checked(&print)),
        pinyin: page::pinyin(&readings),
        palette: theme::told(&host.palette()?).map_or(String::new(), |told| page::palette(&told)),
        original: original.map_or(String::new(), |name| page::original(&address(page, pack, &name))),
    };
    let list = page.with_file_name(&readings);
    fs::write(&list, readings::text(&files.report, &files.figures))
        .map_err(|error| format!("{}：{error}", list.display()))?;
    let first = page::First {
        org: &meta.short_name,
        title: &meta.title,
        has_years: several,
        ground,
    };
    let full = page::filled(empty, &around, &still::pages(&files), host, Some(&first))
        .map_err(|reason| format!("{}：{reason}", page.display()))?;
    integrity::sealed(&full, page.parent().unwrap_or(Path::new(".")))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}：{error}", path.display()))
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
