//! Generates a data pack of any size that keeps every rule of a real one: `cargo xtask gen`, which says what it is
//! called with. The same order gives the same bytes, and every title says that the data is generated.

mod events;
mod files;
mod firms;
mod layouts;
mod names;
#[path = "../src/order.rs"]
mod order;
mod projects;
mod random;
mod report;
mod words;

#[cfg(test)]
mod tests;

use std::{path::PathBuf, process::ExitCode};

use files::{Problem, pack, write};
use order::Order;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("错误：{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Problem> {
    let (Some(order), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err(Problem::Called);
    };
    let order: Order = serde_json::from_str(&order)?;
    let folder = PathBuf::from(folder);
    let files = pack(&order)?;
    let bytes: usize = files.iter().map(|file| file.content.len()).sum();
    write(&folder, &files)?;
    println!(
        "{} 户企业、{} 个项目，{} 个文件共 {bytes} 字节：{}",
        order.enterprises,
        order.projects,
        files.len(),
        folder.display()
    );
    Ok(())
}
