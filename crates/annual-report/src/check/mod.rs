//! Everything that can be said of a pack, all of it in one run: what `cargo xtask check` prints.
//!
//! The app shares the rules ([`validate`]) and is content with errors and warnings; here come on top what is odd about
//! the texts, what one report says of another, and the remarks for the editor.

mod across;
mod growths;
mod index;
mod original;
mod texts;
mod unfinished;
mod years;

use crate::model::{
    DecodeError, Enterprise, Figure, Finding, Level, Pack, PackFile, Project, Report, ReportEntry, consistency,
    decode_enterprise_table, decode_figures, decode_index, decode_projects, decode_report, is_in_columns, places_of,
    validate,
};
use crate::years::year_before;

pub use original::not_in_original;

/// Something about a pack, and where.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// How much it matters.
    pub level: Level,
    /// The file, from the folder of the pack on: `2021/figures.json`.
    pub file: String,
    /// Where in it, as a JSON pointer: `/12/unit`. Empty for the file as a whole.
    pub path: String,
    /// Line, counted from 1; 0 where there is none, as in a file that is not there.
    pub line: usize,
    /// Column in characters, counted from 1; 0 where there is none.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: String,
}

/// One report with all its files read.
struct Year {
    entry: ReportEntry,
    report: Report,
    figures: Vec<Figure>,
    enterprises: across::Names,
    /// Whether the enterprises are written column by column.
    in_columns: bool,
    projects: across::Names,
}

