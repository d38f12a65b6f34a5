//! How much of what a figure measures is said around a number: what tells equal numbers apart.

/// How near what is measured is to the number from byte `start` to `end`; 0 where nothing of it is in the sentence. Words in
/// the same clause count three times.
pub(super) fn nearness(subject: &str, text: &str, start: usize, end: usize) -> i32 {
    let sentence = around(text, start, end, &ends_sentence);
    let clause = around(text, start, end, &ends_clause);
    let mut near = 0;
    // Two signs side by side are the shortest word.
    let mut starts = subject.char_indices().map(|(at, _)| at);
    let mut from = starts.next().unwrap_or_default();
    let mut middle = starts.next();
    while let Some(at) = middle {
        middle = starts.next();
        let pair = subject.get(from..middle.unwrap_or(subject.len())).unwrap_or_default();
        near += i32::from(sentence.contains(pair)) + 2 * i32::from(clause.contains(pair));
        from = at;
    }
    near
}

/// The text between the signs that end a sentence, or a clause, on either side.
fn around<'t>(text: &'t str, start: usize, end: usize, ends: &dyn Fn(char) -> bool) -> &'t str {
    let mut before = text.get(..start).unwrap_or_default().char_indices();
    let from = before.rfind(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let mut after = text.get(end..).unwrap_or_default().char_indices();
    let to = after.find(|(_, c)| ends(*c)).map_or(text.len(), |(at, _)| end + at);
    text.get(from..to).unwrap_or_default()
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？')
}

fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, '，' | '：' | '、')
}
