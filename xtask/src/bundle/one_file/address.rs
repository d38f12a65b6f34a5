//! Addresses that a page has: files of the build, and what is written into the address itself.

use std::{
    fs,
    path::{Component, Path},
};

use base64::{Engine, prelude::BASE64_STANDARD};

/// A file of the build.
pub fn bytes(dist: &Path, address: &str) -> Result<Vec<u8>, String> {
    let path = dist.join(plain(address)?);
    fs::read(&path).map_err(|error| format!("{address}：{error}"))
}

/// The address as a path that stays within the build.
pub fn plain(address: &str) -> Result<&Path, String> {
    let path = Path::new(address);
    let stays = path
        .components()
        .all(|part| matches!(part, Component::CurDir | Component::Normal(_)));
    if stays && !address.contains(':') {
        Ok(path)
    } else {
        Err(format!("{address} 不在 dist/ 里"))
    }
}

/// The bytes as an address of their own.
pub fn data_url(bytes: &[u8], media_type: &str) -> String {
    format!("data:{media_type};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// What kind of picture has this name.
pub fn media_type(name: &str) -> Result<&'static str, String> {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => Ok("image/svg+xml"),
        Some("png") => Ok("image/png"),
        Some("ico") => Ok("image/x-icon"),
        _ => Err(format!("不知道 {name} 是什么图片")),
    }
}
