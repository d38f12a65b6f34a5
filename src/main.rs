//! Starts the app in the page that loaded it.

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    annual_report_app::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("the app runs in a browser: cargo xtask serve");
}
