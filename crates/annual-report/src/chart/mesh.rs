//! The lines across all rows: grid at the ticks, the zero line, the reference. They stop where writing stands.

use super::plan::Plan;
use super::{LineRole, Text, TextRole};

/// The stretches of an upright line at x that are free of writing, from top to bottom.
pub(super) fn free_stretches(plan: &Plan, x: f64, role: LineRole) -> Vec<(f64, f64)> {
    let mut stretches = Vec::new();
    // Shorter than this it is not a line but a speck between two lines of writing.
    let shortest = plan.layout.font * 0.3;
    let mut from = plan.top;
    let mut stop = |until: f64, resume: f64| {
        if until - from > shortest {
            stretches.push((from, until));
        }
        from = from.max(resume);
    };
    // Texts of rows come in the order of rows, and within a row any two that this x crosses are in order, but for a
    // label beside its bars, which no line of the scale reaches.
    for text in plan.texts.iter().filter(|text| in_the_way(text, x, role, plan)) {
        let half = text.size * 0.6;
        // Above a label a rest of the line would hang between two rows and belong to neither.
        let above = if text.role == TextRole::Label && keeps_clear(text, role, plan) {
            text.size * 0.5
        } else {
            0.0
        };
        stop(text.y - half - above, text.y + half);
    }
    stop(plan.bottom, plan.bottom);
    stretches
}

fn in_the_way(text: &Text, x: f64, role: LineRole, plan: &Plan) -> bool {
    match text.role {
        // They stand above and beneath the lines.
        TextRole::Reference | TextRole::Tick | TextRole::Heading => false,
        _ if keeps_clear(text, role, plan) => true,
        TextRole::Label | TextRole::Value | TextRole::OtherValue | TextRole::DerivedValue | TextRole::Inside => {
            let margin = text.size * 0.2;
            (text.start() - margin..=text.end() + margin).contains(&x)
        }
    }
}

/// Whether grid and axis stop at a text however short it is, because it stands above its bar where labels have no
/// column: next to a short label they would look torn.
fn keeps_clear(text: &Text, role: LineRole, plan: &Plan) -> bool {
    !plan.columns.beside && text.x < plan.columns.left && role != LineRole::Reference
}
