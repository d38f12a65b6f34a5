//! What was typed, as a value. Anything not understood is an error that says what would be.

use std::path::PathBuf;

use crate::{
    bench::Bench,
    check::Format,
    failure::Failure,
    options::{Options, not_understood},
    order::{Layout, Order},
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

const DEFAULT_PORT: u16 = 8080;

/// From here on rows would be twice the bytes, and slow to read.
const COLUMNS_FROM: u32 = 2000;
/// There are some millions of generated names; beyond this, finding one that is free takes long.
const MOST_ENTERPRISES: u32 = 1_000_000;
/// The same for projects.
const MOST_PROJECTS: u32 = 100_000;

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
            ["serve", options @ ..] => serve(options),
            ["build"] => Ok(Self::Build),
            ["bundle", options @ ..] => Ok(Self::Bundle {
                data: Options::read(options, &["--data"], &[])?
                    .word("--data")
                    .map(PathBuf::from),
            }),
            ["prerender"] => Ok(Self::Prerender),
            ["check", folder, options @ ..] if !folder.starts_with('-') => check(Some(folder), options),
            ["check", options @ ..] => check(None, options),
            ["new-year", year, options @ ..] => new_year(year, options),
            ["import", file, options @ ..] => sheets(Task::Import, file, options),
            ["export", file, options @ ..] => sheets(Task::Export, file, options),
            ["import" | "export"] => Err(Failure::Lacks {
                option: "表格的文件"
            }),
            ["new-year"] => Err(Failure::Lacks { option: "年份" }),
            ["source", file, options @ ..] if !file.starts_with('-') => source(Some(file), options),
            ["source", options @ ..] => source(None, options),
            ["schema"] => Ok(Self::Schema),
            ["test"] => Ok(Self::Test {
                steps: Step::ALL.to_vec(),
            }),
            ["test", names @ ..] => Ok(Self::Test {
                steps: named_steps(names)?,
            }),
            ["gen", options @ ..] => generate(options),
            ["bench", options @ ..] => bench(options),
            [other, ..] => Err(not_understood(other)),
        }
    }
}

fn serve(words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--port", "--data"], &[])?;
    Ok(Command::Serve {
        port: options.value("--port", |port| *port > 0)?.unwrap_or(DEFAULT_PORT),
        data: options.word("--data").map(PathBuf::from),
    })
}

fn check(folder: Option<&str>, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--format"], &[])?;
    let format = match options.word("--format") {
        None | Some("text") => Format::Text,
        Some("json") => Format::Json,
        Some(other) => return Err(not_understood(other)),
    };
    Ok(Command::Check {
        folder: folder.map(PathBuf::from),
        format,
    })
}

fn source(file: Option<&str>, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--report"], &["--remove"])?;
    let change = match (file, options.has("--remove")) {
        (Some(file), false) => Change::Put(PathBuf::from(file)),
        (None, true) => Change::Remove,
        (Some(_), true) => return Err(not_understood("--remove")),
        (None, false) => {
            return Err(Failure::Lacks {
                option: "原文的文件"
            });
        }
    };
    Ok(Command::Source {
        change,
        report: options.word("--report").map(str::to_owned),
    })
}

fn sheets(task: Task, file: &str, words: &[&str]) -> Result<Command, Failure> {
    if file.starts_with('-') {
        return Err(not_understood(file));
    }
    let flags: &[&str] = if task == Task::Import { &["--force"] } else { &[] };
    let options = Options::read(words, &["--report", "--data"], flags)?;
    Ok(Command::Sheets(Sheets {
        force: options.has("--force"),
        task,
        file: PathBuf::from(file),
        report: options.word("--report").map(str::to_owned),
        data: options.word("--data").map(PathBuf::from),
    }))
}

fn new_year(year: &str, words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--out", "--data"], &[])?;
    let is_year = |year: &u16| (1900..=2999).contains(year);
    let number = year.parse().ok().filter(is_year).ok_or(Failure::Lacks {
        option: "四位数的年份"
    })?;
    let file = options
        .word("--out")
        .map_or_else(|| format!("{number}.xlsx"), str::to_owned);
    Ok(Command::Sheets(Sheets {
        task: Task::NewYear(number),
        force: false,
        file: PathBuf::from(file),
        report: None,
        data: options.word("--data").map(PathBuf::from),
    }))
}

fn named_steps(names: &[&str]) -> Result<Vec<Step>, Failure> {
    if let Some(unknown) = names
        .iter()
        .find(|name| Step::ALL.iter().all(|step| step.name() != **name))
    {
        return Err(not_understood(unknown));
    }
    Ok(Step::ALL
        .into_iter()
        .filter(|step| names.contains(&step.name()))
        .collect())
}

