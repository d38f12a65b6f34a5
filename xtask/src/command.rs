//! What was typed, as a value. Anything not understood is an error that says what would be.

use crate::{failure::Failure, suite::Step};

/// Shown for `cargo xtask`, and with every argument that is not understood.
pub const USAGE: &str = "\
cargo xtask serve [--port N]   构建正式版并在 http://127.0.0.1:8080/ 提供
cargo xtask build              只构建正式版到 dist/
cargo xtask test [步骤…]       运行全部或所列步骤：fmt clippy native browser build wasm size e2e";

const DEFAULT_PORT: u16 = 8080;

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say what there is.
    Help,
    /// Build as readers get it, and serve it on this machine only.
    Serve {
        /// TCP port, 8080 unless told.
        port: u16,
    },
    /// Build as readers get it.
    Build,
    /// Run the steps, in their own order.
    Test {
        /// All of them when none was named.
        steps: Vec<Step>,
    },
}

impl Command {
    /// Reads the arguments that follow `cargo xtask`.
    pub fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["serve"] => Ok(Self::Serve { port: DEFAULT_PORT }),
            ["serve", "--port", port] => match port.parse() {
                Ok(port) if port > 0 => Ok(Self::Serve { port }),
                _ => Err(not_understood(port)),
            },
            ["build"] => Ok(Self::Build),
            ["test"] => Ok(Self::Test {
                steps: Step::ALL.to_vec(),
            }),
            ["test", names @ ..] => Ok(Self::Test {
                steps: named_steps(names)?,
            }),
            [other, ..] => Err(not_understood(other)),
        }
    }
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

fn not_understood(argument: &str) -> Failure {
    Failure::Argument {
        argument: argument.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Option<Command> {
        let arguments: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Command::parse(&arguments).ok()
    }

    #[test]
    fn serve_uses_8080_unless_told() {
        assert_eq!(parse("serve"), Some(Command::Serve { port: 8080 }));
        assert_eq!(parse("serve --port 9000"), Some(Command::Serve { port: 9000 }));
        assert_eq!(parse("serve --port 0"), None);
        assert_eq!(parse("serve --port 70000"), None);
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
}
