//! One colour as a screen has it, and what eyes make of it.
//!
//! Lightness, chroma and hue are those of `OKLCH`, in which equal steps look equal; contrast is that of WCAG 2.

use core::fmt;

use color::{Oklab, Oklch, OpaqueColor, Srgb, parse_color};

/// A colour of eight bits a channel: red, green, blue. What is measured is what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// Lightness (0 to 1), chroma (0, grey, to about 0.37) and hue (degrees).
#[derive(Clone, Copy, Debug)]
pub struct Lch {
    pub lightness: f32,
    pub chroma: f32,
    pub hue: f32,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// A colour as style sheets have it (`#093a44`, `#fff`, `tan`). `None` where it is none, or lets others through.
    pub fn of_css(text: &str) -> Option<Self> {
        let colour = parse_color(text.trim()).ok()?.to_alpha_color::<Srgb>();
        let (colour, alpha) = colour.split();
        (alpha >= 1.0).then(|| Self::nearest(colour))
    }

    /// A colour as the portal's file has it: `#` and six digits, nothing shorter and no names.
    pub fn of_profile(text: &str) -> Option<Self> {
        let is_long = text.len() == 7 && text.starts_with('#');
        is_long.then(|| Self::of_css(text)).flatten()
    }

    fn nearest(colour: OpaqueColor<Srgb>) -> Self {
        let [red, green, blue, _] = colour.to_rgba8().to_u8_array();
        Self([red, green, blue])
    }

    fn srgb(self) -> OpaqueColor<Srgb> {
        OpaqueColor::new(self.0.map(|channel| f32::from(channel) / 255.0))
    }

    /// Its lightness, chroma and hue.
    pub fn lch(self) -> Lch {
        let [lightness, chroma, hue] = self.srgb().convert::<Oklch>().components;
        Lch { lightness, chroma, hue }
    }

    /// How far apart the luminances of two colours are: 1 for the same, 21 for black and white (WCAG 2.2, “contrast ratio”).
    pub fn contrast(self, other: Self) -> f32 {
        let [one, other] = [self, other].map(|colour| colour.srgb().relative_luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    /// How different two colours look: the distance in `Oklab` with its lightness as seen on white ([`seen`]), where 0.02 is
    /// hardly noticed and black is 1 from white.
    pub fn distance(self, other: Self) -> f32 {
        let [one, other] = [self, other].map(|colour| {
            let lab = colour.srgb().convert::<Oklab>();
            lab.map(|lightness, a, b| [seen(lightness), a, b])
        });
        one.difference(other)
    }
}

/// The lightness of `Oklab` as eyes have it that look at white paper: what is nearly black is as good as black
/// (<https://bottosson.github.io/posts/colorpicker/>, “Lr”).
fn seen(lightness: f32) -> f32 {
    const K1: f32 = 0.206;
    const K2: f32 = 0.03;
    const K3: f32 = (1.0 + K1) / (1.0 + K2);
    let above = K3 * lightness - K1;
    0.5 * (above + (above * above + 4.0 * K2 * K3 * lightness).max(0.0).sqrt())
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Lch {
    /// The same in another lightness.
    pub fn at(self, lightness: f32) -> Self {
        Self { lightness, ..self }
    }

    /// The same as much more (or less) colourful.
    pub fn tinted(self, times: f32) -> Self {
        Self {
            chroma: self.chroma * times,
            ..self
        }
    }

    /// The same, no more colourful than this.
    pub fn muted(self, most: f32) -> Self {
        Self {
            chroma: self.chroma.min(most),
            ..self
        }
    }

    /// The colour of this lightness and hue that a screen can show, as colourful as asked for if it can be.
    pub fn colour(self) -> Colour {
        let of = |chroma: f32| OpaqueColor::<Oklch>::new([self.lightness, chroma, self.hue]).convert::<Srgb>();
        let is_shown = |chroma| {
            let shown = -0.0005..=1.0005;
            of(chroma).components.iter().all(|channel| shown.contains(channel))
        };
        if is_shown(self.chroma) {
            return Colour::nearest(of(self.chroma));
        }
        // Grey is always shown; halving the rest twelve times is finer than eight bits.
        let (mut shown, mut beyond) = (0.0, self.chroma);
        for _ in 0..12 {
            let middle = (shown + beyond) / 2.0;
            if is_shown(middle) {
                shown = middle;
            } else {
                beyond = middle;
            }
        }
        Colour::nearest(of(shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_colour_is_read_and_written() {
        let pine = Colour([0x0d, 0x4f, 0x5c]);
        assert_eq!(Colour::of_css("#0d4f5c"), Some(pine));
        assert_eq!(pine.to_string(), "#0d4f5c");
        assert_eq!(Colour::of_css("#fff"), Some(Colour::WHITE));
        assert_eq!(
            Colour::of_css("red").map(|red| red.to_string()).as_deref(),
            Some("#ff0000")
        );
        for none in ["", "#12", "4px", "var(--main)", "rgba(0, 0, 0, .5)", "#0d4f5c80"] {
            assert_eq!(Colour::of_css(none), None, "{none}");
        }
        assert_eq!(Colour::of_profile("#0D4F5C"), Some(pine));
        for none in ["0d4f5c", "#fff", "red", "#0d4f5g", " #0d4f5c", "#松绿松绿", "#松绿"] {
            assert_eq!(Colour::of_profile(none), None, "{none}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let grey = Colour([0x76; 3]);
        let black = Colour([0; 3]);
        // The known limit: #767676 passes on white, #777777 does not.
        assert!((4.54..4.55).contains(&grey.contrast(Colour::WHITE)));
        assert!((4.47..4.48).contains(&Colour([0x77; 3]).contrast(Colour::WHITE)));
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 0.001);
        assert!((black.distance(Colour::WHITE) - 1.0).abs() < 0.001);
        // Nobody sees that.
        assert!(black.distance(Colour([8; 3])) < 0.06);
    }

    proptest! {
        #[test]
        fn a_colour_in_its_own_lightness_chroma_and_hue_is_itself(channels: [u8; 3]) {
            let colour = Colour(channels);
            prop_assert!(colour.lch().colour().distance(colour) < 0.005);
        }

        #[test]
        fn what_no_screen_shows_keeps_its_lightness(lightness in 0.1f32..1.0, chroma in 0.0f32..0.5, hue in 0.0f32..360.0) {
            let shown = Lch { lightness, chroma, hue }.colour().lch();
            prop_assert!((shown.lightness - lightness).abs() < 0.01, "{shown:?}");
            prop_assert!(shown.chroma < chroma + 0.01, "{shown:?}");
        }
    }
}
