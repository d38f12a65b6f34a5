//! `cargo xtask gen`: has the example `packs` generate a pack, and says how to open it.

use std::path::{self, Path, PathBuf};

use crate::{failure::Failure, files, order::Order, process, project::Project};

/// Generates what was ordered, into `out` or a folder of its own below `target/`.
pub fn generate(project: &Project, order: &Order, out: Option<PathBuf>) -> Result<(), Failure> {
    let out = out.unwrap_or_else(|| default_folder(project.root(), order));
    let in_file = |source| files::failure(&out, source);
    let order = serde_json::to_string(order).map_err(|error| in_file(error.into()))?;
    let mut generator = process::example(project.root(), "packs");
    // The generator runs in another folder than the one that was typed in.
    generator.arg(order).arg(path::absolute(&out).map_err(in_file)?);
    process::run(&mut generator, "生成数据包")?;
    println!("打开：cargo xtask serve --data {}", out.display());
    Ok(())
}

fn default_folder(root: &Path, order: &Order) -> PathBuf {
    let name = format!("{}-{}", order.enterprises, order.seed);
    root.join("target").join("packs").join(name)
}
