//! Every sheet with its columns.

use annual_report::model::PackFile;

use super::words::{
    BASES, CATEGORIES, CHART_KINDS, COUNTED, ENTERPRISE_KINDS, FIGURE_KINDS, PLAN_LISTS, QUALIFIERS, STATUSES,
};
use super::{Column, Kind, Rows, Sheet};

const fn column(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        field,
        head,
        told,
        kind,
        optional: false,
        waits: false,
    }
}

const fn optional(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        optional: true,
        ..column(field, head, kind, told)
    }
}

const fn waiting(field: &'static str, head: &'static str, kind: Kind, told: &'static str) -> Column {
    Column {
        waits: true,
        ..column(field, head, kind, told)
    }
}

const ID: Column = column(
    "id",
    "编号",
    Kind::Key,
    "唯一，小写英文、数字和连字符；别处用它来引用，逐年不变",
);
const SECTION: Column = column(
    "section",
    "出处",
    Kind::Key,
    "报告的哪一处：1、2.2/1（二（二）一是）、3/2、4；0 是标题、开头和印发栏",
);
const FIGURES: Column = optional("figures", "数字", Kind::Ids, "数字的编号，一行一个");
const ENTERPRISES: Column = optional("enterprises", "企业", Kind::Ids, "企业的编号，一行一个");
const PROJECTS: Column = optional("projects", "项目", Kind::Ids, "项目的编号，一行一个");
const PINYIN: Column = waiting(
    "pinyin",
    "拼音",
    Kind::Text,
    "名称的全拼，小写，不带声调；空着时由导入填写，多音字请再看一眼",
);
const INITIALS: Column = waiting("initials", "首字母", Kind::Text, "拼音的首字母；空着时由导入填写");

