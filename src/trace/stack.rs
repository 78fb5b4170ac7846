//! One value or file through all layers, from the winner down.

use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::Place;
use crate::files::{Bytes, Files};
use crate::layers::{Layer, Sources};
use crate::page::{Written, written};
use crate::yaml::{Found, Node, Value, find, is_branch};

use super::{Document, Sheet, brief};

/// What becomes of a layer's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It is what readers get.
    Holds,
    /// It adds to the branch above it.
    Merged,
    /// A higher layer says otherwise.
    Hidden,
    /// It takes the value or page away.
    Removes,
    /// Its whole file does not count.
    Dropped,
    /// It is for this layer alone.
    Kept,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub standing: Standing,
    /// Shortened.
    pub value: String,
    pub layer: String,
    pub place: Place,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    pub key: String,
    /// The file's path in a layer.
    pub file: String,
    pub lang: Option<String>,
    pub entries: Vec<Entry>,
    pub note: Option<String>,
}

const NOT_INHERITED: &str = "a brand that says `defaults.portaat.inherit: false` is dropped whole below another";
const REPLACED: &str = "the theme has a file of its own in its place";

/// A value of a file that merges. `None`: no layer says anything there.
pub(super) fn of_value(document: &Document, key: &str) -> Option<Stack> {
    let mut above = Above::Nothing;
    let mut entries = Vec::new();
    for sheet in document.sheets.iter().rev() {
        let (node, is_cut) = match find(&sheet.node, key) {
            Found::Value(node) => (node, false),
            Found::Cut(node) => (node, true),
            Found::Nothing => continue,
        };
        let standing = if sheet.is_dropped { Standing::Dropped } else { above.add(node, is_cut) };
        entries.push((entry(document, sheet, node, standing), is_cut));
    }
    if entries.iter().all(|(_, is_cut)| *is_cut) {
        return None;
    }
    let entries = entries.into_iter().map(|(entry, _)| entry).collect();
    let key = if key.is_empty() { document.path.clone() } else { key.to_owned() };
    let lang = document.lang.as_ref().map(ToString::to_string);
    Some(Stack { key, file: document.path.clone(), lang, entries, note: None })
}

/// What the higher layers said.
enum Above {
    Nothing,
    Branch,
    /// Nothing below can be seen.
    Closed,
}

impl Above {
    fn add(&mut self, node: &Node, is_cut: bool) -> Standing {
        let removes = is_cut || node.value == Value::Null;
        let (standing, then) = match (&self, removes, is_branch(node)) {
            (Self::Closed, ..) => (Standing::Hidden, Self::Closed),
            (_, true, _) => (Standing::Removes, Self::Closed),
            (Self::Branch, _, true) => (Standing::Merged, Self::Branch),
            (Self::Branch, ..) => (Standing::Hidden, Self::Closed),
            (Self::Nothing, _, true) => (Standing::Holds, Self::Branch),
            (Self::Nothing, ..) => (Standing::Holds, Self::Closed),
        };
        *self = then;
        standing
    }
}

fn entry(document: &Document, sheet: &Sheet, node: &Node, standing: Standing) -> Entry {
    let why = if document.name == "brand" { NOT_INHERITED } else { REPLACED };
    let remark = sheet.is_dropped.then(|| why.to_owned());
    Entry { standing, value: brief(node), layer: sheet.layer.clone(), place: node.place.clone(), note: remark }
}

/// A page or another file of the layers, where the highest wins.
pub(super) fn of_file(sources: &Sources, path: &str) -> Option<Stack> {
    let holding = sources.layers.iter().rev().filter_map(|layer| Some((layer, layer.files.0.get(path)?)));
    let entries = holding.map(|(layer, bytes)| file_entry(layer, path, bytes)).collect();
    stack_of_files(path, entries)
}

/// A file of a theme's folders, given from the lowest.
pub(super) fn of_theme(folders: &[(String, &Files)], path: &str) -> Option<Stack> {
    let holding = folders.iter().rev().filter_map(|(folder, files)| Some((folder, files.0.get(path)?)));
    let entry = |(folder, bytes): (&String, &Bytes)| Entry {
        standing: Standing::Holds,
        value: size(bytes),
        layer: folder.clone(),
        place: Place::file(&format!("{folder}{path}")),
        note: None,
    };
    stack_of_files(path, holding.map(entry).collect())
}

fn stack_of_files(path: &str, mut entries: Vec<Entry>) -> Option<Stack> {
    entries.iter_mut().skip(1).for_each(|entry| entry.standing = Standing::Hidden);
    (!entries.is_empty()).then(|| Stack {
        key: path.to_owned(),
        file: path.to_owned(),
        lang: None,
        entries,
        note: None,
    })
}

fn file_entry(layer: &Arc<Layer>, path: &str, bytes: &[u8]) -> Entry {
    let page = path.ends_with(".md").then(|| written(layer, path)).flatten();
    let removes = page.as_ref().is_some_and(Written::removes);
    let file = layer.file(path);
    Entry {
        standing: if removes { Standing::Removes } else { Standing::Holds },
        value: page.as_ref().map_or_else(|| size(bytes), title),
        layer: layer.shown.clone(),
        place: if page.is_some() { Place::new(&file, 1, 1) } else { Place::file(&file) },
        note: None,
    }
}

/// What a page is called, or how it begins.
fn title(page: &Written) -> String {
    let heading = page.body.lines().map(|line| line.trim_start_matches('#').trim()).find(|line| !line.is_empty());
    let names = [page.text("title"), page.text("description"), heading.unwrap_or_default()];
    let name = names.into_iter().find(|name| !name.is_empty());
    if page.removes() { "remove: true".to_owned() } else { super::say::shortened(name.unwrap_or_default()) }
}

fn size(bytes: &[u8]) -> String {
    format!("{} bytes", bytes.len())
}
