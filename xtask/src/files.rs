//! Files and folders, with every error naming the file it is about.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::failure::Failure;

/// All files below a folder, in the order of their paths.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let in_folder = |source| failure(folder, source);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(in_folder)? {
        let path = entry.map_err(in_folder)?.path();
        if path.is_dir() {
            files.extend(below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| failure(path, source))
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|source| failure(path, source))
}

/// Writes a file and the folders it needs.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| failure(folder, source))?;
    }
    fs::write(path, content).map_err(|source| failure(path, source))
}

/// Makes `to` a copy of the folder `from`, whatever was there before.
pub fn copy_over(from: &Path, to: &Path) -> Result<(), Failure> {
    if to.exists() {
        fs::remove_dir_all(to).map_err(|source| failure(to, source))?;
    }
    for path in below(from)? {
        if let Ok(name) = path.strip_prefix(from) {
            write(&to.join(name), &read(&path)?)?;
        }
    }
    Ok(())
}

/// An error about this file.
pub fn failure(path: &Path, source: std::io::Error) -> Failure {
    Failure::File {
        path: path.to_path_buf(),
        source,
    }
}