/// Every sheet; one that others lie within comes before them.
pub const SHEETS: &[Sheet] = &[
    Sheet {
        name: "报告",
        told: "这份报告是什么；只有一行",
        file: PackFile::Report,
        rows: Rows::Object("meta"),
        owner: "",
        unfilled: &[],
        columns: &[
            column("title", "标题", Kind::Text, "照印发的写：2021年工作总结"),
            column("organisation", "单位", Kind::Text, "报告说的是哪个园区或部门，全称"),
            column("short_name", "简称", Kind::Text, "窄的地方用"),
            column("year", "年份", Kind::Whole, "报告说的是哪一年"),
            column("issuer", "印发单位", Kind::Text, "照印发的写"),
            waiting("printed_on", "印发日期", Kind::Text, "2021-12-30 这样写"),
            column("document_type", "文种", Kind::Text, "工作总结、工作报告等"),
        ],
    },
    Sheet {
        name: "数字",
        told: "报告里的每一个数，按报告的次序",
        file: PackFile::Figures,
        rows: Rows::File,
        owner: "",
        unfilled: &["value", "printed"],
        columns: &[
            ID,
            SECTION,
            column("subject", "指标", Kind::Text, "量的是什么，单独读也要明白"),
            column("value", "数值", Kind::Value, "数；日期写 2021-10-29，单位写“日期”"),
            column(
                "unit",
                "单位",
                Kind::Key,
                "照报告：亿元、%、倍、家；单写一个年份的，单位是“年”",
            ),
            column(
                "printed",
                "原样",
                Kind::Text,
                "报告里的原样，如 近6倍；凭它和出处能在原文找到",
            ),
            optional("qualifier", "限定", Kind::Word(QUALIFIERS), "报告的限定词，没有就空着"),
            column("kind", "种类", Kind::Word(FIGURE_KINDS), "是哪一种数"),
            optional(
                "growth_of",
                "同比的是",
                Kind::Key,
                "增长、倍数、增减说的是哪一项：那一项的编号",
            ),
            optional("part_of", "属于", Kind::Key, "是哪一项的一部分：那一项的编号"),
            optional("share_of", "占比的是", Kind::Key, "是哪一项的百分比：那一项的编号"),
            optional("derive_base", "推算上年", Kind::No, "不宜推算上年的数时写 否，平常空着"),
            optional("same_as", "同一个数", Kind::Key, "和前面哪一项是同一个数：那一项的编号"),
            optional(
                "earlier_of",
                "往年的是",
                Kind::Key,
                "报告回头说的往年的数：那一项的编号（编号逐年不变，也就是那年报告里的那一项）",
            ),
            optional("of_year", "往年", Kind::Whole, "“往年的是”说的不是上一年时，写哪一年"),
            ENTERPRISES,
            optional("group", "共几家", Kind::Whole, "名单不全时，报告所说的总数"),
        ],
    },
    Sheet {
        name: "主要指标",
        told: "概览上的主要指标，按次序；同比由“同比的是”找到，不用写",
        file: PackFile::Report,
        rows: Rows::List("headline"),
        owner: "",
        unfilled: &[],
        columns: &[column("", "数字", Kind::Key, "数字的编号")],
    },
    Sheet {
        name: "年度要事",
        told: "这一年的几件事",
        file: PackFile::Report,
        rows: Rows::List("highlights"),
        owner: "",
        unfilled: &[],
        columns: &[
            SECTION,
            column("text", "内容", Kind::Text, "自己的短句，不抄整句"),
            FIGURES,
        ],
    },
    Sheet {
        name: "节",
        told: "报告编了号的各节，问题和打算除外",
        file: PackFile::Report,
        rows: Rows::List("sections"),
        owner: "",
        unfilled: &[],
        columns: &[
            column("id", "编号", Kind::Key, "与报告一致：1、2.1、2.2"),
            column("title", "标题", Kind::Text, "短标题"),
            waiting("summary", "概述", Kind::Text, "一句话，自己的话"),
        ],
    },
    Sheet {
        name: "条",
        told: "各节的“一是”“二是”",
        file: PackFile::Report,
        rows: Rows::Within("节", "items"),
        owner: "节",
        unfilled: &[],
        columns: &[
            column("id", "编号", Kind::Key, "2.2/1 是 2.2 的“一是”"),
            column("title", "标题", Kind::Text, "短标题"),
            optional(
                "follows",
                "说的是上年的",
                Kind::Ids,
                "这一条交代了上一年报告的哪个问题（3/2）、哪条打算（4/编号），一行一个；没有就空着",
            ),
        ],
    },
    Sheet {
        name: "要点",
        told: "每一条做了什么，一件一行",
        file: PackFile::Report,
        rows: Rows::Within("条", "points"),
        owner: "条",
        unfilled: &[],
        columns: &[
            column("text", "内容", Kind::Text, "自己的短句，不写数字"),
            FIGURES,
            ENTERPRISES,
            PROJECTS,
        ],
    },
    Sheet {
        name: "问题",
        told: "报告承认的问题",
        file: PackFile::Report,
        rows: Rows::List("problems"),
        owner: "",
        unfilled: &[],
        columns: &[
            column("id", "编号", Kind::Key, "3/1 是第一个"),
            column("title", "标题", Kind::Text, "短标题"),
            optional(
                "answered_by",
                "打算",
                Kind::Ids,
                "真正回应它的打算的编号，一行一个；没有就空着",
            ),
            optional(
                "follows",
                "接着上年的",
                Kind::Ids,
                "上一年的报告已经说过的同一个问题，写那时的编号（3/2）；没有就空着",
            ),
        ],
    },
    Sheet {
        name: "问题要点",
        told: "每个问题包括什么，一件一行",
        file: PackFile::Report,
        rows: Rows::Within("问题", "points"),
        owner: "问题",
        unfilled: &[],
        columns: &[column("", "内容", Kind::Text, "自己的短句")],
    },
    Sheet {
        name: "打算",
        told: "下一年的打算，分六组",
        file: PackFile::Report,
        rows: Rows::Grouped("plan", PLAN_LISTS),
        owner: "组",
        unfilled: &[],
        columns: &[ID, column("text", "内容", Kind::Text, "自己的短句"), FIGURES],
    },
    Sheet {
        name: "打算的年份",
        told: "打算说的是哪一年；只有一行",
        file: PackFile::Report,
        rows: Rows::Object("plan"),
        owner: "",
        unfilled: &[],
        columns: &[column("year", "年份", Kind::Whole, "一般是报告的下一年")],
    },
    Sheet {
        name: "事项用词",
        told: "企业事项可以用的词；不在其中的词会被指出，写错字因此会被发现",
        file: PackFile::Report,
        rows: Rows::List("tags"),
        owner: "",
        unfilled: &[],
        columns: &[column(
            "",
            "词",
            Kind::Key,
            "如 投产、融资；产值增长、出口增长 两个词成为企业表的两列",
        )],
    },
    Sheet {
        name: "图表",
        told: "要画的图，按次序",
        file: PackFile::Report,
        rows: Rows::List("charts"),
        owner: "",
        unfilled: &["title"],
        columns: &[
            column("id", "编号", Kind::Key, "唯一；也是它在地址里的名字"),
            column("title", "标题", Kind::Text, "写出结论"),
            column("kind", "画法", Kind::Word(CHART_KINDS), "怎样画"),
            FIGURES,
            optional(
                "of",
                "统计",
                Kind::Word(COUNTED),
                "画法是“各方面点到多少”时，数的是什么",
            ),
            optional("section", "节", Kind::Key, "放在哪一节下面；空着就只在图表页"),
            optional("whole", "整体", Kind::Text, "画法是“占整体的百分比”时，百分之百是什么"),
            optional("notes", "说明", Kind::Texts, "读图要知道的，一行一句"),
        ],
    },
    Sheet {
        name: "企业",
        told: "报告点到名的企业和机构",
        file: PackFile::Enterprises,
        rows: Rows::File,
        owner: "",
        unfilled: &[],
        columns: &[
            ID,
            column("name", "名称", Kind::Text, "照报告"),
            column("kind", "种类", Kind::Word(ENTERPRISE_KINDS), "是什么样的单位"),
            PINYIN,
            INITIALS,
            column("industry", "行业", Kind::Text, "一两个词"),
            column(
                "industry_basis",
                "行业依据",
                Kind::Word(BASES),
                "报告写明，还是从名称看出",
            ),
        ],
    },
    Sheet {
        name: "企业事项",
        told: "报告说到每家企业的每件事，按报告的次序",
        file: PackFile::Enterprises,
        rows: Rows::Within("企业", "events"),
        owner: "企业",
        unfilled: &[],
        columns: &[
            SECTION,
            column("tag", "词", Kind::Key, "“事项用词”里的一个"),
            column("text", "内容", Kind::Text, "自己的短句"),
            FIGURES,
        ],
    },
    Sheet {
        name: "项目",
        told: "报告点到名的项目",
        file: PackFile::Projects,
        rows: Rows::File,
        owner: "",
        unfilled: &[],
        columns: &[
            ID,
            column("name", "名称", Kind::Text, "照报告"),
            column("category", "类别", Kind::Word(CATEGORIES), "是哪一类项目"),
            column("status", "进展", Kind::Word(STATUSES), "走到哪一步，大家用同一把尺"),
            column("status_printed", "进展原话", Kind::Text, "报告的原话"),
            SECTION,
            PINYIN,
            INITIALS,
            ENTERPRISES,
            FIGURES,
        ],
    },
    Sheet {
        name: "项目另见",
        told: "报告别处又说到的项目",
        file: PackFile::Projects,
        rows: Rows::Within("项目", "also"),
        owner: "项目",
        unfilled: &[],
        columns: &[
            SECTION,
            column("status_printed", "进展原话", Kind::Text, "那一处的原话"),
        ],
    },
];
