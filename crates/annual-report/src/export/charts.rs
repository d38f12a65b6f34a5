//! A chart's data as CSV: the table that stands beside its picture.

use super::csv::Line;
use crate::chart::{ChartSpec, table};

/// The chart's data: a line a datum, raw numbers, unit in the head, qualifier, 推算 and place beside them. Handed over
/// line by line.
pub fn chart_csv(spec: &ChartSpec, sink: &mut dyn FnMut(&str)) {
    let table = table(spec);
    let head: Vec<&str> = table.head.iter().map(String::as_str).collect();
    let mut line = Line::head(&head, sink);
    for row in &table.rows {
        for (cell, is_number) in row.iter().zip(&table.numbers) {
            if *is_number {
                line.number(cell);
            } else {
                line.text(cell);
            }
        }
        line.end(sink);
    }
}
