//! What `server_fn` asks of wasm-streams, and no more. There are no server functions here: nothing calls any of this, and
//! what would be read is an error.

use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream of an answer.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// No stream: what would be sent is dropped, and asking for it is an error of the browser's.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// What the browser knows it by.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that fails at once.
    pub fn into_stream(self) -> Failing {
        Failing { told: false }
    }
}

/// Says that there are no streams, and ends.
#[derive(Debug)]
pub struct Failing {
    told: bool,
}

impl Stream for Failing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.told {
            return Poll::Ready(None);
        }
        self.told = true;
        Poll::Ready(Some(Err(JsValue::from_str("this build has no streams"))))
    }
}
