//! A report as a workbook and back, and the report of a new year: `cargo xtask export | import | new-year`, which say what
//! this is called with.

mod book;
mod cell;
mod differences;
mod export;
mod files;
mod import;
mod layout;
#[path = "../check/names.rs"]
mod names;
mod pack;
mod spelling;
#[cfg(test)]
mod tests;
mod told;
mod values;
mod year;

use std::{fs, process::ExitCode};

use annual_report::model::{Level, ReportEntry, ReportId};
use serde_json::Value;

use cell::Grid;
use files::Files;
use pack::{Named, as_typed};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        [task, path, shown, what, file, file_shown, forced @ ..] => {
            let (folder, file) = (Named::of(path, shown), Named::of(file, file_shown));
            match *task {
                "export" => export(&folder, what, &file),
                "import" => import(&folder, what, &file, *forced == ["--force"]),
                "new-year" => new_year(&folder, what, &file),
                _ => Err(format!("不认识的 {task}")),
            }
        }
        _ => Err("由 cargo xtask export、import、new-year 调用".to_owned()),
    };
    match done {
        Ok(told) => {
            print!("{told}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprint!("{}", told::error(&reason));
            ExitCode::FAILURE
        }
    }
}

/// Writes a report as a workbook. An empty `report` is the pack's default one.
fn export(folder: &Named, report: &str, file: &Named) -> Result<String, String> {
    let index = folder.index()?;
    // A workbook that is called as a report is that report.
    let stem = file.shown.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let named = index
        .reports
        .iter()
        .find(|entry| stem.as_deref() == Some(entry.id.as_str()));
    let id = match (report, named) {
        ("", Some(entry)) => entry.id.clone(),
        ("", None) => index.default.clone(),
        (known, _) => told::known(&index, known)?,
    };
    let files = folder.report(&id)?;
    let bytes = workbook(&files)?;
    // What was written is read once more, so that nothing is lost without a word.
    let again = book::read(&bytes)
        .and_then(|grids| import::report(&grids))
        .map_err(|complaints| told::complaints("写出的表格", &complaints))?;
    let again = as_typed(&again.files).map_err(|error| format!("写出的表格读回来有错：{}", error.problem))?;
    if let Some(place) = differences::difference(&files, &again) {
        return Err(format!("{place}：存进表格再读出来就不一样了，没有写出"));
    }
    write_new(file, &bytes)?;
    Ok(format!(
        "{}：{} 的全部内容\n",
        file.shown.display(),
        folder.shown.join(id.as_str()).display()
    ))
}

/// Reads a workbook into a report. An empty `report` is the one of the workbook's year. What would take something away, or
/// does not fit the pack, has to be `forced`.
fn import(folder: &Named, report: &str, file: &Named, forced: bool) -> Result<String, String> {
    let shown = file.shown.display().to_string();
    let bytes = fs::read(&file.path).map_err(|error| format!("{shown}：{}", pack::why(&error)))?;
    let mut read = book::read(&bytes)
        .and_then(|grids| import::report(&grids))
        .map_err(|complaints| told::complaints(&shown, &complaints))?;
    let mut entry = entry(folder, report, &read.files)?;
    let others = others(folder, &entry)?;
    let known = others.iter().flat_map(spelling::known).collect();
    let spelled = spelling::fill(&mut read.files, &known);
    let problems = folder.problems(&entry, &read.files)?;
    let found = told::problems(&shown, &read, &problems);
    let names = told::spelled(&shown, &read, &spelled);
    let unchanged = format!("有错误，{} 没有改动\n", folder.shown.display());
    if problems.iter().any(|problem| problem.level == Level::Error) {
        return Err(format!("{found}{names}{unchanged}"));
    }
    // No error, so it can be read.
    let files = as_typed(&read.files).map_err(|error| error.problem)?;
    let unseen = told::unseen(&shown, &read, &files);
    if !unseen.is_empty() {
        return Err(format!("{unseen}{unchanged}"));
    }
    let before = folder.report(&entry.id).ok();
    let doubts = differences::doubts(before.as_ref(), &others, &files);
    if !doubts.is_empty() && !forced {
        let doubts: String = doubts.iter().map(|doubt| format!("{shown}：{doubt}\n")).collect();
        return Err(format!(
            "{doubts}确实要这样，就加上 --force；{} 没有改动\n",
            folder.shown.display()
        ));
    }
    // The title to choose by goes on being the report's own, if it was.
    let title = |files: &Files| text(&files.report["meta"], "title").to_owned();
    if before.as_ref().is_some_and(|before| title(before) == entry.title) {
        entry.title = title(&files);
    }
    folder.put(&entry, &files)?;
    let changed = differences::changes(&folder.shown.join(entry.id.as_str()), before.as_ref(), &files);
    Ok(format!(
        "{found}{names}{}{changed}",
        told::unfilled(&shown, &read.unfilled)
    ))
}

