//! From what a reader asks, in names, to what a table answers, in places.

use report_table::{Question, Range, Table, words};

use super::Query;

/// The query as a question to this table, and what it asks for that the table does not have, in words.
pub fn question(table: &Table, query: &Query) -> (Question, Vec<String>) {
    let mut unknown = Vec::new();
    let picked = table.facets.iter().map(|facet| {
        let mut places = Vec::new();
        for key in query.picked_of(facet.key) {
            match facet.place_of(key) {
                Some(place) => places.push(place),
                None => unknown.push(format!("{}“{key}”", facet.label)),
            }
        }
        places
    });
    let picked = picked.collect();
    let ranges = query.ranges.iter().filter_map(|range| {
        Some(Range {
            order: table.order_of(&range.key)?,
            least: range.least.unwrap_or(f64::NEG_INFINITY),
            most: range.most.unwrap_or(f64::INFINITY),
        })
    });
    let ranges = ranges.collect();
    let order = query.sort.as_ref().and_then(|sort| {
        let order = table.order_of(&sort.key);
        if order.is_none() {
            unknown.push(format!("排序“{}”", sort.key));
        }
        Some((order?, sort.descending))
    });
    let question = Question {
        words: words(&query.search),
        picked,
        ranges,
        order,
    };
    unknown.extend(query.unread.iter().map(|text| format!("范围“{text}”")));
    (question, unknown)
}

/// The query without what this table does not have.
pub fn known(table: &Table, query: &Query) -> Query {
    let mut known = query.clone();
    for picked in &query.picked {
        let facet = table.facets.iter().find(|facet| facet.key == picked.facet);
        for value in &picked.values {
            if facet.is_none_or(|facet| facet.place_of(value).is_none()) {
                known = known.toggled(&picked.facet, value);
            }
        }
    }
    known.sort = known.sort.filter(|sort| table.order_of(&sort.key).is_some());
    known.unread.clear();
    known
}
