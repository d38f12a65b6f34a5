//! What happens to generated enterprises: for each tag where the report says so, and sentences with room for numbers.

use annual_report::model::{Event, Tag};
use fastrand::Rng;

use crate::random::one_of;

/// A sort of event.
struct Kind {
    tag: &'static str,
    place: &'static str,
    sentences: [&'static str; 2],
}

const fn kind(tag: &'static str, place: &'static str, sentences: [&'static str; 2]) -> Kind {
    Kind { tag, place, sentences }
}

/// `{a}` 万元, `{b}` hundreds, `{c}` up to twelve, `{m}` 亿元, `{p}` percent.
#[rustfmt::skip]
const KINDS: [Kind; 12] = [
    kind("升规入统", "2.1/1", ["首次纳入规上统计，全年营业收入{a}万元", "年内升规入统，年末从业人员{b}人"]),
    kind("投产", "2.1/2", ["{c}条生产线建成投产，新增产能{b}吨", "{c}月建成投产，当年实现产值{a}万元"]),
    kind("技改扩能", "2.1/2", ["技改投入{a}万元，产能提高{p}%", "更换设备{b}台，单位能耗下降{p}%"]),
    kind("招商合作", "2.2/1", ["引进配套企业{c}家，协议投资{m}亿元", "与{c}家客商签约，拟投资{m}亿元"]),
    kind("项目建设", "2.2/2", ["扩建项目完成投资{a}万元，新增用地{b}亩", "二期厂房建成{c}栋，完成投资{a}万元"]),
    kind("数字化车间", "2.3/1", ["建成数字化车间{c}个，接入设备{b}台", "数字化车间投用，人均产出提高{p}%"]),
    kind("智能化改造", "2.3/1", ["智能化改造投入{a}万元，上线系统{c}套", "改造生产线{c}条，不良品率下降{p}%"]),
    kind("高新技术企业", "2.3/2", ["通过高新技术企业认定，研发投入{a}万元", "高新技术产品占全年收入的{p}%"]),
    kind("研发平台", "2.3/2", ["设立研发平台{c}个，引进技术人员{b}人", "获批市级研发机构，新增专利{c}件"]),
    kind("脱困", "2.4/1", ["停产{c}个月后恢复生产，返岗{b}人", "化解欠款{a}万元，恢复正常经营"]),
    kind("融资", "2.4/1", ["经协调获得贷款{a}万元，期限{c}年", "与金融机构签订融资协议{m}亿元"]),
    kind("参观点", "2.4/2", ["列为现场参观点，全年接待{b}人次", "承办现场会{c}次，到场{b}人"]),
];

/// Where the report states growth of output.
pub const OUTPUT_PLACE: &str = "2.1/1";
/// Where the report states growth of exports.
pub const EXPORT_PLACE: &str = "2.1/3";

/// Every tag that an event of the pack may have, for `report.json`.
pub fn tags() -> Vec<Tag> {
    let growths = [Tag::OUTPUT_GROWTH, Tag::EXPORT_GROWTH];
    let others = KINDS.iter().map(|kind| kind.tag);
    growths.into_iter().chain(others).map(Tag::from).collect()
}

/// One to three events, each of another sort, in the report's order.
pub fn events(random: &mut Rng) -> Vec<Event> {
    let count = random.usize(1..=3);
    let mut kinds = random.choose_multiple(KINDS.iter().enumerate(), count);
    kinds.sort_by_key(|(place, _)| *place);
    let event = |(_, kind): (usize, &Kind)| Event {
        section: kind.place.into(),
        tag: kind.tag.into(),
        text: filled(random, &kind.sentences),
        figures: Vec::new(),
    };
    kinds.into_iter().map(event).collect()
}

fn filled(random: &mut Rng, sentences: &[&str]) -> String {
    one_of(random, sentences)
        .replace("{a}", &random.u32(80..40_000).to_string())
        .replace("{b}", &random.u32(5..900).to_string())
        .replace("{c}", &random.u32(1..=12).to_string())
        .replace("{m}", &with_decimal(random.u32(2..180)))
        .replace("{p}", &with_decimal(random.u32(8..460)))
}

fn with_decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_10_to_40_characters_and_a_number() {
        let mut random = Rng::with_seed(1);
        for kind in &KINDS {
            for _ in 0..100 {
                let text = filled(&mut random, &kind.sentences);
                assert!((10..=40).contains(&text.chars().count()), "{text}");
                assert!(text.contains(|character: char| character.is_ascii_digit()), "{text}");
                assert!(!text.contains('{'), "{text}");
            }
        }
    }

    #[test]
    fn no_enterprise_has_two_events_of_one_sort() {
        let mut random = Rng::with_seed(1);
        for _ in 0..200 {
            let events = events(&mut random);
            let mut tags: Vec<&str> = events.iter().map(|event| event.tag.as_str()).collect();
            tags.sort_unstable();
            tags.dedup();
            assert!((1..=3).contains(&events.len()) && tags.len() == events.len());
        }
    }
}
