//! The project's own commands: `cargo xtask serve | build | test`.
//!
//! A machine with rustup (and Node for the end-to-end tests) is enough: each command gets what it lacks, says so in one
//! line a step, and never touches a tool the user installed himself.

mod command;
mod failure;
mod machine;
mod process;
mod project;
mod release;
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
        Command::Serve { port } => release::serve(&project, port)?,
        Command::Build => release::build(&project)?,
        Command::Test { steps } => return Ok(suite::run(&project, &steps)),
    }
    Ok(ExitCode::SUCCESS)
}
