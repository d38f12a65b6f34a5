//! The ways to make a column, and those that several sheets have.

use super::{Column, Kind};

/// One that has to be filled.
pub const fn column(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        field,
        head,
        told,
        kind,
        optional: false,
        waits: false,
    }
}

/// One that may stay empty.
pub const fn optional(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        optional: true,
        ..column(field, head, kind, told)
    }
}

/// One that may stay empty until the import fills it, or somebody does.
pub const fn waiting(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        waits: true,
        ..column(field, head, kind, told)
    }
}

/// What a row is called by.
pub const ID: Column = column(
    "id",
    "编号",
    Kind::Key,
    "唯一，小写英文、数字和连字符；别处用它来引用，逐年不变",
);
/// Where the report says it.
pub const SECTION: Column = column(
    "section",
    "出处",
    Kind::Key,
    "报告的哪一处：1、2.2/1（二（二）一是）、3/2、4；0 是标题、开头和印发栏",
);
/// Figures by their ids.
pub const FIGURES: Column = optional("figures", "数字", Kind::Ids, "数字的编号，一行一个");
/// Enterprises by their ids.
pub const ENTERPRISES: Column = optional("enterprises", "企业", Kind::Ids, "企业的编号，一行一个");
/// Projects by their ids.
pub const PROJECTS: Column = optional("projects", "项目", Kind::Ids, "项目的编号，一行一个");
/// How a name is read.
pub const PINYIN: Column = waiting(
    "pinyin",
    "拼音",
    Kind::Text,
    "名称的全拼，小写，不带声调；空着时由导入填写，多音字请再看一眼",
);
/// The first letters of that.
pub const INITIALS: Column = waiting("initials", "首字母", Kind::Text, "拼音的首字母；空着时由导入填写");