/// The other reports of the pack. One that cannot be read helps nobody; what is wrong with it is not this one's to say.
fn others(folder: &Named, entry: &ReportEntry) -> Result<Vec<Files>, String> {
    let others = folder.index()?.reports.into_iter().filter(|other| other.id != entry.id);
    Ok(others.filter_map(|other| folder.report(&other.id).ok()).collect())
}

/// Which report of the pack a workbook is, or will be.
fn entry(folder: &Named, report: &str, files: &Files) -> Result<ReportEntry, String> {
    let index = folder.index()?;
    let meta = |field: &str| {
        files
            .report
            .pointer(&format!("/meta/{field}"))
            .cloned()
            .unwrap_or_default()
    };
    let year = meta("year").as_u64().and_then(|year| u16::try_from(year).ok());
    let year = year.ok_or("报告!年份：应为年份，如 2022")?;
    let known = match report {
        "" => index.reports.iter().find(|entry| entry.year == year),
        wanted => {
            let id = told::known(&index, wanted)?;
            index.reports.iter().find(|entry| entry.id == id)
        }
    };
    Ok(known.cloned().unwrap_or_else(|| ReportEntry {
        id: ReportId::from(year.to_string().as_str()),
        year,
        title: meta("title").as_str().map_or_else(|| year.to_string(), str::to_owned),
    }))
}

/// Puts an empty report of a new year into the pack, and writes the workbook to fill in.
fn new_year(folder: &Named, year: &str, file: &Named) -> Result<String, String> {
    let year: u16 = year.parse().map_err(|_| format!("“{year}”不是年份"))?;
    let index = folder.index()?;
    if let Some(known) = index.reports.iter().find(|entry| entry.year == year) {
        return Err(format!(
            "{} 年的报告已经在 {}",
            year,
            folder.shown.join(known.id.as_str()).display()
        ));
    }
    let earlier = index.reports.iter().filter(|entry| entry.year < year);
    let last = earlier
        .max_by_key(|entry| entry.year)
        .ok_or_else(|| format!("没有比 {year} 年早的报告可以照着搭"))?;
    let last_files = folder.report(&last.id)?;
    let files = as_typed(&year::pack(&last_files, year)).map_err(|error| error.problem)?;
    let entry = entry(folder, "", &files)?;
    let own = folder.path.join(entry.id.as_str());
    if own.exists() {
        return Err(format!("{} 已经有了", folder.shown.join(entry.id.as_str()).display()));
    }
    let sheet = year::sheet(&last_files, year);
    let waiting = sheet.figures.as_array().map_or(0, Vec::len);
    write_new(file, &workbook(&sheet)?)?;
    folder.put(&entry, &files)?;
    Ok(told::new_year(
        &folder.shown.join(entry.id.as_str()),
        &folder.shown,
        &file.shown,
        waiting,
    ))
}

fn workbook(files: &Files) -> Result<Vec<u8>, String> {
    let grids: Vec<Grid> = export::grids(files)?;
    book::write(&grids).map_err(|error| format!("写不成表格（{error}）"))
}

/// Somebody may have worked in a file that is there already.
fn write_new(file: &Named, bytes: &[u8]) -> Result<(), String> {
    match file.path.exists() {
        true => Err(format!("{} 已经有了；换一个名字，或先移走它", file.shown.display())),
        false => fs::write(&file.path, bytes).map_err(|error| format!("{}：{error}", file.shown.display())),
    }
}

/// A field's text.
fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}
