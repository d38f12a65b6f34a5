//! Reading the column layout: each column straight into where it will stay, so that a hundred thousand enterprises are
//! in memory once beside their file.

use core::fmt;
use std::borrow::Cow;

use report_table::TextsBuilder;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Columns;
use super::enterprises::{EVENTS, ID, INITIALS, NAME, PINYIN, TEXTS};
use super::shown::shown;

/// A file in the column layout, read but not yet checked. Of its columns the long texts are apart.
pub(super) struct ColumnFile<'de> {
    /// All columns but ids, names, pinyin, initials and the texts of events.
    pub(super) columns: Columns<'de>,
    /// Those.
    pub(super) texts: TextsBuilder,
}

/// Reads a file; fails at the first thing that is no JSON or does not belong where it stands.
pub(super) fn read(bytes: &[u8]) -> Result<ColumnFile<'_>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    // Texts are some four fifths of such a file. Should they be more, there will be more room.
    let texts = TextsBuilder::with_room(TEXTS, bytes.len() / 32 * 27);
    let file = json.deserialize_map(FileVisitor {
        file: ColumnFile {
            columns: Columns::default(),
            texts,
        },
        // Each with the comma behind it.
        most_values: bytes.len() / 2,
    })?;
    json.end()?;
    Ok(file)
}

/// A column to read into; texts and words with its name.
enum Column<'c, 'de> {
    Texts(&'c mut TextsBuilder, &'static str),
    Words(&'c mut Vec<Cow<'de, str>>, &'static str),
    Places(&'c mut Vec<u16>),
    Numbers(&'c mut Vec<f64>),
}

impl<'de> ColumnFile<'de> {
    /// The column of this name.
    fn column(&mut self, name: &str) -> Option<Column<'_, 'de>> {
        use Column::{Numbers, Places, Words};
        Some(match name {
            "layout" => Words(&mut self.columns.layout, "layout"),
            "id" => Column::texts(&mut self.texts, ID, "id"),
            "name" => Column::texts(&mut self.texts, NAME, "name"),
            "pinyin" => Column::texts(&mut self.texts, PINYIN, "pinyin"),
            "initials" => Column::texts(&mut self.texts, INITIALS, "initials"),
            "kinds" => Words(&mut self.columns.kinds, "kinds"),
            "kind" => Places(&mut self.columns.kind),
            "industries" => Words(&mut self.columns.industries, "industries"),
            "industry" => Places(&mut self.columns.industry),
            "industry_bases" => Words(&mut self.columns.industry_bases, "industry_bases"),
            "industry_basis" => Places(&mut self.columns.industry_basis),
            "events" => Places(&mut self.columns.events),
            "sections" => Words(&mut self.columns.sections, "sections"),
            "event_section" => Places(&mut self.columns.event_section),
            "tags" => Words(&mut self.columns.tags, "tags"),
            "event_tag" => Places(&mut self.columns.event_tag),
            "event_text" => Column::texts(&mut self.texts, EVENTS, "event_text"),
            "event_figures" => Places(&mut self.columns.event_figures),
            "figures" => Words(&mut self.columns.figures, "figures"),
            "growth" => Numbers(&mut self.columns.growth),
            "growth_section" => Words(&mut self.columns.growth_section, "growth_section"),
            "export_growth" => Numbers(&mut self.columns.export_growth),
            "export_growth_section" => Words(&mut self.columns.export_growth_section, "export_growth_section"),
            "decimals" => Places(&mut self.columns.decimals),
            "searched" => Words(&mut self.columns.searched, "searched"),
            _ => return None,
        })
    }
}

struct FileVisitor<'de> {
    file: ColumnFile<'de>,
    /// How many values a file of this length can have, whatever it says that it has.
    most_values: usize,
}

impl<'de> Visitor<'de> for FileVisitor<'de> {
    type Value = ColumnFile<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("对象")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ColumnFile<'de>, A::Error> {
        let Self { mut file, most_values } = self;
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if seen.contains(&name) {
                return Err(A::Error::custom(format_args!("字段“{name}”重复")));
            }
            // Growing in steps would take twice the memory, and a browser's page gives none back.
            let room = match name.starts_with("event_") {
                true => super::columns::sum(&file.columns.events),
                false => file.texts.len(ID).max(file.texts.len(NAME)),
            };
            let Some(mut column) = file.column(&name) else {
                return Err(A::Error::custom(format_args!("没有“{name}”这个字段")));
            };
            column.reserve(room.min(most_values));
            map.next_value_seed(column)?;
            seen.push(name);
        }
        Ok(file)
    }
}

