//! The files of a zip.

use std::io::{Cursor, Read};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::names::{is_left_behind, is_wanted, steps};
use crate::{Fault, Found, Limits};

/// Whether bytes begin as a zip does, also one without files.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of a zip. Those that no pack has are named and not unpacked. `decode` reads a name that is not UTF-8: zips of
/// Chinese Windows have GBK.
pub fn unzipped(bytes: &[u8], limits: Limits, decode: &dyn Fn(&[u8]) -> String) -> Result<Vec<Found>, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Fault::NotZip {
        reason: error.to_string(),
    })?;
    if let Some(fault) = limits.broken_by_count(archive.len()) {
        return Err(fault);
    }
    let mut found = Vec::new();
    let mut total = 0;
    for nth in 0..archive.len() {
        let name = {
            let file = archive.by_index_raw(nth).map_err(|error| Fault::NotZip {
                reason: error.to_string(),
            })?;
            let raw = file.name_raw();
            let name = core::str::from_utf8(raw).map_or_else(|_| decode(raw), str::to_owned);
            if name.ends_with(['/', '\\']) {
                continue;
            }
            let is_read = is_wanted(&name) && steps(&name).is_some_and(|steps| !is_left_behind(&steps));
            if !is_read {
                found.push(Found { name, bytes: None });
                continue;
            }
            if file.encrypted() {
                return Err(Fault::Encrypted { name });
            }
            if !matches!(
                file.compression(),
                CompressionMethod::Stored | CompressionMethod::Deflated
            ) {
                return Err(Fault::Method { name });
            }
            // What the zip says of itself; what it holds is counted below.
            if let Some(fault) = limits.broken_by(&name, file.size(), total + file.size().min(limits.file)) {
                return Err(fault);
            }
            name
        };
        let file = archive.by_index(nth).map_err(|error| failed(&name, &error))?;
        let bytes = unpacked(file, limits, &name)?;
        total += bytes.len() as u64;
        if let Some(fault) = limits.broken_by(&name, bytes.len() as u64, total) {
            return Err(fault);
        }
        found.push(Found {
            name,
            bytes: Some(bytes),
        });
    }
    Ok(found)
}

/// What is in a file, and a byte more than is allowed at most.
fn unpacked(file: ZipFile<'_, Cursor<&[u8]>>, limits: Limits, name: &str) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let mut some = file.take(limits.file + 1);
    some.read_to_end(&mut bytes).map_err(|error| Fault::Damaged {
        name: name.to_owned(),
        reason: error.to_string(),
    })?;
    Ok(bytes)
}

fn failed(name: &str, error: &ZipError) -> Fault {
    let name = name.to_owned();
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Fault::Method { name },
        ZipError::InvalidPassword => Fault::Encrypted { name },
        other => Fault::Damaged {
            name,
            reason: other.to_string(),
        },
    }
}
