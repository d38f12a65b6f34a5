//! The 2021 pack, exported and read back: what the files say is what the pack's own JSON says.

use serde_json::{Value, json};

use super::reader::{cell_of, rows};
use super::{ABOUT, pieces};
use crate::export::{enterprises_csv, enterprises_json, projects_csv, projects_json};
use crate::format::{place_name, written};
use crate::model::{
    Enterprises, Place, Project, decode_enterprise_table, decode_enterprises, decode_figures, decode_projects,
};
use crate::stats::Figures;

const FIGURES: &[u8] = include_bytes!("../../../../../data/2021/figures.json");
const ENTERPRISES: &[u8] = include_bytes!("../../../../../data/2021/enterprises.json");
const PROJECTS: &[u8] = include_bytes!("../../../../../data/2021/projects.json");

struct Files {
    figures: Figures,
    enterprises: Enterprises,
    projects: Vec<Project>,
}

fn files() -> Files {
    Files {
        figures: Figures::new(decode_figures(FIGURES).unwrap()),
        enterprises: decode_enterprise_table(ENTERPRISES).unwrap(),
        projects: decode_projects(PROJECTS).unwrap(),
    }
}

fn list(bytes: &[u8]) -> Vec<Value> {
    serde_json::from_slice(bytes).unwrap()
}

