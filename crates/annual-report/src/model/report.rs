//! The report itself: what it is, its sections with their items, its problems and the plan.

use super::closed_list::closed_list;
use super::read::record;
use super::{EnterpriseId, FigureId, Place, PlanItemId, ProjectId, SectionId, Tag};

record! {
    /// `report.json`: everything but the tables.
    pub struct Report {
        /// What the document is.
        pub meta: Meta,
        /// The headline figures in reading order; growths follow from `growth_of`.
        pub headline: Vec<FigureId>,
        /// What the year achieved, in a few lines.
        pub highlights: Vec<Highlight>,
        /// The document's numbered sections except problems and plan, in its order.
        pub sections: Vec<Section>,
        /// The problems that the document admits, in its order.
        pub problems: Vec<Problem>,
        /// What it plans for the next year.
        pub plan: Plan,
        /// The words for what happens to enterprises; an event has one of them. Closed, so that a typo is found.
        pub tags: Vec<Tag>,
        /// The charts that the publisher wants drawn, in reading order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub charts: Vec<Chart> = Vec::new(),
    }
}

record! {
    /// A chart that the publisher wants drawn. What it shows follows from its figures; nothing is typed twice.
    pub struct Chart {
        /// Stable name, unique in the report; also its name in the address.
        pub id: String,
        /// States the finding.
        pub title: String,
        /// How the figures are drawn.
        pub kind: ChartKind,
        /// The figures, in drawing order; none for a kind that counts.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
        /// What is counted, for [`ChartKind::Counts`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub of: Option<Counted> = None,
        /// The section beneath which it stands. Without one it stands only among the charts.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub section: Option<SectionId> = None,
        /// What 100 % stands for, for [`ChartKind::Share`].
        #[serde(skip_serializing_if = "Option::is_none")]
        pub whole: Option<String> = None,
        /// What a reader must know to read it rightly, each a sentence.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub notes: Vec<String> = Vec::new(),
    }
}

closed_list! {
    /// How a chart's figures are drawn.
    pub enum ChartKind {
        /// Year-on-year growths as bars, named by their level or enterprise.
        Growth = "growth",
        /// Levels, each beside last year's derived base where there is one.
        Base = "base",
        /// Levels, counts or amounts as bars.
        Levels = "levels",
        /// Shares against the whole at 100 %.
        Share = "share",
        /// A stock, of which the second figure is a part.
        Stock = "stock",
        /// How many of the enterprises or projects that the document names belong to each area of its work.
        Counts = "counts",
        /// For each area of its work, how far the projects named there have come: a small chart each.
        Areas = "areas",
        /// The same figures over the years of which the pack has a report, as lines; at most three.
        Series = "series",
    }
}

closed_list! {
    /// What a chart counts.
    pub enum Counted {
        /// Enterprises and institutions, by the places of their events.
        Enterprises = "enterprises",
        /// Projects, by every place that speaks of them.
        Projects = "projects",
    }
}

impl ChartKind {
    /// How many figures a chart of this kind may have, at least and at most.
    pub fn figures(self) -> (usize, usize) {
        match self {
            ChartKind::Counts | ChartKind::Areas => (0, 0),
            // More lines cannot be told apart.
            ChartKind::Series => (1, 3),
            ChartKind::Stock => (1, 2),
            ChartKind::Growth | ChartKind::Base | ChartKind::Levels | ChartKind::Share => (1, usize::MAX),
        }
    }
}

record! {
    /// What the document is.
    pub struct Meta {
        /// Title as printed.
        pub title: String,
        /// The park or bureau that it is about.
        pub organisation: String,
        /// A short name for narrow places.
        pub short_name: String,
        /// The year reported on.
        pub year: u16,
        /// The office that issued it, as printed.
        pub issuer: String,
        /// Day of printing, `YYYY-MM-DD`.
        pub printed_on: String,
        /// What sort of document: 工作总结.
        pub document_type: String,
    }
}

