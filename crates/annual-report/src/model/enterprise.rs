//! The enterprises and institutions that the document names, with everything it says of each.

use serde::{Deserialize, Serialize};

use super::{EnterpriseId, FigureId, Place};

/// An enterprise or institution named in the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// What sort of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EnterpriseKind {
    /// A firm.
    Enterprise,
    /// A firm that the document calls state-owned.
    StateOwned,
    /// A public body.
    Institution,
    /// A business incubator.
    Incubator,
}

/// Where an enterprise's industry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IndustryBasis {
    /// The document states it.
    Reported,
    /// It is only read off the name.
    Name,
}

/// One thing that the document says of an enterprise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Where the document says it.
    pub section: Place,
    /// What sort of thing happened.
    pub tag: Tag,
    /// What happened, in a few words of our own.
    pub text: String,
    /// The figures that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureId>,
}

/// What sort of thing happened to an enterprise. A closed list; its order is the order of the facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tag {
    /// Output grew.
    #[serde(rename = "产值增长")]
    OutputGrowth,
    /// Exports grew.
    #[serde(rename = "出口增长")]
    ExportGrowth,
    /// Became above-scale and entered the statistics.
    #[serde(rename = "升规入统")]
    AboveScale,
    /// Production began or came back.
    #[serde(rename = "投产")]
    Production,
    /// Technical upgrade or a new line.
    #[serde(rename = "技改扩能")]
    Upgrade,
    /// A project of the enterprise is under way.
    #[serde(rename = "项目建设")]
    Construction,
    /// Recognised digital workshop.
    #[serde(rename = "数字化车间")]
    DigitalWorkshop,
    /// Smart-manufacturing conversion.
    #[serde(rename = "智能化改造")]
    SmartUpgrade,
    /// Recognised high-tech enterprise.
    #[serde(rename = "高新技术企业")]
    HighTech,
    /// Research centre or technology centre.
    #[serde(rename = "研发平台")]
    Research,
    /// Helped out of difficulty.
    #[serde(rename = "脱困")]
    Relief,
    /// Financing agreed.
    #[serde(rename = "融资")]
    Financing,
    /// Investment or cooperation agreed.
    #[serde(rename = "招商合作")]
    Cooperation,
    /// Shown to visitors and experts.
    #[serde(rename = "参观点")]
    Showcase,
    /// A dispute or debt being settled.
    #[serde(rename = "风险化解")]
    RiskSettlement,
}

impl Tag {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        Self::OutputGrowth,
        Self::ExportGrowth,
        Self::AboveScale,
        Self::Production,
        Self::Upgrade,
        Self::Construction,
        Self::DigitalWorkshop,
        Self::SmartUpgrade,
        Self::HighTech,
        Self::Research,
        Self::Relief,
        Self::Financing,
        Self::Cooperation,
        Self::Showcase,
        Self::RiskSettlement,
    ];

    /// The word of the pack and of the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::OutputGrowth => "产值增长",
            Self::ExportGrowth => "出口增长",
            Self::AboveScale => "升规入统",
            Self::Production => "投产",
            Self::Upgrade => "技改扩能",
            Self::Construction => "项目建设",
            Self::DigitalWorkshop => "数字化车间",
            Self::SmartUpgrade => "智能化改造",
            Self::HighTech => "高新技术企业",
            Self::Research => "研发平台",
            Self::Relief => "脱困",
            Self::Financing => "融资",
            Self::Cooperation => "招商合作",
            Self::Showcase => "参观点",
            Self::RiskSettlement => "风险化解",
        }
    }
}
