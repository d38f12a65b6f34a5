//! What a reader takes away: files, pictures, and texts on the clipboard.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlElement;

/// A file in the making, kept by the browser and not by us: memory that we once took is never given back.
#[derive(Default)]
pub struct File {
    pieces: js_sys::Array,
    waiting: String,
}

impl File {
    /// Adds a piece of text.
    pub fn push(&mut self, piece: &str) {
        self.waiting.push_str(piece);
        if self.waiting.len() > 1 << 16 {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        self.pieces.push(&js_sys::Uint8Array::from(self.waiting.as_bytes()));
        self.waiting.clear();
    }

    /// Gives the file to the reader. A frame that may not download does nothing, and the console says so.
    pub fn save(mut self, name: &str, kind: &str) {
        self.hand_over();
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        match web_sys::Blob::new_with_u8_array_sequence_and_options(&self.pieces, &options) {
            Ok(blob) => save(&blob, name),
            Err(refused) => leptos::logging::error!("{name}: cannot be made: {refused:?}"),
        }
    }
}

/// Gives a file to the reader.
fn save(blob: &web_sys::Blob, name: &str) {
    let url = web_sys::Url::create_object_url_with_blob(blob);
    let link = document().create_element("a");
    let (Ok(url), Ok(link)) = (url, link) else {
        leptos::logging::error!("{name}: cannot be made");
        return;
    };
    if link.set_attribute("href", &url).is_ok() && link.set_attribute("download", name).is_ok() {
        link.unchecked_into::<HtmlElement>().click();
    }
    // The browser has begun to read by then; without this the file would be kept as long as the page.
    let forget = move || drop(web_sys::Url::revoke_object_url(&url));
    leptos::prelude::set_timeout(forget, std::time::Duration::from_secs(60));
}

/// Gives an SVG to the reader as a PNG of twice its size in px. A browser that cannot draw it says so on the console.
pub fn save_as_png(svg: &str, width: f64, height: f64, name: String) {
    let Ok(image) = web_sys::HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let draw = move || {
        let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
        canvas.set_width((2.0 * width) as u32);
        canvas.set_height((2.0 * height) as u32);
        let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        context
            .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, 2.0 * width, 2.0 * height)
            .ok()?;
        let done = Closure::once_into_js(move |blob: Option<web_sys::Blob>| match blob {
            Some(blob) => save(&blob, &name),
            None => leptos::logging::error!("{name}: cannot be made"),
        });
        canvas.to_blob(done.unchecked_ref()).ok()
    };
    let draw = Closure::once_into_js(move || {
        if draw().is_none() {
            leptos::logging::error!("the picture cannot be drawn");
        }
    });
    let failed = Closure::once_into_js(|| leptos::logging::error!("the picture cannot be read"));
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_onerror(Some(failed.unchecked_ref()));
    // Inline, because the page's policy allows pictures from here and inline ones, and no others.
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(svg))
    ));
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    // Over plain http browsers have no clipboard to offer.
    let has_clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !has_clipboard {
        return done(false);
    }
    let copying = navigator.clipboard().write_text(&text);
    leptos::task::spawn_local(async move {
        done(js_sys::futures::JsFuture::from(copying).await.is_ok());
    });
}
