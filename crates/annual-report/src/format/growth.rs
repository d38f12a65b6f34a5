//! Growth in words and with an arrow: direction is never told by colour alone.

use super::written;
use crate::model::{Figure, FigureKind};

/// Which way a level went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// ▲ 同比增长.
    Up,
    /// ▼ 同比下降.
    Down,
    /// Unchanged.
    Level,
}

impl Direction {
    /// ▲, ▼ or –.
    pub fn arrow(self) -> &'static str {
        match self {
            Direction::Up => "▲",
            Direction::Down => "▼",
            Direction::Level => "–",
        }
    }
}

/// A growth as it is written beside its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Which way.
    pub direction: Direction,
    /// 同比增长, 同比下降, 同比净增, 同比净减 or 同比持平.
    pub verb: &'static str,
    /// The amount, always positive: `30.5%（预计）`, `近6倍`, `7 个`.
    pub amount: String,
}

/// Writes a growth, multiple or delta; `None` for any other kind, which has no direction.
pub fn growth(figure: &Figure) -> Option<Growth> {
    let number = figure.number()?;
    let direction = match number {
        n if n > 0.0 => Direction::Up,
        n if n < 0.0 => Direction::Down,
        _ => Direction::Level,
    };
    let verb = match (figure.kind, direction) {
        (FigureKind::Growth | FigureKind::Multiple, Direction::Up) => "同比增长",
        (FigureKind::Growth | FigureKind::Multiple, Direction::Down) => "同比下降",
        (FigureKind::Delta, Direction::Up) => "同比净增",
        (FigureKind::Delta, Direction::Down) => "同比净减",
        (FigureKind::Growth | FigureKind::Multiple | FigureKind::Delta, Direction::Level) => "同比持平",
        _ => return None,
    };
    let mut amount = written(figure);
    if let Some(positive) = amount.number.strip_prefix('-') {
        amount.number = positive.to_owned();
    }
    Some(Growth {
        direction,
        verb,
        amount: amount.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::tests::figure;
    use crate::model::Qualifier;

    #[test]
    fn a_fall_is_a_word_and_a_positive_number() {
        let mut fall = figure("-3.2%", -3.2, "%", None);
        fall.kind = FigureKind::Growth;
        let told = growth(&fall).unwrap();
        assert_eq!(
            (told.direction.arrow(), told.verb, told.amount.as_str()),
            ("▼", "同比下降", "3.2%")
        );
    }

    #[test]
    fn multiples_and_deltas_keep_their_own_verbs_and_qualifiers() {
        let mut six = figure("近6倍", 6.0, "倍", Some(Qualifier::Nearly));
        six.kind = FigureKind::Multiple;
        assert_eq!(
            growth(&six).map(|g| format!("{}{}", g.verb, g.amount)).as_deref(),
            Some("同比增长近6倍")
        );
        let mut seven = figure("7个", 7.0, "个", None);
        seven.kind = FigureKind::Delta;
        assert_eq!(growth(&seven).map(|g| g.verb), Some("同比净增"));
        assert_eq!(growth(&figure("7个", 7.0, "个", None)), None);
    }
}
