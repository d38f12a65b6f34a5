//! The whole report as lines that can be searched: sections, figures, problems, plan, charts. Enterprises and projects
//! have tables of their own.

use report_table::{Span, fold, marked_also};

use crate::format::{place_name, written};
use crate::model::{FigureId, Place, Report};
use crate::query::{ChartQuery, Readings};
use crate::route::Route;
use crate::stats::Figures;

/// What sort of line was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A figure.
    Figure,
    /// A section, an item of it, or a point of that.
    Section,
    /// A problem, or what it consists of.
    Problem,
    /// A line of the plan.
    Plan,
    /// A chart.
    Chart,
}

impl LineKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Figure, Self::Section, Self::Problem, Self::Plan, Self::Chart];

    /// What readers call it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Figure => "数字",
            Self::Section => "重点工作",
            Self::Problem => "问题",
            Self::Plan => "打算",
            Self::Chart => "图表",
        }
    }
}

/// A line of the report with the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What sort of line it is.
    pub kind: LineKind,
    /// What it says, or is about.
    pub title: String,
    /// What stands beside it: a figure's number, the section that a point belongs to. May be empty.
    pub detail: String,
    /// Where the document says it.
    pub place: String,
    /// The view that shows it.
    pub route: Route,
    /// What is searched: title, detail and the document's own characters, folded, each on a line.
    searched: String,
    /// The folded title alone: what is found in it comes first.
    folded_title: String,
    /// The folded place, which is found by its whole name: 二（三）.
    folded_place: String,
}

impl Line {
    fn new(kind: LineKind, title: &str, detail: String, place: &Place, route: Route, printed: &str) -> Self {
        let folded_title = fold(title);
        // No word holds a line's end, so that none is found across two texts.
        let searched = [folded_title.as_str(), &fold(&detail), &fold(printed)].join("\n");
        let place = place_name(place);
        Self {
            kind,
            title: title.to_owned(),
            detail,
            folded_place: fold(&place),
            place,
            route,
            searched,
            folded_title,
        }
    }

    fn holds(&self, words: &[String], readings: &Readings) -> bool {
        let is_spelled = |word: &String| self.searched.lines().any(|text| readings.spelled(text, word).is_some());
        // “二” alone would find half of the report.
        let is_place = |word: &String| self.folded_place == *word && word.chars().nth(1).is_some();
        words
            .iter()
            .all(|word| self.searched.contains(word.as_str()) || is_place(word) || is_spelled(word))
    }
}

/// Every line of the report, kind by kind, each in the document's order. Without `figures` those are missing.
pub fn lines(report: &Report, figures: Option<&Figures>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |kind, title: &str, detail: String, place: &Place, route: Route, printed: &str| {
        lines.push(Line::new(kind, title, detail, place, route, printed));
    };
    for figure in figures.map(Figures::all).unwrap_or_default() {
        let route = Route::Figure(figure.id.clone());
        let (detail, printed) = (written(figure).to_string(), &figure.printed);
        add(
            LineKind::Figure,
            &figure.subject,
            detail,
            &figure.section,
            route,
            printed,
        );
    }
    for section in &report.sections {
        let place = Place::from(section.id.as_str());
        let route = Route::of_place(&place);
        add(
            LineKind::Section,
            &section.title,
            section.summary.clone(),
            &place,
            route,
            "",
        );
        for item in &section.items {
            let route = Route::of_place(&item.id);
            add(
                LineKind::Section,
                &item.title,
                section.title.clone(),
                &item.id,
                route.clone(),
                "",
            );
            for point in &item.points {
                // The numbers that stand beside the point, too.
                let [numbers, printed] = numbers_of(figures, &point.figures);
                let sign = if numbers.is_empty() { "" } else { "：" };
                let within = format!("{} · {}{sign}{numbers}", section.title, item.title);
                add(
                    LineKind::Section,
                    &point.text,
                    within,
                    &item.id,
                    route.clone(),
                    &printed,
                );
            }
        }
    }
    for problem in &report.problems {
        let route = Route::of_place(&problem.id);
        add(
            LineKind::Problem,
            &problem.title,
            String::new(),
            &problem.id,
            route.clone(),
            "",
        );
        for point in &problem.points {
            add(
                LineKind::Problem,
                point,
                problem.title.clone(),
                &problem.id,
                route.clone(),
                "",
            );
        }
    }
    let plan = Place::from("4");
    for item in report.plan.items() {
        let [numbers, printed] = numbers_of(figures, &item.figures);
        add(
            LineKind::Plan,
            &item.text,
            numbers,
            &plan,
            Route::of_place(&plan),
            &printed,
        );
    }
    for chart in &report.charts {
        let place = chart.section.as_ref().map_or("0", |section| section.as_str());
        let route = Route::Chart(ChartQuery::of(&chart.id));
        add(
            LineKind::Chart,
            &chart.title,
            String::new(),
            &Place::from(place),
            route,
            "",
        );
    }
    lines
}

/// The figures as they are shown, with all that qualifies them, and as the document prints them.
fn numbers_of(figures: Option<&Figures>, ids: &[FigureId]) -> [String; 2] {
    let [mut shown, mut printed] = [String::new(), String::new()];
    for figure in ids.iter().filter_map(|id| figures?.get(id)) {
        if !shown.is_empty() {
            shown.push('、');
        }
        shown.push_str(&written(figure).to_string());
        printed.push_str(&figure.printed);
        printed.push('\n');
    }
    [shown, printed]
}

/// A text cut into what was found, as it is written or as it is spelled, and what was not.
pub fn marked_as_found(text: &str, words: &[String], readings: &Readings) -> Vec<Span> {
    marked_also(text, words, &|text, word| readings.spelled(text, word))
}

/// The lines of a kind that hold every word, as it is written or as it is spelled, by their places in `lines`; those with
/// all of them in their title first. No word finds nothing.
pub fn found(lines: &[Line], kind: LineKind, words: &[String], readings: &Readings) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for (nth, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.kind == kind && line.holds(words, readings))
    {
        let in_title = words.iter().all(|word| {
            line.folded_title.contains(word.as_str()) || readings.spelled(&line.folded_title, word).is_some()
        });
        if in_title { &mut first } else { &mut others }.push(nth);
    }
    first.append(&mut others);
    first
}
