//! What a reader asks of a table, and its text form.

use super::{Between, Params};

/// What a reader asks of a table. The text form is canonical: equal queries give equal strings, defaults are left out.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Query {
    /// The search box as typed.
    pub search: String,
    /// Picked facet values, facets and values each in the order of their names and without repeats: OR within a
    /// facet, AND between.
    pub picked: Vec<Picked>,
    /// Numbers within bounds, in the order of the table's ranges.
    pub ranges: Vec<Between>,
    /// The order; `None` is the table's own.
    pub sort: Option<Sort>,
    /// The ids of the rows picked to be compared, in the order in which they were picked.
    pub compared: Vec<String>,
    /// Ranges of the address that could not be read. They are said once and not written again.
    pub unread: Vec<String>,
}

/// How many rows can be compared at a time: more do not fit side by side.
pub const MOST_COMPARED: usize = 4;

/// What is picked of one facet; never nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The facet's key.
    pub facet: String,
    /// The keys of its values.
    pub values: Vec<String>,
}

/// An order by one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The key of an [`Order`](super::Order).
    pub key: String,
    /// Largest first.
    pub descending: bool,
}

impl Query {
    /// Reads a query. `facets` and `ranges` are the keys that this table has; other parameters are ignored.
    pub fn parse(params: &Params, facets: &[&str], ranges: &[&str]) -> Self {
        let mut query = Self::default();
        for key in ranges {
            let Some(text) = params.first(key) else { continue };
            match Between::parse(key, text) {
                Some(range) => query.ranges.push(range.ordered()),
                None => query.unread.push(text.to_owned()),
            }
        }
        for id in params.all("compare") {
            query.compare(id, true);
        }
        for facet in facets {
            for value in params.all(facet) {
                if !query.is_picked(facet, value) {
                    query.toggle(facet, value);
                }
            }
        }
        let sort = params.first("sort").map(|sort| match sort.strip_prefix('-') {
            Some(key) => Sort {
                key: key.to_owned(),
                descending: true,
            },
            None => Sort {
                key: sort.to_owned(),
                descending: false,
            },
        });
        // A comma typed by the reader is part of the search, not a list.
        let search = params.all("q").collect::<Vec<_>>().join(",");
        Self { search, sort, ..query }
    }

    /// The query as parameters.
    pub fn to_params(&self) -> Params {
        let mut params = Params::default();
        params.push("q", [self.search.as_str()]);
        for picked in &self.picked {
            params.push(&picked.facet, picked.values.iter().map(String::as_str));
        }
        for range in &self.ranges {
            params.push(&range.key, [range.to_text().as_str()]);
        }
        if let Some(sort) = &self.sort {
            let text = format!("{}{}", if sort.descending { "-" } else { "" }, sort.key);
            params.push("sort", [text.as_str()]);
        }
        params.push("compare", self.compared.iter().map(String::as_str));
        params
    }

