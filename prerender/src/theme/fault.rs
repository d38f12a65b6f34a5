//! Whether two colours will do, and if not, why, and which would.

use super::{
    colour::{Colour, Lch},
    pairs::{GROUNDS, TEXT},
    palette::{APART, Palette, counted, mid},
};

/// A colour that will not do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// Which of the two: its key in the portal's file.
    pub key: &'static str,
    /// What is wrong with it.
    pub what: What,
    /// The nearest colour that will do, of the same hue if there is one; it is accepted beside the other colour, or beside
    /// what is suggested for that.
    pub instead: Colour,
}

/// What is wrong with a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// It cannot be read on a ground of the page.
    Unreadable {
        colour: Colour,
        ground: Colour,
        /// What the ground is called.
        name: &'static str,
        ratio: f32,
    },
    /// In a chart it could be taken for the other.
    Alike {
        colour: Colour,
        main: Colour,
        distance: f32,
    },
}

/// What is wrong with these two; nothing, if [`Palette::of`] may be asked.
pub fn found(main: Colour, accent: Colour) -> Vec<Fault> {
    let mut faults = Vec::new();
    let of_main = unreadable(main);
    let of_accent = unreadable(accent);
    let mut settled = main;
    if let Some(what) = of_main {
        let instead = nearest(main, |colour| {
            is_readable(colour) && (of_accent.is_some() || distance(colour, accent) >= APART)
        });
        settled = instead;
        faults.push(Fault {
            key: "main",
            what,
            instead,
        });
    }
    // Of two that are too alike the accent gives way: the main colour is the park's own.
    let alike = || {
        let distance = distance(settled, accent);
        let main = settled;
        (distance < APART).then_some(What::Alike {
            colour: accent,
            main,
            distance,
        })
    };
    if let Some(what) = of_accent.or_else(alike) {
        let instead = nearest(accent, |colour| {
            is_readable(colour) && distance(settled, colour) >= APART
        });
        faults.push(Fault {
            key: "accent",
            what,
            instead,
        });
    }
    faults
}

/// The ground on which a colour is read worst, if that is too bad.
fn unreadable(colour: Colour) -> Option<What> {
    let on = GROUNDS.map(|(ground, name)| (colour.contrast(ground), ground, name));
    let worst = on.into_iter().min_by(|one, other| one.0.total_cmp(&other.0));
    let (ratio, ground, name) = worst.filter(|(ratio, ..)| *ratio < TEXT)?;
    Some(What::Unreadable {
        colour,
        ground,
        name,
        ratio,
    })
}

fn is_readable(colour: Colour) -> bool {
    unreadable(colour).is_none()
}

/// How different what follows from the main colour looks from what follows from the accent, in a chart that has both: the
/// least of all distances.
fn distance(main: Colour, accent: Colour) -> f32 {
    let of_main = [main, mid(main)];
    let of_accent = [accent, counted(accent)];
    let distances = of_main
        .into_iter()
        .flat_map(|main| of_accent.map(|accent| main.distance(accent)));
    distances.fold(f32::INFINITY, f32::min)
}

/// Steps of lightness that are tried, from black to white.
const LIGHTNESSES: u8 = 100;
/// About as light as a colour can be that is read on every ground.
const LIGHT: f32 = 0.5;
/// How much lighter or darker a colour is tried to be, before anything else is: a little, then however much.
const REACHES: [f32; 2] = [0.1, 1.0];
/// Steps of hue that are tried in each direction, 5° each, and how colourful a grey becomes for it.
const HUES: u8 = 36;
const COLOURFUL: f32 = 0.12;

/// The colour nearest to this one that serves: of its own hue in about its lightness, else of the hue nearest to its own,
/// else in any lightness. The usual accent if nothing serves, which is so of no colours at all (see the tests).
fn nearest(colour: Colour, serves: impl Fn(Colour) -> bool) -> Colour {
    let own = colour.lch();
    let light = own.lightness.min(LIGHT);
    let turns = (0..=HUES).flat_map(|turn| [1.0, -1.0].map(|side| 5.0 * side * f32::from(turn)));
    let hues = turns.map(|turn| match turn == 0.0 {
        true => own,
        false => Lch {
            hue: own.hue + turn,
            chroma: own.chroma.max(COLOURFUL),
            ..own
        },
    });
    let hues: Vec<Lch> = hues.collect();
    let of_hue = |hue: Lch, reach: f32| {
        let lightnesses = (0..=LIGHTNESSES).map(|step| f32::from(step) / f32::from(LIGHTNESSES));
        let within = lightnesses.filter(|lightness| (lightness - light).abs() <= reach);
        let serving = within
            .map(|lightness| hue.at(lightness).colour())
            .filter(|colour| serves(*colour));
        serving.min_by(|one, other| one.distance(colour).total_cmp(&other.distance(colour)))
    };
    let mut tries = REACHES
        .into_iter()
        .flat_map(|reach| hues.iter().map(move |hue| (*hue, reach)));
    tries
        .find_map(|(hue, reach)| of_hue(hue, reach))
        .unwrap_or(Palette::USUAL.accent)
}

