//! Whether a pack is the one that was looked through when the page was built.

/// A number for the bytes of a file. Others give another, except by a chance of one in 2^64; against malice it is no
/// protection, and need not be: whoever can change a file can change the page as well.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let mix = |print: u64, word: u64| (print.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let words = bytes.chunks_exact(8);
    let rest = words.remainder();
    // Eight bytes at a time: a pack of a hundred thousand enterprises has 23 million.
    let print = words.fold(bytes.len() as u64, |print, word| {
        mix(print, word.try_into().map(u64::from_le_bytes).unwrap_or_default())
    });
    rest.iter().fold(print, |print, byte| mix(print, u64::from(*byte)))
}

/// The fingerprint of a report, from those of its files: report, figures, enterprises, projects.
pub fn report_fingerprint(files: [u64; 4]) -> String {
    let numbers = files.map(u64::to_le_bytes);
    fingerprint(numbers.as_flattened()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_change_of_any_byte_changes_it() {
        let text = b"[{\"id\": \"agreements\", \"value\": 27}]";
        let prints: std::collections::HashSet<u64> = (0..text.len())
            .map(|at| {
                let mut changed = text.to_vec();
                changed[at] ^= 1;
                fingerprint(&changed)
            })
            .chain([fingerprint(text), fingerprint(&text[1..]), fingerprint(b"")])
            .collect();
        assert_eq!(prints.len(), text.len() + 3);
    }

    #[test]
    fn two_files_changed_for_each_other_are_another_report() {
        assert_ne!(report_fingerprint([1, 2, 3, 4]), report_fingerprint([2, 1, 3, 4]));
    }
}
