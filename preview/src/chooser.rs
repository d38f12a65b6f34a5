//! Where a pack is chosen.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::chosen::Chosen;
use crate::stage::Preview;

/// What to choose, and what will be done with it.
#[component]
pub fn Chooser(
    /// The preview.
    preview: Preview,
    /// Why what was chosen before could not be opened.
    why: Option<String>,
) -> impl IntoView {
    let folder = way(
        preview,
        &Way {
            id: "choose-folder",
            name: "打开文件夹",
            told: "整个数据包的文件夹（里面有 index.json），或其中一份报告的文件夹。浏览器会问是否“上传”，文件其实不离开这台电脑。",
            accept: None,
        },
    );
    let files = way(
        preview,
        &Way {
            id: "choose-files",
            name: "打开压缩包或 JSON 文件",
            told: "数据包的 .zip；或一份报告的几个文件，一次选齐：report.json、figures.json、enterprises.json、projects.json。",
            accept: Some(".json,.zip,application/json,application/zip"),
        },
    );
    let why = why.map(|why| {
        view! {
            <div class="failure" role="alert">
                <p class="failure__title">"没有打开"</p>
                <p>{why}</p>
            </div>
        }
    });
    view! {
        <main id="main" class="page page--narrow" tabindex="-1">
            <h1 id="preview-title" tabindex="-1">"打开数据包（预览）"</h1>
            <p class="page__lead">
                "发布以前看一眼：核对一遍，并按发布以后的样子显示。文件只在这个浏览器里打开，不上传，不保存，不发布；关掉或刷新这一页就没有了。"
            </p>
            {why}
            <div class="choose">
                {folder}
                {files}
            </div>
            <p class="choose__drop">"也可以把文件夹、压缩包或文件拖到这一页上。"</p>
            <p><a href="./">"回到已发布的报告"</a></p>
        </main>
    }
}

/// A way to choose.
struct Way {
    id: &'static str,
    name: &'static str,
    /// What can be chosen so.
    told: &'static str,
    /// Which files; a whole folder without.
    accept: Option<&'static str>,
}

/// The field of a way to choose.
fn way(preview: Preview, way: &Way) -> AnyView {
    let chosen = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let chosen = Chosen::of_input(input.files());
        // So that the same can be chosen again.
        input.set_value("");
        if let Some(chosen) = chosen {
            preview.open_chosen(chosen);
        }
    };
    let is_folder = way.accept.is_none();
    let told = format!("{}-told", way.id);
    view! {
        <div class="choose__way">
            <input
                id=way.id
                class="choose__input"
                type="file"
                prop:webkitdirectory=is_folder
                multiple=!is_folder
                accept=way.accept
                aria-describedby=told.clone()
                on:change=chosen
            />
            <label class="choose__name" for=way.id>{way.name}</label>
            <p id=told class="choose__told">{way.told}</p>
        </div>
    }
    .into_any()
}
