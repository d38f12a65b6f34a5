//! Breaking a label into lines.
//!
//! Promise: no line is wider than asked (a single character may be), nothing of the text is lost but spaces at breaks,
//! and no line begins with closing punctuation or ends with an opening bracket where that can be helped
//! (GB/T 15834, 标点避头尾). A number keeps its unit: 56.8 亿元 is not torn after 56.8.

use super::measure::{em, text_width};

/// As few lines as the width in px allows, each filled; none for a blank text.
pub(super) fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let room = (width / size).max(1.0) + 1e-9;
    let mut lines = Lines::default();
    for cluster in clusters(text.trim()) {
        lines.push(cluster, room);
    }
    lines.finish()
}

/// As [`wrap`], but the lines about equally long, so that no single character is left over for the last.
pub(super) fn wrap_evenly(text: &str, size: f64, width: f64) -> Vec<String> {
    let full = wrap(text, size, width);
    if full.len() < 2 {
        return full;
    }
    if let [_, _] = full[..]
        && let Some(lines) = before_remark(text.trim(), size, width)
    {
        return lines;
    }
    let shortest = text_width(text, size) / full.len() as f64;
    let mut narrower = shortest;
    while narrower < width {
        let lines = wrap(text, size, narrower);
        if lines.len() <= full.len() {
            return lines;
        }
        narrower += size * 0.5;
    }
    full
}

/// Two lines, the second the remark in brackets at the end: 49.0 亿元 over （推算，可比口径）.
fn before_remark(text: &str, size: f64, width: f64) -> Option<Vec<String>> {
    let at = text.rfind('（').filter(|at| *at > 0 && text.ends_with('）'))?;
    let (name, remark) = text.split_at_checked(at)?;
    let lines = [wrap(name, size, width), wrap(remark, size, width)].concat();
    (lines.len() == 2).then_some(lines)
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    line: String,
    used: f64,
}

impl Lines {
    fn push(&mut self, cluster: &str, room: f64) {
        // A space at the end of a line hangs over and is cut off with it.
        let needed: f64 = cluster.trim_end().chars().map(em).sum();
        if self.used > 0.0 && self.used + needed > room {
            self.end_line();
        }
        if needed <= room {
            self.line.push_str(cluster);
            self.used += cluster.chars().map(em).sum::<f64>();
            return;
        }
        for c in cluster.chars() {
            if self.used > 0.0 && self.used + em(c) > room {
                // Closing punctuation takes the character before it along to the next line.
                let along = if never_first(c) { self.line.pop() } else { None };
                if self.line.is_empty() {
                    self.line.extend(along);
                    self.end_line();
                } else {
                    self.end_line();
                    self.line.extend(along);
                }
                self.used = self.line.chars().map(em).sum();
            }
            self.line.push(c);
            self.used += em(c);
        }
    }

    fn end_line(&mut self) {
        let line = core::mem::take(&mut self.line);
        self.done.push(line.trim_end().to_owned());
        self.used = 0.0;
    }

    fn finish(mut self) -> Vec<String> {
        if !self.line.trim().is_empty() {
            self.end_line();
        }
        self.done
    }
}

/// The text in pieces between which a line may break.
fn clusters(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    let mut before_space: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, before_space, c)) {
            pieces.extend(text.get(start..at));
            start = at;
        }
        if before != Some(' ') {
            before_space = before;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

fn may_break(before: char, before_space: Option<char>, c: char) -> bool {
    if c == ' ' || em(c) == 0.0 || never_first(c) || never_last(before) {
        return false;
    }
    if before == ' ' {
        // 56.8 亿元: the space is only for the eye.
        return c.is_ascii() || !before_space.is_some_and(|digit| digit.is_ascii_digit());
    }
    let number_and_unit = before.is_ascii_digit() && !c.is_ascii();
    let same_word = before.is_ascii() && c.is_ascii();
    !(number_and_unit || same_word)
}

/// May not begin a line.
pub(super) fn never_first(c: char) -> bool {
    "，。、；：！？）》」』】〕”’％%…,.;:!?)]}·～—℃㎡".contains(c)
}

/// May not end a line.
fn never_last(c: char) -> bool {
    "（《「『【〔“‘([{￥¥".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_breaks_anywhere_but_before_closing_punctuation() {
        assert_eq!(wrap("规上工业企业产值", 10.0, 50.0), ["规上工业企", "业产值"]);
        assert_eq!(wrap("规上工业企，业产值", 10.0, 50.0), ["规上工业", "企，业产值"]);
        assert_eq!(wrap("产值（预计）", 10.0, 30.0), ["产值", "（预", "计）"]);
    }

    #[test]
    fn a_number_stays_whole_and_with_its_unit() {
        assert_eq!(
            wrap("总投资约12000 亿元的项目", 10.0, 60.0),
            ["总投资约", "12000 亿元", "的项目"]
        );
        assert_eq!(wrap("新增5G基站", 10.0, 45.0), ["新增5G基", "站"]);
    }

    #[test]
    fn even_lines_leave_no_single_character_over() {
        assert_eq!(
            wrap_evenly("规上工业企业产值增", 10.0, 80.0),
            ["规上工业企", "业产值增"]
        );
        assert_eq!(wrap_evenly("产值", 10.0, 80.0), ["产值"]);
    }

    #[test]
    fn a_remark_at_the_end_has_its_own_line_where_it_fits() {
        let label = "49.0 亿元（推算，可比口径）";
        assert_eq!(wrap_evenly(label, 10.0, 110.0), ["49.0 亿元", "（推算，可比口径）"]);
        assert_eq!(wrap_evenly(label, 10.0, 85.0), ["49.0 亿元（推", "算，可比口径）"]);
    }

    #[test]
    fn nothing_is_lost_and_no_line_is_too_wide() {
        let text =
            "2021年“一带一路”沿线国家（地区）进出口额，同比增长https://example.org/a/very/long/path%20of：））））））";
        for width in 1..60 {
            let width = f64::from(width) * 10.0;
            let lines = wrap(text, 10.0, width);
            assert_eq!(lines.concat(), text);
            assert!(
                lines
                    .iter()
                    .all(|line| text_width(line, 10.0) <= width.max(10.0) + 1e-6),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn blank_texts_have_no_lines_and_line_feeds_are_spaces() {
        assert!(wrap(" \n\t ", 10.0, 50.0).is_empty());
        assert_eq!(wrap("a\nb", 10.0, 50.0), ["a b"]);
    }
}
