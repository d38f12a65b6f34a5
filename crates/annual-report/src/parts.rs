//! What of a view can be put into a page of its own or into a frame of another page: all of it, and its parts.

use crate::format::place_name;
use crate::model::{Place, Report};
use crate::query::{ChartQuery, Query};
use crate::route::Route;

/// All of a view, or a part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is called among the others; empty, if there are no others.
    pub name: String,
    /// The view that has it and nothing else, when it is embedded.
    pub route: Route,
}

/// All of the view first, then its parts; never empty. Parts are the report's: without it there is only the whole.
pub fn parts(route: &Route, report: Option<&Report>) -> Vec<Part> {
    let part = |name: &str, route: Route| Part {
        name: name.to_owned(),
        route,
    };
    let filtered = |all: &str, plain: Route| match *route == plain {
        true => vec![part("", plain)],
        false => vec![part("现在看到的，带筛选和排序", route.clone()), part(all, plain)],
    };
    match route {
        Route::Work(_) => {
            let mut parts = vec![part("整页", Route::Work(None))];
            for section in report.iter().flat_map(|report| &report.sections) {
                let place = Place::from(section.id.as_str());
                let number = place_name(&place);
                // A closing bracket is space enough.
                let space = if number.ends_with('）') { "" } else { " " };
                let name = format!("{number}{space}{}", section.title);
                parts.push(part(&name, Route::Work(Some(place))));
            }
            parts
        }
        Route::Problems(_) => vec![
            part("整页", Route::Problems(None)),
            part("存在的问题", Route::Problems(Some(Place::from("3")))),
            part("工作打算", Route::Problems(Some(Place::from("4")))),
        ],
        Route::Charts(named) => {
            let mut parts = vec![part("全部图表", Route::Charts(None))];
            for chart in report.iter().flat_map(|report| &report.charts) {
                let asked = named.clone().filter(|named| named.id == chart.id);
                let query = asked.unwrap_or_else(|| ChartQuery::of(&chart.id));
                parts.push(part(&chart.title, Route::Chart(query)));
            }
            parts
        }
        Route::Enterprises(_) => filtered("全部企业", Route::Enterprises(Query::default())),
        Route::Projects(_) => filtered("全部项目", Route::Projects(Query::default())),
        other => vec![part("", other.clone())],
    }
}

/// Which of the parts the address names; the whole, if it names none.
pub fn part_named(route: &Route, parts: &[Part]) -> usize {
    let whole = |place: &Place| Some(Place::from(place.section().as_str()));
    let named = match route {
        Route::Work(Some(place)) => Route::Work(whole(place)),
        Route::Problems(Some(place)) => Route::Problems(whole(place)),
        Route::Charts(Some(chart)) => Route::Chart(chart.clone()),
        _ => return 0,
    };
    parts.iter().position(|part| part.route == named).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::decode_report;

    fn named(hash: &str) -> (Vec<Part>, String) {
        let report = decode_report(include_bytes!("../../../data/2021/report.json")).unwrap();
        let route = Route::parse(hash).route;
        let parts = parts(&route, Some(&report));
        let href = parts[part_named(&route, &parts)].route.href();
        (parts, href)
    }

    #[test]
    fn sections_and_charts_can_be_had_alone() {
        let (parts, href) = named("#/work/2.2/1");
        assert_eq!((parts.len(), href.as_str()), (10, "#/work/2.2"));
        assert_eq!(parts[1].name, "第一部分 主要指标");
        assert_eq!(parts[3].name, "二（二）产业升级");
        let (parts, href) = named("#/charts/growth?as=level");
        assert_eq!((parts.len(), href.as_str()), (12, "#/chart/growth?as=level"));
        assert_eq!(named("#/problems/3/2").1, "#/problems/3");
    }

    #[test]
    fn a_list_can_be_had_as_it_is_seen_and_whole() {
        let (parts, href) = named("#/enterprises?q=丝绸&sort=-growth");
        assert_eq!(href, "#/enterprises?q=丝绸&sort=-growth");
        assert_eq!(parts[1].route.href(), "#/enterprises");
        assert_eq!(named("#/projects").0.len(), 1);
    }

    #[test]
    fn a_place_that_the_report_has_not_is_the_whole() {
        assert_eq!(named("#/work/9.9").1, "#/work");
        assert_eq!(named("#/charts/none").1, "#/charts");
        assert_eq!(parts(&Route::Work(None), None).len(), 1);
    }
}
