//! The words that names are made of, each with its pinyin, syllable by syllable.
//!
//! Places count through the heavenly stems (甲川, 乙岭 …), so that no name can be taken for a real enterprise's.

use annual_report::model::{Category, Status};

/// Characters and their pinyin, with a space between syllables.
pub type Word = (&'static str, &'static str);

/// First halves of places.
pub const STEMS: [Word; 10] = [
    ("甲", "jia"),
    ("乙", "yi"),
    ("丙", "bing"),
    ("丁", "ding"),
    ("戊", "wu"),
    ("己", "ji"),
    ("庚", "geng"),
    ("辛", "xin"),
    ("壬", "ren"),
    ("癸", "gui"),
];

/// Second halves of places.
pub const LANDSCAPES: [Word; 10] = [
    ("川", "chuan"),
    ("岭", "ling"),
    ("江", "jiang"),
    ("塘", "tang"),
    ("坪", "ping"),
    ("峰", "feng"),
    ("湾", "wan"),
    ("桥", "qiao"),
    ("溪", "xi"),
    ("坝", "ba"),
];

/// First syllables of brands.
#[rustfmt::skip]
pub const BRAND_BEGINNINGS: [Word; 30] = [
    ("华", "hua"), ("金", "jin"), ("恒", "heng"), ("鑫", "xin"), ("宏", "hong"), ("永", "yong"), ("瑞", "rui"),
    ("东", "dong"), ("海", "hai"), ("博", "bo"), ("德", "de"), ("新", "xin"), ("泰", "tai"), ("安", "an"),
    ("嘉", "jia"), ("国", "guo"), ("力", "li"), ("蓝", "lan"), ("康", "kang"), ("美", "mei"), ("云", "yun"),
    ("龙", "long"), ("凯", "kai"), ("万", "wan"), ("福", "fu"), ("星", "xing"), ("紫", "zi"), ("同", "tong"),
    ("众", "zhong"), ("广", "guang"),
];

/// Second syllables of brands.
#[rustfmt::skip]
pub const BRAND_ENDINGS: [Word; 30] = [
    ("达", "da"), ("源", "yuan"), ("通", "tong"), ("丰", "feng"), ("利", "li"), ("和", "he"), ("信", "xin"),
    ("诚", "cheng"), ("远", "yuan"), ("腾", "teng"), ("昌", "chang"), ("盛", "sheng"), ("岳", "yue"),
    ("辉", "hui"), ("科", "ke"), ("隆", "long"), ("润", "run"), ("航", "hang"), ("宇", "yu"), ("杰", "jie"),
    ("联", "lian"), ("亚", "ya"), ("维", "wei"), ("顺", "shun"), ("邦", "bang"), ("创", "chuang"), ("洋", "yang"),
    ("诺", "nuo"), ("鼎", "ding"), ("森", "sen"),
];

/// Industries, each with its trades.
#[rustfmt::skip]
pub const INDUSTRIES: [(&str, [Word; 6]); 8] = [
    ("新材料", [
        ("铝业", "lv ye"), ("玻纤", "bo xian"), ("硅材", "gui cai"), ("碳素", "tan su"), ("钛业", "tai ye"),
        ("复合材料", "fu he cai liao"),
    ]),
    ("生物医药", [
        ("制药", "zhi yao"), ("胶囊", "jiao nang"), ("药材", "yao cai"), ("医药", "yi yao"),
        ("生物科技", "sheng wu ke ji"), ("医疗器械", "yi liao qi xie"),
    ]),
    ("食品加工", [
        ("食品", "shi pin"), ("粮油", "liang you"), ("茶业", "cha ye"), ("酒业", "jiu ye"),
        ("肉制品", "rou zhi pin"), ("调味品", "tiao wei pin"),
    ]),
    ("轻纺服装", [
        ("丝绸", "si chou"), ("纺织", "fang zhi"), ("服饰", "fu shi"), ("家纺", "jia fang"), ("鞋业", "xie ye"),
        ("针织", "zhen zhi"),
    ]),
    ("电子信息", [
        ("电子", "dian zi"), ("光电", "guang dian"), ("通信", "tong xin"), ("软件", "ruan jian"),
        ("信息技术", "xin xi ji shu"), ("半导体", "ban dao ti"),
    ]),
    ("装备制造", [
        ("机械", "ji xie"), ("机电", "ji dian"), ("模具", "mu ju"), ("轴承", "zhou cheng"), ("电机", "dian ji"),
        ("汽车部件", "qi che bu jian"),
    ]),
    ("绿色建材", [
        ("建材", "jian cai"), ("水泥", "shui ni"), ("陶瓷", "tao ci"), ("门窗", "men chuang"), ("管业", "guan ye"),
        ("石材", "shi cai"),
    ]),
    ("能源环保", [
        ("能源", "neng yuan"), ("环保", "huan bao"), ("光伏", "guang fu"), ("水务", "shui wu"), ("储能", "chu neng"),
        ("再生资源", "zai sheng zi yuan"),
    ]),
];

/// What enterprises call themselves; what is common stands here more than once.
pub const SUFFIXES: [Word; 8] = [
    ("有限公司", "you xian gong si"),
    ("有限公司", "you xian gong si"),
    ("有限公司", "you xian gong si"),
    ("有限公司", "you xian gong si"),
    ("股份有限公司", "gu fen you xian gong si"),
    ("有限责任公司", "you xian ze ren gong si"),
    ("集团有限公司", "ji tuan you xian gong si"),
    ("厂", "chang"),
];

/// What projects build, with what sort of project that is.
pub const WORKS: [(Category, Word); 12] = [
    (Category::Industry, ("扩建项目", "kuo jian xiang mu")),
    (Category::Industry, ("二期项目", "er qi xiang mu")),
    (Category::Industry, ("技改项目", "ji gai xiang mu")),
    (Category::Industry, ("生产线项目", "sheng chan xian xiang mu")),
    (Category::Platform, ("孵化园", "fu hua yuan")),
    (Category::Platform, ("标准厂房", "biao zhun chang fang")),
    (Category::Infrastructure, ("道路改造", "dao lu gai zao")),
    (Category::Infrastructure, ("堆场", "dui chang")),
    (Category::PublicService, ("人才公寓", "ren cai gong yu")),
    (Category::RealEstate, ("商务楼", "shang wu lou")),
    (Category::Environment, ("污水处理站", "wu shui chu li zhan")),
    (Category::Legacy, ("闲置厂房盘活", "xian zhi chang fang pan huo")),
];

/// How far projects have come, with the phrases for it.
pub const STATES: [(Status, [&str; 2]); 6] = [
    (Status::Intention, ["达成意向", "正在洽谈"]),
    (Status::Signed, ["签约入驻", "签订协议"]),
    (Status::Preparation, ["办理前期手续", "完成立项"]),
    (Status::Started, ["开工建设", "实质性开工"]),
    (Status::UnderWay, ["加快推进", "主体完工"]),
    (Status::InUse, ["建成投用", "完工投产"]),
];
