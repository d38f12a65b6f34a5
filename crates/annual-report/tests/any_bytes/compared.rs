//! A report with one file of any bytes against the 2021 report, whichever is the later: all of both is there once, and
//! whatever is computed can be told.

use annual_report::model::Figure;
use annual_report::years::{
    Change, Pair, Side, Unlike, areas, enterprises, indicators, outcome, outcomes, projects, published_before,
};

use super::real;

/// Against the 2021 report, both ways round.
pub fn compared(changed: Side<'_>) {
    let unchanged = real().side();
    both(changed, unchanged);
    both(unchanged, changed);
}

fn both(before: Side<'_>, after: Side<'_>) {
    let rows = areas(before, after);
    assert_eq!(
        rows.iter().filter(|area| area.before.is_some()).count(),
        before.report.areas().count()
    );
    assert_eq!(
        rows.iter().filter(|area| area.after.is_some()).count(),
        after.report.areas().count()
    );
    paired(
        &enterprises(before, after),
        before.enterprises.len(),
        after.enterprises.len(),
    );
    let pairs = projects(before, after);
    paired(&pairs, before.projects.len(), after.projects.len());
    for pair in &pairs {
        assert_eq!(pair.moved().is_some(), pair.before.is_some() && pair.after.is_some());
    }
    for row in indicators(before, after) {
        assert!(row.before.or(row.after).is_some_and(|figure| figure.number().is_some()));
        row.change
            .iter()
            .chain(row.restated.iter().filter_map(|restated| restated.change.as_ref()))
            .for_each(told);
    }
    for level in after.figures.all() {
        let before = published_before(level, after.figures, after.year(), Some(before.figures));
        assert!(before.is_none_or(|before: &Figure| before.unit == level.unit && before.number().is_some()));
    }
    let plans = outcomes(before, after);
    assert_eq!(plans.len(), before.report.plan.items().count());
    for problem in &before.report.problems {
        let _ = outcome(problem, after).is_untold();
    }
}

fn paired<T>(pairs: &[Pair<T>], before: usize, after: usize) {
    assert_eq!(pairs.iter().filter(|pair| pair.before.is_some()).count(), before);
    assert_eq!(pairs.iter().filter(|pair| pair.after.is_some()).count(), after);
}

fn told(change: &Result<Change, Unlike>) {
    let change = match change {
        Ok(change) => change,
        Err(unlike) => return assert!(!unlike.told().is_empty()),
    };
    assert!(change.by.is_finite() && !change.told().is_empty() && !change.amount().contains("NaN"));
    let Some(share) = change.share() else { return };
    let ends: Vec<&str> = share.split('–').collect();
    assert!(change.is_known() && ends.len() <= 2, "{share}");
    assert!(
        ends.iter().all(|end| end.ends_with('%') && !end.starts_with('-')),
        "{share}"
    );
}