/// Checks a pack. `names` are the files that its folder has, from there on (`index.json`, `2021/figures.json`); `read`
/// gives one by its name, or says in words why it cannot. Total: any bytes end in problems, never in a panic.
pub fn check(names: &[String], read: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Vec<Problem> {
    let mut found = Vec::new();
    let Some(bytes) = bytes_of("index.json", read, &mut found) else {
        return found;
    };
    texts::odd(PackFile::Index, "index.json", &bytes, &mut found);
    let index = match decode_index(&bytes) {
        Ok(index) => index,
        Err(error) => {
            unreadable("index.json", &bytes, error, &mut found);
            return found;
        }
    };
    index::rules(&index, &bytes, &mut found);
    index::strangers(&index, names, &mut found);
    let entries = index.reports.iter();
    let years: Vec<Year> = entries.filter_map(|entry| report(entry, read, &mut found)).collect();
    growths::growths(&years, read, &mut found);
    years::backwards(&years, read, &mut found);
    across::names(&years, read, &mut found);
    unfinished::unfinished(&years, read, &mut found);
    original::compared(&index, &years, names, read, &mut found);
    found
}

/// Checks one report; gives it, where all of it can be read.
fn report(
    entry: &ReportEntry,
    read: &dyn Fn(&str) -> Result<Vec<u8>, String>,
    found: &mut Vec<Problem>,
) -> Option<Year> {
    let [report, figures, enterprises, projects] = [
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
    ]
    .map(|file| {
        let name = format!("{}/{}", entry.id, file.name());
        let bytes = bytes_of(&name, read, found)?;
        texts::odd(file, &name, &bytes, found);
        Some((name, bytes))
    });
    let report_file = report.as_ref().map(|(_, bytes)| bytes.clone());
    let columns = enterprises.as_ref().is_some_and(|(_, bytes)| is_in_columns(bytes));
    let report = decoded(&report, decode_report, found);
    let decoded_figures = decoded(&figures, decode_figures, found);
    let rows = |bytes: &[u8]| -> Result<Vec<Enterprise>, DecodeError> {
        let table = decode_enterprise_table(bytes)?;
        Ok((0..table.len() as u32).filter_map(|row| table.get(row)).collect())
    };
    let decoded_enterprises = decoded(&enterprises, rows, found);
    let decoded_projects: Option<Vec<Project>> = decoded(&projects, decode_projects, found);
    let (Some(report), Some(read_figures), Some(read_enterprises), Some(read_projects)) =
        (report, decoded_figures, decoded_enterprises, decoded_projects)
    else {
        found.push(Problem {
            level: Level::Warning,
            file: format!("{}/", entry.id),
            path: String::new(),
            line: 0,
            column: 0,
            problem: "有文件读不出来，文件之间的引用和数字没有核对".to_owned(),
            advice: "先改好上面的错误，再核对一次".to_owned(),
        });
        return None;
    };
    let pack = Pack {
        report: &report,
        figures: &read_figures,
        enterprises: &read_enterprises,
        projects: &read_projects,
    };
    let mut findings = validate(pack);
    findings.extend(consistency(pack));
    for file in [
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
    ] {
        let of_file: Vec<Finding> = findings
            .iter()
            .filter(|finding| finding.file == file)
            .cloned()
            .collect();
        let bytes = match file {
            PackFile::Figures => figures.as_ref().map(|(_, bytes)| bytes),
            PackFile::Enterprises => enterprises.as_ref().map(|(_, bytes)| bytes),
            PackFile::Projects => projects.as_ref().map(|(_, bytes)| bytes),
            PackFile::Report | PackFile::Index | PackFile::Original => report_file.as_ref(),
        };
        let in_columns = columns && file == PackFile::Enterprises;
        placed(
            &format!("{}/{}", entry.id, file.name()),
            bytes,
            of_file,
            in_columns,
            found,
        );
    }
    Some(Year {
        entry: entry.clone(),
        report,
        figures: read_figures,
        enterprises: read_enterprises
            .into_iter()
            .map(|row| (row.id.to_string(), row.name))
            .collect(),
        in_columns: columns,
        projects: read_projects
            .into_iter()
            .map(|row| (row.id.to_string(), row.name))
            .collect(),
    })
}

fn bytes_of(name: &str, read: &dyn Fn(&str) -> Result<Vec<u8>, String>, found: &mut Vec<Problem>) -> Option<Vec<u8>> {
    match read(name) {
        Ok(bytes) => Some(bytes),
        Err(reason) => {
            found.push(Problem {
                level: Level::Error,
                file: name.to_owned(),
                path: String::new(),
                line: 0,
                column: 0,
                problem: format!("读不到文件（{reason}）"),
                advice: "补上这个文件；名字和目录要与 index.json 一致，分大小写".to_owned(),
            });
            None
        }
    }
}

fn decoded<T>(
    file: &Option<(String, Vec<u8>)>,
    decode: impl Fn(&[u8]) -> Result<T, DecodeError>,
    found: &mut Vec<Problem>,
) -> Option<T> {
    let (name, bytes) = file.as_ref()?;
    match decode(bytes) {
        Ok(value) => Some(value),
        Err(error) => {
            unreadable(name, bytes, error, found);
            None
        }
    }
}

/// Everything that keeps a file from being read.
fn unreadable(name: &str, bytes: &[u8], mut error: DecodeError, found: &mut Vec<Problem>) {
    let further = core::mem::take(&mut error.further);
    for error in core::iter::once(error).chain(further) {
        let place = match error.line {
            // What is wrong with a value that could be read, its reader has no place of.
            0 => places_of(bytes, &[&error.path]).into_iter().next().unwrap_or_default(),
            line => (line, error.column),
        };
        found.push(Problem {
            level: Level::Error,
            file: name.to_owned(),
            path: error.path,
            line: place.0,
            column: place.1,
            problem: error.problem,
            advice: error.advice.to_owned(),
        });
    }
}

/// The findings of one file with their lines and columns. A file in columns has no rows: there a row is the place of its
/// id, and the problem says of which of its fields it is.
fn placed(name: &str, bytes: Option<&Vec<u8>>, findings: Vec<Finding>, in_columns: bool, found: &mut Vec<Problem>) {
    let paths: Vec<String> = findings
        .iter()
        .map(
            |finding| match finding.path.get(1..).and_then(|path| path.split('/').next()) {
                Some(row) if in_columns => format!("/id/{row}"),
                _ => finding.path.clone(),
            },
        )
        .collect();
    let pointers: Vec<&str> = paths.iter().map(String::as_str).collect();
    let places = places_of(bytes.map_or(&[], Vec::as_slice), &pointers);
    for ((finding, path), (line, column)) in findings.into_iter().zip(paths.iter().cloned()).zip(places) {
        let field = finding.path.splitn(3, '/').nth(2).filter(|_| in_columns);
        found.push(Problem {
            level: finding.level,
            file: name.to_owned(),
            path,
            line,
            column,
            problem: field.map_or(String::new(), |field| format!("{field}：")) + &finding.problem,
            advice: finding.advice.to_owned(),
        });
    }
}

/// The same quantity in another report: by its id, or else by its name and unit.
fn same_in<'f>(level: &Figure, figures: &'f [Figure]) -> Option<&'f Figure> {
    let comparable = |figure: &&Figure| figure.unit == level.unit && figure.kind == level.kind;
    let by_id = figures.iter().filter(comparable).find(|figure| figure.id == level.id);
    by_id.or_else(|| {
        figures
            .iter()
            .filter(comparable)
            .find(|figure| figure.subject == level.subject)
    })
}

/// The report of the year before one.
fn before<'a>(year: &Year, years: &'a [Year]) -> Option<&'a Year> {
    year_before(years, year.entry.year, |other| other.entry.year)
}
