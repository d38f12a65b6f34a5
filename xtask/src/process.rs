//! Running other programs: streamed, streamed and kept, or only asked.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use crate::failure::Failure;

/// One of this package's examples, in the project's folder. They are what needs the core, and the commands must start also
/// while that does not compile.
pub fn example(root: &Path, name: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root);
    cargo.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "xtask",
        "--example",
        name,
        "--",
    ]);
    cargo
}

/// Runs to the end with its output on the terminal; anything but success is a failure of `what`.
pub fn run(command: &mut Command, what: &'static str) -> Result<(), Failure> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|source| not_started(command, source))?;
    expect_success(status, what)
}

/// Runs to the end with its output on the terminal and this as its standard input, and returns how it ended.
pub fn run_with_input(command: &mut Command, input: &[u8]) -> Result<ExitStatus, Failure> {
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|source| not_started(command, source))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not want it all says why, and its exit status says that it does.
        let _ = stdin.write_all(input);
    }
    child.wait().map_err(|source| not_started(command, source))
}

/// Runs to the end with its output on the terminal, and returns what it wrote to standard output as well.
pub fn run_and_keep(command: &mut Command) -> Result<(ExitStatus, String), Failure> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|source| not_started(command, source))?;
    let mut kept = Vec::new();
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut from = 0;
        // A program that dies in the middle of a line, or a terminal that is gone, must not lose the exit status.
        while reader.read_until(b'\n', &mut kept).unwrap_or(0) > 0 {
            let _ = std::io::stdout().write_all(kept.get(from..).unwrap_or_default());
            from = kept.len();
        }
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    Ok((status, String::from_utf8_lossy(&kept).into_owned()))
}

/// What a program answers, or nothing when it is not there or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What a program answers; anything but success is a failure of `what`, of which it has said why on the terminal.
pub fn answer(command: &mut Command, what: &'static str) -> Result<String, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| not_started(command, source))?;
    expect_success(output.status, what)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Success, or a failure of `what`.
pub fn expect_success(status: ExitStatus, what: &'static str) -> Result<(), Failure> {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Ended { what, status })
    }
}

/// A program that could not be started.
pub fn not_started(command: &Command, source: std::io::Error) -> Failure {
    Failure::Start {
        program: command.get_program().to_string_lossy().into_owned(),
        source,
    }
}
