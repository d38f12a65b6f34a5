//! What another page writes to show a view of the report.

/// A frame with a view: it may do what the view needs and nothing else. The height, in px, is what it begins with.
///
/// No style in it, because the other page's policy may forbid that; `frameborder` says the same in every browser.
/// `data-annual-report` is what [`frame_script`] looks for.
pub fn frame(title: &str, url: &str, height: u32) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-same-origin allow-downloads allow-popups\" data-annual-report></iframe>",
        attribute(url),
        attribute(title)
    )
}

/// The script that keeps every such frame of a page as high as what it shows; `page` is the report's own address.
pub fn frame_script(page: &str) -> String {
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!(
        "<!-- 让上面的框随内容变高变矮；一个页面放一次就够。 -->\n<script src=\"{}/embed.js\" defer></script>",
        attribute(folder)
    )
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
