//! What a generated pack is to be like: ordered by `cargo xtask gen`, and carried out by the example `packs`, which
//! includes this file. It travels between the two as JSON, so both always mean the same.

use serde::{Deserialize, Serialize};

/// A pack to generate. The same order always gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// How many enterprises, at least 1.
    pub enterprises: u32,
    /// Another seed gives other names, events and numbers.
    pub seed: u64,
    /// How many projects.
    pub projects: u32,
    /// How `enterprises.json` is laid out.
    pub layout: Layout,
}

/// The layouts of `enterprises.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// An object an enterprise, for people to read and edit.
    Rows,
    /// A list a field, for packs of thousands.
    Columns,
}
