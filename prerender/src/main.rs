//! `prerender PAGE PACK`: writes the report of the pack in folder PACK into the HTML file PAGE. Trunk runs it after a
//! release build.

mod page;
mod read;
mod tags;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use annual_report_app::still;

const USAGE: &str = "用法：prerender 页面.html 数据包目录";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [page, pack] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    match write(page, pack) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("静态页：{reason}");
            ExitCode::FAILURE
        }
    }
}

fn write(page: &Path, pack: &Path) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}：{error}", page.display());
    let files = read::pack(pack)?;
    let empty = fs::read_to_string(page).map_err(told)?;
    let [header, footer] = still::frame(&files);
    let full = page::filled(&empty, &header, &still::pages(&files), &footer)
        .map_err(|reason| format!("{}：{reason}", page.display()))?;
    fs::write(page, full).map_err(told)
}
