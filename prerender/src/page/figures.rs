//! Where the address of a figure leads while there is no app: to the first link that leads to it.

use std::collections::HashSet;

/// How the tag of a figure's link begins, up to the figure's name.
const FIGURE: &str = " href=\"#/figure/";

/// A page in which the first link to each figure is where the figure's address leads; `targets` are those that stand on a
/// page before.
pub fn with_figures(html: &str, targets: &mut HashSet<String>) -> String {
    let mut pieces = html.split(FIGURE);
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.split('"').next().unwrap_or_default();
        if targets.insert(name.to_owned()) {
            written.extend([" id=\"/figure/", name, "\""]);
        }
        written.extend([FIGURE, piece]);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figures_address_leads_to_the_first_link_to_it() {
        let link = |id: &str| format!("<a class=\"figure\"{id} href=\"#/figure/a\">1</a>");
        let mut targets = HashSet::new();
        let first = with_figures(&[link(""), link("")].concat(), &mut targets);
        assert_eq!(first, [link(" id=\"/figure/a\""), link("")].concat());
        assert_eq!(with_figures(&link(""), &mut targets), link(""));
        assert_eq!(with_figures("<p>x</p>", &mut targets), "<p>x</p>");
    }
}
