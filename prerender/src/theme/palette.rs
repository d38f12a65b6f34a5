//! The colours of the page, all of which follow from two.
//!
//! Promise: of two colours that [`fault::found`](super::fault::found) accepts comes a palette in which every pair of
//! [`pairs`](super::pairs::pairs) has the contrast it needs.

use super::{
    colour::{Colour, Lch},
    pairs::{FAINT, INK, INK_SOFT, MARK, PAPER, TEXT},
};

/// How different two colours of a chart have to look that stand for different things.
pub const APART: f32 = 0.1;

/// The chroma of a ground that stays one beside writing and pictures, however colourful its park is.
const CALM: f32 = 0.02;

/// The colours by which one park differs from another. The greys of `style/main.css` are everybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What can be pressed, headings' rules, and what is measured.
    pub main: Colour,
    /// Main under the pointer, writing upon its tint, and the foot of the page.
    pub main_deep: Colour,
    /// A ground, hardly coloured.
    pub main_tint: Colour,
    /// The part of a bar that is not its amount.
    pub main_mid: Colour,
    /// Edges that say nothing.
    pub main_line: Colour,
    /// The stripes of what is expected.
    pub stripe: Colour,
    /// Writing on main.
    pub on_main: Colour,
    /// Writing at the foot of the page.
    pub on_deep: Colour,
    /// What is derived or qualified.
    pub accent: Colour,
    /// Its ground.
    pub accent_tint: Colour,
    /// Bars of what was counted from names.
    pub counted: Colour,
}

impl Palette {
    /// As `style/main.css` has them: pine and ochre, the shades chosen by eye. The rules of [`Palette::of`] are read off them.
    pub const USUAL: Self = Self {
        main: Colour([0x0d, 0x4f, 0x5c]),
        main_deep: Colour([0x09, 0x3a, 0x44]),
        main_tint: Colour([0xe3, 0xee, 0xf0]),
        main_mid: Colour([0x3d, 0x76, 0x81]),
        main_line: Colour([0xb9, 0xcd, 0xd1]),
        stripe: Colour([0x47, 0x80, 0x8b]),
        on_main: Colour::WHITE,
        on_deep: Colour([0xe6, 0xef, 0xf1]),
        accent: Colour([0x8a, 0x4f, 0x0d]),
        accent_tint: Colour([0xf8, 0xef, 0xdf]),
        counted: Colour([0xa0, 0x6a, 0x28]),
    };

    /// The palette that follows from a main colour and an accent: each shade as far from them as the usual one is from
    /// pine or ochre, and then as much lighter or darker as those need who stand upon it.
    pub fn of(main: Colour, accent: Colour) -> Self {
        let (pine, ochre) = (main.lch(), accent.lch());
        let main_deep = pine.at(0.817 * pine.lightness).tinted(0.8).colour();
        let main_tint = lighter(pine.at(0.941).tinted(0.185).muted(CALM), |tint| {
            let text = [main, main_deep, accent, INK, INK_SOFT, FAINT];
            text.into_iter().all(|text| text.contrast(tint) >= TEXT)
        });
        let accent_tint = lighter(ochre.at(0.955).tinted(0.217).muted(CALM), |tint| {
            [main, accent, INK, INK_SOFT]
                .into_iter()
                .all(|text| text.contrast(tint) >= TEXT)
        });
        Self {
            main,
            main_deep,
            main_tint,
            main_mid: mid(main),
            main_line: pine.at(0.834).tinted(0.35).muted(1.5 * CALM).colour(),
            stripe: darker(pine.at(pine.lightness + 0.17).tinted(0.96), |stripe| {
                stripe.contrast(main_tint) >= MARK
            }),
            on_main: Colour::WHITE,
            on_deep: lighter(pine.at(0.946).tinted(0.154).muted(CALM), |text| {
                text.contrast(main_deep) >= TEXT
            }),
            accent,
            accent_tint,
            counted: counted(accent),
        }
    }

    /// Each colour with its name in `style/main.css`.
    pub fn named(&self) -> [(&'static str, Colour); 11] {
        [
            ("main", self.main),
            ("main-deep", self.main_deep),
            ("main-tint", self.main_tint),
            ("main-mid", self.main_mid),
            ("main-line", self.main_line),
            ("stripe", self.stripe),
            ("on-main", self.on_main),
            ("on-deep", self.on_deep),
            ("accent", self.accent),
            ("accent-tint", self.accent_tint),
            ("counted", self.counted),
        ]
    }
}

/// Main's neighbour in bars, with writing upon it: lighter, or darker where anything lighter is too like main or too light.
pub fn mid(main: Colour) -> Colour {
    let pine = main.lch().tinted(0.96);
    let carries_text = |mid: Colour| mid.contrast(Colour::WHITE) >= TEXT;
    let is_apart = |mid: &Colour| mid.distance(main) >= APART;
    let light = pine.at(pine.lightness + 0.137);
    let as_light_as_can_be = first(light, -STEP, carries_text).filter(is_apart);
    as_light_as_can_be
        .or_else(|| first(light, STEP, |mid| carries_text(mid) && is_apart(&mid)))
        .unwrap_or_else(|| darker(pine.at(pine.lightness - 0.137), |mid| is_apart(&mid)))
}

/// Accent's neighbour: a wide bar looks darker than a line of its colour. Dark enough to be seen also in a row that is
/// pointed at.
pub fn counted(accent: Colour) -> Colour {
    let ochre = accent.lch();
    darker(ochre.at(ochre.lightness + 0.083), |bar| bar.contrast(PAPER) >= TEXT)
}

/// A step of lightness, less than anybody sees.
const STEP: f32 = 0.004;

/// The first colour that serves from this one on towards white, which serves if none does.
fn lighter(from: Lch, serves: impl Fn(Colour) -> bool) -> Colour {
    first(from, STEP, serves).unwrap_or(Colour::WHITE)
}

/// The same towards black.
fn darker(from: Lch, serves: impl Fn(Colour) -> bool) -> Colour {
    first(from, -STEP, serves).unwrap_or(Colour([0; 3]))
}

fn first(from: Lch, step: f32, serves: impl Fn(Colour) -> bool) -> Option<Colour> {
    let steps = (0..250u8).map(|count| from.lightness + step * f32::from(count));
    let within = steps.take_while(|lightness| (0.0..=1.0).contains(lightness));
    within
        .map(|lightness| from.at(lightness).colour())
        .find(|colour| serves(*colour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_usual_two_colours_comes_what_looks_like_the_usual_palette() {
        let usual = Palette::USUAL;
        let derived = Palette::of(usual.main, usual.accent);
        for ((name, usual), (_, derived)) in usual.named().into_iter().zip(derived.named()) {
            let distance = usual.distance(derived);
            assert!(distance < 0.02, "--{name}: {derived} is {distance} from {usual}");
        }
    }

    #[test]
    fn beside_a_light_main_colour_its_neighbour_is_darker() {
        let of = |text| Colour::of_css(text).map(|main| (main, mid(main)));
        let lightness = |text| of(text).map(|(main, mid)| mid.lch().lightness > main.lch().lightness);
        assert_eq!(lightness("#0d4f5c"), Some(true));
        assert_eq!(lightness("#a6411b"), Some(false));
        let apart = of("#a6411b").map(|(main, mid)| main.distance(mid) >= APART);
        assert_eq!(apart, Some(true));
    }
}
