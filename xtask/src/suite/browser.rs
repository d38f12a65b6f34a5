//! Component tests, compiled to wasm and run in headless Chromium.

use std::process::Command;

use super::tally::Tally;
use crate::{
    failure::Failure,
    machine, process,
    project::{APP, Project, WASM_TARGET},
    tools,
};

/// One test may wait for a machine that compiles beside it.
const SECONDS_PER_TEST_FILE: &str = "120";

/// All of the app's tests that are compiled for wasm.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    tools::wasm_target(project)?;
    let runner = tools::wasm_bindgen(project)?.program("wasm-bindgen-test-runner");
    let driver = machine::driver().ok_or(Failure::Missing {
        what: "chromedriver（Debian：chromium-driver）",
    })?;

    let mut cargo = Command::new("cargo");
    cargo.current_dir(project.root());
    // Not the examples in comments: they are compiled and run natively.
    cargo.args([
        "test",
        "--package",
        APP,
        "--target",
        WASM_TARGET,
        "--tests",
        "--no-fail-fast",
    ]);
    // Flags from outside would replace those of .cargo/config.toml: tested is what is shipped.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("CHROMEDRIVER", driver);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", SECONDS_PER_TEST_FILE);
    cargo.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        project.root().join("xtask").join("webdriver.json"),
    );
    let (status, output) = process::run_and_keep(&mut cargo)?;
    Ok(Tally::of_cargo_test(&output).checked(status.success()))
}
