//! Why nothing can be opened, and what to do.

use core::fmt;
use std::collections::BTreeSet;

/// Why what was chosen cannot be opened as a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no file in it.
    Empty,
    /// There is neither an index nor a report in it.
    NoReport {
        /// Files that would be one of these, were their names not in capitals.
        capitals: Vec<String>,
    },
    /// There are several packs in it, in these folders.
    Several(Vec<String>),
    /// More than one zip was chosen.
    SeveralZips,
    /// It has more files and folders than are taken.
    TooMany {
        /// How many it has.
        entries: usize,
        /// How many are taken.
        limit: usize,
    },
    /// One file is larger than is taken.
    FileTooLarge {
        /// Which.
        name: String,
        /// How large a file may be, in bytes.
        limit: u64,
    },
    /// All files together are larger than is taken.
    TooLarge {
        /// How large they may be, in bytes.
        limit: u64,
    },
    /// It is called a zip and is none, or is cut off.
    NotZip {
        /// What its reader says.
        reason: String,
    },
    /// A file in the zip asks for a password.
    Encrypted {
        /// Which.
        name: String,
    },
    /// A file in the zip is packed in a way that is not read.
    Method {
        /// Which.
        name: String,
    },
    /// A file in the zip is damaged.
    Damaged {
        /// Which.
        name: String,
        /// What its reader says.
        reason: String,
    },
    /// The browser does not give a file.
    Unreadable {
        /// Which.
        name: String,
        /// What the browser says.
        reason: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Empty => write!(f, "里面没有文件。"),
            Fault::NoReport { capitals } if !capitals.is_empty() => capitals_told(f, capitals),
            Fault::NoReport { .. } => write!(
                f,
                "里面没有 index.json，也没有 report.json，看不出是哪份报告。请选整个数据包的文件夹，或一份报告的文件夹，\
                 或把 report.json、figures.json、enterprises.json、projects.json 一起选上。"
            ),
            Fault::Several(folders) => write!(f, "里面有几个数据包（{}），请只选其中一个。", folders.join("、")),
            Fault::SeveralZips => write!(f, "一次只能打开一个压缩包。"),
            Fault::TooMany { entries, limit } => write!(
                f,
                "里面有 {entries} 个文件和文件夹，超过 {limit} 个，不像是一个数据包。请只选数据包的文件夹。"
            ),
            Fault::FileTooLarge { name, limit } => {
                write!(f, "{name} 展开后超过 {} MB，没有打开。", limit >> 20)
            }
            Fault::TooLarge { limit } => write!(f, "展开后一共超过 {} MB，没有打开。", limit >> 20),
            Fault::NotZip { reason } => {
                write!(f, "这不是完好的 zip 压缩包（{reason}）。请重新压缩，或直接选文件夹。")
            }
            Fault::Encrypted { name } => {
                write!(f, "压缩包里的 {name} 加了密码。请不加密码重新压缩，或直接选文件夹。")
            }
            Fault::Method { name } => write!(
                f,
                "压缩包里的 {name} 用了读不了的压缩方式。请用系统自带的“压缩”重新做一个 zip，或直接选文件夹。"
            ),
            Fault::Damaged { name, reason } => {
                write!(f, "压缩包里的 {name} 已损坏（{reason}）。请重新压缩，或直接选文件夹。")
            }
            Fault::Unreadable { name, reason } => write!(
                f,
                "浏览器读不到 {name}（{reason}）。选好以后又改过或移走的文件，要重新选一次。"
            ),
        }
    }
}

/// So many files are named; one need not read the names of all to know what to do.
const NAMED: usize = 3;

/// Which files were found, and how they are to be called.
fn capitals_told(f: &mut fmt::Formatter<'_>, capitals: &[String]) -> fmt::Result {
    let named: Vec<&str> = capitals.iter().take(NAMED).map(String::as_str).collect();
    write!(f, "找到了 {}", named.join("、"))?;
    if capitals.len() > NAMED {
        write!(f, " 等 {} 个文件", capitals.len())?;
    }
    let names = capitals.iter().filter_map(|path| path.rsplit('/').next());
    let names: BTreeSet<String> = names.map(str::to_ascii_lowercase).collect();
    let names: Vec<String> = names.into_iter().collect();
    write!(
        f,
        "，但文件名要全用小写字母：{}。发布以后的地址分大小写，请改好名字再打开。",
        names.join("、")
    )
}
