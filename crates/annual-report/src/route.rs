//! Everything that changes what is seen, as the text after `#`: a documented wire format.
//!
//! `#/`, `#/work/2.2/1`, `#/enterprises?q=丝绸&tag=出口增长&sort=-growth`, `#/enterprises/shuang-he-si-chou`,
//! `#/compare?compare=ID,ID`, `#/projects?status=投用`, `#/projects/ID`, `#/charts/growth?sort=report`, `#/chart/growth`,
//! `#/problems/3/1`, `#/years/2021`, `#/figure/ID`, `#/search?q=30.5`, `#/about`, `#/about/keys`. `embed=1` beside any of them shows the view without what stands around every page.
//!
//! Reading is total: any text gives a route; what it does not know is said in a note and ignored. Writing is
//! canonical: the same view gives the same string.

use crate::format::shortened;
use crate::model::{EnterpriseId, FigureId, Place, ProjectId, ReportId};
use crate::query::{ChartQuery, ENTERPRISE_FACETS, ENTERPRISE_RANGES, PROJECT_FACETS, Params, Query, encode};

/// One view of the report.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// 概览.
    Overview,
    /// 重点工作, scrolled to a place if one is named.
    Work(Option<Place>),
    /// 企业, as far as the query lets through.
    Enterprises(Query),
    /// One enterprise.
    Enterprise(EnterpriseId),
    /// Enterprises side by side.
    Compare(Vec<EnterpriseId>),
    /// 项目, as far as the query lets through.
    Projects(Query),
    /// One project.
    Project(ProjectId),
    /// 增长图表, scrolled to a chart if one is named, and that one as it is asked for.
    Charts(Option<ChartQuery>),
    /// One chart alone, as it is asked for.
    Chart(ChartQuery),
    /// 问题与打算, scrolled to a place if one is named.
    Problems(Option<Place>),
    /// The report against another of the pack; without a name, against the one before it.
    Years(Option<ReportId>),
    /// One figure: where it stands, what else states it, what follows from it.
    Figure(FigureId),
    /// The whole report searched for what was typed.
    Search(String),
    /// What the marks mean, which keys there are, and which pack this is.
    About,
    /// The same, at which keys there are.
    Keys,
}

/// A route as read, and what could not be understood of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// What to show.
    pub route: Route,
    /// What was asked for and does not exist, in words.
    pub unknown: Option<String>,
    /// Whether the view stands in a frame of another page, without what stands around every page.
    pub embedded: bool,
}

