//! The rows of a list as text, for the page that is there before the app is; in the app they are painted.

use leptos::prelude::*;

use super::asking::NONE;
use super::list::Standing;
use super::list_head::ListColumn;
use super::painter::Piece;
use super::views::{IntoViews, maybe};

/// A page of tens of thousands of rows would not be there before the app is.
const MOST: u32 = 200;

/// The first rows, each under the address that opens it, and how many are left out.
pub fn still_rows(standing: Standing, columns: &[ListColumn], cells: &dyn Fn(u32, bool) -> Vec<Vec<Piece>>) -> AnyView {
    let count = standing.asking.count();
    let rows = (0..count.min(MOST)).map(|place| (place, standing.asking.row_at(place)));
    let rows = rows.filter(|(_, row)| *row != NONE).map(|(place, row)| {
        let cells = cells(row, true);
        let id = address(&cells);
        let cells = columns.iter().zip(cells).map(|(column, pieces)| {
            let pieces = pieces.into_iter().map(piece).views();
            view! { <div role="cell" class=column.class data-label=column.label>{pieces}</div> }
        });
        view! { <div role="row" class="list__row" id=id aria-rowindex=place + 2>{cells.views()}</div> }
    });
    let rest = count.saturating_sub(MOST);
    let note = maybe((rest > 0).then(|| {
        view! { <p class="nothing">"另有 " {rest} " 项没有列在这里，互动功能启动后可以查找。"</p> }
    }));
    vec![rows.views().into_any(), note].into_any()
}

/// What opens the row: its link's address, without the `#`.
fn address(cells: &[Vec<Piece>]) -> Option<String> {
    let link = cells.iter().flatten().find(|piece| piece.class == "row-link")?;
    link.attribute.strip_prefix('#').map(str::to_owned)
}

fn piece(piece: Piece) -> AnyView {
    let class = (!piece.class.is_empty()).then_some(piece.class);
    let inner = vec![
        maybe((!piece.text.is_empty()).then_some(piece.text)),
        piece.pieces.into_iter().map(self::piece).views().into_any(),
    ];
    match piece.tag {
        "a" => view! { <a class=class href=piece.attribute>{inner}</a> }.into_any(),
        "p" => view! { <p class=class>{inner}</p> }.into_any(),
        "ul" => view! { <ul class=class>{inner}</ul> }.into_any(),
        "li" => view! { <li class=class>{inner}</li> }.into_any(),
        "label" => view! { <label class=class>{inner}</label> }.into_any(),
        "input" => view! { <input type="checkbox" aria-label=piece.attribute/> }.into_any(),
        _ => view! { <span class=class>{inner}</span> }.into_any(),
    }
}
