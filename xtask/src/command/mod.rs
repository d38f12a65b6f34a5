//! What was typed, as a value. Anything not understood is an error that says what would be.

mod bench;
mod check;
mod generate;
mod serve;
mod sheets;
mod source;
mod steps;

use std::path::PathBuf;

use crate::{
    bench::Bench,
    check::Format,
    failure::Failure,
    options::{Options, not_understood},
    order::Order,
    sheets::{Sheets, Task},
    source::Change,
    suite::Step,
};

/// Shown for `cargo xtask`, and with every argument that is not understood.
pub const USAGE: &str = "\
cargo xtask serve [--port N] [--data 目录]
                               构建正式版并在 http://127.0.0.1:8080/ 提供；--data 用另一个数据包代替 data/
cargo xtask build              只构建正式版到 dist/
cargo xtask bundle [--data 目录]
                               构建正式版，加上压缩好的文件、整份报告一个文件和软件清单，列出体积；
                               --data 另用这个数据包做一份，放在 target/bundle/
cargo xtask prerender          由 trunk 在构建正式版时调用：把整份报告写进页面
cargo xtask check [目录] [--format text|json]
                               核对数据包（默认 data/）：列出全部错误、警告和待核对处，有错误时退出码为 1
cargo xtask new-year 年份 [--out 文件.xlsx] [--data 目录]
                               照上一年搭好空的一份，并写出要填的表格（默认 年份.xlsx）
cargo xtask import 文件.xlsx [--report 编号] [--data 目录] [--force]
                               把表格读进数据包：先核对，有错误就逐格说明，什么也不改；会去掉已有的内容时要加 --force
cargo xtask export 文件.xlsx [--report 编号] [--data 目录]
                               把一份报告写成表格，一张工作表一种内容
cargo xtask source 文件.txt [--report 编号]
                               把报告的原文放在数据旁边（data/编号/source.json，不入库），列出原文里找不到的数字
cargo xtask source --remove [--report 编号]
                               把原文拿掉
cargo xtask schema             由数据的类型写出各文件的 JSON Schema（docs/schema/）和字段表（docs/fields.md）
cargo xtask test [步骤…]       运行全部或所列步骤：fmt clippy deny native browser build wasm size e2e nginx
cargo xtask gen --enterprises N --seed S [--projects M] [--layout rows|columns] [--out 目录]
                               生成测试数据包，默认放在 target/packs/N-S；N 不超过 1000000，M 不超过 100000
cargo xtask bench [--rivals 目录] [--rounds N] [--sizes N,N…] [--only 名,名…] [--skip-load] [--no-build]
                               与别的实现在浏览器里并排比快慢；对手默认在 ../shared/bench
cargo xtask bench --charts [--rounds N] [--no-build]
                               与 ECharts 画同样的条形图比快慢，结果写入 target/bench/charts.json";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say what there is.
    Help,
    /// Build as readers get it, and serve it on this machine only.
    Serve {
        /// TCP port, 8080 unless told.
        port: u16,
        /// A pack to show in place of `data/`.
        data: Option<PathBuf>,
    },
    /// Build as readers get it.
    Build,
    /// The same with all that a host or a reader may want beside it.
    Bundle {
        /// A pack to make another one with, which leaves `dist/` to the project's own.
        data: Option<PathBuf>,
    },
    /// Write the report into the page that trunk is building; trunk itself calls this.
    Prerender,
    /// Look through a pack.
    Check {
        /// Its folder; `data/` unless told.
        folder: Option<PathBuf>,
        /// How to print what is found.
        format: Format,
    },
    /// Put an original beside the pack, or take it away.
    Source {
        /// Which of the two.
        change: Change,
        /// The report that it is of; the default one unless told.
        report: Option<String>,
    },
    /// A report as a workbook and back.
    Sheets(Sheets),
    /// Write the JSON Schema of the pack's files.
    Schema,
    /// Run the steps, in their own order.
    Test {
        /// All of them when none was named.
        steps: Vec<Step>,
    },
    /// Generate a pack.
    Gen {
        /// What it is to be like.
        order: Order,
        /// Its folder; below `target/` unless told.
        out: Option<PathBuf>,
    },
    /// Measure against other implementations.
    Bench(Bench),
}

impl Command {
    /// Reads the arguments that follow `cargo xtask`.
    pub fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["serve", options @ ..] => serve::read(options),
            ["build"] => Ok(Self::Build),
            ["bundle", options @ ..] => Ok(Self::Bundle {
                data: Options::read(options, &["--data"], &[])?
                    .word("--data")
                    .map(PathBuf::from),
            }),
            ["prerender"] => Ok(Self::Prerender),
            ["check", folder, options @ ..] if !folder.starts_with('-') => check::read(Some(folder), options),
            ["check", options @ ..] => check::read(None, options),
            ["new-year", year, options @ ..] => sheets::new_year(year, options),
            ["import", file, options @ ..] => sheets::read(Task::Import, file, options),
            ["export", file, options @ ..] => sheets::read(Task::Export, file, options),
            ["import" | "export"] => Err(Failure::Lacks {
                option: "表格的文件"
            }),
            ["new-year"] => Err(Failure::Lacks { option: "年份" }),
            ["source", file, options @ ..] if !file.starts_with('-') => source::read(Some(file), options),
            ["source", options @ ..] => source::read(None, options),
            ["schema"] => Ok(Self::Schema),
            ["test"] => Ok(Self::Test {
                steps: Step::ALL.to_vec(),
            }),
            ["test", names @ ..] => Ok(Self::Test {
                steps: steps::named(names)?,
            }),
            ["gen", options @ ..] => generate::read(options),
            ["bench", options @ ..] => bench::read(options),
            [other, ..] => Err(not_understood(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is typed after `cargo xtask`, or nothing, if it is not understood.
    pub fn parse(line: &str) -> Option<Command> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&arguments).ok()
    }

    #[test]
    fn a_bundle_is_of_the_projects_own_data_unless_told() {
        let bundle = |data: Option<&str>| {
            Some(Command::Bundle {
                data: data.map(PathBuf::from),
            })
        };
        assert_eq!(parse("bundle"), bundle(None));
        assert_eq!(parse("bundle --data packs/a"), bundle(Some("packs/a")));
        assert_eq!(parse("bundle packs/a"), None);
    }
}
