//! JSON as a tree that borrows from its text, read by `serde_json`. Records are read from the tree (see `record`), so
//! that every problem of a file is found in one run, each at its path, and one reader serves all records.

use core::fmt;
use std::borrow::Cow;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::format::shortened;

/// A JSON value. Every number is an `f64`, which holds every figure that a document prints.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json<'a> {
    Null,
    Flag(bool),
    Number(f64),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl Json<'_> {
    /// What it is, for a message: 文字“x”, 数字 3, 列表.
    pub(crate) fn told(&self) -> String {
        match self {
            Json::Null => "空值 null".to_owned(),
            Json::Flag(true) => "true".to_owned(),
            Json::Flag(false) => "false".to_owned(),
            Json::Number(_) => "数字".to_owned(),
            Json::Text(text) => format!("文字“{}”", shortened(text)),
            Json::List(_) => "列表".to_owned(),
            Json::Object(_) => "对象".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Several times what any record has. Each field is looked for among those before it, so there must be an end of them.
const MOST_FIELDS: usize = 100;

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E: Error>(self, flag: bool) -> Result<Json<'de>, E> {
        Ok(Json::Flag(flag))
    }
    fn visit_f64<E: Error>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Json::List(values))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut fields: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        // Keys are values as well, so that one visitor reads both.
        while let Some(key) = map.next_key::<Json<'de>>()? {
            let Json::Text(key) = key else {
                return Err(A::Error::custom("a key must be a text"));
            };
            if fields.iter().any(|(known, _)| *known == key) {
                return Err(A::Error::custom(format_args!("字段“{}”重复", shortened(&key))));
            }
            if fields.len() == MOST_FIELDS {
                return Err(A::Error::custom(format_args!("一个对象的字段超过 {MOST_FIELDS} 个")));
            }
            fields.push((key, map.next_value()?));
        }
        Ok(Json::Object(fields))
    }
}
