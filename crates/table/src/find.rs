//! Finding a word in a text of bytes. Both are UTF-8, so that a match never begins within a character.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Where the byte first stands in the text, at or after `from`: eight bytes at a time, without SIMD, which the oldest
/// browsers do not have.
#[inline]
fn find_byte(text: &[u8], byte: u8, from: usize) -> Option<usize> {
    let wanted = LOW * u64::from(byte);
    let mut at = from;
    while let Some(eight) = text.get(at..at + 8) {
        let eight = <[u8; 8]>::try_from(eight).map_or(0, u64::from_le_bytes) ^ wanted;
        // The lowest byte that became zero is where it stands; higher ones may be wrong, and are not looked at.
        let zero = eight.wrapping_sub(LOW) & !eight & HIGH;
        if zero != 0 {
            return Some(at + (zero.trailing_zeros() / 8) as usize);
        }
        at += 8;
    }
    let rest = text.get(at..)?;
    rest.iter().position(|other| *other == byte).map(|place| at + place)
}

/// Where the word first stands in the text, at or after `from`.
///
/// Looks for the word's last byte: of a Chinese character the first is shared by thousands, the last by one in 64.
#[inline]
pub(crate) fn find(text: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let (last, head) = word.split_last()?;
    let mut at = from + head.len();
    loop {
        at = find_byte(text, *last, at)?;
        let start = at - head.len();
        if text.get(start..at)? == head {
            return Some(start);
        }
        at += 1;
    }
}

/// Whether the word stands in the text.
#[inline]
pub(crate) fn holds(text: &[u8], word: &[u8]) -> bool {
    find(text, word, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_found_where_the_standard_library_finds_it(
            text in "[ab新材料料]{0,40}", word in "[ab新材料]{1,4}", from in 0_usize..20,
        ) {
            let from = text.char_indices().map(|(at, _)| at).nth(from).unwrap_or(text.len());
            let theirs = text[from..].find(&word).map(|at| at + from);
            prop_assert_eq!(find(text.as_bytes(), word.as_bytes(), from), theirs);
        }

        #[test]
        fn a_byte_is_found_where_it_stands(text in prop::collection::vec(any::<u8>(), 0..40), byte in any::<u8>()) {
            prop_assert_eq!(find_byte(&text, byte, 0), text.iter().position(|other| *other == byte));
        }
    }
}
