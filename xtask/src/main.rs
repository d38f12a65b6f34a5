//! The project's own commands: `cargo xtask serve | build | bundle | check | new-year | import | export | source |
//! test | gen | bench`.
//!
//! A machine with rustup (and Node for end-to-end tests and benchmarks) is enough: each command gets what it lacks, says
//! so in one line a step, and never touches a tool the user installed himself.

mod bench;
mod bundle;
mod check;
mod chunks;
mod command;
mod compress;
mod content_names;
mod failure;
mod files;
mod first_load;
mod machine;
mod node;
mod options;
mod order;
mod packs;
mod page;
mod prerender;
mod preview;
mod process;
mod project;
mod release;
mod scripts;
mod sheets;
mod source;
mod suite;
mod tools;

use std::process::ExitCode;

use command::Command;
use failure::Failure;
use project::Project;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("错误：{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode, Failure> {
    let project = Project::locate()?;
    match Command::parse(arguments)? {
        Command::Help => println!("{}", command::USAGE),
        Command::Serve { port, data } => release::serve(&project, port, data.as_deref())?,
        Command::Build => release::build(&project)?,
        Command::Prerender => prerender::run(&project)?,
        Command::Bundle { data } => bundle::run(&project, data.as_deref())?,
        Command::Check { folder, format } => return check::run(&project, folder.as_deref(), format),
        Command::Source { change, report } => return source::run(&project, &change, report.as_deref()),
        Command::Sheets(order) => return sheets::run(&project, &order),
        Command::Schema => check::schema(&project)?,
        Command::Test { steps } => return Ok(suite::run(&project, &steps)),
        Command::Gen { order, out } => packs::generate(&project, &order, out)?,
        Command::Bench(bench) => bench.run(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}
