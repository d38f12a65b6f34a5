//! Recognises a data pack in what somebody has at hand: the whole folder, a zip of it, the folder of one report, or its
//! loose files.
//!
//! `unzipped` gives the files of a zip, [`laid_out`] puts files where a pack has them and names those that it passes over,
//! and [`LaidOut::problems`] checks them as `cargo xtask check` does. Total: any bytes and any names end in an answer.

mod fault;
mod laid_out;
mod made_index;
mod names;
mod unzipped;

pub use fault::Fault;
pub use laid_out::{LaidOut, laid_out};
pub use names::is_wanted;
pub use unzipped::{is_zip, unzipped};

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name from the folder on that was chosen, or that the zip begins with; steps end with `/` or, in zips from
    /// Windows, with `\`.
    pub name: String,
    /// What is in it; `None` for a file that no pack has (see [`is_wanted`]), which need not be read.
    pub bytes: Option<Vec<u8>>,
}

/// A file that is not part of the pack, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Its name as it was found.
    pub name: String,
    /// Why it is passed over, in words.
    pub why: &'static str,
}

/// How much is taken in at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files and folders.
    pub entries: usize,
    /// Bytes of one file, unpacked.
    pub file: u64,
    /// Bytes of all files together, unpacked.
    pub total: u64,
}

impl Limits {
    /// A hundred thousand enterprises are 30 MB; a browser that has to hold more than this several times over may give up.
    pub const USUAL: Self = Self {
        entries: 10_000,
        file: 64 << 20,
        total: 128 << 20,
    };

    /// What is wrong with a file of `size` bytes of which, with all before it, there are `total`.
    pub fn broken_by(&self, name: &str, size: u64, total: u64) -> Option<Fault> {
        if size > self.file {
            return Some(Fault::FileTooLarge {
                name: name.to_owned(),
                limit: self.file,
            });
        }
        (total > self.total).then_some(Fault::TooLarge { limit: self.total })
    }

    /// What is wrong with so many files and folders.
    pub fn broken_by_count(&self, entries: usize) -> Option<Fault> {
        (entries > self.entries).then_some(Fault::TooMany {
            entries,
            limit: self.entries,
        })
    }
}
