//! What stands below the text of an official document: signature, day, who receives it, who printed it and when.

/// Which line the imprint begins with; the number of lines, if there is none.
///
/// It is at the end, has no sentences, and says to whom the document goes, or which day it was signed or printed.
pub(super) fn start(lines: &[&str]) -> usize {
    let body = lines.iter().rposition(|line| !may_belong(line));
    let first = body.map_or(0, |body| body + 1);
    let after = lines.get(first..).unwrap_or_default();
    let Some(sure) = after.iter().position(|line| is_sure(line)) else {
        return lines.len();
    };
    let signature = usize::from(sure > 0 && after.get(sure).is_some_and(|line| is_day(line)));
    first + sure - signature
}

fn may_belong(line: &str) -> bool {
    is_distribution(line) || !(line.ends_with(['。', '；', '！', '？', '：', '，']) || is_numbered(line))
}

fn is_sure(line: &str) -> bool {
    is_distribution(line) || is_day(line) || line.ends_with("印发")
}

fn is_distribution(line: &str) -> bool {
    let words = ["分送", "抄送", "主送", "报送", "发送"];
    let mut rests = words.iter().filter_map(|word| line.strip_prefix(word));
    rests.any(|rest| rest.starts_with(['：', ':']))
}

/// Nothing but a day, in figures of either kind.
fn is_day(line: &str) -> bool {
    let belongs = |c: char| c.is_ascii_digit() || c.is_whitespace() || "年月日〇○零一二三四五六七八九十".contains(c);
    line.contains('年') && line.ends_with('日') && line.chars().all(belongs)
}

/// 一、 （一） 一是 or ——
fn is_numbered(line: &str) -> bool {
    let line = line.trim_start_matches(['（', '(']);
    let rest = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let number = rest.len() < line.len() && rest.starts_with(['、', '）', ')', '是']);
    number || line.starts_with(['—', '―', '─'])
}
