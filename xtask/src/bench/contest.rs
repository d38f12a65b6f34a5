//! Who takes part: the others as their own `contestants.json` has them, and our entry beside them.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{failure::Failure, files};

/// Where our part of a contest lies.
pub struct Places {
    /// The project's folder with our entry and our converter.
    pub ours: PathBuf,
    /// The copy of our build that is measured.
    pub dist: PathBuf,
    /// The browser that everybody is measured in.
    pub browser: PathBuf,
}

/// Writes the merged file into the folder of the others, whose paths are relative to it; returns its path and the
/// names of all who take part.
pub fn write(folder: &Path, places: &Places) -> Result<(PathBuf, Vec<String>), Failure> {
    let theirs = read(&folder.join("contestants.json"))?;
    let entry = places.ours.join("contestant.json");
    let merged = merged(theirs, read(&entry)?, places).map_err(|reason| Failure::Content { path: entry, reason })?;
    let path = folder.join("contestants.ours.json");
    files::write(&path, format!("{merged:#}\n").as_bytes())?;
    Ok((path, names(&merged)))
}

fn read(path: &Path) -> Result<Value, Failure> {
    serde_json::from_str(&files::text(path)?).map_err(|error| Failure::Content {
        path: path.to_path_buf(),
        reason: error.to_string(),
    })
}

/// Their file with our entry at its end, in place of any other of our name, and with the browser to use.
fn merged(mut theirs: Value, mut entry: Value, places: &Places) -> Result<Value, String> {
    let Some(converter) = entry["convert"].as_str() else {
        return Err("没有 convert".to_owned());
    };
    entry["convert"] = json!(places.ours.join(converter));
    entry["dist"] = json!(places.dist);
    let contestants = theirs.get_mut("contestants").and_then(Value::as_array_mut);
    let contestants = contestants.ok_or("对手的 contestants.json 里没有 contestants 列表")?;
    contestants.retain(|other| other["name"] != entry["name"]);
    // Our rows are there to be read before they answer: what is seen first is a contestant of its own.
    if let Some(seen) = entry.as_object_mut().and_then(|entry| entry.remove("seen")) {
        let mut still = entry.clone();
        still["name"] = json!(format!("{}-seen", entry["name"].as_str().unwrap_or_default()));
        still["role"] = json!("rival");
        still["row"] = seen;
        contestants.retain(|other| other["name"] != still["name"]);
        contestants.push(still);
    }
    contestants.push(entry);
    theirs["chromium"] = json!(places.browser);
    Ok(theirs)
}

fn names(merged: &Value) -> Vec<String> {
    let contestants = merged["contestants"].as_array().into_iter().flatten();
    contestants
        .filter_map(|contestant| contestant["name"].as_str().map(str::to_owned))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places {
            ours: "/park/bench".into(),
            dist: "/park/target/bench-dist".into(),
            browser: "/usr/bin/chromium".into(),
        }
    }

    #[test]
    fn the_others_stay_as_they_are_and_we_come_last_with_full_paths() {
        let theirs = json!({"seed": 1, "contestants": [
            {"name": "vue", "dist": "vue/dist", "search": "#q"},
            {"name": "us", "dist": "of another day"},
        ]});
        let entry = json!({"name": "us", "convert": "convert.mjs", "search": "#search"});
        let merged = merged(theirs, entry, &places()).unwrap();
        let convert = places().ours.join("convert.mjs");
        assert_eq!(
            merged,
            json!({"seed": 1, "chromium": "/usr/bin/chromium", "contestants": [
                {"name": "vue", "dist": "vue/dist", "search": "#q"},
                {"name": "us", "dist": "/park/target/bench-dist", "convert": convert, "search": "#search"},
            ]})
        );
        assert_eq!(names(&merged), ["vue", "us"]);
    }

    #[test]
    fn a_file_of_another_form_is_an_error_and_not_a_contest_of_one() {
        let entry = json!({"name": "us", "convert": "convert.mjs"});
        assert!(merged(json!({"contestants": {}}), entry.clone(), &places()).is_err());
        assert!(merged(json!([]), entry, &places()).is_err());
        assert!(merged(json!({"contestants": []}), json!({"name": "us"}), &places()).is_err());
    }

    #[test]
    fn our_own_entry_can_be_merged() {
        let entry: Value = serde_json::from_str(include_str!("../../../bench/contestant.json")).unwrap();
        let merged = merged(json!({"contestants": []}), entry, &places()).unwrap();
        assert_eq!(names(&merged), ["annual-report-seen", "annual-report"]);
        assert_eq!(merged["contestants"][1]["role"], "ours");
        assert_ne!(merged["contestants"][0]["row"], merged["contestants"][1]["row"]);
    }
}
