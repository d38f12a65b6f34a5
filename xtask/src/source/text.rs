//! A text file as editors on any system write it, or a reason in words why it is none.

use std::{fs, io, path::Path};

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::failure::Failure;

/// What to do with a file that is no text.
const SAVE_AS: &str = "用原来的软件打开它，另存为纯文本（.txt）";

/// The file's text without a byte order mark, and the name of its encoding.
pub fn read(path: &Path) -> Result<(String, &'static str), Failure> {
    let content = |reason: String| Failure::Content {
        path: path.to_path_buf(),
        reason,
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.as_deref() != Some("txt") {
        return Err(content(format!("只读 .txt；{SAVE_AS}")));
    }
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => content("没有这个文件；检查路径和文件名".to_owned()),
        io::ErrorKind::IsADirectory => content("是目录；指出其中的一个文件".to_owned()),
        _ => content(format!("读不了（{error}）；检查谁可以读它")),
    })?;
    decoded(&bytes).map_err(content)
}

fn decoded(bytes: &[u8]) -> Result<(String, &'static str), String> {
    // Word in its two formats, and PDF.
    let others: [&[u8]; 3] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0", b"%PDF"];
    if others.iter().any(|start| bytes.starts_with(start)) {
        return Err(format!("是 Word 或 PDF 文件，不是纯文本；{SAVE_AS}"));
    }
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guessed(bytes), |(encoding, _)| encoding);
    let (text, is_broken) = encoding.decode_with_bom_removal(bytes);
    if is_broken {
        return Err("不是 UTF-8、UTF-16、GB18030 编码的文字；用文本编辑器打开，另存为 UTF-8".to_owned());
    }
    if text.trim().is_empty() {
        return Err("是空的；换成有正文的文件".to_owned());
    }
    Ok((text.into_owned(), encoding.name()))
}

/// The encoding of bytes that do not say it themselves.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // Line ends and digits of UTF-16 have a zero byte, on the one side or the other; GB18030 has none.
    match bytes.iter().position(|byte| *byte == 0) {
        Some(zero) if zero % 2 == 1 => UTF_16LE,
        Some(_) => UTF_16BE,
        None => GB18030,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "示例园区\r\n一、修了15条路。";

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_that_editors_write_is_read() {
        let (legacy, _, _) = GB18030.encode(TEXT);
        let marked = format!("\u{FEFF}{TEXT}");
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (marked.as_bytes().to_vec(), "UTF-8"),
            (wide(&marked, u16::to_le_bytes), "UTF-16LE"),
            (wide(&marked, u16::to_be_bytes), "UTF-16BE"),
            (wide(TEXT, u16::to_le_bytes), "UTF-16LE"),
            (wide(TEXT, u16::to_be_bytes), "UTF-16BE"),
            (legacy.into_owned(), "gb18030"),
        ] {
            assert_eq!(decoded(&bytes), Ok((TEXT.to_owned(), name)));
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_way_out() {
        for (bytes, says) in [
            (b"PK\x03\x04rest".as_slice(), "Word"),
            (b"%PDF-1.7", "PDF"),
            (b"", "是空的"),
            (b"\xEF\xBB\xBF \r\n", "是空的"),
            (b"\xFF\xFF\xFF\xFF", "UTF-8"),
        ] {
            let told = decoded(bytes).unwrap_err();
            assert!(told.contains(says) && told.contains('；'), "{told}");
        }
    }

    #[test]
    fn a_file_that_is_missing_or_of_another_kind_is_named() {
        let told = |name: &str| read(Path::new(name)).unwrap_err().to_string();
        assert!(told("nowhere/总结.txt").starts_with("nowhere/总结.txt：没有这个文件；"));
        assert!(told("总结.docx").starts_with("总结.docx：只读 .txt；"));
        assert!(told("总结").contains("只读 .txt"));
        let folder = std::env::temp_dir().join(format!("folder-{}.TXT", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert!(read(&folder).unwrap_err().to_string().contains('；'));
        fs::remove_dir_all(folder).unwrap();
    }
}
