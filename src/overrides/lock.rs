//! `overrides.lock`: what lay below each overridden text of a layer when somebody last looked. It is neither inherited
//! nor published.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::{Layer, Sources};
use crate::theme::Themes;
use crate::yaml::texts;

use super::{Kind, Override};

pub const FILE: &str = "overrides.lock";

const HEAD: &str =
    "# What lay below each overridden text. Written by `portaat check --update-lock`; check this file in.\n";

/// Marks by the name of the override, and where they stand.
pub(super) type Lock = BTreeMap<String, (String, Place)>;

pub(super) fn read(layer: &Layer) -> Lock {
    let mut lock = Lock::new();
    let Some(node) = layer.yaml(FILE, &mut Diagnostics::default()) else {
        return lock;
    };
    for (file, node) in node.entries() {
        if node.entries().is_empty() {
            lock.insert(file.name.clone(), (texts(node).concat(), file.place.clone()));
        }
        for (key, mark) in node.entries() {
            lock.insert(format!("{}: {}", file.name, key.name), (texts(mark).concat(), key.place.clone()));
        }
    }
    lock
}

/// A mark that the lock has for something that is no override.
pub(super) fn hides_nothing(name: &str, was: &(String, Place), layer: &str) -> Override {
    let (kind, place) = (Kind::Text, was.1.clone());
    Override { kind, name: name.to_owned(), layer: layer.to_owned(), place, was: Some(was.clone()), now: None }
}

/// The file of the top layer as it should be; `None` when nothing is overridden there and there is no file.
#[must_use]
pub fn text(sources: &Sources, themes: &Themes, config: &Config) -> Option<String> {
    let top = sources.top();
    let mut files: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for one in super::all(sources, themes, config) {
        let (Some(now), true) = (one.now, one.layer == top.shown && one.kind != Kind::Page) else {
            continue;
        };
        let (file, key) = one.name.split_once(": ").unwrap_or((&one.name, ""));
        files.entry(file.to_owned()).or_default().insert(key.to_owned(), now);
    }
    if files.is_empty() && !top.files.0.contains_key(FILE) {
        return None;
    }
    Some(HEAD.to_owned() + &files.iter().map(|(file, marks)| section(file, marks)).collect::<String>())
}

/// Marks are quoted, because one made of digits alone would be a number.
fn section(file: &str, marks: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    if let Some(mark) = marks.get("") {
        let _ = writeln!(text, "{}: \"{mark}\"", quoted(file));
        return text;
    }
    let _ = writeln!(text, "{}:", quoted(file));
    for (key, mark) in marks {
        let _ = writeln!(text, "  {}: \"{mark}\"", quoted(key));
    }
    text
}

/// A name that could be read as anything else stands in quotes.
fn quoted(name: &str) -> String {
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._/-".contains(&byte));
    let is_word = name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.contains(['.', '/']);
    if is_plain && is_word { name.to_owned() } else { serde_json::json!(name).to_string() }
}
