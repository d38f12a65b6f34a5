//! A number, its unit and what qualifies it stay on one line.

/// As many bytes stay on one line on any screen. More digits are no number that anybody reads.
const LONGEST: usize = 48;

/// A text in pieces, each with whether a line may not end within it: a number with its unit and its qualifiers, “近6倍”,
/// “56.8 亿元（预计）”. Together they are the text.
pub fn unbroken(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let start = qualifier_start(&rest[..start]);
        let (before, number) = rest.split_at(start);
        let digits = number.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let end = digits + number_end(&number[digits..]);
        let end = end + unit_end(&number[end..]);
        let end = end + qualifier_end(&number[end..]);
        if !before.is_empty() {
            pieces.push((false, before));
        }
        pieces.push((end <= LONGEST, &number[..end]));
        rest = &number[end..];
    }
    if !rest.is_empty() {
        pieces.push((false, rest));
    }
    pieces
}

/// The same where a piece that no line may end within is set apart: the signs that close a phrase after it, “，” or “；”,
/// are part of it, or a line could begin with them.
pub fn unbroken_closed(text: &str) -> Vec<(bool, &str)> {
    let mut pieces: Vec<(bool, &str)> = Vec::new();
    let mut begin = 0;
    for (kept, piece) in unbroken(text) {
        let after_kept = pieces.last().is_some_and(|(kept, _)| *kept) && !kept;
        let closing = piece.trim_start_matches(CLOSING);
        let closes = if after_kept { piece.len() - closing.len() } else { 0 };
        let end = begin + piece.len();
        if let (1.., Some((_, last))) = (closes, pieces.last_mut()) {
            *last = &text[begin - last.len()..begin + closes];
        }
        if closes < piece.len() {
            pieces.push((kept, &piece[closes..]));
        }
        begin = end;
    }
    pieces
}

/// Signs that no line begins with.
const CLOSING: [char; 12] = ['，', '。', '；', '：', '、', '！', '？', '）', '》', '”', '’', '】'];

/// Where what qualifies a number begins at the end of the text before it, with or without a space: “约 ”.
fn qualifier_start(before: &str) -> usize {
    const SIGNS: [char; 3] = ['近', '约', '超'];
    let close = before.strip_suffix(' ').unwrap_or(before);
    match close.ends_with(SIGNS) {
        true => close.trim_end_matches(SIGNS).len(),
        false => before.len(),
    }
}

/// Where the number ends that `text` begins with; a full stop or comma after it is none of it.
fn number_end(text: &str) -> usize {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',']).len()
}

/// How much of what follows a number is its unit: “%”, “ 亿元”, “余家次”.
fn unit_end(text: &str) -> usize {
    let mut end = 0;
    let mut signs = text.char_indices().peekable();
    // One space, ordinary or narrow, may stand between them.
    signs.next_if(|(_, c)| matches!(c, ' ' | '\u{202f}'));
    while let Some((at, c)) = signs.next_if(|(_, c)| is_unit(*c)) {
        end = at + c.len_utf8();
        // Further signs only belong to it after one that is never a unit alone, or before one that never is.
        let next = signs.peek().map(|(_, next)| *next);
        if !(matches!(c, '亿' | '万' | '余' | '多' | '平' | '公') || matches!(next, Some('次' | '以' | '元')))
        {
            break;
        }
    }
    end
}

/// The longest remark in brackets that stays with its number: “（预计）”, “（可比口径）”.
const REMARK: usize = 4;

/// How much of what follows a number and its unit qualifies it.
fn qualifier_end(text: &str) -> usize {
    let above = text.strip_prefix("以上").map_or(0, |_| "以上".len());
    let remark = text[above..].strip_prefix('（').and_then(|rest| rest.split_once('）'));
    let remark = remark.filter(|(remark, _)| remark.chars().count() <= REMARK);
    above + remark.map_or(0, |(remark, _)| '（'.len_utf8() + remark.len() + '）'.len_utf8())
}

/// Signs that units and what belongs to them are written with.
fn is_unit(c: char) -> bool {
    matches!(c, '%' | '％' | '‰')
        || "亿万余多元倍个家人名次项件起份套户年月日号条座台吨亩平公里方米度级期位所只处股辆批场类".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{unbroken, unbroken_closed};

    fn kept(text: &str) -> Vec<&str> {
        let pieces = unbroken(text);
        let whole: String = pieces.iter().map(|(_, piece)| *piece).collect();
        assert_eq!(whole, text);
        pieces
            .into_iter()
            .filter(|(kept, _)| *kept)
            .map(|(_, piece)| piece)
            .collect()
    }

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(kept("最低的是限期整改通知书，13 份。"), ["13 份"]);
        assert_eq!(
            kept("增长“近6倍”，26.8%；300 余人，56.8 亿元（预计）"),
            ["近6倍", "26.8%", "300 余人", "56.8 亿元（预计）"]
        );
        assert_eq!(
            kept("共19项，216 家次，2021年12月31日"),
            ["19项", "216 家次", "2021年", "12月", "31日"]
        );
    }

    #[test]
    fn a_number_keeps_what_qualifies_it() {
        assert_eq!(
            kept("超50%以上；13 份（其中五份是上年的）；约 3 亿元"),
            ["超50%以上", "13 份", "约 3 亿元"]
        );
    }

    #[test]
    fn a_piece_set_apart_keeps_the_signs_that_close_it() {
        let pieces = |text| -> Vec<String> {
            let pieces = unbroken_closed(text);
            let whole: String = pieces.iter().map(|(_, piece)| *piece).collect();
            assert_eq!(whole, text);
            pieces
                .iter()
                .map(|(kept, piece)| {
                    if *kept {
                        format!("[{piece}]")
                    } else {
                        (*piece).to_owned()
                    }
                })
                .collect()
        };
        assert_eq!(
            pieces("产值：2021年 56.8 亿元（预计）；2020年推算约 43.5 亿元（推算），区间 1–2"),
            [
                "产值：",
                "[2021年]",
                " ",
                "[56.8 亿元（预计）；]",
                "[2020年]",
                "推算",
                "[约 43.5 亿元（推算），]",
                "区间 ",
                "[1]",
                "–",
                "[2]"
            ]
        );
        assert_eq!(pieces("增长“近6倍”，后来"), ["增长“", "[近6倍”，]", "后来"]);
        assert_eq!(pieces("共 3 个。"), ["共 ", "[3 个。]"]);
        assert_eq!(pieces("没有，数字"), ["没有，数字"]);
        assert_eq!(pieces(""), Vec::<String>::new());
    }

    #[test]
    fn what_no_line_can_hold_is_not_kept() {
        assert_eq!(kept(&"9".repeat(49)), Vec::<&str>::new());
        assert_eq!(kept(&"9".repeat(48)), ["9".repeat(48)]);
    }

    #[test]
    fn what_is_no_unit_may_begin_a_line() {
        assert_eq!(kept("对照 2022 打算"), ["2022"]);
        assert_eq!(kept("2.2。3,"), ["2.2", "3"]);
        assert_eq!(kept("没有数字"), Vec::<&str>::new());
        assert_eq!(kept(""), Vec::<&str>::new());
        assert_eq!(kept("5个人才公寓"), ["5个"]);
    }
}
