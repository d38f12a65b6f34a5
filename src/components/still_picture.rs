//! A chart's picture as text, for the page that is there before the app is: drawn for a phone, a tablet and a desk, of
//! which the style sheet shows the one that fits.

use annual_report::chart::{ChartSpec, Layout, describe, draw, markup, patterns, px};
use leptos::prelude::*;
use std::sync::Arc;

use super::drawn::drawn;

/// The type size of pictures, in px, as the style sheet has it at its ordinary size.
const FONT: f64 = 16.2;
/// The widths, in px, each with its class: the least that there is on pages of 360 px and more, beside a page's contents
/// from 936 px on, and from 1350 px on. Where there is more room, the picture stays as it is: the app's is wider, and as
/// high, but for charts of several panels, which stand beside each other where there is room.
const SIZES: [(f64, &str); 3] = [
    (278.0, "drawing drawing--phone"),
    (572.0, "drawing drawing--tablet"),
    (920.0, "drawing drawing--desk"),
];

/// The picture at these widths.
#[component]
pub fn ChartPicture(
    /// What to draw; not empty.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let drawings = SIZES.map(|(width, class)| {
        let scene = draw(&spec, Layout { width, font: FONT });
        let (width, height) = (px(scene.width), px(scene.height));
        drawn(class, width, height, Some(describe(&spec)), markup(&scene, &spec.id))
    });
    // A pattern within a drawing that is not shown is none for the other.
    let nothing = || "0".to_owned();
    let patterns = drawn("patterns", nothing(), nothing(), None, patterns(&spec.id));
    view! { <div class="picture">{patterns} {drawings.into_iter().collect::<Vec<_>>()}</div> }
}
