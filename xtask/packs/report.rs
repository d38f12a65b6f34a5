//! The report around the generated tables: a few indicators, sections that events refer to, problems and a plan.

use annual_report::model::{
    Chart, ChartKind, Figure, FigureId, FigureKind, FigureValue, Highlight, Item, Meta, Plan, PlanItem, Point, Problem,
    Project, Report, Section,
};

use crate::{
    events::tags,
    firms::Firm,
    order::Order,
    random::{source, tenths},
};

/// What every title says.
pub const GENERATED: &str = "生成的测试数据";
/// The year that the report is about.
pub const YEAR: u16 = 2021;

/// Indicators with a growth: id, item, subject, unit, and between how many tenths the level lies.
const INDICATORS: [(&str, &str, &str, &str, [i32; 2]); 4] = [
    ("output", "1/1", "规上工业企业产值", "亿元", [3000, 9000]),
    ("investment", "1/2", "固定资产投资", "亿元", [800, 3000]),
    ("revenue", "1/3", "公共财政收入", "亿元", [100, 600]),
    ("exports", "1/1", "出口交货值", "亿元", [200, 900]),
];

/// Counts without a growth.
const COUNTS: [(&str, &str, &str, &str, [i32; 2]); 4] = [
    ("agreements", "2.2/1", "入驻协议", "个", [100, 900]),
    ("high-tech", "2.3/2", "高新技术企业", "家", [50, 600]),
    ("financing-cases", "2.4/1", "协调融资", "件", [50, 400]),
    ("visits", "2.4/2", "现场接待", "次", [100, 800]),
];

/// Sections with their items, numbered as they stand here.
const SECTIONS: [(&str, &str, &str, &[&str]); 5] = [
    ("1", "主要指标", "指标由程序生成。", &["工业", "投资", "财政"]),
    (
        "2.1",
        "工业运行",
        "企业的生产、投产和出口。",
        &["规上企业", "投产与技改", "出口"],
    ),
    ("2.2", "招商与项目", "签约和在建的项目。", &["招商", "项目"]),
    ("2.3", "科技创新", "改造和研发。", &["数字化", "高新技术"]),
    ("2.4", "企业服务", "帮助企业解决困难。", &["纾困融资", "交流"]),
];

/// Says that the data is generated, and from what.
pub fn title(order: &Order) -> String {
    format!("{GENERATED}：{} 户企业，种子 {}", order.enterprises, order.seed)
}

/// A figure of its own, printed with one decimal unless it is a count.
pub fn figure(id: &str, place: &str, subject: &str, value: f64, unit: &str, kind: FigureKind) -> Figure {
    let decimals = if kind == FigureKind::Count { 0 } else { 1 };
    Figure {
        id: id.into(),
        section: place.into(),
        subject: subject.to_owned(),
        value: FigureValue::Number(value),
        unit: unit.to_owned(),
        printed: format!("{value:.decimals$}{unit}"),
        qualifier: None,
        kind,
        growth_of: None,
        part_of: None,
        share_of: None,
        derive_base: true,
        same_as: None,
        earlier_of: None,
        of_year: None,
        enterprises: Vec::new(),
        group: None,
    }
}

/// The report, and the figures of its indicators.
pub fn report(order: &Order, firms: &[Firm], projects: &[Project]) -> (Report, Vec<Figure>) {
    let figures = figures(order);
    let ids = |ids: &[&str]| ids.iter().map(|id| FigureId::from(*id)).collect::<Vec<_>>();
    let chart = |id: &str, title: &str, kind, figures: &[&str]| Chart {
        id: id.to_owned(),
        title: title.to_owned(),
        kind,
        figures: ids(figures),
        of: None,
        section: None,
        whole: None,
        notes: Vec::new(),
    };
    let sections = SECTIONS
        .iter()
        .map(|section| self::section(section, &figures, firms, projects));
    let report = Report {
        meta: Meta {
            title: title(order),
            organisation: format!("测试园区（{GENERATED}）"),
            short_name: "测试园区".to_owned(),
            year: YEAR,
            issuer: "测试数据生成程序".to_owned(),
            printed_on: format!("{YEAR}-12-31"),
            document_type: GENERATED.to_owned(),
        },
        headline: ids(&["output", "investment", "revenue", "exports", "agreements", "high-tech"]),
        highlights: vec![Highlight {
            section: "1".into(),
            text: format!("本报告是{GENERATED}，列名企业和项目都不存在"),
            figures: ids(&["enterprises-named", "projects-named"]),
        }],
        sections: sections.collect(),
        problems: vec![
            problem("3/1", "产业链不完整", Some("chain")),
            problem("3/2", "物流成本高", None),
        ],
        plan: plan(),
        tags: tags(),
        charts: vec![
            chart(
                "growth",
                "四项指标的同比",
                ChartKind::Growth,
                &["output-growth", "investment-growth", "revenue-growth", "exports-growth"],
            ),
            chart(
                "base",
                "本年数与推算的上年基数",
                ChartKind::Base,
                &["output", "investment", "revenue", "exports"],
            ),
            chart(
                "counts",
                "各项工作的数量",
                ChartKind::Levels,
                &["agreements", "high-tech", "financing-cases", "visits"],
            ),
        ],
    };
    (report, figures)
}

