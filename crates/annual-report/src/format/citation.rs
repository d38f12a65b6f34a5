//! A figure as others may quote it.

use super::{date, place_name, written};
use crate::model::{Figure, Meta};

/// One line to quote a figure by: what it measures, the figure with everything that qualifies it, the document, the
/// place in it, and the address. `url` is the whole address under which others open it; empty, there is none.
pub fn citation(figure: &Figure, meta: &Meta, url: &str) -> String {
    let mut line = format!(
        "{}：{}。{}《{}》{}，{}{}印发。",
        figure.subject,
        written(figure),
        meta.organisation,
        meta.title,
        place_name(&figure.section),
        meta.issuer,
        date(&meta.printed_on),
    );
    line.push_str(url);
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::tests::figure;
    use crate::model::Qualifier;

    #[test]
    fn a_quotation_keeps_the_qualifier_and_says_where_the_figure_stands() {
        let meta = Meta {
            title: "2021年工作总结".to_owned(),
            organisation: "示例园区".to_owned(),
            short_name: "示例".to_owned(),
            year: 2021,
            issuer: "示例园区办公室".to_owned(),
            printed_on: "2021-12-30".to_owned(),
            document_type: "工作总结".to_owned(),
        };
        let mut expected = figure("56.8亿元", 56.8, "亿元", Some(Qualifier::Expected));
        expected.section = "1/1".into();
        assert_eq!(
            citation(&expected, &meta, "https://example.cn/#/figure/x"),
            "产值：56.8 亿元（预计）。示例园区《2021年工作总结》第一部分第一条，示例园区办公室2021年12月30日印发。https://example.cn/#/figure/x"
        );
    }
}
