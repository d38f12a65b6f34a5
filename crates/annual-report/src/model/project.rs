//! The projects that the document names, with the state each had reached.

use serde::{Deserialize, Serialize};

use super::{EnterpriseId, FigureId, Place, ProjectId};

/// A project named in the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Mention>,
    /// Pinyin of the name in lower case without tones, for search.
    pub pinyin: String,
    /// First letters of the pinyin.
    pub initials: String,
    /// The enterprises taking part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enterprises: Vec<EnterpriseId>,
    /// The figures that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureId>,
}

/// A further place that speaks of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// Where.
    pub section: Place,
    /// The document's phrase there.
    pub status_printed: String,
}

/// What sort of project. A closed list; its order is the order of the facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    /// Industry.
    #[serde(rename = "产业")]
    Industry,
    /// A platform or park.
    #[serde(rename = "园区平台")]
    Platform,
    /// Roads, yards, sites.
    #[serde(rename = "基础设施")]
    Infrastructure,
    /// Public services.
    #[serde(rename = "公共服务")]
    PublicService,
    /// Housing estates and other real estate.
    #[serde(rename = "房地产")]
    RealEstate,
    /// Housing for resettled residents.
    #[serde(rename = "安置房")]
    Resettlement,
    /// Environment.
    #[serde(rename = "生态环保")]
    Environment,
    /// Matters left over from earlier years.
    #[serde(rename = "遗留问题")]
    Legacy,
}

impl Category {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Industry,
        Self::Platform,
        Self::Infrastructure,
        Self::PublicService,
        Self::RealEstate,
        Self::Resettlement,
        Self::Environment,
        Self::Legacy,
    ];

    /// The word of the pack and of the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Industry => "产业",
            Self::Platform => "园区平台",
            Self::Infrastructure => "基础设施",
            Self::PublicService => "公共服务",
            Self::RealEstate => "房地产",
            Self::Resettlement => "安置房",
            Self::Environment => "生态环保",
            Self::Legacy => "遗留问题",
        }
    }
}

/// How far a project has come. A closed list in order; `status_printed` keeps the document's own phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// An intention to cooperate.
    #[serde(rename = "意向")]
    Intention,
    /// Agreed or signed.
    #[serde(rename = "签约")]
    Signed,
    /// Being prepared: plans, designs, approvals.
    #[serde(rename = "前期")]
    Preparation,
    /// Work has begun.
    #[serde(rename = "开工")]
    Started,
    /// Under way.
    #[serde(rename = "推进")]
    UnderWay,
    /// A matter being settled, for which the other steps make no sense.
    #[serde(rename = "处置")]
    Settling,
    /// Approved or established as a recognised platform.
    #[serde(rename = "获批")]
    Approved,
    /// Finished and in use, or producing.
    #[serde(rename = "投用")]
    InUse,
}

impl Status {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Intention,
        Self::Signed,
        Self::Preparation,
        Self::Started,
        Self::UnderWay,
        Self::Settling,
        Self::Approved,
        Self::InUse,
    ];

    /// The word of the pack and of the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Intention => "意向",
            Self::Signed => "签约",
            Self::Preparation => "前期",
            Self::Started => "开工",
            Self::UnderWay => "推进",
            Self::Settling => "处置",
            Self::Approved => "获批",
            Self::InUse => "投用",
        }
    }
}