fn generate(words: &[&str]) -> Result<Command, Failure> {
    let valued = ["--enterprises", "--seed", "--projects", "--layout", "--out"];
    let options = Options::read(words, &valued, &[])?;
    let lacks = |option| Failure::Lacks { option };
    let enterprises = options
        .value("--enterprises", |count| (1..=MOST_ENTERPRISES).contains(count))?
        .ok_or(lacks("--enterprises"))?;
    let seed = options.value("--seed", |_| true)?.ok_or(lacks("--seed"))?;
    let projects = options
        .value("--projects", |count| *count <= MOST_PROJECTS)?
        .unwrap_or((enterprises / 10).clamp(1, 1000));
    let layout = match options.word("--layout") {
        Some("rows") => Layout::Rows,
        Some("columns") => Layout::Columns,
        Some(other) => return Err(not_understood(other)),
        None if enterprises < COLUMNS_FROM => Layout::Rows,
        None => Layout::Columns,
    };
    Ok(Command::Gen {
        order: Order {
            enterprises,
            seed,
            projects,
            layout,
        },
        out: options.word("--out").map(PathBuf::from),
    })
}

fn bench(words: &[&str]) -> Result<Command, Failure> {
    if words.contains(&"--charts") {
        let options = Options::read(words, &["--rounds"], &["--charts", "--no-build"])?;
        return Ok(Command::Bench(Bench {
            rounds: options.value("--rounds", |rounds| *rounds > 0)?,
            no_build: options.has("--no-build"),
            charts: true,
            ..Bench::default()
        }));
    }
    let valued = ["--rivals", "--rounds", "--sizes", "--only"];
    let options = Options::read(words, &valued, &["--skip-load", "--no-build"])?;
    Ok(Command::Bench(Bench {
        rivals: options.word("--rivals").map(PathBuf::from),
        rounds: options.value("--rounds", |rounds| *rounds > 0)?,
        sizes: options.list("--sizes", |size| *size > 0)?,
        only: options.list("--only", |name: &String| !name.is_empty())?,
        skip_load: options.has("--skip-load"),
        no_build: options.has("--no-build"),
        charts: false,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<Command> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&arguments).ok()
    }

    fn order(line: &str) -> Option<Order> {
        match parse(line)? {
            Command::Gen { order, .. } => Some(order),
            _ => None,
        }
    }

    #[test]
    fn serve_uses_8080_and_the_projects_own_data_unless_told() {
        let serve = |port, data: Option<&str>| {
            let data = data.map(PathBuf::from);
            Some(Command::Serve { port, data })
        };
        assert_eq!(parse("serve"), serve(8080, None));
        assert_eq!(parse("serve --port 9000"), serve(9000, None));
        assert_eq!(parse("serve --data packs/a --port 81"), serve(81, Some("packs/a")));
        assert_eq!(parse("serve --port 0"), None);
        assert_eq!(parse("serve --port 70000"), None);
        assert_eq!(parse("serve --data"), None);
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

    #[test]
    fn a_check_is_of_the_projects_own_data_and_in_words_unless_told() {
        let check = |folder: Option<&str>, format| {
            let folder = folder.map(PathBuf::from);
            Some(Command::Check { folder, format })
        };
        assert_eq!(parse("check"), check(None, Format::Text));
        assert_eq!(parse("check packs/a"), check(Some("packs/a"), Format::Text));
        assert_eq!(parse("check --format json"), check(None, Format::Json));
        assert_eq!(
            parse("check packs/a --format json"),
            check(Some("packs/a"), Format::Json)
        );
        assert_eq!(parse("check --format xml"), None);
        assert_eq!(parse("check a b"), None);
    }

    #[test]
    fn an_original_is_put_or_removed_and_never_both_or_neither() {
        let source = |change, report: Option<&str>| {
            let report = report.map(str::to_owned);
            Some(Command::Source { change, report })
        };
        let file = || Change::Put(PathBuf::from("a.txt"));
        assert_eq!(parse("source a.txt"), source(file(), None));
        assert_eq!(parse("source a.txt --report 2021"), source(file(), Some("2021")));
        assert_eq!(parse("source --remove"), source(Change::Remove, None));
        assert_eq!(
            parse("source --report 2021 --remove"),
            source(Change::Remove, Some("2021"))
        );
        assert_eq!(parse("source"), None);
        assert_eq!(parse("source --report 2021"), None);
        assert_eq!(parse("source a.txt --remove"), None);
        assert_eq!(parse("source a.txt b.txt"), None);
    }

    #[test]
    fn a_workbook_is_of_the_projects_own_data_unless_told() {
        let sheets = |task, file: &str, report: Option<&str>, data: Option<&str>| {
            Some(Command::Sheets(Sheets {
                force: false,
                task,
                file: PathBuf::from(file),
                report: report.map(str::to_owned),
                data: data.map(PathBuf::from),
            }))
        };
        assert_eq!(parse("export a.xlsx"), sheets(Task::Export, "a.xlsx", None, None));
        assert_eq!(
            parse("import a.xlsx --report 2021 --data packs/a"),
            sheets(Task::Import, "a.xlsx", Some("2021"), Some("packs/a"))
        );
        assert_eq!(
            parse("new-year 2022"),
            sheets(Task::NewYear(2022), "2022.xlsx", None, None)
        );
        let forced = |command| match command {
            Some(Command::Sheets(order)) => order.force,
            _ => false,
        };
        assert!(forced(parse("import a.xlsx --force")) && !forced(parse("import a.xlsx")));
        assert_eq!(
            parse("new-year 2022 --out b.xlsx"),
            sheets(Task::NewYear(2022), "b.xlsx", None, None)
        );
        for line in [
            "export",
            "import",
            "new-year",
            "new-year next",
            "import --report",
            "export a.xlsx --force",
            "new-year 22",
            "export a.xlsx b.xlsx",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn no_step_means_all_of_them() {
        assert_eq!(
            parse("test"),
            Some(Command::Test {
                steps: Step::ALL.to_vec()
            })
        );
    }

    #[test]
    fn steps_run_in_their_own_order_whatever_was_typed() {
        assert_eq!(
            parse("test e2e fmt"),
            Some(Command::Test {
                steps: vec![Step::Fmt, Step::EndToEnd]
            })
        );
    }

    #[test]
    fn an_unknown_step_is_refused_rather_than_left_out() {
        assert_eq!(parse("test fmt e2"), None);
    }

    #[test]
    fn a_pack_has_a_tenth_as_many_projects_and_columns_from_2000_enterprises_on() {
        let of = |enterprises, projects, layout| {
            let seed = 7;
            Some(Order {
                enterprises,
                seed,
                projects,
                layout,
            })
        };
        assert_eq!(order("gen --enterprises 5 --seed 7"), of(5, 1, Layout::Rows));
        assert_eq!(order("gen --seed 7 --enterprises 1999"), of(1999, 199, Layout::Rows));
        assert_eq!(order("gen --enterprises 2000 --seed 7"), of(2000, 200, Layout::Columns));
        assert_eq!(
            order("gen --enterprises 100000 --seed 7"),
            of(100_000, 1000, Layout::Columns)
        );
        assert_eq!(
            order("gen --enterprises 9 --seed 7 --projects 0 --layout columns"),
            of(9, 0, Layout::Columns)
        );
    }

    #[test]
    fn a_pack_without_size_or_seed_or_of_an_impossible_size_is_refused() {
        for line in [
            "gen --seed 7",
            "gen --enterprises 5",
            "gen --enterprises 0 --seed 7",
            "gen --enterprises 1000001 --seed 7",
            "gen --enterprises 5 --seed 7 --projects 100001",
            "gen --enterprises 5 --seed 7 --layout grid",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn a_benchmark_leaves_to_the_rivals_what_was_not_told() {
        assert_eq!(parse("bench"), Some(Command::Bench(Bench::default())));
        assert_eq!(
            parse("bench --rivals x --rounds 3 --sizes 32,10000 --only vue,annual-report --skip-load --no-build"),
            Some(Command::Bench(Bench {
                rivals: Some("x".into()),
                rounds: Some(3),
                sizes: vec![32, 10_000],
                only: vec!["vue".to_owned(), "annual-report".to_owned()],
                skip_load: true,
                no_build: true,
                charts: false,
            }))
        );
        assert_eq!(parse("bench --rounds 0"), None);
        assert_eq!(parse("bench --sizes 32,"), None);
        assert_eq!(parse("bench --sizes large"), None);
    }

    #[test]
    fn charts_are_measured_alone() {
        assert_eq!(
            parse("bench --rounds 2 --charts --no-build"),
            Some(Command::Bench(Bench {
                rounds: Some(2),
                no_build: true,
                charts: true,
                ..Bench::default()
            }))
        );
        assert_eq!(parse("bench --charts --only vue"), None);
        assert_eq!(parse("bench --charts --rounds 0"), None);
    }
}
