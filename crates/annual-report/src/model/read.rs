//! From a JSON tree to the pack's types. What is wrong is noted with its path and reading goes on, so that a
//! publisher sees every problem of a file at once.

use super::advice::for_editors;
use super::json::Json;
use super::shown::shown;

/// Where reading is, and what it found wrong so far.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    path: String,
    /// In the file's order.
    pub(crate) wrong: Vec<Wrong>,
    /// Texts that are not shown as they are, likewise. Nothing that a file is refused for.
    pub(crate) unshown: Vec<Wrong>,
}

/// Something that cannot be read, or not be shown.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// Where, as a JSON pointer.
    pub(crate) path: String,
    /// What is wrong.
    pub(crate) problem: String,
    /// What to do about it.
    pub(crate) advice: &'static str,
}

impl Reading {
    /// How many problems of a file are noted. More do not help a publisher, and a file that is wrong throughout would
    /// take many times its size in notes.
    pub(crate) const MOST: usize = 1000;

    /// Notes a problem with the value at hand, and what to do about it.
    pub(crate) fn note(&mut self, problem: String, advice: &'static str) {
        if self.wrong.len() < Self::MOST {
            self.wrong.push(Wrong {
                path: self.path.clone(),
                problem,
                advice: for_editors(advice),
            });
        }
    }

    fn expected(&mut self, what: &str, value: &Json<'_>) {
        let advice = match value {
            Json::Null => "写上值；可以不写的字段就整行删去",
            _ => "改成所说的样子：文字带引号，数字不带，列表用 []，对象用 {}",
        };
        self.note(format!("应为{what}，实为{}", value.told()), advice);
    }

    /// Steps into a field or an entry; gives what leads back out to [`Reading::leave`].
    fn enter(&mut self, step: &str) -> usize {
        let out = self.path.len();
        self.path.push('/');
        self.path.push_str(&step.replace('~', "~0").replace('/', "~1"));
        out
    }

    fn leave(&mut self, out: usize) {
        self.path.truncate(out);
    }

    /// The name of the field at hand, also within its list.
    fn field(&self) -> &str {
        let is_name = |step: &&str| !step.bytes().all(|byte| byte.is_ascii_digit());
        self.path.rsplit('/').find(is_name).unwrap_or_default()
    }
}

/// A type of the pack that is read from JSON.
pub(crate) trait Read: Sized {
    /// The value, or `None` with what is wrong noted.
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self>;
}

impl Read for String {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Json::Text(text) => {
                let (shown, why) = shown(text, reading.field());
                if let Some(why) = why.filter(|_| reading.unshown.len() < Reading::MOST) {
                    reading.unshown.push(Wrong {
                        path: reading.path.clone(),
                        problem: why,
                        advice: for_editors("读者看不到全文；改短，或删去看不见的字符重新输入"),
                    });
                }
                Some(shown.into_owned())
            }
            other => {
                reading.expected("文字", &other);
                None
            }
        }
    }
}

impl Read for bool {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Json::Flag(flag) => Some(flag),
            other => {
                reading.expected(" true 或 false", &other);
                None
            }
        }
    }
}

impl Read for u32 {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        match value {
            Json::Number(number) if number >= 0.0 && number <= f64::from(u32::MAX) && number.trunc() == number => {
                Some(number as u32)
            }
            other => {
                reading.expected("不小于零的整数", &other);
                None
            }
        }
    }
}

impl Read for u16 {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        let number = u32::read(value, reading)?;
        u16::try_from(number)
            .map_err(|_| reading.note(format!("{number} 太大"), "不超过 65535"))
            .ok()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        T::read(value, reading).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Json<'_>, reading: &mut Reading) -> Option<Self> {
        let Json::List(values) = value else {
            reading.expected("列表", &value);
            return None;
        };
        let mut list = Vec::with_capacity(values.len());
        let mut whole = true;
        for (nth, value) in values.into_iter().enumerate() {
            let out = reading.enter(&nth.to_string());
            match T::read(value, reading) {
                Some(value) => list.push(value),
                None => whole = false,
            }
            reading.leave(out);
        }
        whole.then_some(list)
    }
}

/// The fields of a record, taken one by one.
pub(crate) struct Fields<'a>(Vec<(std::borrow::Cow<'a, str>, Json<'a>)>);

impl<'a> Fields<'a> {
    /// Opens an object and notes every field that the record does not know, so that a typo is found.
    pub(crate) fn open(value: Json<'a>, known: &[&str], reading: &mut Reading) -> Option<Self> {
        let Json::Object(fields) = value else {
            reading.expected("对象", &value);
            return None;
        };
        for (name, _) in fields.iter().filter(|(name, _)| !known.contains(&name.as_ref())) {
            let out = reading.enter(name);
            reading.note(
                format!("没有这个字段；可用的有 {}", known.join("、")),
                "改正拼写，或删去",
            );
            reading.leave(out);
        }
        Some(Self(fields))
    }

    fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(place).1)
    }

    /// A field that must be there.
    pub(crate) fn required<T: Read>(&mut self, name: &str, reading: &mut Reading) -> Option<T> {
        let value = self.take(name);
        let out = reading.enter(name);
        let read = match value {
            Some(value) => T::read(value, reading),
            None => {
                reading.note("缺少这个字段".to_owned(), "补上；各字段的意思见 docs/data.md");
                None
            }
        };
        reading.leave(out);
        read
    }

    /// A field that may be left out.
    pub(crate) fn optional<T: Read>(&mut self, name: &str, default: T, reading: &mut Reading) -> Option<T> {
        let Some(value) = self.take(name) else {
            return Some(default);
        };
        let out = reading.enter(name);
        let read = T::read(value, reading);
        reading.leave(out);
        read
    }
}

/// Defines a record of the pack: a struct that is read strictly. A field with `= default` may be left out.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$field_doc:meta])* pub $field:ident: $type:ty $(= $default:expr)?),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type),+
        }

        impl $crate::model::read::Read for $name {
            fn read(
                value: $crate::model::json::Json<'_>,
                reading: &mut $crate::model::read::Reading,
            ) -> Option<Self> {
                let mut fields = $crate::model::read::Fields::open(value, &[$(stringify!($field)),+], reading)?;
                // Every field is read before the first that failed gives up, so that all problems are found.
                let read = ($($crate::model::read::record!(@read fields, reading, $field $(, $default)?),)+);
                match read {
                    ($(Some($field),)+) => Some(Self { $($field),+ }),
                    _ => None,
                }
            }
        }
    };
    (@read $fields:ident, $reading:ident, $field:ident) => {
        $fields.required(stringify!($field), $reading)
    };
    (@read $fields:ident, $reading:ident, $field:ident, $default:expr) => {
        $fields.optional(stringify!($field), $default, $reading)
    };
}

pub(crate) use record;
