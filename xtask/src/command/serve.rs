//! `serve`: on which port, and with which pack.

use std::path::PathBuf;

use super::Command;
use crate::{failure::Failure, options::Options};

const DEFAULT_PORT: u16 = 8080;

/// Reads what follows `serve`.
pub fn read(words: &[&str]) -> Result<Command, Failure> {
    let options = Options::read(words, &["--port", "--data"], &[])?;
    Ok(Command::Serve {
        port: options.value("--port", |port| *port > 0)?.unwrap_or(DEFAULT_PORT),
        data: options.word("--data").map(PathBuf::from),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::parse;
    use super::*;

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
}
