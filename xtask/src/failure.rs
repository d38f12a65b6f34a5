//! What can go wrong: what it was, where, and what to do about it.

use std::{io, path::PathBuf, process::ExitStatus};

/// Every error a command can end with. Its text is one line for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// An argument nobody understands.
    #[error("不认识 {argument:?}\n{}", crate::command::USAGE)]
    Argument {
        /// As typed.
        argument: String,
    },
    /// An option that must be there is not.
    #[error("缺少 {option}\n{}", crate::command::USAGE)]
    Lacks {
        /// Its name.
        option: &'static str,
    },
    /// A program could not even be started.
    #[error("无法运行 {program}（{source}）；请安装它，或检查 PATH")]
    Start {
        /// Its name.
        program: String,
        /// Why.
        source: io::Error,
    },
    /// A program ran and failed; it has said why itself.
    #[error("{what}失败（{status}），原因见上面的输出")]
    Ended {
        /// What it was run for.
        what: &'static str,
        /// Its exit code or signal.
        status: ExitStatus,
    },
    /// A file or folder could not be read, written or moved.
    #[error("{}：{source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is there but is not what it should be.
    #[error("{}：{reason}", path.display())]
    Content {
        /// Which.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// A tool was installed but reports another version than the one asked for.
    #[error("{name} 安装后仍不是 {version}；请删除 {} 后再试", root.display())]
    Install {
        /// The tool's package.
        name: &'static str,
        /// The version asked for.
        version: String,
        /// Where it was installed.
        root: PathBuf,
    },
    /// No folder to keep tools in.
    #[error("找不到用户的缓存目录；请设置 HOME 或 XDG_CACHE_HOME")]
    NoCache,
    /// Somebody else listens there.
    #[error("端口 {port} 已被占用；换一个：cargo xtask serve --port {}", port.wrapping_add(1).max(1024))]
    PortTaken {
        /// The port asked for.
        port: u16,
    },
    /// Something this machine must have is not there.
    #[error("缺少 {what}；请先安装")]
    Missing {
        /// What to install.
        what: &'static str,
    },
    /// Playwright needs a newer Node.
    #[error("Node {found} 太旧；需要 {needed} 或更新")]
    NodeTooOld {
        /// As reported.
        found: String,
        /// The oldest major version that works.
        needed: u32,
    },
    /// A step that has nothing to look at.
    #[error("没有可用的 dist/：{reason}")]
    NoBuild {
        /// Why not.
        reason: &'static str,
    },
    /// Readers would wait for more than was agreed.
    #[error(
        "首次打开要取 {size} 字节（brotli），超过上限 {limit}；请缩小它，或说明理由后改 xtask/src/first_load.rs 里的上限"
    )]
    TooLarge {
        /// What it takes.
        size: usize,
        /// What it may take.
        limit: usize,
    },
    /// A folder that holds no pack.
    #[error("{} 里没有数据包（{source}）；cargo xtask gen 可以生成一个", folder.display())]
    NoPack {
        /// Where it was looked for.
        folder: PathBuf,
        /// Why it was not found.
        source: io::Error,
    },
    /// The other implementations are not part of this project, and not where they were looked for.
    #[error("找不到对手：{} 不存在；比较用的其他实现和测量程序不在本项目里，请用 --rivals 指出它们的目录", path.display())]
    NoRivals {
        /// A file that their folder must have.
        path: PathBuf,
    },
}
