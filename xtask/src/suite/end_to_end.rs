//! Playwright and axe against the release build, served under a sub-path as a portal does it.

use super::{
    playwright::{self, Specs},
    tally::Tally,
};
use crate::{
    bundle,
    failure::Failure,
    order::{Layout, Order},
    packs,
    project::Project,
    release,
};

/// The pack that the specs of long lists open.
const LARGE: Order = Order {
    enterprises: 100_000,
    seed: 7,
    projects: 3_000,
    layout: Layout::Columns,
};

const SPECS: Specs = Specs {
    config: "playwright.config.ts",
    report: "results.json",
};

/// All specs, in the browser of this machine.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    // A list of thousands is another thing than one of thirty; the same order gives the same pack every time.
    let pack = project.root().join("target").join("packs").join("e2e");
    packs::generate(project, &LARGE, Some(pack.clone()))?;
    let planted = release::build_planted(project)?;
    // The same app with three reports of a park that does not exist.
    let several = project.root().join("target").join("several");
    bundle::with_pack(project, &project.root().join("examples").join("park"), &several)?;
    playwright::run(
        project,
        &SPECS,
        &[
            ("E2E_PACK", pack.into()),
            ("E2E_PLANTED", planted.into()),
            ("E2E_SEVERAL", several.into()),
        ],
    )
}
