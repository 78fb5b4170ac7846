//! Half of a change: one language has it, another still says what the layer below says.

use std::collections::BTreeSet;

use crate::brand;
use crate::config::is_tag;
use crate::diagnostics::{Diagnostics, Place, ticked};
use crate::layers::Layer;
use crate::yaml::{self, Node, Value};

use super::Edition;

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    pages(edition, diagnostics);
    let brand = brand::merged(edition.sources);
    if let Some(brand) = &brand {
        texts(brand, edition, "", diagnostics);
    }
    let config = edition.sources.top().yaml(crate::config::FILE, &mut Diagnostics::default());
    let named =
        config.iter().flat_map(|node| ["title", "folders"].iter().filter_map(|key| Some((*key, node.get(key)?))));
    for (key, node) in named {
        texts(node, edition, key, diagnostics);
    }
}

/// A page that is replaced or removed in one language, while the layers below have it in more.
fn pages(edition: &Edition, diagnostics: &mut Diagnostics) {
    for (layer, below) in edition.own().filter(|(_, below)| !below.layers.is_empty()) {
        let has = |path: &str| below.layers.iter().any(|layer| layer.files.0.contains_key(path));
        for (path, lang, id) in
            layer.files.0.keys().filter_map(|path| edition.page(path).map(|(lang, id)| (path, lang, id)))
        {
            let path_in = |lang: &str| format!("{lang}/{id}.md");
            let is_left =
                |other: &&str| *other != lang && has(&path_in(other)) && !layer.files.0.contains_key(&path_in(other));
            let left: Vec<&str> = edition.languages().filter(is_left).collect();
            if !left.is_empty() && has(path) && !is_translation(layer, path) {
                let message = format!("page {id} is changed here in `{lang}`, but not in {}", ticked(&left));
                let finding = diagnostics.warning(&Place::file(&layer.file(path)), message);
                finding.hint(format!(
                    "there the text below is still shown; change {} too",
                    ticked(
                        &left
                            .iter()
                            .map(|lang| path_in(lang))
                            .collect::<Vec<_>>()
                            .iter()
                            .map(String::as_str)
                            .collect::<Vec<_>>()
                    )
                ));
            }
        }
    }
}

/// Its author has compared it with the text below.
fn is_translation(layer: &Layer, path: &str) -> bool {
    let head = layer.files.text(path).and_then(yaml::split_front_matter).map(|split| split.front_matter);
    head.is_some_and(|head| head.contains("translated_from:"))
}

/// Texts by language that lack one which the edition is published in.
fn texts(node: &Node, edition: &Edition, name: &str, diagnostics: &mut Diagnostics) {
    let Value::Map(entries) = &node.value else {
        return;
    };
    let own: BTreeSet<&str> = entries.iter().map(|(key, _)| key.name.as_str()).collect();
    let is_by_language = own.iter().all(|key| is_tag(key)) && edition.languages().any(|lang| own.contains(lang));
    if !is_by_language {
        for (key, node) in entries {
            texts(node, edition, &key.name, diagnostics);
        }
        return;
    }
    let missing: Vec<&str> = edition.languages().filter(|lang| !own.contains(lang)).collect();
    if !missing.is_empty() && !node.place.is_built_in() {
        let finding = diagnostics.warning(&node.place, format!("`{name}` has no text in {}", ticked(&missing)));
        finding.hint("add it, or readers of that language see another one's text or none");
    }
}