impl Route {
    /// Reads the text after `#`, with or without its first slash.
    pub fn parse(hash: &str) -> Parsed {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, params) = hash.split_once('?').unwrap_or((hash, ""));
        let params = Params::parse(params);
        let mut pieces = path
            .split('/')
            .filter(|piece| !piece.is_empty())
            .map(crate::query::decode);
        let page = pieces.next().unwrap_or_default();
        let rest: Vec<String> = pieces.collect();
        let embedded = params.first("embed") == Some("1");
        let mut unread = Vec::new();
        let mut chart = |id: &String| {
            let (query, unknown) = ChartQuery::parse(id, &params);
            unread = unknown;
            query
        };
        let place = || {
            // An escaped slash is a slash, and a place has as few empty pieces as a path.
            let joined = rest.join("/");
            let pieces: Vec<&str> = joined.split('/').filter(|piece| !piece.is_empty()).collect();
            (!pieces.is_empty()).then(|| Place::from(pieces.join("/").as_str()))
        };
        let route = match (page.as_str(), rest.as_slice()) {
            ("", _) => Route::Overview,
            ("work", _) => Route::Work(place()),
            ("enterprises", []) => Route::Enterprises(Query::parse(&params, &ENTERPRISE_FACETS, &ENTERPRISE_RANGES)),
            ("enterprises", [id, ..]) => Route::Enterprise(id.as_str().into()),
            ("compare", _) => {
                // The query's own rules hold: each once, and no more than fit side by side.
                let Query { compared, .. } = Query::parse(&params, &[], &[]);
                Route::Compare(compared.iter().map(|id| id.as_str().into()).collect())
            }
            ("projects", []) => Route::Projects(Query::parse(&params, &PROJECT_FACETS, &[])),
            ("projects", [id, ..]) => Route::Project(id.as_str().into()),
            ("charts", _) => Route::Charts(rest.first().map(chart)),
            ("chart", [id, ..]) => Route::Chart(chart(id)),
            ("chart", []) => Route::Charts(None),
            ("problems", _) => Route::Problems(place()),
            ("years", _) => Route::Years(rest.first().map(|id| id.as_str().into())),
            ("figure", [id, ..]) => Route::Figure(id.as_str().into()),
            ("search", _) => Route::Search(Query::parse(&params, &[], &[]).search),
            ("about", [part, ..]) if part == "keys" => Route::Keys,
            ("about", _) => Route::About,
            _ => {
                return Parsed {
                    route: Route::Overview,
                    unknown: Some(format!("没有名为“{}”的页面，已显示概览。", shortened(&page))),
                    embedded,
                };
            }
        };
        let unknown = match unread.as_slice() {
            [] if params.is_cut() => Some(format!("链接里的条件太多，只看了前 {} 个。", Params::MOST)),
            [] => None,
            unread => Some(format!(
                "链接中有图表没有的选项，已略过：{}",
                shortened(&unread.join("、"))
            )),
        };
        Parsed {
            route,
            unknown,
            embedded,
        }
    }

    /// The whole hash: `#/enterprises?q=丝绸`.
    pub fn href(&self) -> String {
        let at = |page: &str, place: &Option<Place>| match place {
            Some(place) => format!(
                "#/{page}/{}",
                place.as_str().split('/').map(encode).collect::<Vec<_>>().join("/")
            ),
            None => format!("#/{page}"),
        };
        match self {
            Route::Overview => "#/".to_owned(),
            Route::Work(place) => at("work", place),
            Route::Enterprises(query) => format!("#/enterprises{}", query.to_params().to_text()),
            Route::Enterprise(id) => format!("#/enterprises/{}", encode(id.as_str())),
            Route::Compare(ids) => {
                let mut params = Params::default();
                params.push("compare", ids.iter().map(EnterpriseId::as_str));
                format!("#/compare{}", params.to_text())
            }
            Route::Projects(query) => format!("#/projects{}", query.to_params().to_text()),
            Route::Project(id) => format!("#/projects/{}", encode(id.as_str())),
            Route::Charts(None) => "#/charts".to_owned(),
            Route::Charts(Some(chart)) => chart_at("charts", chart),
            Route::Chart(chart) => chart_at("chart", chart),
            Route::Problems(place) => at("problems", place),
            Route::Years(None) => "#/years".to_owned(),
            Route::Years(Some(id)) => format!("#/years/{}", encode(id.as_str())),
            Route::Figure(id) => format!("#/figure/{}", encode(id.as_str())),
            Route::Search(typed) => format!("#/search{}", Query::default().searching(typed).to_params().to_text()),
            Route::About => "#/about".to_owned(),
            Route::Keys => "#/about/keys".to_owned(),
        }
    }

    /// The whole hash of the view in a frame of another page.
    pub fn embed_href(&self) -> String {
        let href = self.href();
        let sign = if href.contains('?') { '&' } else { '?' };
        format!("{href}{sign}embed=1")
    }

    /// The view that shows what the document says at a place.
    pub fn of_place(place: &Place) -> Route {
        match place.section().as_str().split('.').next() {
            Some("3" | "4") => Route::Problems(Some(place.clone())),
            // What stands above the first part.
            Some("0") => Route::Overview,
            // A part that there is not is told of there.
            _ => Route::Work(Some(place.clone())),
        }
    }
}

