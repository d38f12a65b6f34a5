//! What a reader asks of a table, and its text form.

use std::collections::{BTreeMap, BTreeSet};

use super::Params;

/// What a reader asks of a table. The text form is canonical: equal queries give equal strings, defaults are left out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    /// The search box as typed.
    pub search: String,
    /// Picked facet values by the facet's key: OR within a facet, AND between.
    pub picked: BTreeMap<String, BTreeSet<String>>,
    /// The order; `None` is the table's own.
    pub sort: Option<Sort>,
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
    /// Reads a query. `facets` are the keys that this table has; other parameters are ignored.
    pub fn parse(params: &Params, facets: &[&str]) -> Self {
        let mut picked = BTreeMap::new();
        for facet in facets {
            let mut values = BTreeSet::new();
            for value in params.all(facet) {
                values.insert(value.to_owned());
            }
            if !values.is_empty() {
                picked.insert((*facet).to_owned(), values);
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
        Self { search, picked, sort }
    }

    /// The query as parameters.
    pub fn to_params(&self) -> Params {
        let mut params = Params::default();
        params.push("q", [self.search.as_str()]);
        for (facet, values) in &self.picked {
            params.push(facet, values.iter().map(String::as_str));
        }
        if let Some(sort) = &self.sort {
            let text = format!("{}{}", if sort.descending { "-" } else { "" }, sort.key);
            params.push("sort", [text.as_str()]);
        }
        params
    }

    /// Whether anything narrows the table.
    pub fn narrows(&self) -> bool {
        !self.search.trim().is_empty() || !self.picked.is_empty()
    }

    /// Whether this facet value is picked.
    pub fn is_picked(&self, facet: &str, value: &str) -> bool {
        self.picked.get(facet).is_some_and(|values| values.contains(value))
    }

    /// The same query with one facet value picked or let go.
    #[must_use]
    pub fn toggled(&self, facet: &str, value: &str) -> Self {
        let mut query = self.clone();
        let values = query.picked.entry(facet.to_owned()).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            query.picked.remove(facet);
        }
        query
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

    /// The same order, nothing narrowed.
    #[must_use]
    pub fn widened(&self) -> Self {
        Self {
            sort: self.sort.clone(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Query {
        Query::parse(&Params::parse(text), &["industry", "tag"])
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
    fn toggling_twice_is_nothing() {
        let query = Query::default().toggled("tag", "投产");
        assert!(query.is_picked("tag", "投产") && query.narrows());
        assert_eq!(query.toggled("tag", "投产"), Query::default());
    }
}
