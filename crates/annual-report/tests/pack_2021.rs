//! The 2021 pack is complete and honest: read with the app's own types, resolved, and held against the document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod document;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use annual_report::model::{
    Enterprise, Figure, Pack, PackFile, Project, Report, decode_enterprises, decode_figures, decode_index,
    decode_projects, decode_report, unshown, validate,
};

/// Numerals of the document that no figure claims, each with its reason: none.
const UNCLAIMED: [(&str, &str); 0] = [];

struct Files {
    report: Report,
    figures: Vec<Figure>,
    enterprises: Vec<Enterprise>,
    projects: Vec<Project>,
}

fn data(path: &str) -> Vec<u8> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(path);
    std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn files() -> Files {
    let index = decode_index(&data("index.json")).unwrap();
    assert_eq!(index.default.as_str(), "2021");
    Files {
        report: decode_report(&data("2021/report.json")).unwrap(),
        figures: decode_figures(&data("2021/figures.json")).unwrap(),
        enterprises: decode_enterprises(&data("2021/enterprises.json")).unwrap(),
        projects: decode_projects(&data("2021/projects.json")).unwrap(),
    }
}

/// The document, or `None` with a line that says so: it is kept beside the repository, not in it.
fn original() -> Option<String> {
    let text = document::original("2021");
    if text.is_none() {
        eprintln!("the original document is not at hand: the pack is not held against it");
    }
    text
}

