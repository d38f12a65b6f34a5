//! What must hold whatever the bytes are: they are read, or refused with a reason and a place, and everything that is
//! asked of what was read has an answer. Each promise is a function of bytes, so that the property tests beside this
//! folder and the fuzzer in `fuzz/` hold the core to the same ones.

use std::sync::{Arc, OnceLock};

use annual_report::chart::{Context, Layout, asked, draw, legend, spec, table, unknown_picks};
use annual_report::export::chart_csv;
use annual_report::format::written;
use annual_report::model::{
    Chart, DecodeError, Enterprise, Enterprises, Figure, Pack, PackFile, Project, Report, decode_enterprise_table,
    decode_enterprises, decode_figures, decode_index, decode_projects, decode_report, validate,
};
use annual_report::parts::{part_named, parts};
use annual_report::query::{ChartQuery, Finder, Query, Table, enterprise_table, known, project_table, question};
use annual_report::route::{Parsed, Route};
use annual_report::stats::Figures;
use annual_report::years::Side;

mod compared;
use compared::compared;

/// One promise, by the name of its fuzz target and of its folder in `fuzz/corpus`.
pub type Promise = fn(&[u8]);

/// All of them.
#[allow(dead_code, reason = "a fuzz target has one")]
pub const PROMISES: [(&str, Promise); 6] = [
    ("index", index),
    ("report", report),
    ("figures", figures),
    ("enterprises", enterprises),
    ("projects", projects),
    ("hash", hash),
];

/// The 2021 pack, which stands beside whatever file is in question.
pub struct Real {
    report: Report,
    figures: Vec<Figure>,
    enterprises: Vec<Enterprise>,
    projects: Vec<Project>,
    stats: Figures,
    table: Enterprises,
    tables: [Arc<Table>; 2],
}

pub fn real() -> &'static Real {
    static REAL: OnceLock<Real> = OnceLock::new();
    REAL.get_or_init(|| {
        let figures = decode_figures(include_bytes!("../../../../data/2021/figures.json")).unwrap();
        let enterprises = decode_enterprises(include_bytes!("../../../../data/2021/enterprises.json")).unwrap();
        let projects = decode_projects(include_bytes!("../../../../data/2021/projects.json")).unwrap();
        let stats = Figures::new(figures.clone());
        let table = Enterprises::new(&enterprises);
        let tables = [
            enterprise_table(&table, Some(&stats)),
            project_table(&projects, Some(&table)),
        ];
        Real {
            report: decode_report(include_bytes!("../../../../data/2021/report.json")).unwrap(),
            figures,
            enterprises,
            projects,
            stats,
            table,
            tables: tables.map(Arc::new),
        }
    })
}

impl Real {
    fn pack(&self) -> Pack<'_> {
        Pack {
            report: &self.report,
            figures: &self.figures,
            enterprises: &self.enterprises,
            projects: &self.projects,
        }
    }

    fn side(&self) -> Side<'_> {
        Side {
            report: &self.report,
            figures: &self.stats,
            enterprises: &self.table,
            projects: &self.projects,
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            report: &self.report,
            figures: &self.stats,
            enterprises: Some(&self.table),
            projects: Some(&self.projects),
            years: &[],
        }
    }
}

