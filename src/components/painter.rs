//! Rows painted straight into the page. A keystroke changes some ten rows of a dozen texts each; as views of their own,
//! each with an effect, they would take longer than the search. So a row is described as plain data, compared with what
//! its place in the page showed last, and only what differs is touched.

use annual_report::query::marked;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

/// A piece of a row: an element with a text or with further pieces.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Piece {
    pub(super) tag: &'static str,
    pub(super) class: &'static str,
    /// Of a link where it leads, of a box what it is called.
    pub(super) attribute: String,
    pub(super) text: String,
    is_marked: bool,
    /// Of a box: whether it is ticked, and whether it can be.
    pub(super) ticked: Option<(bool, bool)>,
    pub(super) pieces: Vec<Piece>,
}

impl Piece {
    /// A text.
    pub fn text(class: &'static str, text: impl Into<String>) -> Self {
        Self {
            tag: "span",
            class,
            text: text.into(),
            ..Self::default()
        }
    }

    /// A text in which what the search found is marked.
    pub fn found(class: &'static str, text: impl Into<String>) -> Self {
        Self {
            is_marked: true,
            ..Self::text(class, text)
        }
    }

    /// The link that opens the row, in which what the search found is marked.
    pub fn link(class: &'static str, href: String, text: impl Into<String>) -> Self {
        Self {
            tag: "a",
            attribute: href,
            ..Self::found(class, text)
        }
    }

    /// A link elsewhere.
    pub fn way(class: &'static str, href: String, text: impl Into<String>) -> Self {
        Self {
            is_marked: false,
            ..Self::link(class, href, text)
        }
    }

    /// Pieces in a paragraph or list of their own.
    pub fn group(tag: &'static str, class: &'static str, pieces: Vec<Piece>) -> Self {
        Self {
            tag,
            class,
            pieces,
            ..Self::default()
        }
    }

    /// A box to tick, heard by the list: what it is called, whether it is ticked, and whether it can be.
    pub fn tick(name: String, is_ticked: bool, can_be: bool) -> Self {
        Self {
            tag: "input",
            attribute: name,
            ticked: Some((is_ticked, can_be)),
            ..Self::default()
        }
    }
}

/// An element of the page with what it shows.
pub struct Painted {
    /// The element.
    pub element: Element,
    piece: Piece,
    inner: Vec<Painted>,
}

impl Painted {
    /// An empty element at the end of its parent. `None` in a page that refuses, in which nothing could be shown.
    pub fn new(parent: &Element, tag: &'static str, class: &'static str) -> Option<Self> {
        let element = document().create_element(tag).ok()?;
        if !class.is_empty() {
            element.set_class_name(class);
        }
        parent.append_child(&element).ok()?;
        Some(Self {
            element,
            piece: Piece {
                tag,
                class,
                ..Piece::default()
            },
            inner: Vec::new(),
        })
    }

    /// Shows these pieces within. `remark` says that the words to mark have changed.
    pub fn show(&mut self, pieces: Vec<Piece>, words: &[String], remark: bool) {
        let kept = pieces.len();
        for (nth, piece) in pieces.into_iter().enumerate() {
            let fits = self
                .inner
                .get(nth)
                .is_some_and(|painted| painted.piece.tag == piece.tag);
            if !fits {
                self.inner.drain(nth..).for_each(|painted| painted.element.remove());
                let Some(painted) = Self::new(&self.element, piece.tag, piece.class) else {
                    return;
                };
                painted.prepare(&piece);
                self.inner.push(painted);
            }
            if let Some(painted) = self.inner.get_mut(nth) {
                painted.become_piece(piece, words, remark);
            }
        }
        self.inner.drain(kept..).for_each(|painted| painted.element.remove());
    }

    /// What never changes of an element.
    fn prepare(&self, piece: &Piece) {
        let fixed: &[(&str, &str)] = match piece.tag {
            // The list is one stop for the tab key; its rows are walked by arrows.
            "a" => &[("tabindex", "-1")],
            "input" => &[("type", "checkbox"), ("tabindex", "-1")],
            _ => &[],
        };
        for (name, value) in fixed {
            set(&self.element, name, value);
        }
    }

    fn become_piece(&mut self, mut piece: Piece, words: &[String], remark: bool) {
        let Painted {
            element, piece: last, ..
        } = &*self;
        if last.class != piece.class {
            element.set_class_name(piece.class);
        }
        if last.attribute != piece.attribute {
            let name = if piece.tag == "input" { "aria-label" } else { "href" };
            set(element, name, &piece.attribute);
        }
        if last.ticked != piece.ticked
            && let (Some((is_ticked, can_be)), Some(input)) = (piece.ticked, element.dyn_ref::<HtmlInputElement>())
        {
            input.set_checked(is_ticked);
            input.set_disabled(!can_be);
        }
        if last.text != piece.text || (remark && piece.is_marked) {
            write(element, &piece, words);
        }
        let pieces = core::mem::take(&mut piece.pieces);
        self.piece = piece;
        if !pieces.is_empty() || !self.inner.is_empty() {
            self.show(pieces, words, remark);
        }
    }
}

/// Sets an attribute; none of those set here is refused.
pub fn set(element: &Element, name: &str, value: &str) {
    if element.set_attribute(name, value).is_err() {
        leptos::logging::error!("{name} is refused");
    }
}

/// Writes a text, with what was found in it marked. A text node that is there is used again.
fn write(element: &Element, piece: &Piece, words: &[String]) {
    let spans = if piece.is_marked && !words.is_empty() {
        marked(&piece.text, words)
    } else {
        Vec::new()
    };
    if !spans.iter().any(|span| span.hit) {
        match element
            .first_child()
            .filter(|first| first.node_type() == Node::TEXT_NODE && first.next_sibling().is_none())
        {
            Some(only) => only.set_node_value(Some(&piece.text)),
            None => element.set_text_content(Some(&piece.text)),
        }
        return;
    }
    element.set_text_content(None);
    for span in spans {
        let text: Node = document().create_text_node(&span.text).into();
        let node = match span.hit {
            false => Some(text),
            true => document().create_element("mark").ok().and_then(|mark| {
                mark.append_child(&text).ok()?;
                Some(mark.into())
            }),
        };
        if node.is_none_or(|node: Node| element.append_child(&node).is_err()) {
            leptos::logging::error!("a found text is not marked");
        }
    }
}
