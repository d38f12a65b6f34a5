//! The names of colours in a style sheet, and their values.

use super::{colour::Colour, palette::Palette};

/// Where the names are declared.
const ROOT: &str = ":root";

/// Where the value of `--name` stands among the declarations of `:root`, from which byte to which.
fn place(css: &str, name: &str) -> Option<(usize, usize)> {
    let start = css.find(ROOT)?;
    let end = start + css.get(start..)?.find('}')?;
    let block = css.get(start..end)?;
    let declaration = format!("--{name}:");
    let (at, _) = block.match_indices(&declaration).next()?;
    let from = at + declaration.len();
    let value = block.get(from..)?.split(';').next()?;
    let from = start + from + (value.len() - value.trim_start().len());
    Some((from, from + value.trim().len()))
}

/// The value of `--name` in `:root`, as it is written there.
pub fn declared<'c>(css: &'c str, name: &str) -> Option<&'c str> {
    let (from, to) = place(css, name)?;
    css.get(from..to)
}

/// Whether a style sheet declares colours that a palette has.
pub fn has_colours(css: &str) -> bool {
    declared(css, "main").is_some()
}

/// The style sheet with the colours of the palette; itself, byte for byte, where it has them already. Fails if it lacks the
/// name of one, which would leave a park with another's colour.
pub fn recoloured(css: &str, palette: &Palette) -> Result<String, String> {
    let mut css = css.to_owned();
    for (name, colour) in palette.named() {
        let (from, to) = place(&css, name).ok_or_else(|| format!("{ROOT} 里没有 --{name}"))?;
        if css.get(from..to).and_then(Colour::of_css) != Some(colour) {
            css.replace_range(from..to, &colour.to_string());
        }
    }
    Ok(css)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = include_str!("../../../style/main.css");

    #[test]
    fn with_the_usual_palette_nothing_changes() {
        assert_eq!(recoloured(SHEET, &Palette::USUAL).as_deref(), Ok(SHEET));
        // The minifier writes white shorter.
        let small = SHEET.replace(": #", ":#").replace("#ffffff", "#fff");
        assert_eq!(recoloured(&small, &Palette::USUAL), Ok(small));
    }

    #[test]
    fn another_palette_stands_in_the_place_of_the_usual_one_and_gives_it_back() {
        let plum = Palette::of(Colour([0x3a, 0x2f, 0x7d]), Colour([0x8f, 0x2f, 0x4f]));
        let css = recoloured(SHEET, &plum).unwrap_or_default();
        for (name, colour) in plum.named() {
            assert_eq!(declared(&css, name).and_then(Colour::of_css), Some(colour), "--{name}");
        }
        assert_eq!(declared(&css, "ink"), declared(SHEET, "ink"));
        assert!(!css.contains("#0d4f5c"));
        assert_eq!(recoloured(&css, &Palette::USUAL).as_deref(), Ok(SHEET));
    }

    #[test]
    fn a_name_is_found_whole_and_a_missing_one_is_told() {
        let css = "a{--main:red}:root{--main-deep:#111;--main:#222}b{--main:#333}";
        assert_eq!(declared(css, "main"), Some("#222"));
        assert_eq!(declared(css, "main-deep"), Some("#111"));
        assert_eq!(declared(css, "deep"), None);
        assert_eq!(declared("a{color:red}", "main"), None);
        let told = recoloured(css, &Palette::USUAL);
        assert_eq!(told, Err(":root 里没有 --main-tint".to_owned()));
    }
}
