//! Where each id stands: made when the first is looked up, so that a page that looks up none pays for none.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

/// Rows by the hash of their id.
#[derive(Clone, Debug, Default)]
pub(crate) struct IdIndex(OnceLock<Buckets>);

/// It only says faster what the table says, and so never makes two tables differ.
impl PartialEq for IdIndex {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl IdIndex {
    /// The first of `rows` rows whose id is the one wanted; `id` tells the id of a row.
    pub(crate) fn find<T: AsRef<str>>(&self, wanted: &str, rows: u32, id: &dyn Fn(u32) -> T) -> Option<u32> {
        let buckets = self.0.get_or_init(|| Buckets::new(rows, &|row| hash(id(row).as_ref())));
        let mut same = buckets.of(hash(wanted)).iter().copied();
        same.find(|row| id(*row).as_ref() == wanted)
    }
}

/// Rows in as many buckets as there are rows, a power of two. The standard library's maps and sorts would be compiled
/// for this alone, at 2 KB and 4 KB.
#[derive(Clone, Debug, Default)]
struct Buckets {
    /// Where each bucket begins in `rows`, and where the last ends.
    starts: Vec<u32>,
    /// The rows, bucket by bucket, and within each in their order.
    rows: Vec<u32>,
}

impl Buckets {
    fn new(rows: u32, hash: &dyn Fn(u32) -> u32) -> Self {
        let count = rows.next_power_of_two();
        let bucket: Vec<u32> = (0..rows).map(|row| hash(row) & (count - 1)).collect();
        let mut starts = vec![0; count as usize + 1];
        for bucket in &bucket {
            starts[*bucket as usize + 1] += 1;
        }
        for next in 1..starts.len() {
            starts[next] += starts[next - 1];
        }
        let mut free = starts.clone();
        let mut by_bucket = vec![0; rows as usize];
        for (row, bucket) in (0..rows).zip(&bucket) {
            let place = &mut free[*bucket as usize];
            by_bucket[*place as usize] = row;
            *place += 1;
        }
        Self {
            starts,
            rows: by_bucket,
        }
    }

    /// The rows whose hash may be this.
    fn of(&self, hash: u32) -> &[u32] {
        let count = self.starts.len() as u32 - 1;
        let bucket = (hash & (count - 1)) as usize;
        &self.rows[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
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
