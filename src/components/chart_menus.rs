//! What can be done with a chart: as a table, other choices, files to take away, ways to pass it on.

use std::sync::Arc;

use annual_report::chart::{PictureColours, choices, picture_file};
use annual_report::export::{Extent, chart_csv, file_name, frame};
use annual_report::model::Chart;
use annual_report::route::Route;
use annual_report::stats::Figures;
use leptos::prelude::*;

use super::chart::{ChartPlace, Charted, element_id};
use super::chart_choices::choices_menu;
use super::copy_field::copy_field;
use super::menu::menu;
use super::views::{IntoViews, maybe};
use crate::dom;
use crate::take_away;

/// The buttons at a chart's head.
pub fn menus(charted: Charted, chart: &Chart, figures: &Arc<Figures>) -> AnyView {
    let choices = choices(chart, figures);
    let asks = charted.place != ChartPlace::Beside && !choices.is_empty();
    let options = maybe(asks.then(|| choices_menu(charted, choices, figures)));
    let pressed = move || {
        if charted.query.with(|query| query.as_table) {
            "true"
        } else {
            "false"
        }
    };
    view! {
        <div class="chart__tools">
            <button
                type="button"
                class="button button--quiet"
                aria-pressed=pressed
                on:click=move |_| charted.ask(|query| query.as_table = !query.as_table)
            >"表格"</button>
            {options}
            {downloads(charted, chart, figures)}
            {more(charted, chart)}
        </div>
    }
    .into_any()
}

/// What a file is of.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Svg,
    Png,
    Csv,
}

fn downloads(charted: Charted, chart: &Chart, figures: &Arc<Figures>) -> AnyView {
    let kinds = [
        ("图片 SVG", Kind::Svg),
        ("图片 PNG", Kind::Png),
        ("数据 CSV", Kind::Csv),
    ];
    let (chart, figures) = (chart.clone(), Arc::clone(figures));
    menu(
        "下载",
        || {},
        move || {
            let buttons = kinds.iter().map(|&(name, kind)| {
                let (chart, figures) = (chart.clone(), Arc::clone(&figures));
                let save = move |_| save(charted, &chart, &figures, kind);
                view! { <button type="button" class="button button--quiet" on:click=save>{name}</button> }
            });
            view! { <div class="menu__stack">{buttons.views()}</div> }.into_any()
        },
    )
}

fn save(charted: Charted, chart: &Chart, figures: &Figures, kind: Kind) {
    let (spec, report) = untrack(|| (charted.spec(chart, figures), charted.shared().pack.report.ready()));
    // A chart is shown only once the report is here.
    let (Some(spec), Some(report)) = (spec, report) else {
        return;
    };
    let (title, year) = (format!("《{}》", report.meta.title), report.meta.year);
    let extent = match charted.query.with_untracked(|query| query.picked.is_empty()) {
        true => Extent::All,
        false => Extent::Filtered,
    };
    let name = |extension| file_name(year, &chart.title, extent, extension);
    let picture = || {
        let colours = PictureColours::read(&dom::palette().unwrap_or_default());
        picture_file(&spec, &title, &colours)
    };
    match kind {
        Kind::Csv => {
            let mut file = take_away::File::default();
            chart_csv(&spec, &mut |piece| file.push(piece));
            file.save(&name("csv"), "text/csv;charset=utf-8");
        }
        Kind::Svg => {
            let mut file = take_away::File::default();
            file.push(&picture().svg);
            file.save(&name("svg"), "image/svg+xml");
        }
        Kind::Png => {
            let picture = picture();
            take_away::save_as_png(&picture.svg, picture.width, picture.height, name("png"));
        }
    }
}

fn more(charted: Charted, chart: &Chart) -> AnyView {
    let id = element_id(&chart.id);
    let height = RwSignal::new(0_u32);
    let measured = id.clone();
    let measure = move || height.set(dom::height(&measured).unwrap_or_default());
    let title = chart.title.clone();
    menu("更多", measure, move || ways_on(charted, &id, &title, height))
}

/// The links, and what can be done with the chart where it stands.
fn ways_on(charted: Charted, id: &str, title: &str, height: RwSignal<u32>) -> AnyView {
    let location = charted.shared().location;
    let alone = move || Route::Chart(charted.query.get());
    let title = title.to_owned();
    let code = move || frame(&title, &location.url(&alone().embed_href()), frame_height(height.get()));
    let (shown, printed) = (id.to_owned(), id.to_owned());
    view! {
        {copy_field("链接", move || location.url(&alone().href()))}
        {copy_field("嵌入代码", code)}
        <div class="menu__stack">
            {maybe((charted.place != ChartPlace::Alone).then(|| view! {
                <a class="button button--quiet" href=move || alone().href()>"单独查看"</a>
            }))}
            {maybe(dom::can_fill_screen().then(|| view! {
                <button type="button" class="button button--quiet" on:click=move |_| dom::fill_screen(&shown)>"全屏或退出"</button>
            }))}
            <button type="button" class="button button--quiet" on:click=move |_| dom::print_only(&printed)>"打印这张图"</button>
        </div>
    }
    .into_any()
}

/// How high a frame begins: as the chart is here and half as much again, because it is likely narrower there; in tens.
fn frame_height(here: u32) -> u32 {
    (here * 3 / 2).max(480).div_ceil(10) * 10
}
