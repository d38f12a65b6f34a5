//! The code that another page pastes.

use crate::export::{frame, frame_script};

#[test]
fn a_frame_begins_with_its_height_and_may_do_little() {
    assert_eq!(
        frame("企业", "https://a.example/park/#/enterprises?q=丝绸&embed=1", 720),
        "<iframe src=\"https://a.example/park/#/enterprises?q=丝绸&amp;embed=1\" title=\"企业\" width=\"100%\" \
         height=\"720\" frameborder=\"0\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-same-origin allow-downloads allow-popups\" data-annual-report></iframe>"
    );
}

#[test]
fn words_stay_words_in_an_attribute() {
    let frame = frame("\"><script>", "a\"b", 1);
    assert!(frame.starts_with("<iframe src=\"a&quot;b\" title=\"&quot;>&lt;script>\" width"));
}

#[test]
fn the_script_lies_beside_the_page() {
    for page in [
        "https://a.example/park/",
        "https://a.example/park/index.html",
        "https://a.example/park/?from=b/c#/work",
    ] {
        assert!(
            frame_script(page).ends_with("<script src=\"https://a.example/park/embed.js\" defer></script>"),
            "{page}"
        );
    }
}
