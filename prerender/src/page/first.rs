//! What is painted first: the name of the report, before the styles are here.
//!
//! The portal's policy forbids styles in the page, so they are a second way there and back. What the page asks for (styles,
//! scripts, program) therefore stands at the beginning of the body, behind a drawing of the masthead that needs none of it:
//! browsers paint what stands before a style sheet that is on its way. Where the drawing stands, the masthead itself does
//! once it is here (`style/main.css`, `.masthead`); `boot.js` then takes the drawing away.

use annual_report::format::escaped;

use crate::theme::Ground;

/// How the drawing begins and ends; a page may be filled anew.
const START: &str = "<table id=\"first\"";
const END: &str = "</table>";
const HEAD_END: &str = "</head>";
const BODY: &str = "<body";

/// The families of `style/main.css`.
const FAMILIES: &str = "-apple-system,BlinkMacSystemFont,Helvetica Neue,PingFang SC,Microsoft YaHei,Source Han Sans SC,\
                        Noto Sans CJK SC,WenQuanYi Micro Hei,sans-serif";

/// What the masthead says, and on what.
pub struct First<'a> {
    /// Who reports, in short.
    pub org: &'a str,
    /// What the report is called.
    pub title: &'a str,
    /// Whether the way to the other reports stands above it.
    pub has_years: bool,
    /// The colours that the style sheet declares.
    pub ground: &'a Ground,
}

/// The page, as far as its body goes, with what it asks for behind the drawing. Fails if it has no head or no body.
///
/// `None` for a page whose masthead has its place by something that cannot be known here: it is painted with its styles.
pub fn placed(before: &str, first: Option<&First<'_>>) -> Result<String, String> {
    let parts = before.split_once(HEAD_END);
    let (head, body) = parts.ok_or_else(|| format!("没有 {HEAD_END}"))?;
    let rest = body
        .strip_prefix(BODY)
        .and_then(|body| body.split_once('>'))
        .ok_or_else(|| format!("{HEAD_END} 之后不是 {BODY}>"))?
        .1;
    let rest = match rest.strip_prefix(START) {
        Some(old) => old.split_once(END).map_or(old, |(_, after)| after),
        None => rest,
    };
    let (head, asked) = head.split_at(style_sheet(head).unwrap_or(head.len()));
    let (attributes, drawing) = match first {
        Some(first) => (body_attributes(first.ground), drawn(first)),
        None => (String::new(), String::new()),
    };
    Ok(format!("{head}{HEAD_END}{BODY}{attributes}>{drawing}{asked}{rest}"))
}

/// Where the first tag begins that names a style sheet.
fn style_sheet(head: &str) -> Option<usize> {
    let links = head.match_indices("<link ");
    let mut sheets = links.filter(|(start, _)| {
        let tag = head.get(*start..).and_then(|rest| rest.split('>').next());
        tag.is_some_and(|tag| tag.contains("rel=stylesheet") || tag.contains("rel=\"stylesheet\""))
    });
    sheets.next().map(|(start, _)| start)
}

/// The margins and the ground that the styles will give: what is painted before them must not move when they are here.
fn body_attributes(ground: &Ground) -> String {
    format!(
        " bgcolor=\"{}\" topmargin=\"0\" bottommargin=\"0\" leftmargin=\"0\" rightmargin=\"0\"",
        ground.ground
    )
}

/// Attributes are all the layout that there is without styles. A column as wide as the page's, and two that share what is
/// left of the window, stand as the masthead does in any window.
fn drawn(first: &First<'_>) -> String {
    let Ground {
        ground,
        paper,
        line,
        ink,
        ink_soft,
    } = first.ground;
    let bar = format!("<tr bgcolor=\"{ground}\"><td colspan=\"3\" height=\"44\"></td></tr>");
    let rule = format!("<tr bgcolor=\"{line}\"><td colspan=\"3\" height=\"1\"></td></tr>");
    let years = if first.has_years {
        format!("<tr bgcolor=\"{paper}\"><td colspan=\"3\" height=\"44\"></td></tr>{rule}")
    } else {
        String::new()
    };
    let (org, title) = (escaped(first.org), escaped(first.title));
    format!(
        "{START} role=\"presentation\" aria-hidden=\"true\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\">\
         {bar}{rule}{years}<tr bgcolor=\"{paper}\"><td></td><td width=\"1368\" height=\"47\" valign=\"top\">\
         <svg width=\"100%\" height=\"40\" font-family=\"{FAMILIES}\"><text x=\"21.6\" y=\"31\">\
         <tspan font-size=\"14.04\" fill=\"{ink_soft}\">{org}</tspan>\
         <tspan dx=\"14.4\" font-size=\"18\" font-weight=\"700\" fill=\"{ink}\">{title}</tspan></text></svg></td><td></td></tr>\
         {rule}{END}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>x</title><link href=icon.svg rel=icon><link href=./a.css rel=stylesheet>\
                        <script src=./a.js></script></head><body><p>x</p>";

    fn ground() -> Ground {
        Ground {
            ground: "#f6f4ef".to_owned(),
            paper: "#fff".to_owned(),
            line: "#dcd8ce".to_owned(),
            ink: "#1c2b30".to_owned(),
            ink_soft: "#4a5a60".to_owned(),
        }
    }

    fn first<'a>(title: &'a str, ground: &'a Ground) -> First<'a> {
        First {
            org: "甲园区",
            title,
            has_years: false,
            ground,
        }
    }

    #[test]
    fn what_is_painted_first_stands_before_all_that_the_page_asks_for() {
        let ground = ground();
        let page = placed(PAGE, Some(&first("一 & 二", &ground))).unwrap();
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
        assert!(at("rel=icon") < at("</head><body bgcolor=\"#f6f4ef\""));
        assert!(at("一 &amp; 二") < at("<link href=./a.css"));
        assert!(at("<link href=./a.css") < at("<script src=./a.js>"));
        assert!(page.ends_with("</table><link href=./a.css rel=stylesheet><script src=./a.js></script><p>x</p>"));
    }

    #[test]
    fn it_can_be_replaced_and_left_out() {
        let ground = ground();
        let once = placed(PAGE, Some(&first("一", &ground))).unwrap();
        assert_eq!(placed(&once, Some(&first("一", &ground))).as_ref(), Ok(&once));
        let twice = placed(&once, Some(&first("二", &ground))).unwrap();
        assert_eq!(twice, once.replace('一', "二"));
        let none = placed(&once, None).unwrap();
        assert!(none.contains("</head><body><link href=./a.css"), "{none}");
        assert_eq!(placed(PAGE, None).as_ref(), Ok(&none));
    }

    #[test]
    fn the_way_to_other_years_has_its_room() {
        let ground = ground();
        let with = First {
            has_years: true,
            ..first("一", &ground)
        };
        let rows = |first: &First<'_>| drawn(first).matches("<tr").count();
        assert_eq!(rows(&with), rows(&first("一", &ground)) + 2);
    }

    #[test]
    fn a_page_without_head_or_body_is_refused() {
        for page in ["<body></body>", "<head></head><p></p>", ""] {
            assert!(placed(page, None).is_err(), "{page}");
        }
    }
}
