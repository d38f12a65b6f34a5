//! Starts the app in the page that loaded it.

fn main() {
    annual_report_app::start();
}
