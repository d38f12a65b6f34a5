//! Closed lists of words: the pack's words, their order and their types in one place.

use core::fmt;
use serde::Deserializer;
use serde::de::{Error, Visitor};

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
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let place = $crate::model::closed_list::place_of_word(deserializer, Self::WORDS)?;
                Ok(Self::ALL[place])
            }
        }
    };
}

pub(crate) use closed_list;

/// Which of the words the pack has. One visitor for all lists: a derived one for each would weigh 2 KB apiece.
pub(crate) fn place_of_word<'de, D: Deserializer<'de>>(
    deserializer: D,
    words: &'static [&'static str],
) -> Result<usize, D::Error> {
    struct Word(&'static [&'static str]);
    impl Visitor<'_> for Word {
        type Value = usize;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "one of {}", self.0.join(", "))
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
            let place = self.0.iter().position(|word| *word == text);
            place.ok_or_else(|| E::unknown_variant(text, self.0))
        }
    }
    deserializer.deserialize_str(Word(words))
}