fn chart_at(page: &str, chart: &ChartQuery) -> String {
    format!("#/{page}/{}{}", encode(&chart.id), chart.to_params().to_text())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(hash: &str) {
        assert_eq!(
            Route::parse(hash),
            Parsed {
                route: Route::parse(hash).route,
                unknown: None,
                embedded: false,
            }
        );
        assert_eq!(Route::parse(hash).route.href(), hash);
    }

    #[test]
    fn every_canonical_address_reads_back_as_itself() {
        for hash in [
            "#/",
            "#/work",
            "#/work/2.2/1",
            "#/enterprises",
            "#/enterprises?q=丝绸&tag=出口增长&sort=-growth",
            "#/enterprises?q=丝绸&growth=10..50&export=..-3.5&sort=name&compare=a,b",
            "#/enterprises/shuang-he-si-chou",
            "#/compare",
            "#/compare?compare=a,b,c",
            "#/projects?category=产业&status=开工,投用",
            "#/projects/x",
            "#/charts",
            "#/charts/growth",
            "#/charts/growth?as=level&sort=report&pick=a,b&view=table",
            "#/chart/growth?sort=value",
            "#/problems",
            "#/problems/3/1",
            "#/years",
            "#/years/2021",
            "#/figure/output-above-scale",
            "#/search",
            "#/search?q=30.5%20产值",
            "#/about",
        ] {
            same(hash);
        }
    }

    #[test]
    fn escapes_by_browsers_and_missing_slashes_are_understood() {
        let escaped = Route::parse("#/enterprises?q=%E4%B8%9D%E7%BB%B8").route;
        assert_eq!(escaped.href(), "#/enterprises?q=丝绸");
        assert_eq!(Route::parse("").route, Route::Overview);
        assert_eq!(Route::parse("work").route, Route::Work(None));
    }

    #[test]
    fn slashes_written_as_escapes_leave_no_empty_pieces() {
        let href = |hash: &str| Route::parse(hash).route.href();
        assert_eq!(href("#/work/2.2%2F1"), "#/work/2.2/1");
        assert_eq!(href("#/problems/3%2F"), "#/problems/3");
        assert_eq!(href("#/work/%2F/%2F"), "#/work");
        same("#/enterprises/%2F");
    }

    #[test]
    fn an_address_without_end_is_read_to_a_point_and_says_so() {
        let values: Vec<String> = (0..200_000).rev().map(|value| value.to_string()).collect();
        for page in ["enterprises?tag=", "charts/growth?pick="] {
            let parsed = Route::parse(&format!("#/{page}{}", values.join(",")));
            assert!(parsed.unknown.is_some_and(|note| note.contains("1000")), "{page}");
            let href = parsed.route.href();
            assert_eq!(Route::parse(&href).route.href(), href);
        }
    }

    #[test]
    fn an_unknown_page_opens_the_overview_and_says_so() {
        let parsed = Route::parse("#/nonsense/1");
        assert_eq!(parsed.route, Route::Overview);
        assert!(parsed.unknown.is_some_and(|note| note.contains("nonsense")));
    }

    #[test]
    fn options_that_no_chart_has_are_passed_over_and_named() {
        let parsed = Route::parse("#/chart/growth?as=money&view=table");
        assert_eq!(parsed.route.href(), "#/chart/growth?view=table");
        assert!(parsed.unknown.is_some_and(|note| note.contains("money")));
    }

    #[test]
    fn any_view_can_be_embedded() {
        for hash in [
            "#/work/2.2?embed=1",
            "#/enterprises?q=丝绸&embed=1",
            "#/chart/growth?view=table&embed=1",
        ] {
            let parsed = Route::parse(hash);
            assert_eq!((parsed.embedded, parsed.route.embed_href().as_str()), (true, hash));
        }
        assert!(!Route::parse("#/work?embed=0").embedded);
    }

    #[test]
    fn a_place_leads_to_the_page_that_shows_it() {
        let href = |place: &str| Route::of_place(&Place::from(place)).href();
        assert_eq!(
            ["1", "2.2/1", "3/2", "4", "0", "9.9/1"].map(href),
            [
                "#/work/1",
                "#/work/2.2/1",
                "#/problems/3/2",
                "#/problems/4",
                "#/",
                "#/work/9.9/1"
            ]
        );
    }
}
