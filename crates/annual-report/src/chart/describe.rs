//! A chart in a few plain Chinese sentences: for those who hear it, and for those who want the gist.

use core::cmp::Ordering;

use super::trend::series_names;
use super::{Amount, ChartSpec, Datum, Origin, Shape};

/// The title, and what [`explain`] says: for who does not see the picture.
pub fn describe(spec: &ChartSpec) -> String {
    sentence(&spec.title) + &explain(spec)
}

/// What is shown, how many, in which unit; highest and lowest; what is 推算 and what only a bound; the line to compare with.
pub fn explain(spec: &ChartSpec) -> String {
    if spec.data.is_empty() {
        return "没有可画的数据。".to_owned();
    }
    let mut text = String::new();
    let unit = if spec.unit.is_empty() {
        String::new()
    } else {
        format!("，单位：{}", spec.unit)
    };
    text.push_str(&subject(spec, &unit));
    text.push_str(&series(spec));
    text.push_str(&extremes(spec));
    text.push_str(&derived(spec));
    text.push_str(&counted(spec));
    text.push_str(&bounds(spec));
    if let Some(reference) = &spec.reference {
        let way = if spec.shape == Shape::Lines { "横线" } else { "竖线" };
        text.push_str(&format!("{way}是{}。", reference.label));
    }
    text
}

fn sentence(title: &str) -> String {
    let title = title.trim();
    match title.chars().last() {
        None => String::new(),
        Some('。' | '！' | '？') => title.to_owned(),
        Some(_) => format!("{title}。"),
    }
}

/// What sort of picture it is, and how much is in it.
fn subject(spec: &ChartSpec, unit: &str) -> String {
    let data = spec.data.len();
    match spec.shape {
        Shape::Bars | Shape::Pairs | Shape::Stack => format!("横条图，共{data}项{unit}。"),
        Shape::Panels => {
            let panels = distinct(spec.data.iter().filter_map(|datum| datum.panel.as_deref()));
            format!("{}幅小图，同一比例，共{data}项{unit}。", panels.len())
        }
        Shape::Lines => {
            let mut years: Vec<u16> = Vec::new();
            for year in spec.data.iter().filter_map(|datum| datum.at) {
                if let Err(place) = years.binary_search(&year) {
                    years.insert(place, year);
                }
            }
            let told = match (years.first(), years.last()) {
                (Some(first), Some(last)) if first != last => format!("{first}年至{last}年，"),
                (Some(only), _) => format!("{only}年，"),
                _ => String::new(),
            };
            let names = distinct(series_names(spec).into_iter());
            let names = if names.is_empty() {
                String::new()
            } else {
                format!("{}，", names.join("、"))
            };
            format!("折线图，{names}{told}共{data}个点{unit}。")
        }
    }
}

/// The name of a datum among all of its chart: with its panel, or with its series.
pub(super) fn name(datum: &Datum, spec: &ChartSpec) -> String {
    let before = match spec.shape {
        Shape::Panels => datum.panel.as_deref().unwrap_or_default(),
        Shape::Lines if series_names(spec).len() > 1 => datum.amount.series.as_str(),
        _ => "",
    };
    match (before.is_empty(), spec.shape) {
        (true, _) => datum.label.clone(),
        (false, Shape::Lines) => format!("{before}{}", datum.label),
        (false, _) => format!("{before}：{}", datum.label),
    }
}

fn amounts(spec: &ChartSpec) -> impl Iterator<Item = &Amount> {
    spec.data
        .iter()
        .flat_map(|datum| core::iter::once(&datum.amount).chain(datum.second(spec.shape)))
}

/// Which bars stand for what, where there is more than one.
fn series(spec: &ChartSpec) -> String {
    let first = distinct(spec.data.iter().map(|datum| datum.amount.series.as_str()));
    let second = distinct(
        spec.data
            .iter()
            .filter_map(|datum| datum.second(spec.shape))
            .map(|other| other.series.as_str()),
    );
    let (first, second) = (first.join("、"), second.join("、"));
    if first.is_empty() || second.is_empty() {
        return String::new();
    }
    match spec.shape {
        Shape::Bars | Shape::Lines | Shape::Panels => String::new(),
        Shape::Pairs => format!("每项上条是{first}，下条是{second}。"),
        Shape::Stack => format!("全条是{first}，其中前段是{second}。"),
    }
}

fn extremes(spec: &ChartSpec) -> String {
    // 3 次 are neither more nor fewer than 3 个.
    if spec.unit.is_empty() {
        return String::new();
    }
    let mut finite = spec.data.iter().filter(|datum| datum.amount.value.is_finite());
    let Some(first) = finite.next() else {
        return String::new();
    };
    let (mut highest, mut lowest) = (vec![first], vec![first]);
    for datum in finite {
        keep_extreme(&mut highest, datum, |new, top| new.partial_cmp(&top));
        keep_extreme(&mut lowest, datum, |new, bottom| bottom.partial_cmp(&new));
    }
    let stated = |data: &[&Datum]| {
        let labels: Vec<String> = data.iter().map(|datum| name(datum, spec)).collect();
        let value = data
            .first()
            .map(|datum| datum.amount.label.as_str())
            .unwrap_or_default();
        format!("{}，{value}", listed(&labels))
    };
    match (spec.data.len(), highest.len() == spec.data.len()) {
        (1, _) => format!("{}。", stated(&highest)),
        (_, true) => format!("各项相等，都是{}。", first.amount.label),
        _ => format!("最高的是{}；最低的是{}。", stated(&highest), stated(&lowest)),
    }
}

/// Keeps all data that share the most extreme value met so far.
fn keep_extreme<'a>(best: &mut Vec<&'a Datum>, datum: &'a Datum, order: impl Fn(f64, f64) -> Option<Ordering>) {
    let beats = best
        .first()
        .and_then(|first| order(datum.amount.value, first.amount.value));
    if beats == Some(Ordering::Greater) {
        best.clear();
    }
    if beats != Some(Ordering::Less) {
        best.push(datum);
    }
}

fn derived(spec: &ChartSpec) -> String {
    let derived = || amounts(spec).filter(|amount| amount.origin == Origin::Derived);
    let names = distinct(derived().map(|amount| amount.series.as_str()));
    match derived().count() {
        0 => String::new(),
        // A point is too small for lines across it.
        n if spec.shape == Shape::Lines => format!("“{}”共{n}个数是推算的，不是文件原数。", names.join("”“")),
        n => format!("“{}”共{n}个数是推算的，画斜线，不是文件原数。", names.join("”“")),
    }
}

fn counted(spec: &ChartSpec) -> String {
    if amounts(spec).any(|amount| amount.origin == Origin::Counted) {
        "各数按报告点到的名称统计，不是报告公布的数。".to_owned()
    } else {
        String::new()
    }
}

fn bounds(spec: &ChartSpec) -> String {
    let bound = spec.data.iter().filter(|datum| datum.amount.is_bound());
    let labels: Vec<String> = bound.map(|datum| name(datum, spec)).collect();
    if labels.is_empty() {
        return String::new();
    }
    let mark = if spec.shape == Shape::Lines {
        "点的边是虚线"
    } else {
        "条的末端不封口"
    };
    format!("{}只是约数或界限，{mark}。", listed(&labels))
}

/// At most three names, then how many there are.
fn listed(names: &[String]) -> String {
    match names.get(..3) {
        Some(first) if names.len() > 3 => format!("{}等{}项", first.join("、"), names.len()),
        _ => names.join("、"),
    }
}

/// Without repeats and blanks, in order of appearance.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for name in names {
        if !name.is_empty() && !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}
