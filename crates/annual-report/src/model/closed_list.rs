//! Closed lists of words: the pack's words, their order and their types in one place.

/// Defines an enum whose values are words of the pack, with `ALL` in order and `word`, and reads it strictly.
macro_rules! closed_list {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word of the pack and of the address.
            pub fn word(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// What the word stands for.
            pub fn of_word(word: &str) -> Option<Self> {
                let place = Self::WORDS.iter().position(|known| *known == word)?;
                Self::ALL.get(place).copied()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": Self::WORDS })
            }
        }

        impl $crate::model::read::Read for $name {
            fn read(
                value: $crate::model::json::Json<'_>,
                reading: &mut $crate::model::read::Reading,
            ) -> Option<Self> {
                let place = $crate::model::closed_list::place_of_word(value, Self::WORDS, reading)?;
                Some(Self::ALL[place])
            }
        }
    };
}

pub(crate) use closed_list;

use super::json::Json;
use super::read::{Read, Reading};
use crate::format::shortened;

/// Which of the words the pack has.
pub(crate) fn place_of_word(value: Json<'_>, words: &[&str], reading: &mut Reading) -> Option<usize> {
    let text = String::read(value, reading)?;
    let place = words.iter().position(|word| *word == text);
    if place.is_none() {
        let text = shortened(&text);
        reading.note(
            format!("“{text}”不在允许的词中；可用的有 {}", words.join("、")),
            "改成其中一个",
        );
    }
    place
}