record! {
    /// One line of what the year achieved.
    pub struct Highlight {
        /// Where the document says it.
        pub section: Place,
        /// In a few words of our own.
        pub text: String,
        /// The figures that show it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
    }
}

record! {
    /// A numbered section of the document.
    pub struct Section {
        /// Numbered as in the document.
        pub id: SectionId,
        /// Short title.
        pub title: String,
        /// What it says, in a sentence of our own.
        pub summary: String,
        /// Its items (一是, 二是 …) in order.
        pub items: Vec<Item>,
    }
}

record! {
    /// One item of a section.
    pub struct Item {
        /// `2.2/1` is the first item of 2.2.
        pub id: Place,
        /// Short label.
        pub title: String,
        /// What of the report of the year before it tells the outcome of: `3/2` a problem, `4/ID` a line of the plan.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub follows: Vec<Place> = Vec::new(),
        /// What was done, point by point.
        pub points: Vec<Point>,
    }
}

record! {
    /// One thing done, with what it refers to.
    pub struct Point {
        /// In short words of our own, without the figures.
        pub text: String,
        /// Its figures, in order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
        /// The enterprises it names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub enterprises: Vec<EnterpriseId> = Vec::new(),
        /// The projects it names.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub projects: Vec<ProjectId> = Vec::new(),
    }
}

record! {
    /// A problem that the document admits.
    pub struct Problem {
        /// `3/1` is the first.
        pub id: Place,
        /// Short label.
        pub title: String,
        /// What it consists of.
        pub points: Vec<String>,
        /// The lines of the plan that answer it, if any.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub answered_by: Vec<PlanItemId> = Vec::new(),
        /// The problems of the report of the year before that it goes on from: `3/2`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub follows: Vec<Place> = Vec::new(),
    }
}

record! {
    /// What the document plans for the next year. Each list may be empty: nothing is invented to fill it.
    pub struct Plan {
        /// The year planned for.
        pub year: u16,
        /// What is required of the work.
        pub requirements: Vec<PlanItem>,
        /// What can be built on.
        pub opportunities: Vec<PlanItem>,
        /// The industries chosen.
        pub industries: Vec<PlanItem>,
        /// The main directions.
        pub directions: Vec<PlanItem>,
        /// How the chains are to be completed.
        pub chain_strategy: Vec<PlanItem>,
        /// What it is all for.
        pub aims: Vec<PlanItem>,
    }
}

impl Report {
    /// Whether the report has this section, item or problem.
    pub fn has_place(&self, place: &Place) -> bool {
        self.places().contains(place)
    }

    /// Every section, item and problem, and the parts that hold problems and plan.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for section in &self.sections {
            places.push(Place::from(section.id.as_str()));
            places.extend(section.items.iter().map(|item| item.id.clone()));
        }
        places.extend(["3", "4"].map(Place::from));
        places.extend(self.problems.iter().map(|problem| problem.id.clone()));
        places
    }
}

impl Report {
    /// The areas of work: the sections that are numbered within a part (2.1, 2.2 …).
    pub fn areas(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(|section| section.id.as_str().contains('.'))
    }
}

impl Plan {
    /// Every line of the plan, list by list in the order of the fields.
    pub fn items(&self) -> impl Iterator<Item = &PlanItem> {
        self.lines().map(|(_, _, item)| item)
    }

    /// The same, each with the name of its list and its place in that.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&'static str, usize, &PlanItem)> {
        let lists = [
            ("requirements", &self.requirements),
            ("opportunities", &self.opportunities),
            ("industries", &self.industries),
            ("directions", &self.directions),
            ("chain_strategy", &self.chain_strategy),
            ("aims", &self.aims),
        ];
        lists
            .into_iter()
            .flat_map(|(name, list)| list.iter().enumerate().map(move |(nth, item)| (name, nth, item)))
    }
}

record! {
    /// One line of the plan.
    pub struct PlanItem {
        /// Stable name, unique in the plan.
        pub id: PlanItemId,
        /// In short words.
        pub text: String,
        /// Its figures.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
    }
}
