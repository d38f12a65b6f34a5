//! What was chosen: files of an input, or what was dropped; read into memory, and nowhere else.

use js_sys::futures::JsFuture;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use pack_files::{Fault, Found, Limits, is_wanted, is_zip, unzipped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry, TextDecoder,
};

/// What was chosen, and can be read again.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Files of an input. Browsers refuse one that has changed since.
    Files(Vec<File>),
    /// Files and folders that were dropped, as they are whenever they are read.
    Dropped(Vec<FileSystemEntry>),
}

/// A file with the name that it has from the chosen folder on.
type Named = (String, File);

impl Chosen {
    /// Of an input; nothing, if its dialog was closed without a choice.
    pub fn of_input(list: Option<FileList>) -> Option<Self> {
        let list = list?;
        let files: Vec<File> = (0..list.length()).filter_map(|nth| list.get(nth)).collect();
        (!files.is_empty()).then_some(Self::Files(files))
    }

    /// What was dropped; nothing, if it was no file. To be asked while the event lasts.
    pub fn of_drop(dropped: &DataTransfer) -> Option<Self> {
        let items = dropped.items();
        let entries = (0..items.length()).filter_map(|nth| items.get(nth)?.webkit_get_as_entry().ok()?);
        let entries: Vec<FileSystemEntry> = entries.collect();
        if entries.is_empty() {
            return Self::of_input(dropped.files());
        }
        Some(Self::Dropped(entries))
    }

    /// What it is called, and its files.
    pub async fn read(self) -> Result<(String, Vec<Found>), Fault> {
        let files = self.files().await?;
        let limits = Limits::USUAL;
        if let Some(fault) = limits.broken_by_count(files.len()) {
            return Err(fault);
        }
        let zips: Vec<&Named> = files.iter().filter(|(name, _)| has_zip_name(name)).collect();
        let is_loose = files.iter().any(|(name, _)| is_wanted(name));
        match zips.as_slice() {
            // Beside files of a pack it is one of the others.
            [zip] if !is_loose => unpacked(zip, limits).await,
            [_, _, ..] if !is_loose => Err(Fault::SeveralZips),
            _ => {
                let name = called(&files);
                Ok((name, loose(&files, limits).await?))
            }
        }
    }

    async fn files(self) -> Result<Vec<Named>, Fault> {
        match self {
            Self::Files(files) => Ok(files.into_iter().map(|file| (path(&file), file)).collect()),
            Self::Dropped(entries) => below(entries).await,
        }
    }
}

fn has_zip_name(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}

/// What the choice is called: the folder that all of it lies in, or its first file.
fn called(files: &[Named]) -> String {
    let first = files.first().map_or("", |(name, _)| name.as_str());
    match (first.split_once('/'), files.len()) {
        (Some((folder, _)), _) => format!("{folder}/"),
        (None, 0 | 1) => first.to_owned(),
        (None, count) => format!("{first} 等 {count} 个文件"),
    }
}

/// The name of a file from the chosen folder on; of one that was chosen alone, its own.
fn path(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok();
    let path = path.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
    path.unwrap_or_else(|| file.name())
}

/// Every file of what was dropped, however deep.
async fn below(mut waiting: Vec<FileSystemEntry>) -> Result<Vec<Named>, Fault> {
    let mut files = Vec::new();
    let mut entries = 0;
    while let Some(entry) = waiting.pop() {
        entries += 1;
        if let Some(fault) = Limits::USUAL.broken_by_count(entries) {
            return Err(fault);
        }
        let name = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_directory() {
            waiting.extend(inside(entry.unchecked_ref(), &name).await?);
        } else {
            let file = asked(|resolve, reject| {
                entry
                    .unchecked_ref::<FileSystemFileEntry>()
                    .file_with_callback_and_callback(resolve, reject);
            });
            let file = file.await.map_err(|error| unreadable(&name, &error))?;
            files.push((name, file.unchecked_into()));
        }
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(files)
}

/// What is in a folder. Browsers give some at a time, and none at the end.
async fn inside(folder: &FileSystemDirectoryEntry, name: &str) -> Result<Vec<FileSystemEntry>, Fault> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let some = asked(|resolve, reject| {
            // Refused, it says so by the second.
            reader.read_entries_with_callback_and_callback(resolve, reject).ok();
        });
        let some = some.await.map_err(|error| unreadable(name, &error))?;
        let some: Array = some.unchecked_into();
        if some.length() == 0 {
            return Ok(entries);
        }
        entries.extend(some.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
        if let Some(fault) = Limits::USUAL.broken_by_count(entries.len()) {
            return Err(fault);
        }
    }
}

/// What a function answers that takes two others to answer by.
async fn asked(ask: impl Fn(&js_sys::Function, &js_sys::Function)) -> Result<JsValue, JsValue> {
    let answer = Promise::new(&mut |resolve, reject| ask(&resolve, &reject));
    JsFuture::from(answer).await
}

async fn loose(files: &[Named], limits: Limits) -> Result<Vec<Found>, Fault> {
    let mut found = Vec::with_capacity(files.len());
    let mut total = 0;
    for (name, file) in files {
        let bytes = match is_wanted(name) {
            false => None,
            true => {
                let size = file.size() as u64;
                total += size;
                if let Some(fault) = limits.broken_by(name, size, total) {
                    return Err(fault);
                }
                Some(bytes(name, file).await?)
            }
        };
        let name = name.clone();
        found.push(Found { name, bytes });
    }
    Ok(found)
}

async fn unpacked((name, file): &Named, limits: Limits) -> Result<(String, Vec<Found>), Fault> {
    // Packed, it is no larger than what it may hold.
    let size = file.size() as u64;
    if let Some(fault) = limits.broken_by(name, size, size) {
        return Err(fault);
    }
    let bytes = bytes(name, file).await?;
    if !is_zip(&bytes) {
        return Err(Fault::NotZip {
            reason: "开头不是 zip 的记号".to_owned(),
        });
    }
    Ok((name.clone(), unzipped(&bytes, limits, &gbk)?))
}

async fn bytes(name: &str, file: &File) -> Result<Vec<u8>, Fault> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|error| unreadable(name, &error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn unreadable(name: &str, error: &JsValue) -> Fault {
    let reason = Reflect::get(error, &"name".into()).ok();
    Fault::Unreadable {
        name: name.to_owned(),
        reason: reason
            .and_then(|reason| reason.as_string())
            .unwrap_or_else(|| "原因不明".to_owned()),
    }
}

/// A name as zips of Chinese Windows have it.
fn gbk(name: &[u8]) -> String {
    let decoder = TextDecoder::new_with_label("gb18030").ok();
    let name_in_words = decoder.and_then(|decoder| decoder.decode_with_js_u8_array(&Uint8Array::from(name)).ok());
    name_in_words.unwrap_or_else(|| String::from_utf8_lossy(name).into_owned())
}
