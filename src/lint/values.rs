//! Values over values: a key that says what stands below already, a `null` that removes nothing.

use crate::brand;
use crate::config;
use crate::diagnostics::Diagnostics;
use crate::layers::Sources;
use crate::yaml::{self, Node, Value};

use super::Edition;

/// Files that merge at the top of a layer, and in a language folder.
const TOP: &[&str] = &[config::FILE, "assessment.yaml", brand::FILE];
const BY_LANGUAGE: &[&str] = &["assessment.yaml", "glossary.yaml", "prose.yaml", "strings.yaml"];

/// Decisions one may write down although they are those of the layer below, and what never merges.
const DECISIONS: &[&str] = &["extends", "languages", "base_url", "theme", "id", "version", "rev", "lang"];

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    let by_language = edition.languages().flat_map(|lang| BY_LANGUAGE.iter().map(move |file| format!("{lang}/{file}")));
    let files: Vec<String> = TOP.iter().map(|file| (*file).to_owned()).chain(by_language).collect();
    for (layer, below) in edition.own() {
        for path in files.iter().filter(|path| layer.files.0.contains_key(*path)) {
            let mut silent = Diagnostics::default();
            let over = layer.yaml(path, &mut silent);
            if let Some((over, under)) = over.zip(under(edition, path, &below)) {
                compare(&over, &under, diagnostics);
            }
        }
    }
}

/// What the layers below say; texts of the interface stand on the theme's.
fn under(edition: &Edition, path: &str, below: &Sources) -> Option<Node> {
    let mut silent = Diagnostics::default();
    if path == brand::FILE {
        return brand::inheritable(below);
    }
    let layers = below.merged(path, &mut silent);
    let lang = path.strip_suffix("/strings.yaml");
    let language = edition.site.config.languages.iter().find(|language| Some(&*language.lang.0) == lang);
    match language.and_then(|language| edition.theme.strings.of_theme(&language.lang)) {
        Some(theme) => Some(layers.map_or_else(|| theme.clone(), |layers| yaml::merge(theme.clone(), layers))),
        None => layers,
    }
}

fn compare(over: &Node, under: &Node, diagnostics: &mut Diagnostics) {
    for (key, node) in over.entries().iter().filter(|(key, _)| !DECISIONS.contains(&key.name.as_str())) {
        match (under.get(&key.name), &node.value) {
            (None, Value::Null) => {
                let finding = diagnostics.warning(&key.place, format!("there is no `{}` below to remove", key.name));
                finding.nearest(&key.name, under.entries().iter().map(|(key, _)| key.name.as_str()));
                finding.or_hint("take the line out");
            }
            (None, _) | (Some(_), Value::Null) => {}
            (Some(under), Value::Map(_)) => compare(node, under, diagnostics),
            (Some(under), Value::List(items)) if items.iter().all(|item| id(item).is_some()) => {
                for (item, under) in items.iter().filter_map(|item| Some((item, with_id(under, id(item)?)?))) {
                    compare(item, under, diagnostics);
                }
            }
            (Some(under), _) if is_same(node, under) => {
                let finding =
                    diagnostics.warning(&key.place, format!("`{}` says the same as the layer below", key.name));
                finding.hint("take it out: then it follows the layer below");
            }
            (Some(_), _) => {}
        }
    }
}

fn id(item: &Node) -> Option<&str> {
    item.get("id").and_then(Node::text)
}

fn with_id<'a>(list: &'a Node, wanted: &str) -> Option<&'a Node> {
    if let Value::List(items) = &list.value { items.iter().find(|item| id(item) == Some(wanted)) } else { None }
}

/// Equal wherever they stand.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let pairs = || one.iter().zip(other);
            one.len() == other.len()
                && pairs().all(|(one, other)| one.0.name == other.0.name && is_same(&one.1, &other.1))
        }
        (one, other) => one == other,
    }
}
