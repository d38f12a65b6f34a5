//! The files that a pack consists of.

/// The files of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackFile {
    /// Which reports there are.
    Index,
    /// Meta, sections, problems, plan.
    Report,
    /// Every figure.
    Figures,
    /// Every enterprise and institution.
    Enterprises,
    /// Every project.
    Projects,
    /// The whole text of the document; only where the publisher gives it.
    Original,
}

impl PackFile {
    /// The file's name within its folder.
    pub fn name(self) -> &'static str {
        match self {
            PackFile::Index => "index.json",
            PackFile::Report => "report.json",
            PackFile::Figures => "figures.json",
            PackFile::Enterprises => "enterprises.json",
            PackFile::Projects => "projects.json",
            PackFile::Original => "source.json",
        }
    }
}
