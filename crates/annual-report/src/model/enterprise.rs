//! The enterprises and institutions that the document names, with everything it says of each.

use super::closed_list::closed_list;
use super::read::record;
use super::{EnterpriseId, FigureId, Place, Tag};

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