impl Fault {
    /// The fault in words; `is_given` says whether the portal's file has this colour, or goes without it.
    pub fn told(&self, is_given: bool) -> String {
        let Self { key, what, instead } = self;
        let said = match what {
            What::Unreadable {
                colour,
                ground,
                name,
                ratio,
            } => format!(
                "{colour} 在{name} {ground} 上的对比度是 {}:1，至少要 {TEXT}:1",
                floored(*ratio)
            ),
            What::Alike { colour, main, distance } => format!(
                "{}{colour} 和主色 {main} 在图里分不清：相差 {}（OKLab），至少要 {APART}",
                if is_given {
                    ""
                } else {
                    "没有写，用的是原来的；"
                },
                floored(*distance)
            ),
        };
        let same_hue = match what {
            What::Unreadable { colour, .. } | What::Alike { colour, .. } => {
                let turn = (colour.lch().hue - instead.lch().hue).rem_euclid(360.0);
                turn.min(360.0 - turn) < 4.0
            }
        };
        let which = if same_hue {
            "同一色相里最近、合格的是"
        } else {
            "最近、合格的是"
        };
        format!("colours.{key}：{said}；{which} {instead}")
    }
}

/// Two decimals, never rounded up to what would pass.
fn floored(value: f32) -> String {
    format!("{:.2}", (value * 100.0).floor() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::super::pairs::pairs;
    use super::*;
    use proptest::prelude::*;

    fn of(main: &str, accent: &str) -> Vec<String> {
        let colours = [main, accent].map(|text| Colour::of_css(text).unwrap_or(Colour::WHITE));
        let [main, accent] = colours;
        found(main, accent).iter().map(|fault| fault.told(true)).collect()
    }

    #[test]
    fn the_usual_colours_have_no_fault() {
        assert_eq!(of("#0d4f5c", "#8a4f0d"), [""; 0]);
    }

    #[test]
    fn a_fault_says_what_is_measured_what_is_needed_and_what_would_do() {
        let pale = "colours.main：#2f9fb0 在标记底色 #ffe9a8 上的对比度是 2.60:1，至少要 4.5:1；同一色相里最近、合格的是 #007382";
        assert_eq!(of("#2f9fb0", "#8a4f0d"), [pale]);
        let pale = "colours.accent：#e0a030 在标记底色 #ffe9a8 上的对比度是 1.89:1，至少要 4.5:1；同一色相里最近、合格的是 #8c5f00";
        assert_eq!(of("#0d4f5c", "#e0a030"), [pale]);
        let alike =
            "colours.accent：#2f6c78 和主色 #0d4f5c 在图里分不清：相差 0.03（OKLab），至少要 0.1；最近、合格的是";
        let told = of("#0d4f5c", "#2f6c78");
        assert!(told.len() == 1 && told.concat().starts_with(alike), "{told:?}");
        // Each by itself.
        assert_eq!(of("#ffff00", "#ffffff").len(), 2);
        // Black is not told from what is nearly black, nor red from a red whose hue is counted from the other end.
        assert_eq!(of("#000000", "#0a0a0a").len(), 1);
        assert_eq!(of("#a01030", "#a0102c").len(), 1);
    }

    fn colour() -> impl Strategy<Value = Colour> {
        // Of all colours few are dark enough.
        prop_oneof![
            any::<[u8; 3]>().prop_map(Colour),
            [0u8..130, 0u8..110, 0u8..160].prop_map(Colour),
            [0u8..190, 0u8..90, 0u8..190].prop_map(Colour),
        ]
    }

    /// Faults of the page in these colours.
    fn unread(main: Colour, accent: Colour) -> Vec<String> {
        let palette = Palette::of(main, accent);
        let unread = pairs(&palette).into_iter().filter(|pair| !pair.passes());
        let unread = unread.map(|pair| format!("{pair:?}: {}", pair.ratio()));
        let alike = (main.distance(palette.main_mid) < APART).then(|| format!("mid {}", palette.main_mid));
        unread.chain(alike).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn in_the_palette_of_accepted_colours_every_pair_passes(main in colour(), accent in colour()) {
            if is_readable(main) && is_readable(accent) && found(main, accent).is_empty() {
                prop_assert_eq!(unread(main, accent), [""; 0], "{} {}", main, accent);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]

        #[test]
        fn what_is_suggested_is_accepted(main in colour(), accent in colour()) {
            let faults = found(main, accent);
            let of = |key, given| faults.iter().find(|fault| fault.key == key).map_or(given, |fault| fault.instead);
            let (main, accent) = (of("main", main), of("accent", accent));
            prop_assert_eq!(found(main, accent), [], "{} {}", main, accent);
            prop_assert_eq!(unread(main, accent), [""; 0], "{} {}", main, accent);
        }
    }
}
