//! Names by which the files of a pack refer to each other. Newtypes, so that a project is never looked up as a figure.

use super::json::Json;
use super::read::{Read, Reading};
use core::fmt;
use serde::Serialize;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in the pack.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Read for $name {
            fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
                String::read(value, reading).map(Self)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A figure: stable, kebab-case, unique in the pack.
    FigureId
);
id!(
    /// An enterprise or institution: stable, kebab-case, unique in the pack.
    EnterpriseId
);
id!(
    /// A project: stable, kebab-case, unique in the pack.
    ProjectId
);
id!(
    /// A line of the plan, which problems refer to.
    PlanItemId
);
id!(
    /// A report of the index; also the folder under `data/` that holds its files, as `2021`.
    ReportId
);
id!(
    /// A section numbered as in the document: `1`, `2.3`, `4`; `0` is title, preamble and imprint.
    SectionId
);

id!(
    /// What sort of thing happened to an enterprise: a word of the list that `report.json` has under `tags`.
    Tag
);

impl Tag {
    /// The tag of a growth of output. The table of enterprises has a column for it.
    pub const OUTPUT_GROWTH: &'static str = "产值增长";
    /// The tag of a growth of exports. The table of enterprises has a column for it.
    pub const EXPORT_GROWTH: &'static str = "出口增长";
}

/// Where the document states something: a section, or one item of it (`2.2/1` is the 一是 item of 2.2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Place(String);

impl Place {
    /// The place as it stands in the pack: `2.2/1`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The section without its item: `2.2` of `2.2/1`.
    pub fn section(&self) -> SectionId {
        SectionId::from(self.0.split('/').next().unwrap_or_default())
    }

    /// The item's number within its section, counted from 1: `1` of `2.2/1`.
    pub fn item(&self) -> Option<usize> {
        self.0.split_once('/').and_then(|(_, item)| item.parse().ok())
    }
}

impl Read for Place {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        String::read(value, reading).map(Self)
    }
}

impl From<&str> for Place {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
