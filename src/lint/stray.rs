//! Files that lie where nobody looks.

use crate::config::{self, is_tag};
use crate::diagnostics::{Diagnostics, Place};
use crate::{brand, coverage, lock};

use super::Edition;

const TOP: &[&str] = &[config::FILE, brand::FILE, "assessment.yaml", coverage::FILE, lock::FILE];
const IN_LANGUAGE: &[&str] = &["assessment.yaml", "glossary.yaml", "prose.yaml", "strings.yaml"];

/// Notes to colleagues, which are meant to be read where they lie.
const NOTES: &[&str] = &["readme", "license", "licence", "changelog", "notes", "todo"];

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    for (layer, _) in edition.own() {
        for path in layer.files.0.keys() {
            let place = Place::file(&layer.file(path));
            let (folder, name) = path.split_once('/').unwrap_or(("", path));
            let is_yaml = name.ends_with(".yaml") || name.ends_with(".yml");
            let is_elsewhere = matches!(folder, "assets" | "root");
            if is_elsewhere || is_note(path) || path.split('/').any(|part| part.starts_with('_') && part != brand::FILE)
            {
                continue;
            }
            if path.ends_with(".md") && !is_tag(folder) {
                let finding = diagnostics.warning(&place, "this page is in no language folder, so nobody reads it");
                finding.hint(format!("move it below `{}/`", edition.languages().next().unwrap_or("en")));
            } else if is_yaml && !known(folder).contains(&name) {
                let finding = diagnostics.warning(&place, "nothing reads a file of this name here");
                finding.nearest(name, known(folder).iter().copied());
            }
        }
    }
}

fn known(folder: &str) -> &'static [&'static str] {
    if is_tag(folder) { IN_LANGUAGE } else { TOP }
}

fn is_note(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    NOTES.contains(&stem)
}
