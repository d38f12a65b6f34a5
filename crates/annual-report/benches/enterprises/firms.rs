//! Made-up enterprises: names of a place, a brand, a trade and a suffix, one to three events with numbers, growth for
//! most. As alike as those of a real pack are: few characters, endings that nearly all share. The same every time.

use std::borrow::Cow;

use annual_report::model::{Columns, Enterprise, EnterpriseKind, Enterprises, Event, IndustryBasis};

/// Characters and their pinyin, with a space between syllables.
type Word = (&'static str, &'static str);

#[rustfmt::skip]
const PLACES: [Word; 10] = [
    ("甲川", "jia chuan"), ("乙岭", "yi ling"), ("丙江", "bing jiang"), ("丁塘", "ding tang"), ("戊坪", "wu ping"),
    ("己峰", "ji feng"), ("庚湾", "geng wan"), ("辛桥", "xin qiao"), ("壬溪", "ren xi"), ("癸坝", "gui ba"),
];
#[rustfmt::skip]
const BEGINNINGS: [Word; 20] = [
    ("华", "hua"), ("金", "jin"), ("恒", "heng"), ("鑫", "xin"), ("宏", "hong"), ("永", "yong"), ("瑞", "rui"),
    ("东", "dong"), ("海", "hai"), ("博", "bo"), ("德", "de"), ("新", "xin"), ("泰", "tai"), ("安", "an"),
    ("嘉", "jia"), ("蓝", "lan"), ("康", "kang"), ("云", "yun"), ("龙", "long"), ("星", "xing"),
];
#[rustfmt::skip]
const ENDINGS: [Word; 20] = [
    ("达", "da"), ("源", "yuan"), ("通", "tong"), ("丰", "feng"), ("和", "he"), ("信", "xin"), ("诚", "cheng"),
    ("远", "yuan"), ("腾", "teng"), ("昌", "chang"), ("盛", "sheng"), ("辉", "hui"), ("科", "ke"), ("隆", "long"),
    ("润", "run"), ("航", "hang"), ("宇", "yu"), ("杰", "jie"), ("鼎", "ding"), ("森", "sen"),
];
#[rustfmt::skip]
const TRADES: [(&str, [Word; 3]); 6] = [
    ("新材料", [("铝业", "lv ye"), ("玻纤", "bo xian"), ("复合材料", "fu he cai liao")]),
    ("生物医药", [("制药", "zhi yao"), ("药材", "yao cai"), ("医疗器械", "yi liao qi xie")]),
    ("食品加工", [("粮油", "liang you"), ("茶业", "cha ye"), ("调味品", "tiao wei pin")]),
    ("轻纺服装", [("丝绸", "si chou"), ("纺织", "fang zhi"), ("服饰", "fu shi")]),
    ("电子信息", [("光电", "guang dian"), ("软件", "ruan jian"), ("半导体", "ban dao ti")]),
    ("装备制造", [("机械", "ji xie"), ("模具", "mu ju"), ("汽车部件", "qi che bu jian")]),
];
/// What is common stands here more than once.
#[rustfmt::skip]
const SUFFIXES: [Word; 6] = [
    ("有限公司", "you xian gong si"), ("有限公司", "you xian gong si"), ("有限公司", "you xian gong si"),
    ("股份有限公司", "gu fen you xian gong si"), ("集团有限公司", "ji tuan you xian gong si"), ("厂", "chang"),
];
/// Sections, tags, and texts around a number.
#[rustfmt::skip]
const EVENTS: [(&str, &str, &str, &str); 8] = [
    ("2.1/1", "升规入统", "首次纳入规上统计，全年营业收入", "万元"),
    ("2.1/2", "投产", "生产线建成投产，当年实现产值", "万元"),
    ("2.1/2", "技改扩能", "更换设备并扩建厂房，技改投入", "万元"),
    ("2.2/1", "招商合作", "与上下游客商签约，协议投资", "万元"),
    ("2.3/1", "数字化车间", "数字化车间投用，接入设备", "台"),
    ("2.3/2", "高新技术企业", "通过高新技术企业认定，研发投入", "万元"),
    ("2.4/1", "融资", "经协调获得贷款", "万元"),
    ("2.4/2", "参观点", "列为现场参观点，全年接待", "人次"),
];

/// Numbers that look random and are the same every time: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % most as u64) as usize
    }

    fn one_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }
}

/// `enterprises.json` of so many enterprises in the column layout, as a publisher would ship it.
pub fn file(count: usize) -> Vec<u8> {
    let mut random = Random(2021);
    let rows: Vec<Enterprise> = (0..count).map(|number| firm(&mut random, number)).collect();
    let table = Enterprises::new(&rows);
    let mut growth = |missing: usize, low: f64| -> Vec<f64> {
        let one = |_| match random.below(100) < missing {
            true => f64::NAN,
            false => low + random.below(1200) as f64 / 10.0,
        };
        (0..count).map(one).collect()
    };
    let file = Columns {
        growth: growth(8, -40.0),
        growth_section: vec![Cow::Borrowed("2.1/1")],
        export_growth: growth(55, -60.0),
        export_growth_section: vec![Cow::Borrowed("2.1/3")],
        decimals: vec![1],
        ..table.columns()
    };
    serde_json::to_vec(&file).expect("columns are JSON")
}

fn firm(random: &mut Random, number: usize) -> Enterprise {
    let (industry, trades) = random.one_of(&TRADES);
    let words = [
        random.one_of(&PLACES),
        random.one_of(&BEGINNINGS),
        random.one_of(&ENDINGS),
        random.one_of(trades),
        random.one_of(&SUFFIXES),
    ];
    let syllables = || words.iter().flat_map(|(_, pinyin)| pinyin.split(' '));
    // Each event of another sort: places in the list that rise.
    let (first, step) = (random.below(3), 1 + random.below(2));
    let events = (0..1 + random.below(3)).map(|nth| {
        let (section, tag, before, unit) = EVENTS[first + nth * step];
        Event {
            section: section.into(),
            tag: tag.into(),
            text: format!("{before}{}{unit}", 5 + random.below(40_000)),
            figures: Vec::new(),
        }
    });
    let events = events.collect();
    Enterprise {
        id: format!("e-{number:06}").as_str().into(),
        name: words.iter().map(|(printed, _)| *printed).collect(),
        kind: match random.below(25) {
            0 => EnterpriseKind::StateOwned,
            _ => EnterpriseKind::Enterprise,
        },
        pinyin: syllables().collect(),
        initials: syllables().filter_map(|syllable| syllable.chars().next()).collect(),
        industry: (*industry).to_owned(),
        industry_basis: IndustryBasis::Name,
        events,
    }
}
