//! Values of the files that merge: brand, settings, words of the interface, terms, and what is asked around the questions.

use std::collections::BTreeSet;

use crate::trace::{Document, brief};
use crate::yaml::{Found, Node, find, leaves};

use super::{Change, Row, Side, union};

pub(super) fn compare(one: &Side, other: &Side) -> Vec<Row> {
    let paths = union(paths(one), paths(other));
    let mut rows: Vec<Row> = paths.into_iter().flat_map(|path| document(path, one, other)).collect();
    rows.sort_by_key(|row| PARTS.iter().position(|(_, part)| *part == row.part));
    rows
}

/// The files by their names in keys, in the order they are told.
const PARTS: &[(&str, &str)] = &[
    ("assessment", "assessment"),
    ("brand", "brand"),
    ("handbook", "settings"),
    ("strings", "interface"),
    ("glossary", "glossary"),
    ("prose", "prose rules"),
];

fn paths<'s>(side: &'s Side) -> Vec<&'s str> {
    side.documents.iter().map(|one| one.path.as_str()).collect()
}

fn document(path: &str, one: &Side, other: &Side) -> Vec<Row> {
    let of = |side: &Side| side.documents.iter().find(|one| one.path == path).and_then(Document::merged);
    let known = one.documents.iter().chain(&other.documents).find(|one| one.path == path);
    let Some(document) = known else {
        return Vec::new();
    };
    let part = PARTS.iter().find(|(name, _)| *name == document.name).map_or("other", |(_, part)| *part);
    let prefix = document.lang.as_ref().map(|lang| format!("{lang}:")).unwrap_or_default();
    let [now, before] = [of(one), of(other)];
    let rows = keys(now.as_ref(), before.as_ref(), document.name).into_iter().filter(|key| is_told(document.name, key));
    rows.filter_map(|key| row(part, &prefix, &key, now.as_ref(), before.as_ref())).collect()
}

/// Keys whose values may differ: where a whole branch is new or gone, the branch. A brand is told value by value.
fn keys(now: Option<&Node>, before: Option<&Node>, name: &str) -> BTreeSet<String> {
    let from = |node: Option<&Node>, other: Option<&Node>| -> Vec<String> {
        let keys = node.map(leaves).unwrap_or_default();
        keys.into_iter().map(|(key, _)| if name == "brand" { key } else { highest(&key, other) }).collect()
    };
    from(now, before).into_iter().chain(from(before, now)).collect()
}

/// The shortest beginning of `key` that `other` does not have; the whole key if it has them all.
fn highest(key: &str, other: Option<&Node>) -> String {
    let ends = key.match_indices('.').map(|(at, _)| at).chain([key.len()]);
    let missing = ends.map(|end| &key[..end]).find(|key| value(other, key).is_none());
    missing.unwrap_or(key).to_owned()
}

fn value<'n>(node: Option<&'n Node>, key: &str) -> Option<&'n Node> {
    match find(node?, key) {
        Found::Value(value) => Some(value),
        _ => None,
    }
}

/// Questions are told by their own, ids by the branch they name, and an address is for one edition anyway.
fn is_told(name: &str, key: &str) -> bool {
    let is_question = name == "assessment" && (key.starts_with("items.") || key.contains(".items."));
    let is_own = name == "handbook" && matches!(key, "base_url" | "extends");
    let is_inherit = name == "brand" && key == "defaults.portaat.inherit";
    !(is_question || is_own || is_inherit || key.ends_with(".id"))
}

fn row(part: &'static str, prefix: &str, key: &str, now: Option<&Node>, before: Option<&Node>) -> Option<Row> {
    let what = format!("{prefix}{key}");
    match (value(now, key), value(before, key)) {
        (Some(now), None) => Some(Row::new(part, Change::Added, what, brief(now))),
        (None, Some(before)) => Some(Row::new(part, Change::Removed, what, brief(before))),
        (Some(now), Some(before)) if serde_json::json!(now) != serde_json::json!(before) => {
            Some(Row::new(part, Change::Changed, what, format!("{} → {}", brief(before), brief(now))))
        }
        _ => None,
    }
}