    /// Whether anything narrows the table.
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty() || !self.picked.is_empty() || !self.ranges.is_empty()
    }

    /// What is picked of a facet.
    pub fn picked_of(&self, facet: &str) -> &[String] {
        self.picked
            .iter()
            .find(|picked| picked.facet == facet)
            .map_or(&[], |picked| &picked.values)
    }

    /// Whether this facet value is picked.
    pub fn is_picked(&self, facet: &str, value: &str) -> bool {
        self.picked_of(facet).iter().any(|picked| picked == value)
    }

    /// The same query with one facet value picked or let go.
    #[must_use]
    pub fn toggled(&self, facet: &str, value: &str) -> Self {
        let mut query = self.clone();
        query.toggle(facet, value);
        query
    }

    fn toggle(&mut self, facet: &str, value: &str) {
        let at = match self.picked.iter().position(|picked| picked.facet.as_str() >= facet) {
            Some(at) if self.picked[at].facet == facet => at,
            at => {
                let at = at.unwrap_or(self.picked.len());
                self.picked.insert(
                    at,
                    Picked {
                        facet: facet.to_owned(),
                        values: Vec::new(),
                    },
                );
                at
            }
        };
        let values = &mut self.picked[at].values;
        match values.iter().position(|picked| picked.as_str() >= value) {
            Some(place) if values[place] == value => {
                values.remove(place);
            }
            place => values.insert(place.unwrap_or(values.len()), value.to_owned()),
        }
        if values.is_empty() {
            self.picked.remove(at);
        }
    }

    /// The same query with another search.
    #[must_use]
    pub fn searching(&self, search: &str) -> Self {
        Self {
            search: search.to_owned(),
            ..self.clone()
        }
    }

    /// The same query after a click on a column's head: first its own direction, then the other, then the table's order.
    #[must_use]
    pub fn sorted_by(&self, key: &str, descending_first: bool) -> Self {
        let first = Sort {
            key: key.to_owned(),
            descending: descending_first,
        };
        let second = Sort {
            key: key.to_owned(),
            descending: !descending_first,
        };
        let sort = match &self.sort {
            Some(sort) if *sort == first => Some(second),
            Some(sort) if *sort == second => None,
            _ => Some(first),
        };
        Self { sort, ..self.clone() }
    }

    /// The range of this key.
    pub fn range_of(&self, key: &str) -> Option<&Between> {
        self.ranges.iter().find(|range| range.key == key)
    }

    /// The same query with a number within other bounds, or within none. `keys` are the table's ranges in order.
    #[must_use]
    pub fn within(&self, key: &str, least: Option<f64>, most: Option<f64>, keys: &[&str]) -> Self {
        let place = |key: &str| keys.iter().position(|known| *known == key);
        let mut query = self.clone();
        query.ranges.retain(|range| range.key != key);
        if least.is_some() || most.is_some() {
            let key = key.to_owned();
            let range = Between { key, least, most }.ordered();
            let at = query
                .ranges
                .iter()
                .take_while(|other| place(&other.key) < place(&range.key))
                .count();
            query.ranges.insert(at, range);
        }
        query
    }

    /// The same query with a row picked to be compared or let go; full, it stays as it is.
    #[must_use]
    pub fn comparing(&self, id: &str, picked: bool) -> Self {
        let mut query = self.clone();
        query.compare(id, picked);
        query
    }

    fn compare(&mut self, id: &str, picked: bool) {
        if !picked {
            self.compared.retain(|known| known != id);
        } else if self.compared.len() < MOST_COMPARED && !self.compared.iter().any(|known| known == id) {
            self.compared.push(id.to_owned());
        }
    }

    /// The same order and the same rows to compare, nothing narrowed.
    #[must_use]
    pub fn widened(&self) -> Self {
        Self {
            sort: self.sort.clone(),
            compared: self.compared.clone(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Query {
        Query::parse(&Params::parse(text), &["industry", "tag"], &["growth", "export"])
    }

    #[test]
    fn the_text_form_is_canonical() {
        let query = read("sort=-growth&tag=投产,出口增长&q=丝绸&tag=融资&nonsense=1");
        assert_eq!(
            query.to_params().to_text(),
            "?q=丝绸&tag=出口增长,投产,融资&sort=-growth"
        );
        assert_eq!(read(query.to_params().to_text().trim_start_matches('?')), query);
    }

    #[test]
    fn whatever_is_typed_comes_back() {
        for typed in ["a&b=c", "100%", "#1 ，，", "a,b", "%E4%B8", "x+y", "\"<>"] {
            let query = Query {
                search: typed.to_owned(),
                ..Query::default()
            };
            assert_eq!(
                read(query.to_params().to_text().trim_start_matches('?')),
                query,
                "{typed}"
            );
        }
    }

    #[test]
    fn a_third_click_returns_to_the_tables_own_order() {
        let once = Query::default().sorted_by("growth", true);
        let twice = once.sorted_by("growth", true);
        assert_eq!(once.to_params().to_text(), "?sort=-growth");
        assert_eq!(twice.to_params().to_text(), "?sort=growth");
        assert_eq!(twice.sorted_by("growth", true), Query::default());
    }

    #[test]
    fn ranges_stand_in_the_tables_order_whichever_was_set_first() {
        let keys = ["growth", "export"];
        let query = Query::default().within("export", Some(50.0), Some(10.0), &keys);
        let query = query.within("growth", None, Some(5.5), &keys);
        assert_eq!(query.to_params().to_text(), "?growth=..5.5&export=10..50");
        assert_eq!(read("export=50..10&growth=..5.5"), query);
        assert_eq!(query.within("growth", None, None, &keys).ranges.len(), 1);
        assert_eq!(read("growth=much").unread, ["much"]);
        assert_eq!(read("growth=much").to_params().to_text(), "");
    }

    #[test]
    fn at_most_four_rows_are_compared_each_once() {
        let query = read("compare=a,b,a,c,d,e");
        assert_eq!(query.compared, ["a", "b", "c", "d"]);
        assert_eq!(query.comparing("e", true), query);
        assert_eq!(
            query.comparing("b", false).comparing("e", true).compared,
            ["a", "c", "d", "e"]
        );
    }

    #[test]
    fn a_value_that_stands_twice_in_an_address_is_picked_once() {
        for text in ["tag=投产,投产", "tag=投产&tag=投产"] {
            assert_eq!(read(text).to_params().to_text(), "?tag=投产", "{text}");
        }
    }

    #[test]
    fn toggling_twice_is_nothing() {
        let query = Query::default().toggled("tag", "投产");
        assert!(query.is_picked("tag", "投产") && query.narrows());
        assert_eq!(query.toggled("tag", "投产"), Query::default());
    }
}
