//! `figures.json`, beside the other files of the 2021 pack.
#![no_main]

#[path = "../../crates/annual-report/tests/any_bytes/mod.rs"]
#[allow(dead_code, reason = "a target holds one promise of several")]
mod promise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| promise::figures(bytes));
