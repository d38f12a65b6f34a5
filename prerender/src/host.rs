//! What belongs to the portal and not to the report: its tags for the head of the page, the block that discloses where
//! a document stands, and the park's colours. Nothing of it is ever made up: what is not given is left out, or shown as unknown where the block
//! has a fixed set of lines.

use std::{fs, io::ErrorKind, path::Path};

use annual_report::format::escaped;
use serde::Deserialize;

use crate::theme::{Colours, Palette};

/// The portal's file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Host {
    /// `<meta>` tags, by the names that 国办发〔2017〕47号 gives them.
    tags: Tags,
    /// The lines of the block; none without it.
    disclosure: Option<Disclosure>,
    /// The park's own colours, where it has any.
    colours: Colours,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($field:ident = $written:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct $name {
            $(#[serde(rename = $written)] $field: Option<String>,)+
        }

        impl $name {
            /// Every field with its name, in the order in which they are written.
            fn fields(&self) -> Vec<(&'static str, Option<&str>)> {
                vec![$(($written, self.$field.as_deref())),+]
            }
        }
    };
}

named! {
    /// The tags of a page.
    Tags {
        site_name = "SiteName",
        site_domain = "SiteDomain",
        site_id_code = "SiteIDCode",
        column_name = "ColumnName",
        column_description = "ColumnDescription",
        column_keywords = "ColumnKeywords",
        column_type = "ColumnType",
        article_title = "ArticleTitle",
        pub_date = "PubDate",
        content_source = "ContentSource",
        keywords = "Keywords",
        author = "Author",
        description = "Description",
        image = "Image",
        url = "Url",
    }
}

named! {
    /// The lines of the block.
    Disclosure {
        index = "索引号",
        subject = "主题分类",
        issuer = "发文机关",
        written_on = "成文日期",
        title = "标题",
        number = "发文字号",
        published_on = "发布日期",
        validity = "有效性",
    }
}

/// Reads the portal's file. One that is not there says nothing; one that is wrong is an error that says what and where.
pub fn read(path: &Path) -> Result<Host, String> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Host::default()),
        Err(error) => return Err(format!("{}：{error}", path.display())),
    };
    let told = |reason: String| {
        let lines = reason.lines().map(|line| format!("{}：{line}", path.display()));
        lines.collect::<Vec<_>>().join("\n")
    };
    parsed(&text).map_err(told)
}

fn parsed(text: &str) -> Result<Host, String> {
    let host: Host = serde_json::from_str(text).map_err(|error| error.to_string())?;
    host.palette()?;
    let fields = host.tags.fields().into_iter();
    let fields = fields.chain(host.disclosure.iter().flat_map(Disclosure::fields));
    for (name, value) in fields {
        let Some(value) = value else { continue };
        let fault = match name {
            _ if value.trim().is_empty() => Some("是空的；不知道就整行删去"),
            "SiteIDCode" if !is_digits(value, 10) => Some("应为 10 位数字"),
            "PubDate" if !is_like(value, "0000-00-00 00:00") => Some("应为 YYYY-MM-DD HH:mm"),
            "Url" | "Image" if !is_web_address(value) => Some("应以 https:// 或 http:// 开头"),
            _ => None,
        };
        if let Some(fault) = fault {
            return Err(format!("{name} {fault}，实为“{value}”"));
        }
    }
    Ok(host)
}

fn is_digits(value: &str, count: usize) -> bool {
    value.len() == count && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a value has a digit wherever the pattern has a 0, and is the pattern elsewhere.
fn is_like(value: &str, pattern: &str) -> bool {
    let fits = |(byte, like): (u8, u8)| {
        if like == b'0' {
            byte.is_ascii_digit()
        } else {
            byte == like
        }
    };
    value.len() == pattern.len() && value.bytes().zip(pattern.bytes()).all(fits)
}

fn is_web_address(value: &str) -> bool {
    value.starts_with("https://") || value.starts_with("http://")
}

impl Host {
    /// The tags for the head of the page; empty where nothing is given.
    pub fn head(&self) -> String {
        let given = self
            .tags
            .fields()
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        given
            .map(|(name, value)| format!("<meta name=\"{name}\" content=\"{}\">", escaped(value)))
            .collect()
    }

    /// The colours of the page. Fails if the park's own will not do.
    pub fn palette(&self) -> Result<Palette, String> {
        self.colours.palette()
    }

    /// The block for the top of the page; empty without one.
    pub fn block(&self) -> String {
        let Some(disclosure) = &self.disclosure else {
            return String::new();
        };
        let line = |(name, value): (&str, Option<&str>)| {
            format!("<div><dt>{name}</dt><dd>{}</dd></div>", escaped(value.unwrap_or("—")))
        };
        let lines: String = disclosure.fields().into_iter().map(line).collect();
        format!("<dl class=\"disclosure\">{lines}</dl>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Result<String, String> {
        parsed(text).map(|host| host.head())
    }

    #[test]
    fn what_is_given_is_written_and_nothing_else() {
        assert_eq!(head("{}"), Ok(String::new()));
        let told = head(r#"{"tags": {"PubDate": "2021-12-30 09:00", "SiteName": "某<区>\"门户\""}}"#);
        let expected = "<meta name=\"SiteName\" content=\"某&lt;区&gt;&quot;门户&quot;\">\
                        <meta name=\"PubDate\" content=\"2021-12-30 09:00\">";
        assert_eq!(told.as_deref(), Ok(expected));
    }

    #[test]
    fn a_block_has_all_its_lines_and_says_which_are_unknown() {
        assert_eq!(parsed("{}").map(|host| host.block()), Ok(String::new()));
        let block = parsed(r#"{"disclosure": {"发文机关": "园区管委会"}}"#)
            .map(|host| host.block())
            .unwrap_or_default();
        assert!(block.contains("<dt>发文机关</dt><dd>园区管委会</dd>"), "{block}");
        assert!(block.contains("<dt>索引号</dt><dd>—</dd>"), "{block}");
        assert_eq!(block.matches("<dt>").count(), 8);
    }

    #[test]
    fn the_files_that_are_given_as_examples_are_right() {
        for text in [
            include_str!("../../deploy/host.example.json"),
            include_str!("../../examples/host.json"),
        ] {
            assert!(parsed(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_right_is_refused_by_name() {
        for (text, says) in [
            (r#"{"tags": {"SiteIDCode": "12345"}}"#, "SiteIDCode 应为 10 位数字"),
            (r#"{"tags": {"PubDate": "2021/12/30"}}"#, "PubDate 应为"),
            (r#"{"tags": {"Url": "javascript:alert(1)"}}"#, "Url 应以"),
            (r#"{"tags": {"SiteName": " "}}"#, "SiteName 是空的"),
            (r#"{"tags": {"Sitename": "x"}}"#, "unknown field `Sitename`"),
            (r#"{"disclosure": {"索引": "x"}}"#, "unknown field `索引`"),
            (r#"{"colours": {"main": "pine"}}"#, "colours.main：应为"),
            (
                r##"{"colours": {"main": "#2f9fb0"}}"##,
                "colours.main：#2f9fb0 在标记底色 #ffe9a8 上的对比度是 2.",
            ),
            (r#"{"colours": {"Main": "x"}}"#, "unknown field `Main`"),
            ("{", "line 1"),
        ] {
            let told = head(text).err().unwrap_or_default();
            assert!(told.contains(says), "{text}: {told}");
        }
    }
}
