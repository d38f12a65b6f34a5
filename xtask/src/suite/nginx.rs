//! The shipped configuration in this machine's nginx, with the release build behind it.

use std::{net::TcpListener, path::Path};

use super::{
    playwright::{self, Specs},
    tally::Tally,
};
use crate::{failure::Failure, files, machine, project::Project};

const SPECS: Specs = Specs {
    config: "nginx/playwright.config.ts",
    report: "nginx.json",
};

/// Headers, caching, compressed files, the app itself, and many readers at once.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    let nginx = machine::nginx().ok_or(Failure::Missing {
        what: "nginx（Debian：nginx，libnginx-mod-http-brotli-static）",
    })?;
    let port = free_port().map_err(|source| files::failure(Path::new("127.0.0.1:0"), source))?;
    let surroundings = [("E2E_NGINX", nginx.into()), ("E2E_PORT", port.to_string().into())];
    playwright::run(project, &SPECS, &surroundings)
}

/// One that nobody uses at this moment: nginx must not meet another run of the suite, or a server of the machine's own.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
