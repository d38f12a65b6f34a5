//! Starts the preview in the page that loaded it.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    preview::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("the preview runs in a browser: cargo xtask serve, and then preview.html");
}