#[test]
fn every_file_reads_and_every_reference_resolves() {
    let Files {
        report,
        figures,
        enterprises,
        projects,
    } = files();
    let pack = Pack {
        report: &report,
        figures: &figures,
        enterprises: &enterprises,
        projects: &projects,
    };
    let found: Vec<String> = validate(pack).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_text_is_shown_as_it_is() {
    for file in [
        PackFile::Index,
        PackFile::Report,
        PackFile::Figures,
        PackFile::Enterprises,
        PackFile::Projects,
    ] {
        let folder = if file == PackFile::Index { "" } else { "2021/" };
        let found = unshown(file, &data(&format!("{folder}{}", file.name())));
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn nothing_of_the_document_is_lost() {
    let Files {
        report,
        figures,
        enterprises,
        projects,
    } = files();
    assert_eq!(enterprises.len(), 32);
    assert_eq!(projects.len(), 43);
    assert_eq!(
        figures
            .iter()
            .filter(|figure| !figure.printed.contains(|c: char| c.is_ascii_digit()))
            .count(),
        9
    );
    let items: Vec<usize> = report.sections.iter().map(|section| section.items.len()).collect();
    assert_eq!(items, [5, 4, 3, 2, 3, 4, 4, 3, 4], "items of 1 and 2.1 to 2.8");
    assert_eq!(report.problems.len(), 6);
    let events: BTreeMap<&str, usize> = enterprises.iter().map(|e| (e.name.as_str(), e.events.len())).collect();
    for (name, count) in [
        ("三磊玻纤", 3),
        ("双河丝绸", 3),
        ("科瑞南海制药", 3),
        ("京宏源铝业", 2),
        ("鸿业集团", 2),
    ] {
        assert_eq!(events[name], count, "{name}");
    }
}

#[test]
fn whatever_is_in_a_table_is_met_in_the_report() {
    let Files {
        report,
        figures,
        enterprises,
        projects,
    } = files();
    let points = || {
        report
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .flat_map(|item| &item.points)
    };
    let mut told: BTreeSet<&str> = points()
        .flat_map(|point| &point.figures)
        .map(|id| id.as_str())
        .collect();
    told.extend(report.plan.items().flat_map(|item| &item.figures).map(|id| id.as_str()));
    let imprint = |figure: &&Figure| figure.section.as_str() != "0";
    let lost: Vec<&str> = figures
        .iter()
        .filter(imprint)
        .map(|figure| figure.id.as_str())
        .filter(|id| !told.contains(id))
        .collect();
    assert!(lost.is_empty(), "figures in no point: {lost:?}");
    let told: BTreeSet<&str> = points()
        .flat_map(|point| &point.enterprises)
        .map(|id| id.as_str())
        .collect();
    assert_eq!(
        enterprises
            .iter()
            .filter(|enterprise| !told.contains(enterprise.id.as_str()))
            .count(),
        0
    );
    let told: BTreeSet<&str> = points()
        .flat_map(|point| &point.projects)
        .map(|id| id.as_str())
        .collect();
    assert_eq!(
        projects
            .iter()
            .filter(|project| !told.contains(project.id.as_str()))
            .count(),
        0
    );
}

#[test]
fn every_value_is_the_number_that_is_printed() {
    for figure in files().figures {
        let Some(number) = figure.number() else { continue };
        if figure.printed.contains(|c: char| c.is_ascii_digit()) {
            let digits: String = figure
                .printed
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '.')
                .collect();
            assert_eq!(digits, number.to_string(), "{}", figure.id);
        }
    }
}

#[test]
fn every_numeral_of_the_document_is_claimed_where_it_stands() {
    let Some(text) = original() else { return };
    let places = document::places(&text);
    let numerals = document::numerals(&text);
    assert_eq!(numerals.len(), 88);
    let mut claimed: BTreeMap<usize, String> = BTreeMap::new();
    let mut nth: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for figure in files().figures {
        let place = figure.section.as_str().to_owned();
        let Some(stretches) = places.get(&place) else {
            wrong.push(format!("{}: the document has no place {place}", figure.id));
            continue;
        };
        let found: Vec<usize> = stretches
            .iter()
            .flat_map(|stretch| document::occurrences(&text, *stretch, &figure.printed))
            .collect();
        // Figures stand in the document's order: the second `3个` of a place claims its second occurrence.
        let turn = nth.entry((place.clone(), figure.printed.clone())).or_default();
        match found.get(*turn) {
            None => wrong.push(format!(
                "{}: {place} does not print \"{}\" {} times",
                figure.id,
                figure.printed,
                *turn + 1
            )),
            Some(start) => {
                let end = start + figure.printed.len();
                for (at, _) in numerals.iter().filter(|(at, _)| (*start..end).contains(at)) {
                    if let Some(other) = claimed.insert(*at, figure.id.to_string()) {
                        wrong.push(format!("{} and {other} claim one numeral", figure.id));
                    }
                }
            }
        }
        *turn += 1;
    }
    let unclaimed: Vec<String> = numerals
        .iter()
        .filter(|(at, _)| !claimed.contains_key(at))
        .map(|(at, length)| text[*at..at + length].to_owned())
        .filter(|numeral| !UNCLAIMED.iter().any(|(known, _)| known == numeral))
        .collect();
    println!(
        "{} numerals, {} claimed, {} unclaimed",
        numerals.len(),
        claimed.len(),
        unclaimed.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unclaimed.is_empty(), "unclaimed: {unclaimed:?}");
}

#[test]
fn names_and_phrases_are_the_documents_own() {
    let Some(text) = original() else { return };
    let places = document::places(&text);
    let Files {
        enterprises, projects, ..
    } = files();
    for enterprise in &enterprises {
        assert!(text.contains(&enterprise.name), "{}", enterprise.name);
        for event in &enterprise.events {
            let stretch = places[event.section.as_str()][0];
            assert!(
                text[stretch.0..stretch.1].contains(&enterprise.name),
                "{} in {}",
                enterprise.name,
                event.section
            );
        }
    }
    for project in &projects {
        let first = (&project.section, &project.status_printed);
        let more = project
            .also
            .iter()
            .map(|mention| (&mention.section, &mention.status_printed));
        for (place, phrase) in std::iter::once(first).chain(more) {
            let stretch = places[place.as_str()][0];
            assert!(
                text[stretch.0..stretch.1].contains(phrase.as_str()),
                "{}: \"{phrase}\" in {place}",
                project.name
            );
        }
    }
}

#[test]
fn no_sentence_of_the_document_is_copied() {
    const LONG: usize = 18;
    let Some(text) = original() else { return };
    let report = files().report;
    let mut told: Vec<String> = report
        .highlights
        .iter()
        .map(|highlight| highlight.text.clone())
        .collect();
    for section in &report.sections {
        told.extend([section.title.clone(), section.summary.clone()]);
        told.extend(
            section
                .items
                .iter()
                .flat_map(|item| item.points.iter().map(|point| point.text.clone())),
        );
    }
    told.extend(report.problems.iter().flat_map(|problem| problem.points.clone()));
    told.extend(report.plan.items().map(|item| item.text.clone()));
    told.extend(
        files()
            .enterprises
            .iter()
            .flat_map(|e| e.events.iter().map(|event| event.text.clone())),
    );
    for line in told {
        let characters: Vec<char> = line.chars().filter(|c| !c.is_whitespace()).collect();
        for window in characters.windows(LONG) {
            let run: String = window.iter().collect();
            assert!(!text.contains(&run), "copied: {run}");
        }
    }
}
