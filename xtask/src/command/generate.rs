//! `gen`: what the generated pack is to be like.

use std::path::PathBuf;

use super::Command;
use crate::{
    failure::Failure,
    options::{Options, not_understood},
    order::{Layout, Order},
};

/// From here on rows would be twice the bytes, and slow to read.
const COLUMNS_FROM: u32 = 2000;
/// There are some millions of generated names; beyond this, finding one that is free takes long.
const MOST_ENTERPRISES: u32 = 1_000_000;
/// The same for projects.
const MOST_PROJECTS: u32 = 100_000;

/// Reads what follows `gen`.
pub fn read(words: &[&str]) -> Result<Command, Failure> {
    let valued = ["--enterprises", "--seed", "--projects", "--layout", "--out"];
    let options = Options::read(words, &valued, &[])?;
    let lacks = |option| Failure::Lacks { option };
    let enterprises = options
        .value("--enterprises", |count| (1..=MOST_ENTERPRISES).contains(count))?
        .ok_or(lacks("--enterprises"))?;
    let seed = options.value("--seed", |_| true)?.ok_or(lacks("--seed"))?;
    let projects = options
        .value("--projects", |count| *count <= MOST_PROJECTS)?
        .unwrap_or((enterprises / 10).clamp(1, 1000));
    let layout = match options.word("--layout") {
        Some("rows") => Layout::Rows,
        Some("columns") => Layout::Columns,
        Some(other) => return Err(not_understood(other)),
        None if enterprises < COLUMNS_FROM => Layout::Rows,
        None => Layout::Columns,
    };
    Ok(Command::Gen {
        order: Order {
            enterprises,
            seed,
            projects,
            layout,
        },
        out: options.word("--out").map(PathBuf::from),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

    fn order(line: &str) -> Option<Order> {
        match parse(line)? {
            Command::Gen { order, .. } => Some(order),
            _ => None,
        }
    }

    #[test]
    fn a_pack_has_a_tenth_as_many_projects_and_columns_from_2000_enterprises_on() {
        let of = |enterprises, projects, layout| {
            let seed = 7;
            Some(Order {
                enterprises,
                seed,
                projects,
                layout,
            })
        };
        assert_eq!(order("gen --enterprises 5 --seed 7"), of(5, 1, Layout::Rows));
        assert_eq!(order("gen --seed 7 --enterprises 1999"), of(1999, 199, Layout::Rows));
        assert_eq!(order("gen --enterprises 2000 --seed 7"), of(2000, 200, Layout::Columns));
        assert_eq!(
            order("gen --enterprises 100000 --seed 7"),
            of(100_000, 1000, Layout::Columns)
        );
        assert_eq!(
            order("gen --enterprises 9 --seed 7 --projects 0 --layout columns"),
            of(9, 0, Layout::Columns)
        );
    }

    #[test]
    fn a_pack_without_size_or_seed_or_of_an_impossible_size_is_refused() {
        for line in [
            "gen --seed 7",
            "gen --enterprises 5",
            "gen --enterprises 0 --seed 7",
            "gen --enterprises 1000001 --seed 7",
            "gen --enterprises 5 --seed 7 --projects 100001",
            "gen --enterprises 5 --seed 7 --layout grid",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