fn entries(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn place(value: &Value) -> String {
    place_name(&Place::from(value.as_str().unwrap()))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    cell_of(&parts.collect::<Vec<_>>().join("；"))
}

fn enterprises_read_back() -> Vec<Vec<String>> {
    let Files {
        figures, enterprises, ..
    } = files();
    let all = 0..enterprises.len() as u32;
    rows(&pieces(|sink| enterprises_csv(&enterprises, Some(&figures), &mut all.clone(), sink)).concat())
}

fn projects_read_back() -> Vec<Vec<String>> {
    let Files {
        figures,
        enterprises,
        projects,
    } = files();
    let all = 0..projects.len() as u32;
    rows(&pieces(|sink| projects_csv(&projects, Some(&enterprises), Some(&figures), &mut all.clone(), sink)).concat())
}

/// Number, qualifier and place of the growth that the events of an enterprise state.
fn growth(enterprise: &Value, tag: &str, figures: &[Value]) -> [String; 3] {
    let events = entries(&enterprise["events"])
        .iter()
        .filter(|event| event["tag"] == tag);
    let ids = events.flat_map(|event| entries(&event["figures"]));
    let stated = ids.map(|id| figures.iter().find(|figure| figure["id"] == *id).unwrap());
    match stated.into_iter().find(|figure| figure["kind"] == "growth") {
        // Both print a number of few decimals in its shortest form.
        Some(figure) => [
            figure["value"].as_f64().unwrap().to_string(),
            text(&figure["qualifier"]),
            place(&figure["section"]),
        ],
        None => Default::default(),
    }
}

#[test]
fn every_enterprise_is_read_back_as_the_pack_has_it() {
    let figures = list(FIGURES);
    let expected = list(ENTERPRISES).into_iter().map(|enterprise| {
        let events = entries(&enterprise["events"]);
        let mut row = vec![
            cell_of(enterprise["name"].as_str().unwrap()),
            match enterprise["kind"].as_str().unwrap() {
                "enterprise" => "企业",
                "state-owned" => "国有企业",
                "institution" => "机构",
                other => {
                    assert_eq!(other, "incubator");
                    "孵化器"
                }
            }
            .to_owned(),
            cell_of(enterprise["industry"].as_str().unwrap()),
            if enterprise["industry_basis"] == "name" {
                "按名称归类"
            } else {
                "报告写明"
            }
            .to_owned(),
            events.len().to_string(),
            joined(
                events
                    .iter()
                    .map(|event| format!("{}：{}", text(&event["tag"]), text(&event["text"]))),
            ),
            joined(events.iter().map(|event| place(&event["section"]))),
        ];
        row.extend(growth(&enterprise, "产值增长", &figures));
        row.extend(growth(&enterprise, "出口增长", &figures));
        row.push("否".to_owned());
        row
    });
    let expected: Vec<Vec<String>> = expected.collect();
    assert_eq!(enterprises_read_back()[1..], expected);
}

#[test]
fn every_project_is_read_back_as_the_pack_has_it() {
    let (enterprises, figures) = (list(ENTERPRISES), decode_figures(FIGURES).unwrap());
    let name = |id: &Value| text(&enterprises.iter().find(|enterprise| enterprise["id"] == *id).unwrap()["name"]);
    let told = |id: &Value| {
        let figure = figures.iter().find(|figure| figure.id.as_str() == id).unwrap();
        format!("{} {}", figure.subject, written(figure))
    };
    let expected = list(PROJECTS).into_iter().map(|project| {
        let also = entries(&project["also"]).iter();
        vec![
            cell_of(project["name"].as_str().unwrap()),
            text(&project["category"]),
            text(&project["status"]),
            cell_of(project["status_printed"].as_str().unwrap()),
            place(&project["section"]),
            joined(also.map(|also| format!("{}：{}", place(&also["section"]), text(&also["status_printed"])))),
            joined(entries(&project["enterprises"]).iter().map(name)),
            joined(entries(&project["figures"]).iter().map(told)),
        ]
    });
    let expected: Vec<Vec<String>> = expected.collect();
    let read = projects_read_back();
    let head = [
        "名称",
        "类别",
        "进度",
        "报告原话",
        "出处",
        "其他出处与原话",
        "参与企业",
        "数字",
    ];
    assert_eq!(read[0], head);
    assert_eq!(read[1..], expected);
}

#[test]
fn qualifiers_stay_with_their_numbers() {
    let read = enterprises_read_back();
    let row = |name: &str| read.iter().find(|row| row[0] == name).unwrap();
    assert_eq!(row("三磊玻纤")[7..10], ["50", "超…以上", "二（二）一是"]);
    assert_eq!(row("科瑞南海制药")[7..13], ["", "", "", "26.8", "", "二（二）一是"]);
    let read = projects_read_back();
    let row = |name: &str| read.iter().find(|row| row[0] == name).unwrap();
    assert!(row("华录黔江数据湖科技园")[7].ends_with("30 亿元（拟）"), "{read:?}");
    assert!(row("全自动上胶生产线")[7].ends_with("一条"), "{read:?}");
}

#[test]
fn json_has_the_packs_own_records_and_decodes_as_the_pack_does() {
    let Files {
        figures,
        enterprises,
        projects,
    } = files();
    let file = |pieces: Vec<String>| serde_json::from_str::<Value>(&pieces.concat()).unwrap();
    let bytes = |value: &Value| serde_json::to_vec(value).unwrap();
    let all = 0..enterprises.len() as u32;
    let told = file(pieces(|sink| {
        enterprises_json(&enterprises, Some(&figures), &ABOUT, &mut all.clone(), sink)
    }));
    // Equal as decoded, and equal as JSON: numbers may be written as 7 or 7.0, so these are compared decoded.
    assert_eq!(entries(&told["rows"]), list(ENTERPRISES));
    assert_eq!(
        decode_enterprises(&bytes(&told["rows"])).unwrap(),
        decode_enterprises(ENTERPRISES).unwrap()
    );
    let events = list(ENTERPRISES)
        .into_iter()
        .flat_map(|enterprise| entries(&enterprise["events"]).to_vec());
    let named: Vec<Value> = events.flat_map(|event| entries(&event["figures"]).to_vec()).collect();
    assert_eq!(
        decode_figures(&bytes(&told["figures"])).unwrap(),
        referred(&figures, &named)
    );

    let all = 0..projects.len() as u32;
    let told = file(pieces(|sink| {
        projects_json(&projects, Some(&figures), &ABOUT, &mut all.clone(), sink)
    }));
    assert_eq!(entries(&told["rows"]), list(PROJECTS));
    assert_eq!(decode_projects(&bytes(&told["rows"])).unwrap(), projects);
    let named: Vec<Value> = list(PROJECTS)
        .into_iter()
        .flat_map(|project| entries(&project["figures"]).to_vec())
        .collect();
    assert_eq!(
        decode_figures(&bytes(&told["figures"])).unwrap(),
        referred(&figures, &named)
    );
    assert_eq!((&told["title"], &told["total"]), (&json!("园区年报"), &json!(32)));
}

fn referred(figures: &Figures, named: &[Value]) -> Vec<crate::model::Figure> {
    let all = figures.all().iter();
    all.filter(|figure| named.contains(&json!(figure.id.as_str())))
        .cloned()
        .collect()
}

#[test]
fn what_is_not_at_hand_is_named_by_its_id() {
    let projects = files().projects;
    let read = rows(&pieces(|sink| projects_csv(&projects, None, None, &mut (0..3), sink)).concat());
    assert_eq!(read[3][6..], ["wei-mei-di-tan", "gluing-line"]);
}
