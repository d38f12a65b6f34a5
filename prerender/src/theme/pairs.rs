//! Which colours of `style/main.css` stand upon which, and how much contrast each pair needs: 4.5 : 1 for writing, 3 : 1
//! for marks and edges that say something (WCAG 2.2, 1.4.3 and 1.4.11).

use super::{colour::Colour, palette::Palette};

/// What writing needs.
pub const TEXT: f32 = 4.5;
/// What marks need.
pub const MARK: f32 = 3.0;

/// The greys, and the ground of what is found or read aloud, as `style/main.css` has them.
pub const INK: Colour = Colour([0x1c, 0x2b, 0x30]);
pub const INK_SOFT: Colour = Colour([0x4a, 0x5a, 0x60]);
pub const FAINT: Colour = Colour([0x59, 0x66, 0x6b]);
pub const PAPER: Colour = Colour::WHITE;
pub const GROUND: Colour = Colour([0xf6, 0xf4, 0xef]);
pub const MARKED: Colour = Colour([0xff, 0xe9, 0xa8]);

/// A ground that is the same for every park, with what it is called to whoever chooses a colour.
pub const GROUNDS: [(Colour, &str); 3] = [(PAPER, "白底"), (GROUND, "页面底色"), (MARKED, "标记底色")];

/// Two colours, one upon the other.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Where that is so, in the words of whoever chooses the colours.
    pub place: &'static str,
    pub front: Colour,
    pub back: Colour,
    /// The contrast that it needs.
    pub need: f32,
}

impl Pair {
    /// The contrast that it has.
    pub fn ratio(&self) -> f32 {
        self.front.contrast(self.back)
    }

    /// Whether it has what it needs.
    pub fn passes(&self) -> bool {
        self.ratio() >= self.need
    }
}

/// Every pair of the page in which a colour of the palette has a part.
pub fn pairs(palette: &Palette) -> Vec<Pair> {
    let p = palette;
    let text = |place, front, back| pair(place, front, back, TEXT);
    let mark = |place, front, back| pair(place, front, back, MARK);
    let mut pairs = vec![
        text("目录里当前的一项、按下的按钮", p.main, p.main_tint),
        text("提示里的链接", p.main, p.accent_tint),
        text("标签，图里的数和标题", p.main_deep, PAPER),
        text("列表的表头", p.main_deep, GROUND),
        text("标签、筛选条件、打算", p.main_deep, p.main_tint),
        text("正在朗读的数", p.main_deep, MARKED),
        text("按钮上的字", p.on_main, p.main),
        text("指着的按钮、图上的提示", p.on_main, p.main_deep),
        text("条里的数", p.on_main, p.main_mid),
        text("页脚", p.on_deep, p.main_deep),
        text("页脚的标题", Colour::WHITE, p.main_deep),
        text("页脚里指着的按钮", Colour::WHITE, veiled(p.main_deep)),
        text("指着的一行", INK, p.main_tint),
        text("指着的一行里的小字", INK_SOFT, p.main_tint),
        text("指着的、没有结果的筛选项", FAINT, p.main_tint),
        text("提示", INK, p.accent_tint),
        text("提示里的小字", INK_SOFT, p.accent_tint),
        text("限定词", p.accent, p.accent_tint),
        text("指着的推算数", p.accent, p.main_tint),
        mark("载入的进度", p.main, p.main_tint),
        mark("条的前一段、第二条线", p.main_mid, PAPER),
        mark("按列名统计的条", p.counted, PAPER),
        mark("指着的、按列名统计的条", p.counted, p.main_tint),
        mark("预计的条纹", p.stripe, p.main_tint),
        mark("推算的斜线", p.accent, p.accent_tint),
    ];
    for (ground, _) in GROUNDS {
        pairs.push(text("链接、数字、标题", p.main, ground));
        pairs.push(text("缺的、不对的", p.accent, ground));
    }
    pairs
}

fn pair(place: &'static str, front: Colour, back: Colour, need: f32) -> Pair {
    Pair {
        place,
        front,
        back,
        need,
    }
}

/// `.colophon .button--quiet:hover`: white over it, of which 14 % are seen.
fn veiled(ground: Colour) -> Colour {
    // At most 255, because both are.
    Colour(
        ground
            .0
            .map(|channel| (f32::from(channel) * 0.86 + 255.0 * 0.14).round() as u8),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::sheet::declared;

    const SHEET: &str = include_str!("../../../style/main.css");

    fn of_sheet(name: &str) -> Option<Colour> {
        declared(SHEET, name).and_then(Colour::of_css)
    }

    #[test]
    fn the_usual_palette_and_the_greys_are_those_of_the_style_sheet() {
        for (name, colour) in Palette::USUAL.named() {
            assert_eq!(of_sheet(name), Some(colour), "--{name}");
        }
        let greys = [
            ("ink", INK),
            ("ink-soft", INK_SOFT),
            ("faint", FAINT),
            ("paper", PAPER),
            ("ground", GROUND),
            ("marked", MARKED),
        ];
        for (name, colour) in greys {
            assert_eq!(of_sheet(name), Some(colour), "--{name}");
        }
    }

    #[test]
    fn no_colour_of_the_usual_palette_is_written_past_its_name() {
        let (_, rules) = SHEET.split_once('}').unwrap_or_default();
        for (name, colour) in Palette::USUAL.named() {
            let is_grey = colour == Colour::WHITE;
            assert!(is_grey || !rules.contains(&colour.to_string()), "--{name} as {colour}");
        }
    }

    #[test]
    fn every_pair_of_the_usual_palette_passes() {
        for pair in pairs(&Palette::USUAL) {
            assert!(pair.passes(), "{pair:?}: {}", pair.ratio());
        }
    }

    #[test]
    fn a_pair_that_cannot_be_read_is_seen() {
        let pale = Palette {
            accent: Colour([0xc0, 0x90, 0x50]),
            ..Palette::USUAL
        };
        assert!(pairs(&pale).iter().any(|pair| !pair.passes()));
    }
}
