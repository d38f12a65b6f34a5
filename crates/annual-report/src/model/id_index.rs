//! Where each id stands: made when the first is looked up, so that a page that looks up none pays for none.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// Rows by the hash of their id.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdIndex(OnceLock<Vec<(u32, u32)>>);

/// It only says faster what the table says, and so never makes two tables differ.
impl PartialEq for IdIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl IdIndex {
    /// The first of `rows` rows whose id is the one wanted; `id` tells the id of a row.
    pub(crate) fn find<T: AsRef<str>>(&self, wanted: &str, rows: u32, id: &dyn Fn(u32) -> T) -> Option<u32> {
        let index = self.0.get_or_init(|| {
            let mut index: Vec<(u32, u32)> = (0..rows).map(|row| (hash(id(row).as_ref()), row)).collect();
            index.sort_unstable();
            index
        });
        let wanted_hash = hash(wanted);
        let start = index.partition_point(|(known, _)| *known < wanted_hash);
        let same = index
            .get(start..)?
            .iter()
            .take_while(|(known, _)| *known == wanted_hash);
        same.map(|(_, row)| *row).find(|row| id(*row).as_ref() == wanted)
    }
}

fn hash(id: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_where_it_first_stands_and_no_other_is() {
        let ids: Vec<String> = (0..3000).map(|nth| format!("firm-{}", nth % 2900)).collect();
        let index = IdIndex::default();
        let at = |row: u32| ids[row as usize].as_str();
        for (row, id) in (0..2900).zip(&ids) {
            assert_eq!(index.find(id, ids.len() as u32, &at), Some(row));
        }
        assert_eq!(index.find("firm-2900", ids.len() as u32, &at), None);
        assert_eq!(IdIndex::default().find("firm-0", 0, &at), None);
    }

    #[test]
    fn ids_that_share_a_hash_are_told_apart() {
        // Found by trying: of some 80,000 numbers two share 32 bits.
        let mut seen = std::collections::HashMap::new();
        let (first, second) = (0..)
            .find_map(|nth: u32| {
                let id = format!("e{nth}");
                seen.insert(hash(&id), id.clone()).map(|other| (other, id))
            })
            .expect("hashes of 32 bits run out");
        let ids = [first, second];
        let index = IdIndex::default();
        let at = |row: u32| ids[row as usize].as_str();
        assert_eq!(index.find(&ids[1], 2, &at), Some(1));
        assert_eq!(index.find(&ids[0], 2, &at), Some(0));
    }
}
