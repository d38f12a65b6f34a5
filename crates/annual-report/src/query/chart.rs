//! What a reader asks of a chart, and its text form: `#/charts/growth?as=level&sort=report&pick=a,b&view=table`.

use super::Params;

/// In which order a chart's figures stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartOrder {
    /// Largest first.
    Value,
    /// As the report, or the publisher of the chart, has them.
    Report,
}

impl ChartOrder {
    /// The word of the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Report => "report",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        [Self::Value, Self::Report].into_iter().find(|own| own.word() == word)
    }
}

/// What of its indicators a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How much they grew.
    Growth,
    /// How much they are.
    Level,
}

impl Measure {
    /// The word of the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Level => "level",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        [Self::Growth, Self::Level].into_iter().find(|own| own.word() == word)
    }
}

/// What a reader asks of one chart. Whatever is not asked is as the publisher has it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ChartQuery {
    /// The chart's id.
    pub id: String,
    /// The order.
    pub order: Option<ChartOrder>,
    /// Growth or level.
    pub measure: Option<Measure>,
    /// The ids of the figures picked, in the order of their names and without repeats; all, if there are none.
    pub picked: Vec<String>,
    /// Whether the data stand as a table in place of the picture.
    pub as_table: bool,
}

impl ChartQuery {
    /// A chart as its publisher has it.
    pub fn of(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..Self::default()
        }
    }

    /// Reads what is asked of a chart, and what of it means nothing.
    pub fn parse(id: &str, params: &Params) -> (Self, Vec<String>) {
        let mut unread = Vec::new();
        let mut unknown = |text: &str| unread.push(text.to_owned());
        let mut query = Self::of(id);
        if let Some(word) = params.first("as") {
            query.measure = Measure::of_word(word);
            if query.measure.is_none() {
                unknown(word);
            }
        }
        if let Some(word) = params.first("sort") {
            query.order = ChartOrder::of_word(word);
            if query.order.is_none() {
                unknown(word);
            }
        }
        match params.first("view") {
            Some("table") => query.as_table = true,
            Some(word) => unknown(word),
            None => {}
        }
        for id in params.all("pick") {
            query.pick(id);
        }
        (query, unread)
    }

    /// Picks a figure more.
    pub fn pick(&mut self, id: &str) {
        if let Err(place) = self.picked.binary_search_by(|known| known.as_str().cmp(id)) {
            self.picked.insert(place, id.to_owned());
        }
    }

    /// As parameters; what is not asked is left out.
    pub fn to_params(&self) -> Params {
        let mut params = Params::default();
        params.push("as", self.measure.map(Measure::word));
        params.push("sort", self.order.map(ChartOrder::word));
        params.push("pick", self.picked.iter().map(String::as_str));
        params.push("view", self.as_table.then_some("table"));
        params
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (ChartQuery, Vec<String>) {
        ChartQuery::parse("growth", &Params::parse(text))
    }

    #[test]
    fn what_is_asked_reads_back_as_itself() {
        for text in [
            "",
            "?as=level&sort=report&pick=a,b&view=table",
            "?sort=value",
            "?pick=甲",
        ] {
            let (query, unread) = read(text.trim_start_matches('?'));
            assert_eq!((query.to_params().to_text().as_str(), unread.len()), (text, 0));
        }
    }

    #[test]
    fn the_same_picks_are_the_same_text() {
        assert_eq!(read("pick=b,a,b").0.to_params().to_text(), "?pick=a,b");
    }

    #[test]
    fn what_means_nothing_is_left_out_and_named() {
        let (query, unread) = read("as=money&sort=-value&view=pie&colour=red");
        assert_eq!(query, ChartQuery::of("growth"));
        assert_eq!(unread, ["money", "-value", "pie"]);
    }
}
