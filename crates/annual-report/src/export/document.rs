//! The frame of a JSON file: what it is about, the rows, and the figures that the rows refer to; a record a line.

use super::About;
use super::json::Json;
use super::records;
use crate::model::FigureId;
use crate::stats::Figures;

/// A JSON file that is being written.
pub(super) struct Document<'a> {
    json: Json,
    /// How many records the list at hand has.
    records: usize,
    figures: Option<&'a Figures>,
    /// For each figure whether a row refers to it.
    is_referred: Vec<bool>,
    sink: &'a mut dyn FnMut(&str),
}

impl<'a> Document<'a> {
    /// Begins a file and its list of rows.
    pub(super) fn begin(about: &About<'_>, figures: Option<&'a Figures>, sink: &'a mut dyn FnMut(&str)) -> Self {
        let mut json = Json::default();
        json.open('{');
        json.text("title", about.title);
        json.whole("year", about.year.into());
        json.text("table", about.table);
        json.text("address", about.address);
        json.whole("count", about.count);
        json.whole("total", about.total);
        json.name("rows");
        json.open('[');
        Self {
            json,
            records: 0,
            figures,
            is_referred: vec![false; figures.map_or(0, |figures| figures.all().len())],
            sink,
        }
    }

    /// Adds a record to the list at hand and hands over what is written.
    pub(super) fn record(&mut self, write: &dyn Fn(&mut Json)) {
        let text = self.json.written();
        if self.records > 0 {
            text.push(',');
        }
        text.push('\n');
        self.records += 1;
        write(&mut self.json);
        self.hand_over();
    }

    /// The rows refer to these figures.
    pub(super) fn refer_to(&mut self, ids: &[FigureId]) {
        let Some(figures) = self.figures else { return };
        for figure in ids.iter().filter_map(|id| figures.get(id)) {
            let place = figures.all().element_offset(figure);
            if let Some(is) = place.and_then(|place| self.is_referred.get_mut(place)) {
                *is = true;
            }
        }
    }

    /// Ends the rows and the file. Without figures at hand it says nothing of them, rather than that there are none.
    pub(super) fn end(mut self) {
        self.json.written().push_str("\n]");
        if let Some(figures) = self.figures {
            self.json.name("figures");
            self.json.open('[');
            self.records = 0;
            for (place, figure) in figures.all().iter().enumerate() {
                if self.is_referred.get(place) == Some(&true) {
                    self.record(&|json| records::figure(json, figure));
                }
            }
            self.json.written().push_str("\n]");
        }
        self.json.close('}');
        self.json.written().push('\n');
        self.hand_over();
    }

    fn hand_over(&mut self) {
        let text = self.json.written();
        (self.sink)(text);
        text.clear();
    }
}