/// The value. A refusal is of this file and says why, and its place lies within the file.
fn told<T>(bytes: &[u8], file: PackFile, read: Result<T, DecodeError>) -> Option<T> {
    let error = match read {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    for one in std::iter::once(&error).chain(&error.further) {
        assert_eq!(one.file, file);
        assert!(!one.problem.is_empty() && one.line <= lines, "{one:?}");
        assert!(one.path.is_empty() || one.path.starts_with('/'), "{one:?}");
    }
    None
}

fn validated(pack: Pack<'_>) {
    for finding in validate(pack) {
        assert!(
            !finding.problem.is_empty() && finding.path.starts_with('/'),
            "{finding}"
        );
    }
}

pub fn index(bytes: &[u8]) {
    let Some(index) = told(bytes, PackFile::Index, decode_index(bytes)) else {
        return;
    };
    assert!(index.reports.iter().any(|entry| entry.id == index.default));
    let again = serde_json::to_vec(&index).unwrap();
    assert_eq!(decode_index(&again).as_ref(), Ok(&index));
}

pub fn report(bytes: &[u8]) {
    let Some(report) = told(bytes, PackFile::Report, decode_report(bytes)) else {
        return;
    };
    let again = serde_json::to_vec(&report).unwrap();
    assert_eq!(decode_report(&again).as_ref(), Ok(&report));
    let real = real();
    validated(Pack {
        report: &report,
        ..real.pack()
    });
    let context = Context {
        report: &report,
        ..real.context()
    };
    // One chart is every chart; a file of a thousand would only take longer.
    for chart in report.charts.iter().take(3) {
        drawn(chart, &context);
    }
    compared(Side {
        report: &report,
        ..real.side()
    });
    for hash in ["#/work/2.2", "#/charts/growth?as=level", "#/problems/4"] {
        named_part(&Route::parse(hash).route, &report);
    }
}

pub fn figures(bytes: &[u8]) {
    let Some(figures) = told(bytes, PackFile::Figures, decode_figures(bytes)) else {
        return;
    };
    let again = decode_figures(&serde_json::to_vec(&figures).unwrap()).unwrap();
    // Not the numbers: those of more digits than any document prints may come back a last bit away.
    let names = |figures: &[Figure]| figures.iter().map(|figure| figure.id.clone()).collect::<Vec<_>>();
    assert_eq!(names(&again), names(&figures));
    let real = real();
    validated(Pack {
        figures: &figures,
        ..real.pack()
    });
    let stats = Figures::new(figures);
    for figure in stats.all() {
        let _ = written(figure).to_string();
        assert_eq!(stats.get(&figure.id).map(|found| &found.id), Some(&figure.id));
        let _ = stats.same_quantity(figure).count();
        let base = stats.indicator(&figure.id).and_then(|indicator| indicator.base);
        let _ = base.map(|base| (base.text(), base.interval_text()));
    }
    let context = Context {
        figures: &stats,
        ..real.context()
    };
    let speaks_of_these = |chart: &&Chart| chart.figures.iter().any(|id| stats.get(id).is_some());
    for chart in real.report.charts.iter().filter(speaks_of_these).take(3) {
        drawn(chart, &context);
    }
    let _ = enterprise_table(&real.table, Some(&stats));
    compared(Side {
        figures: &stats,
        ..real.side()
    });
}

pub fn enterprises(bytes: &[u8]) {
    let read = decode_enterprises(bytes);
    let table = told(bytes, PackFile::Enterprises, decode_enterprise_table(bytes));
    if let Some(rows) = told(bytes, PackFile::Enterprises, read) {
        // Rows are a table in either way of reading them, unless they have more words than a table can hold.
        assert_eq!(rows.len(), table.as_ref().map_or(rows.len(), Enterprises::len));
    }
    let Some(table) = table else { return };
    let rows: Vec<Enterprise> = (0..table.len() as u32)
        .map(|row| table.get(row).expect("every row of a table is an enterprise"))
        .collect();
    for (row, enterprise) in (0..).zip(&rows) {
        assert_eq!(table.events(row), enterprise.events.len());
        assert_eq!(table.event(row, enterprise.events.len()), None);
        let first = table.row_of(&enterprise.id).expect("every id is found");
        assert!(first <= row && table.id(first) == enterprise.id);
        table.column_growths(row);
    }
    assert_eq!(table.get(rows.len() as u32), None);
    let again = decode_enterprise_table(&serde_json::to_vec(&table.columns()).unwrap());
    let again = again.unwrap_or_else(|error| panic!("{error}"));
    assert!(
        (0..)
            .zip(&rows)
            .all(|(row, enterprise)| again.get(row).as_ref() == Some(enterprise))
    );
    let real = real();
    validated(Pack {
        enterprises: &rows,
        ..real.pack()
    });
    compared(Side {
        enterprises: &table,
        ..real.side()
    });
    answers(
        &Arc::new(enterprise_table(&table, Some(&real.stats))),
        &Query {
            search: rows.last().map(|last| last.name.clone()).unwrap_or_default(),
            ..Query::default()
        },
    );
}

pub fn projects(bytes: &[u8]) {
    let Some(projects) = told(bytes, PackFile::Projects, decode_projects(bytes)) else {
        return;
    };
    let again = serde_json::to_vec(&projects).unwrap();
    assert_eq!(decode_projects(&again).as_ref(), Ok(&projects));
    let real = real();
    validated(Pack {
        projects: &projects,
        ..real.pack()
    });
    compared(Side {
        projects: &projects,
        ..real.side()
    });
    answers(
        &Arc::new(project_table(&projects, Some(&real.table))),
        &Query {
            search: projects.last().map(|last| last.name.clone()).unwrap_or_default(),
            ..Query::default()
        },
    );
}

/// The text after `#`. Bytes that are no text never reach the app: an address is text.
pub fn hash(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Parsed { route, .. } = Route::parse(&text);
    let href = route.href();
    assert!(href.starts_with("#/") && !href.chars().any(|c| c.is_ascii_control() || c == ' '));
    let again = Route::parse(&href);
    assert_eq!(again.unknown, None, "{href}");
    assert_eq!(without_unread(again.route), without_unread(route.clone()), "{href}");
    let embedded = Route::parse(&route.embed_href());
    assert!(embedded.embedded && embedded.route.href() == href, "{href}");

    let real = real();
    named_part(&route, &real.report);
    match &route {
        Route::Enterprises(query) => answers(&real.tables[0], query),
        Route::Projects(query) => answers(&real.tables[1], query),
        Route::Charts(Some(query)) | Route::Chart(query) => {
            // Half the addresses of charts name none, so the last one stands in.
            let charts = &real.report.charts;
            if let Some(chart) = charts.iter().find(|chart| chart.id == query.id).or(charts.last()) {
                asked_for(chart, query, &real.context());
            }
        }
        _ => {}
    }
}

/// What could not be read of an address is said once, and is no part of the address that is written.
fn without_unread(route: Route) -> Route {
    let clean = |query| Query {
        unread: Vec::new(),
        ..query
    };
    match route {
        Route::Enterprises(query) => Route::Enterprises(clean(query)),
        Route::Projects(query) => Route::Projects(clean(query)),
        other => other,
    }
}

fn named_part(route: &Route, report: &Report) {
    let parts = parts(route, Some(report));
    assert!(part_named(route, &parts) < parts.len());
}

/// The table has an answer, it is the same when asked again from nothing, and every row of it is one of the table's.
fn answers(table: &Arc<Table>, query: &Query) {
    let (asked, _) = question(table, query);
    let mut finder = Finder::new(Arc::clone(table));
    finder.ask(&asked);
    let rows = finder.rows();
    assert_eq!(rows.len(), finder.count() as usize);
    assert!(rows.iter().all(|row| (*row as usize) < table.len() && finder.has(*row)));
    finder.ask(&question(table, &Query::default()).0);
    assert_eq!(finder.count() as usize, table.len());
    while finder.prepare() {}
    finder.ask(&asked);
    assert_eq!(finder.rows(), rows);
    let kept = known(table, query);
    assert_eq!(known(table, &kept), kept);
    assert_eq!(question(table, &kept).1, Vec::<String>::new());
}

fn asked_for(chart: &Chart, query: &ChartQuery, context: &Context<'_>) {
    let _ = unknown_picks(chart, query);
    drawn(&asked(chart, query, context.figures), context);
}

fn drawn(chart: &Chart, context: &Context<'_>) {
    let spec = spec(chart, context);
    let _ = (legend(&spec), table(&spec));
    let scene = draw(&spec, Layout::default());
    assert!(scene.height.is_finite() && scene.width.is_finite());
    let mut length = 0;
    chart_csv(&spec, &mut |text| length += text.len());
    assert!(length > 0);
}
