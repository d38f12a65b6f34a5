//! The colours of a picture that a reader takes away: those of the page, however somebody reads it, because a picture is for
//! paper.

/// Colours by their names in the page's style sheet (`style/main.css`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureColours {
    colours: [String; COUNT],
}

const COUNT: usize = 6;

/// As the style sheet has them.
const USUAL: [&str; COUNT] = ["#0d4f5c", "#093a44", "#e3eef0", "#3d7681", "#8a4f0d", "#f8efdf"];

impl PictureColours {
    /// The names that have a colour here.
    pub const NAMES: [&str; COUNT] = ["main", "main-deep", "main-tint", "main-mid", "accent", "accent-tint"];

    /// The colours that a page tells: `main:#3b2f7d;main-deep:#2a2166`. A name it does not tell, or whose colour is none
    /// (`#` and six digits), has the usual one.
    pub fn read(told: &str) -> Self {
        let mut own = Self::default();
        for (name, colour) in told.split(';').filter_map(|part| part.split_once(':')) {
            let place = Self::NAMES.iter().position(|known| *known == name);
            let place = place.and_then(|place| own.colours.get_mut(place));
            if let (Some(place), true) = (place, is_colour(colour)) {
                colour.clone_into(place);
            }
        }
        own
    }

    /// The colour of a name, `#0d4f5c`. Empty for a name that is none of [`PictureColours::NAMES`].
    pub fn colour(&self, name: &str) -> &str {
        let place = Self::NAMES.iter().position(|known| *known == name);
        place.map_or("", |place| &self.colours[place])
    }

    /// A style sheet with its colours in place of their names between two `$`: programs that open pictures know no variables.
    pub(super) fn put_on(&self, style: &str) -> String {
        let mut painted = String::new();
        for (nth, part) in style.split('$').enumerate() {
            painted.push_str(if nth % 2 == 0 { part } else { self.colour(part) });
        }
        painted
    }
}

impl Default for PictureColours {
    fn default() -> Self {
        Self {
            colours: USUAL.map(str::to_owned),
        }
    }
}

/// It stands in a style sheet, where anything else could be anything.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::PictureColours;

    #[test]
    fn what_a_page_tells_is_put_on_and_what_is_no_colour_is_not() {
        let colours =
            PictureColours::read("main:#3b2f7d;accent:red;main-deep:#12345;stranger:#ffffff;main-mid:#</styl;x");
        assert_eq!(
            colours.put_on("a{fill:$main$}b{fill:$accent$}"),
            "a{fill:#3b2f7d}b{fill:#8a4f0d}"
        );
        let usual = PictureColours {
            colours: PictureColours::default().colours,
        };
        assert_eq!(PictureColours::read(""), usual);
        assert_eq!(PictureColours::read("main:#0d4f5c"), usual);
        assert_eq!(colours.colour("main-deep"), "#093a44");
        assert_eq!(colours.colour("stranger"), "");
    }
}
