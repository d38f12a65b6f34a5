//! Charts as a report gives them: long Chinese names, qualifiers, derived bases, a fall, a reference line.

use crate::chart::{Amount, ChartSpec, Datum, Origin, Reference, Shape};
use crate::model::{FigureId, Place, Qualifier};

/// Every shape.
pub const SHAPES: [Shape; 5] = [Shape::Bars, Shape::Pairs, Shape::Stack, Shape::Lines, Shape::Panels];

pub fn reported(value: f64, label: &str, qualifier: Option<Qualifier>) -> Amount {
    Amount {
        value,
        interval: None,
        label: label.to_owned(),
        series: "2021年".to_owned(),
        origin: Origin::Reported,
        qualifier,
    }
}

pub fn derived(value: f64, low: f64, high: f64) -> Amount {
    Amount {
        value,
        interval: Some((low, high)),
        label: format!("{value:.1} 亿元（推算，可比口径）"),
        series: "2020年推算（可比口径）".to_owned(),
        origin: Origin::Derived,
        qualifier: None,
    }
}

pub fn datum(label: &str, amount: Amount, other: Option<Amount>) -> Datum {
    Datum {
        label: label.to_owned(),
        amount,
        other,
        at: None,
        panel: None,
        figure: Some(FigureId::from("figure")),
        place: Place::from("2.2/1"),
    }
}

pub fn chart(shape: Shape, unit: &str, data: Vec<Datum>) -> ChartSpec {
    ChartSpec {
        id: "sample".to_owned(),
        title: "各项指标两位数增长".to_owned(),
        unit: unit.to_owned(),
        shape,
        data,
        reference: None,
        source: vec![Place::from("2.2/1")],
        notes: Vec::new(),
        nothing: "报告没有给出这些数值".to_owned(),
    }
}

/// Two bars a datum, the second derived.
pub fn pairs() -> ChartSpec {
    let expected = Some(Qualifier::Expected);
    let row = |label: &str, amount, base: (f64, f64, f64)| datum(label, amount, Some(derived(base.0, base.1, base.2)));
    chart(
        Shape::Pairs,
        "亿元",
        vec![
            row(
                "规上工业企业产值",
                reported(56.8, "56.8 亿元（预计）", expected),
                (49.01, 48.95, 49.07),
            ),
            row("固定资产投资", reported(20.4, "20.4 亿元", None), (17.5, 17.4, 17.6)),
            row(
                "其中：工业投资（含技术改造、设备更新和数字化转型项目）",
                reported(12.6, "近12.6 亿元", Some(Qualifier::Nearly)),
                (9.7, 8.9, 10.4),
            ),
            row(
                "自营出口额，不含保税区",
                reported(3.0, "超3 亿元以上", Some(Qualifier::MoreThan)),
                (2.6, 2.2, 3.1),
            ),
            datum("税收", reported(0.04, "0.04 亿元", None), None),
        ],
    )
}

/// One bar a datum with a fall, bounds and a line to compare with.
pub fn bars() -> ChartSpec {
    let row = |label: &str, value, text: &str, qualifier| datum(label, reported(value, text, qualifier), None);
    let mut spec = chart(
        Shape::Bars,
        "%",
        vec![
            row("一般公共预算收入", 104.3, "104.3%", None),
            row(
                "规模以上工业企业研发经费支出占主营业务收入比重的提升",
                90.0,
                "90%以上",
                Some(Qualifier::AtLeast),
            ),
            row("丝绸纺织（时尚）产业", -12.5, "-12.5%", None),
            row(
                "“机器换人”设备投资占工业投资的比重",
                50.0,
                "超50%以上",
                Some(Qualifier::MoreThan),
            ),
            row("外贸", 0.0, "0%，与上年持平", None),
            row(
                "完成年度投资预算",
                99.0,
                "99%（预计，以年终决算数为准）",
                Some(Qualifier::Expected),
            ),
        ],
    );
    spec.reference = Some(Reference {
        value: 100.0,
        label: "年度预算 100%".to_owned(),
    });
    spec
}

/// One bar a datum with a first stretch.
pub fn stack() -> ChartSpec {
    let part = |value: f64, text: &str| {
        let series = "其中新增".to_owned();
        Some(Amount {
            series,
            ..reported(value, text, None)
        })
    };
    chart(
        Shape::Stack,
        "家",
        vec![
            datum("规上企业", reported(42.0, "42 家", None), part(15.0, "新增15 家")),
            datum(
                "国家级高新技术企业及省级科技型中小企业",
                reported(36.0, "36 家", None),
                part(2.0, "其中新认定2 家"),
            ),
            datum("隐形冠军", reported(1.0, "1 家", None), None),
            datum(
                "人才引进",
                reported(50.0, "50余人次", Some(Qualifier::SomewhatAbove)),
                part(50.0, "全部为本年新引进"),
            ),
        ],
    )
}

/// Two indicators over the years: a year missing, a fall below zero, a bound, an expected end.
pub fn lines() -> ChartSpec {
    let point = |series: &str, year: u16, value: f64, text: &str, qualifier| Datum {
        at: Some(year),
        amount: Amount {
            series: series.to_owned(),
            ..reported(value, text, qualifier)
        },
        ..datum(&format!("{year}年"), reported(value, text, None), None)
    };
    let (output, profit) = ("规上工业企业产值", "其中：利润总额");
    chart(
        Shape::Lines,
        "亿元",
        vec![
            point(output, 2017, 31.2, "31.2 亿元", None),
            point(output, 2018, 36.0, "36 余亿元", Some(Qualifier::SomewhatAbove)),
            point(output, 2020, 43.5, "43.5 亿元", None),
            point(output, 2021, 56.8, "56.8 亿元（预计）", Some(Qualifier::Expected)),
            point(profit, 2017, 2.1, "2.1 亿元", None),
            point(profit, 2018, -1.4, "-1.4 亿元", None),
            point(profit, 2019, 0.0, "0 亿元", None),
            point(profit, 2020, 2.6, "近2.6 亿元", Some(Qualifier::Nearly)),
            point(profit, 2021, 3.3, "3.3 亿元（预计）", Some(Qualifier::Expected)),
        ],
    )
}

/// A bar a status, in a panel a field of work.
pub fn panels() -> ChartSpec {
    let row = |panel: &str, label: &str, value: f64| {
        let amount = Amount {
            origin: Origin::Counted,
            series: "按报告列名统计".to_owned(),
            ..reported(value, &format!("{value} 个"), None)
        };
        Datum {
            panel: Some(panel.to_owned()),
            figure: None,
            ..datum(label, amount, None)
        }
    };
    chart(
        Shape::Panels,
        "个",
        vec![
            row("（一）党的建设", "列名项目", 0.0),
            row("（二）产业升级", "推进", 3.0),
            row("（二）产业升级", "投用", 3.0),
            row("（三）协同开放，以及同高新区的对口协作", "签约", 1.0),
            row("（三）协同开放，以及同高新区的对口协作", "前期", 1.0),
            row("（三）协同开放，以及同高新区的对口协作", "投用", 2.0),
            row("（四）产城融合", "开工", 4.0),
            row("（四）产城融合", "投用", 10.0),
            row("（五）招商引资", "签约", 1.0),
        ],
    )
}

pub fn all() -> [ChartSpec; 5] {
    [pairs(), bars(), stack(), lines(), panels()]
}
