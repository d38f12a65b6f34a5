//! Fetching the pack: the only user of the network. Every file fails alone, and says what is wrong with it.

use annual_report::model::DecodeError;
use core::fmt;
use gloo_net::http::{Request, Response};
use js_sys::Promise;
use js_sys::futures::JsFuture;
use leptos::prelude::{set_timeout, window};
use leptos::task::spawn_local;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
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
                write!(f, "{error}{}", error.more())?;
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
        reason: in_words(reason),
    };
    if let Some(answer) = ahead(&url) {
        let answer = JsFuture::from(answer).await;
        let answer = answer.map_err(|error| unreachable(told(&error)))?;
        return read(url, Response::from(answer.unchecked_into::<web_sys::Response>())).await;
    }
    let controller = AbortController::new().ok();
    if let Some(controller) = controller.clone() {
        // Aborting after the answer has arrived does nothing.
        set_timeout(move || controller.abort(), PATIENCE);
    }
    let signal = controller.map(|controller| controller.signal());
    let request = Request::get(&url).abort_signal(signal.as_ref());
    let response = request.send().await.map_err(|error| unreachable(error.to_string()))?;
    read(url, response).await
}

/// The answer that `boot.js` has asked for while the app was on its way; each is there once.
fn ahead(url: &str) -> Option<Promise> {
    let fetches = js_sys::Reflect::get(&window(), &"packFetches".into()).ok()?;
    let fetches = fetches.dyn_into::<js_sys::Map>().ok()?;
    let answer = fetches.get(&url.into());
    // From here on it is our own affair, and `boot.js` need not ask any more.
    fetches.set(&url.into(), &JsValue::UNDEFINED);
    answer.dyn_into().ok()
}

fn told(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| "原因不明".to_owned(), |error| String::from(error.to_string()))
}

/// What a browser says of a failure; that we gave up is ours to say.
fn in_words(reason: String) -> String {
    if reason.contains("AbortError") {
        "30 秒没有取到".to_owned()
    } else {
        reason
    }
}

/// The bytes of an answer.
async fn read(url: String, response: Response) -> Result<Vec<u8>, LoadError> {
    if !response.ok() {
        return Err(LoadError::Status {
            url,
            status: response.status(),
        });
    }
    response.binary().await.map_err(|error| LoadError::Unreachable {
        url,
        reason: in_words(error.to_string()),
    })
}

/// Why the last chunk that failed is not to be had, as its loader has put it down (`splitter/src/loader.js`).
pub fn chunk_failure() -> String {
    let reason = js_sys::Reflect::get(&window(), &"appChunkFailure".into()).ok();
    let reason = reason.and_then(|reason| reason.as_string());
    reason.unwrap_or_else(|| "原因不明".to_owned())
}

/// Fetches one file and hands it on, in a task of its own: files that are here at the same time would otherwise be read,
/// and shown, without the browser getting a word in between.
pub fn fetch_then(url: String, done: Box<dyn FnOnce(Result<Vec<u8>, LoadError>)>) {
    spawn_local(async move {
        let bytes = fetch(url).await;
        set_timeout(move || done(bytes), Duration::ZERO);
    });
}
