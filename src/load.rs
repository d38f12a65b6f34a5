//! Fetching the pack: the only user of the network. Every file fails alone, and says what is wrong with it.

use annual_report::model::DecodeError;
use core::fmt;
use gloo_net::http::Request;
use leptos::prelude::set_timeout;
use leptos::task::spawn_local;
use std::time::Duration;
use web_sys::AbortController;

/// How long a file may take before we say so: on the slowest line we serve, the largest file takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a file of the pack cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadError {
    /// The server answered with another status than success.
    Status {
        /// The address asked for.
        url: String,
        /// The status it answered with.
        status: u16,
    },
    /// No answer: no network, refused, or given up after 30 seconds.
    Unreachable {
        /// The address asked for.
        url: String,
        /// What the browser says.
        reason: String,
    },
    /// The answer is not the file that it should be.
    Decode(DecodeError),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Status { url, status: 404 } => write!(f, "{url}：找不到文件（404）"),
            LoadError::Status { url, status } => write!(f, "{url}：服务器返回错误（{status}）"),
            LoadError::Unreachable { url, reason } => write!(f, "{url}：未能取得（{reason}）"),
            LoadError::Decode(error) => {
                write!(f, "{error}")?;
                if !error.further.is_empty() {
                    write!(f, "，另有 {} 处", error.further.len())?;
                }
                if error.line > 0 {
                    write!(f, "（第 {} 行第 {} 列）", error.line, error.column)
                } else {
                    Ok(())
                }
            }
        }
    }
}

/// Fetches one file. Not generic, so that it is compiled once for all files.
async fn fetch(url: String) -> Result<Vec<u8>, LoadError> {
    let unreachable = |reason: String| LoadError::Unreachable {
        url: url.clone(),
        reason,
    };
    let controller = AbortController::new().ok();
    if let Some(controller) = controller.clone() {
        // Aborting after the answer has arrived does nothing.
        set_timeout(move || controller.abort(), PATIENCE);
    }
    let signal = controller.map(|controller| controller.signal());
    let request = Request::get(&url).abort_signal(signal.as_ref());
    let response = request.send().await.map_err(|error| unreachable(error.to_string()))?;
    if !response.ok() {
        return Err(LoadError::Status {
            url,
            status: response.status(),
        });
    }
    response.binary().await.map_err(|error| unreachable(error.to_string()))
}

/// Fetches one file and hands it on.
pub fn fetch_then(url: String, done: Box<dyn FnOnce(Result<Vec<u8>, LoadError>)>) {
    spawn_local(async move { done(fetch(url).await) });
}
