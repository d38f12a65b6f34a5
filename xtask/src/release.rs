//! The app as readers get it: built, and served on this machine.

use std::{
    ffi::OsString,
    io::ErrorKind,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    chunks::StandIn,
    failure::Failure,
    page, prerender, process,
    project::Project,
    tools::{self, Tool},
};

/// Makes `dist/`.
pub fn build(project: &Project) -> Result<(), Failure> {
    build_with(&prepare(project)?, project, &[], &prerender::host(project))
}

/// Makes the build that panics on demand (`planted-panic` in Cargo.toml), which tells what a crash leaves of the page, and
/// returns its folder. It differs in the app alone, so that all else is compiled already.
pub fn build_planted(project: &Project) -> Result<PathBuf, Failure> {
    let dist = project.root().join("target").join("planted");
    let site = ["--features", "planted-panic", "--dist"].map(OsString::from);
    let site = [site.as_slice(), &[dist.clone().into()]].concat();
    build_with(&prepare(project)?, project, &site, &prerender::host(project))?;
    Ok(dist)
}

/// Builds, and serves on the loopback interface until interrupted. Nobody else in the network can reach it. With `data`,
/// the pack in that folder is shown in place of the project's own, and the build does not go to `dist/`.
pub fn serve(project: &Project, port: u16, data: Option<&Path>) -> Result<(), Failure> {
    // Before a build of minutes, not after it.
    if let Err(error) = TcpListener::bind(("127.0.0.1", port))
        && error.kind() == ErrorKind::AddrInUse
    {
        return Err(Failure::PortTaken { port });
    }
    let (site, host) = match data {
        Some(folder) => (page::with_pack(project, folder)?, prerender::host_of(project, folder)),
        None => (Vec::new(), prerender::host(project)),
    };
    let tools = prepare(project)?;
    // trunk would serve whatever an earlier build left when this one fails; so it is made first.
    build_with(&tools, project, &site, &host)?;
    eprintln!("打开 http://127.0.0.1:{port}/ ；按 Ctrl-C 结束");
    let mut trunk = tools.trunk(project);
    trunk.args([
        "serve",
        "--release",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    // What readers get has no reload script in it.
    trunk.args(["--no-autoreload", "--disable-address-lookup"]).args(site);
    become_it(&mut trunk)
}

/// `site` says where the page is, where the build goes and what it has in it, if not as Trunk.toml has it; `host` is the
/// portal's file for the pack in it.
fn build_with(tools: &Tools, project: &Project, site: &[OsString], host: &Path) -> Result<(), Failure> {
    prerender::check_host(project, host)?;
    eprintln!("构建正式版（首次约 2 分钟）…");
    process::run(tools.trunk(project).args(["build", "--release"]).args(site), "构建")
}

/// The tools a release build needs, all of them there.
struct Tools {
    trunk: Tool,
    stand_in: StandIn,
}

impl Tools {
    /// trunk, kept from looking for anything on the network: all it needs is here by now.
    fn trunk(&self, project: &Project) -> Command {
        let mut command = Command::new(self.trunk.program("trunk"));
        command.current_dir(project.root()).arg("--offline=true");
        command.env("CARGO_NET_OFFLINE", "true");
        // Flags from outside would replace those of .cargo/config.toml, and with them what the wasm depends on.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        self.stand_in.equip(&mut command);
        // trunk takes only the words true and false here, where everybody else writes 1.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }
}

fn prepare(project: &Project) -> Result<Tools, Failure> {
    tools::wasm_target(project)?;
    let (trunk, wasm_bindgen) = (tools::trunk()?, tools::wasm_bindgen(project)?);
    fetch_dependencies(project)?;
    let stand_in = StandIn::new(project, &wasm_bindgen)?;
    Ok(Tools { trunk, stand_in })
}

/// Every crate of Cargo.lock. Quick and without network when they are there.
fn fetch_dependencies(project: &Project) -> Result<(), Failure> {
    let fetch = || {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(project.root()).args(["fetch", "--locked"]);
        cargo
    };
    if process::ask(fetch().arg("--offline")).is_some() {
        return Ok(());
    }
    eprintln!("获取依赖（约 1 分钟）…");
    process::run(&mut fetch(), "获取依赖")
}

/// Signals then reach the server itself, however this command was started.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(process::not_started(command, source))
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<(), Failure> {
    process::run(command, "提供页面")
}
