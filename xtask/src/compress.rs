//! Compressing as well as the two formats can: done once here, sent a thousand times by the host.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Brotli at its highest level.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Gzip at its highest level, with neither name nor time in its head: the same bytes give the same file.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_was_compressed_can_be_read_again() {
        let text = "规上工业总产值".repeat(1000).into_bytes();
        let (br, gz) = (brotli(&text).unwrap(), gzip(&text).unwrap());
        assert!(br.len() < 100 && gz.len() < 300, "{} {}", br.len(), gz.len());

        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &*br, &mut read).unwrap();
        assert_eq!(read, text);
        read.clear();
        flate2::read::GzDecoder::new(&*gz).read_to_end(&mut read).unwrap();
        assert_eq!(read, text);
    }

    #[test]
    fn the_head_of_a_gzip_file_has_no_time() {
        assert_eq!(gzip(b"x").unwrap().get(4..8), Some([0; 4].as_slice()));
    }
}
