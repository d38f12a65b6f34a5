//! A chart's scene in full, against unintended changes. `UPDATE_SNAPSHOTS=1 cargo test` writes it anew; look at the diff.

use core::fmt::Write;
use std::path::PathBuf;

use super::{ChartSpec, Layout, Scene, draw};

/// A line an element, numbers to a tenth of a pixel.
fn printed(scene: &Scene) -> String {
    let mut out = format!(
        "scene {:.1} × {:.1}, zero at {:.1}\n",
        scene.width, scene.height, scene.zero
    );
    for line in &scene.lines {
        let (role, datum) = (line.role, line.datum);
        writeln!(
            out,
            "{role:?} {datum:?} {:.1},{:.1} – {:.1},{:.1}",
            line.x1, line.y1, line.x2, line.y2
        )
        .unwrap();
    }
    for mark in &scene.marks {
        let (datum, part, origin, certainty) = (mark.datum, mark.part, mark.origin, mark.certainty);
        writeln!(
            out,
            "{part:?} {datum} {:.1},{:.1} + {:.1} × {:.1} {origin:?} {certainty:?}",
            mark.x, mark.y, mark.width, mark.height
        )
        .unwrap();
    }
    for point in &scene.points {
        let (series, datum, origin, certainty) = (point.series, point.datum, point.origin, point.certainty);
        writeln!(
            out,
            "point {series} {datum} {:.1},{:.1} ± {:.1} {origin:?} {certainty:?}",
            point.x, point.y, point.radius
        )
        .unwrap();
    }
    for text in &scene.texts {
        let (role, datum, anchor) = (text.role, text.datum, text.anchor);
        writeln!(
            out,
            "{role:?} {datum:?} {:.1},{:.1} {anchor:?} {:.1} {}",
            text.x, text.y, text.size, text.content
        )
        .unwrap();
    }
    for hit in &scene.hits {
        writeln!(
            out,
            "hit {} {:.1},{:.1} + {:.1} × {:.1}",
            hit.datum, hit.x, hit.y, hit.width, hit.height
        )
        .unwrap();
    }
    out
}

/// Fails where a chart's pictures at these widths are not those of the snapshot of this name.
pub fn looks_as_it_did(name: &str, spec: &ChartSpec, widths: [f64; 2]) {
    let picture = widths
        .map(|width| printed(&draw(spec, Layout { width, font: 16.0 })))
        .join("\n");
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{name}.txt"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &picture).unwrap();
    }
    let before = std::fs::read_to_string(&path).expect("no snapshot yet: run once with UPDATE_SNAPSHOTS=1");
    assert!(
        picture == before,
        "if the change of {name} is meant, run with UPDATE_SNAPSHOTS=1 and look at the diff"
    );
}
