//! The projects that the document names, with the state each had reached.

use super::closed_list::closed_list;
use super::read::record;
use super::{EnterpriseId, FigureId, Place, ProjectId, SectionId};

record! {
    /// A project named in the document.
    pub struct Project {
        /// Stable name, unique in the pack.
        pub id: ProjectId,
        /// As printed.
        pub name: String,
        /// What sort of project.
        pub category: Category,
        /// How far it has come, on one scale for all.
        pub status: Status,
        /// The document's own phrase for how far it has come.
        pub status_printed: String,
        /// Where the document says so.
        pub section: Place,
        /// Further places that speak of it, each with the phrase used there.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub also: Vec<Mention> = Vec::new(),
        /// Pinyin of the name in lower case without tones, for search.
        pub pinyin: String,
        /// First letters of the pinyin.
        pub initials: String,
        /// The enterprises taking part.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub enterprises: Vec<EnterpriseId> = Vec::new(),
        /// The figures that belong to it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
    }
}

impl Project {
    /// Whether a section speaks of it, at whatever length.
    pub fn is_in(&self, section: &SectionId) -> bool {
        let further = self.also.iter().map(|mention| &mention.section);
        core::iter::once(&self.section)
            .chain(further)
            .any(|place| place.section() == *section)
    }
}

record! {
    /// A further place that speaks of a project.
    pub struct Mention {
        /// Where.
        pub section: Place,
        /// The document's phrase there.
        pub status_printed: String,
    }
}

closed_list! {
    /// What sort of project. A closed list; its order is the order of the facet.
    pub enum Category {
        /// Industry.
        Industry = "产业",
        /// A platform or park.
        Platform = "园区平台",
        /// Roads, yards, sites.
        Infrastructure = "基础设施",
        /// Public services.
        PublicService = "公共服务",
        /// Housing estates and other real estate.
        RealEstate = "房地产",
        /// Housing for resettled residents.
        Resettlement = "安置房",
        /// Environment.
        Environment = "生态环保",
        /// Matters left over from earlier years.
        Legacy = "遗留问题",
    }
}

closed_list! {
    /// How far a project has come. A closed list in order; `status_printed` keeps the document's own phrase.
    pub enum Status {
        /// An intention to cooperate.
        Intention = "意向",
        /// Agreed or signed.
        Signed = "签约",
        /// Being prepared: plans, designs, approvals.
        Preparation = "前期",
        /// Work has begun.
        Started = "开工",
        /// Under way.
        UnderWay = "推进",
        /// A matter being settled, for which the other steps make no sense.
        Settling = "处置",
        /// Approved or established as a recognised platform.
        Approved = "获批",
        /// Finished and in use, or producing.
        InUse = "投用",
    }
}
