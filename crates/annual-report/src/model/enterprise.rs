//! The enterprises and institutions that the document names, with everything it says of each.

use super::closed_list::closed_list;
use super::read::record;
use super::{EnterpriseId, FigureId, Place};

record! {
    /// An enterprise or institution named in the document.
    pub struct Enterprise {
        /// Stable name, unique in the pack.
        pub id: EnterpriseId,
        /// As printed.
        pub name: String,
        /// What sort of body it is.
        pub kind: EnterpriseKind,
        /// Pinyin of the name in lower case without tones, for search: `sanleiboxian`.
        pub pinyin: String,
        /// First letters of the pinyin: `slbx`.
        pub initials: String,
        /// The industry, in a word or two.
        pub industry: String,
        /// Whether the document states the industry, or the name suggests it.
        pub industry_basis: IndustryBasis,
        /// Everything that the document says of it, in the document's order.
        pub events: Vec<Event>,
    }
}

closed_list! {
    /// What sort of body it is.
    pub enum EnterpriseKind {
        /// A firm.
        Enterprise = "enterprise",
        /// A firm that the document calls state-owned.
        StateOwned = "state-owned",
        /// A public body.
        Institution = "institution",
        /// A business incubator.
        Incubator = "incubator",
    }
}

closed_list! {
    /// Where an enterprise's industry comes from.
    pub enum IndustryBasis {
        /// The document states it.
        Reported = "reported",
        /// It is only read off the name.
        Name = "name",
    }
}

record! {
    /// One thing that the document says of an enterprise.
    pub struct Event {
        /// Where the document says it.
        pub section: Place,
        /// What sort of thing happened.
        pub tag: Tag,
        /// What happened, in a few words of our own.
        pub text: String,
        /// The figures that belong to it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureId> = Vec::new(),
    }
}

closed_list! {
    /// What sort of thing happened to an enterprise. A closed list; its order is the order of the facet.
    pub enum Tag {
        /// Output grew.
        OutputGrowth = "产值增长",
        /// Exports grew.
        ExportGrowth = "出口增长",
        /// Became above-scale and entered the statistics.
        AboveScale = "升规入统",
        /// Production began or came back.
        Production = "投产",
        /// Technical upgrade or a new line.
        Upgrade = "技改扩能",
        /// A project of the enterprise is under way.
        Construction = "项目建设",
        /// Recognised digital workshop.
        DigitalWorkshop = "数字化车间",
        /// Smart-manufacturing conversion.
        SmartUpgrade = "智能化改造",
        /// Recognised high-tech enterprise.
        HighTech = "高新技术企业",
        /// Research centre or technology centre.
        Research = "研发平台",
        /// Helped out of difficulty.
        Relief = "脱困",
        /// Financing agreed.
        Financing = "融资",
        /// Investment or cooperation agreed.
        Cooperation = "招商合作",
        /// Shown to visitors and experts.
        Showcase = "参观点",
        /// A dispute or debt being settled.
        RiskSettlement = "风险化解",
    }
}