impl<'de> DeserializeSeed<'de> for Column<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'c, 'de> Column<'c, 'de> {
    /// A column of texts, which begins now.
    fn texts(texts: &'c mut TextsBuilder, column: usize, name: &'static str) -> Self {
        texts.begin(column);
        Column::Texts(texts, name)
    }

    /// Makes room for so many values; words are few.
    fn reserve(&mut self, values: usize) {
        match self {
            Column::Texts(column, _) => column.reserve(values),
            Column::Words(..) => {}
            Column::Places(column) => column.reserve_exact(values),
            Column::Numbers(column) => column.reserve_exact(values),
        }
    }

    fn again(&mut self) -> Column<'_, 'de> {
        match self {
            Column::Texts(column, name) => Column::Texts(column, name),
            Column::Words(column, name) => Column::Words(column, name),
            Column::Places(column) => Column::Places(column),
            Column::Numbers(column) => Column::Numbers(column),
        }
    }

    fn wrong<E: Error>(&self, is: &str) -> E {
        let wanted = match self {
            Column::Texts(..) | Column::Words(..) => "文字",
            Column::Places(_) => " 0 到 65535 的整数",
            Column::Numbers(_) => "数字或 null",
        };
        E::custom(format_args!("应为{wanted}，实为{is}"))
    }

    fn text<E: Error>(self, text: Cow<'de, str>) -> Result<(), E> {
        match self {
            Column::Texts(column, name) => column.push(&shown(text, name).0),
            Column::Words(column, name) => column.push(shown(text, name).0),
            other => return Err(other.wrong("文字")),
        }
        Ok(())
    }

    fn number<E: Error>(self, number: f64) -> Result<(), E> {
        match self {
            Column::Numbers(column) => column.push(number),
            Column::Places(column) if number.trunc() == number && (0.0..65536.0).contains(&number) => {
                column.push(number as u16);
            }
            other => return Err(other.wrong("数字")),
        }
        Ok(())
    }
}

/// One value, or a list of them.
impl<'de> Visitor<'de> for Column<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("列表")
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.text(Cow::Borrowed(text))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.text(Cow::Owned(text.to_owned()))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        match self {
            Column::Places(column) if number <= u64::from(u16::MAX) => column.push(number as u16),
            other => return other.number(number as f64),
        }
        Ok(())
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.number(number as f64)
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.number(number)
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self {
            Column::Numbers(column) => column.push(f64::NAN),
            other => return Err(other.wrong("null")),
        }
        Ok(())
    }
    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        Err(self.wrong(if flag { "true" } else { "false" }))
    }
    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Entry(self.again()))?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.wrong("对象"))
    }
}

/// One value of a column. A list within a column is refused.
struct Entry<'c, 'de>(Column<'c, 'de>);

impl<'de> DeserializeSeed<'de> for Entry<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Entry<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("一个值，而不是列表或对象")
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.0.visit_borrowed_str(text)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.visit_str(text)
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.visit_u64(number)
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.0.visit_i64(number)
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.0.visit_f64(number)
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.visit_unit()
    }
    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.0.visit_bool(flag)
    }
    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        // Read to its end, so that the error is placed at the list and not at what is in it. The parser ends deep nesting.
        while list.next_element_seed(Entry(self.0.again()))?.is_some() {}
        Err(self.0.wrong("列表"))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.visit_map(map)
    }
}
