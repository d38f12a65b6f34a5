//! The same firm under two spellings, which a search finds as two.

use std::collections::HashMap;

use super::consistency::remark;
use super::{Finding, Pack};
use crate::model::PackFile;

/// What firms leave off their names, longest first.
const ENDINGS: [&str; 6] = [
    "有限责任公司",
    "股份有限公司",
    "集团有限公司",
    "有限公司",
    "集团",
    "公司",
];

/// Names that differ in width, blanks, brackets or the legal form alone, or are spoken alike.
pub(super) fn alike(pack: Pack<'_>, found: &mut Vec<Finding>) {
    let enterprises = pack.enterprises.iter();
    let enterprises = enterprises.map(|enterprise| (enterprise.name.as_str(), enterprise.pinyin.as_str()));
    alike_in(PackFile::Enterprises, enterprises, found);
    let projects = pack.projects.iter();
    let projects = projects.map(|project| (project.name.as_str(), project.pinyin.as_str()));
    alike_in(PackFile::Projects, projects, found);
}

fn alike_in<'n>(file: PackFile, names: impl Iterator<Item = (&'n str, &'n str)>, found: &mut Vec<Finding>) {
    let (mut written, mut spoken) = (HashMap::new(), HashMap::new());
    for (row, (name, pinyin)) in names.enumerate() {
        let first_written = *written.entry(bare(name)).or_insert((row, name));
        let first_spoken = *spoken.entry(pinyin).or_insert((row, name));
        let (how, first) = match (first_written.0 != row, first_spoken.0 != row) {
            (true, _) => ("写法相近", first_written),
            (false, true) if !pinyin.is_empty() => ("读音相同", first_spoken),
            _ => continue,
        };
        let (other, first) = first;
        let problem = format!("“{name}”与 /{other} 的“{first}”{how}");
        let advice = "是同一家就合成一项；不是，就照原样保留";
        found.push(remark(file, format!("/{row}/name"), problem, advice));
    }
}

/// A name without what different hands write differently.
fn bare(name: &str) -> String {
    let folded = report_table::fold(name);
    let mut bare: String = folded
        .chars()
        .filter(|c| !c.is_whitespace() && !"()[]【】〔〕“”\"'·-—".contains(*c))
        .collect();
    // What is nothing but a legal form keeps it.
    if let Some(rest) = ENDINGS
        .iter()
        .find_map(|ending| bare.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
    {
        bare.truncate(rest.len());
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn the_same_firm_is_the_same_however_it_is_written() {
        let same = [
            "甲川（重庆）铝业有限公司",
            "甲川(重庆) 铝业",
            "甲川重庆铝业集团有限公司",
            "甲川重庆铝业股份有限公司",
        ];
        for name in same {
            assert_eq!(bare(name), "甲川重庆铝业", "{name}");
        }
        assert_ne!(bare("甲川铝业"), bare("甲川铜业"));
        assert_eq!(bare("公司"), "公司");
    }
}
