//! Choices and numbers from a seeded source.

use fastrand::Rng;

/// The source for one part of a pack. Parts do not share one, so that more enterprises do not change the projects.
pub fn source(seed: u64, part: u64) -> Rng {
    // Neighbouring seeds must not meet in each other's parts.
    Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ part)
}

/// One of a list that is not empty.
pub fn one_of<'l, T>(random: &mut Rng, list: &'l [T]) -> &'l T {
    &list[random.usize(..list.len())]
}

/// Whether something happens that does so `percent` times in a hundred.
pub fn chance(random: &mut Rng, percent: u32) -> bool {
    random.u32(..100) < percent
}

/// A number with one decimal between two numbers of tenths, near the middle more often than far from it.
pub fn tenths(random: &mut Rng, low: i32, high: i32) -> f64 {
    let sum: i32 = (0..3).map(|_| random.i32(low..=high)).sum();
    f64::from(sum / 3) / 10.0
}