fn figures(order: &Order) -> Vec<Figure> {
    let mut random = source(order.seed, 3);
    let count = |id, subject, count: u32, unit| figure(id, "1", subject, count.into(), unit, FigureKind::Count);
    let mut figures = vec![
        count("enterprises-named", "列名企业", order.enterprises, "家"),
        count("projects-named", "列名项目", order.projects, "个"),
    ];
    for (id, place, subject, unit, [low, high]) in INDICATORS {
        let level = tenths(&mut random, low, high);
        let growth = tenths(&mut random, -100, 500);
        let (name, of) = (format!("{id}-growth"), format!("{subject}同比增长"));
        figures.push(figure(id, place, subject, level, unit, FigureKind::Level));
        figures.push(Figure {
            growth_of: Some(id.into()),
            ..figure(&name, place, &of, growth, "%", FigureKind::Growth)
        });
    }
    for (id, place, subject, unit, [low, high]) in COUNTS {
        let value = tenths(&mut random, low, high).round();
        figures.push(figure(id, place, subject, value, unit, FigureKind::Count));
    }
    figures
}

/// A section whose items refer to a few enterprises and projects of their own, as far as there are any.
fn section(
    (id, title, summary, items): &(&str, &str, &str, &[&str]),
    figures: &[Figure],
    firms: &[Firm],
    projects: &[Project],
) -> Section {
    let item = |(number, title): (usize, &&str)| {
        let place = format!("{id}/{number}");
        let here = figures.iter().filter(|figure| figure.section.as_str() == place);
        let says_so = |firm: &&Firm| {
            firm.enterprise
                .events
                .iter()
                .any(|event| event.section.as_str() == place)
        };
        let enterprises = firms.iter().filter(says_so).take(3);
        let projects = projects
            .iter()
            .filter(|project| project.section.as_str() == place)
            .take(3);
        Item {
            id: place.as_str().into(),
            title: (*title).to_owned(),
            follows: Vec::new(),
            points: vec![Point {
                text: format!("{title}方面的情况"),
                figures: here.map(|figure| figure.id.clone()).collect(),
                enterprises: enterprises.map(|firm| firm.enterprise.id.clone()).collect(),
                projects: projects.map(|project| project.id.clone()).collect(),
            }],
        }
    };
    Section {
        id: (*id).into(),
        title: (*title).to_owned(),
        summary: (*summary).to_owned(),
        items: (1..).zip(*items).map(item).collect(),
    }
}

fn problem(id: &str, title: &str, answer: Option<&str>) -> Problem {
    Problem {
        id: id.into(),
        title: title.to_owned(),
        points: vec![format!("{title}，有待改善")],
        answered_by: answer.into_iter().map(Into::into).collect(),
        follows: Vec::new(),
    }
}

fn plan() -> Plan {
    let item = |id: &str, text: &str| PlanItem {
        id: id.into(),
        text: text.to_owned(),
        figures: Vec::new(),
    };
    Plan {
        year: YEAR + 1,
        requirements: vec![item("steady", "稳中求进")],
        opportunities: vec![item("region", "区域协作")],
        industries: vec![item("materials", "新材料"), item("medicine", "生物医药")],
        directions: vec![item("upgrade", "推进智能化改造")],
        chain_strategy: vec![item("chain", "建链、补链")],
        aims: vec![item("growth", "扩大规模")],
    }
}
