//! From plain text to passages: which place each paragraph belongs to, by the numbering that official documents have.

use super::{Original, Passage, imprint, items};
use crate::format::chinese_numeral;
use crate::model::Place;

/// The longest passage in characters: longer texts of a pack are not shown whole.
const LONGEST: usize = 5_000;

impl Original {
    /// Reads a document's plain text, one paragraph a line.
    ///
    /// Places follow from 一、 (a part), （一） (an area of it), and 一是 or —— (items). Each counts only where it is next
    /// in its order, and a part or an area only at the start of a line; what is before the first part is place `0`, and
    /// so is the imprint. Any text gives passages, one without numbering such of place `0`.
    pub fn of_text(text: &str) -> Self {
        let lines: Vec<&str> = text.split(is_line_end).map(str::trim).collect();
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let (body, end) = lines.split_at(imprint::start(&lines));
        let mut reader = Reader::default();
        for line in body {
            reader.paragraph(line);
        }
        for line in end {
            reader.push("0", line, false);
        }
        Self {
            passages: reader.passages,
        }
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What the items of a section begin with.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Mark {
    /// There is no item yet.
    #[default]
    None,
    /// ——
    Dash,
    /// 一是
    Ordinal,
}

#[derive(Default)]
struct Reader {
    part: u32,
    area: u32,
    item: u32,
    mark: Mark,
    passages: Vec<Passage>,
}

impl Reader {
    fn paragraph(&mut self, line: &str) {
        if is_part(line, self.part + 1) {
            (self.part, self.area) = (self.part + 1, 0);
            (self.item, self.mark) = (0, Mark::None);
        } else if self.part > 0 && is_area(line, self.area + 1) {
            self.area += 1;
            (self.item, self.mark) = (0, Mark::None);
        } else if self.part > 0 && self.mark != Mark::Ordinal && is_dashed(line) {
            self.item += 1;
            self.mark = Mark::Dash;
        }
        let starts = match self.mark {
            _ if self.part == 0 => Vec::new(),
            // Within such items 一是 is part of what they say.
            Mark::Dash => Vec::new(),
            Mark::None | Mark::Ordinal => items::starts(line, self.item),
        };
        let mut from = 0;
        for start in starts {
            self.push(&self.place(), line.get(from..start).unwrap_or_default(), from > 0);
            self.item += 1;
            self.mark = Mark::Ordinal;
            from = start;
        }
        self.push(&self.place(), line.get(from..).unwrap_or_default(), from > 0);
    }

    fn place(&self) -> String {
        let mut place = self.part.to_string();
        for (before, number) in [('.', self.area), ('/', self.item)] {
            if number > 0 {
                place.push(before);
                place.push_str(&number.to_string());
            }
        }
        place
    }

    fn push(&mut self, place: &str, text: &str, mut runs_on: bool) {
        let mut rest = text.trim();
        while !rest.is_empty() {
            let (text, after) = rest.split_at(end_of_passage(rest));
            self.passages.push(Passage {
                place: Place::from(place),
                text: text.trim_end().to_owned(),
                runs_on,
                figures: Vec::new(),
            });
            rest = after.trim_start();
            runs_on = true;
        }
    }
}

/// Where to cut a text that is too long for one passage: after a sentence, if it has one.
fn end_of_passage(text: &str) -> usize {
    let Some((most, _)) = text.char_indices().nth(LONGEST) else {
        return text.len();
    };
    let stop = text.get(..most).and_then(|text| text.rfind('。'));
    stop.map_or(most, |stop| stop + '。'.len_utf8())
}

/// 一、 at the start.
fn is_part(line: &str, number: u32) -> bool {
    chinese_numeral(number)
        .and_then(|numeral| line.strip_prefix(numeral.as_str()))
        .is_some_and(|rest| rest.starts_with('、'))
}

/// （一） at the start.
fn is_area(line: &str, number: u32) -> bool {
    let inside = line.strip_prefix(['（', '(']);
    let numeral = chinese_numeral(number);
    let after = inside.and_then(|inside| inside.strip_prefix(numeral?.as_str()));
    after.is_some_and(|rest| rest.starts_with(['）', ')']))
}

/// —— at the start, whichever sign was typed for it. A single one may be a minus.
fn is_dashed(line: &str) -> bool {
    let is_dash = |c: char| matches!(c, '—' | '―' | '─' | '–' | '－' | '-');
    line.chars().take(2).filter(|c| is_dash(*c)).count() == 2
}
