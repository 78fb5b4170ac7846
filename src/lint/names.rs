//! A publisher's name from a layer below, wherever an edition could still show it. In running text `prose` looks for all
//! names; here it is about everything else that is published: texts of the interface and of questions, what surrounds
//! the text of a page, the brand's own lines, drawings and templates.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::address::Lang;
use crate::brand;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Layer;
use crate::page::{Passage, Prose, prose};
use crate::prose::{Rules, rules, said};
use crate::requests::without_expressions;
use crate::yaml::{Node, Value};

use super::{Edition, has_ending};

const BY_LANGUAGE: &[&str] = &["assessment.yaml", "glossary.yaml", "strings.yaml"];

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    let site = edition.site;
    let shown = [&site.brand.name, &site.brand.full_name];
    let names = brand::names(edition.sources).into_keys();
    let names: Vec<String> =
        names.filter(|name| !name.trim().is_empty() && !shown.contains(&&Some(name.clone()))).collect();
    if names.is_empty() {
        return;
    }
    for lang in site.config.languages.iter().map(|language| &language.lang) {
        let rules = rules(edition.sources, lang, &mut Diagnostics::default());
        in_language(edition, lang, &Names { names: &names, rules: &rules }, diagnostics);
    }
    let names = Names { names: &names, rules: &Rules::default() };
    if let Some(brand) = brand::merged(edition.sources) {
        let parts = ["logo", "defaults"].iter().filter_map(|part| brand.get(part));
        parts.for_each(|part| names.in_node(part, diagnostics));
    }
    let config = edition.sources.top().yaml(crate::config::FILE, &mut Diagnostics::default());
    let titles = config.iter().flat_map(|node| ["title", "folders"].iter().filter_map(|key| node.get(key)));
    titles.for_each(|node| names.in_node(node, diagnostics));
    in_drawings(edition, &names, diagnostics);
    in_theme(edition, &names, diagnostics);
}

struct Names<'a> {
    names: &'a [String],
    rules: &'a Rules,
}

fn in_language(edition: &Edition, lang: &Lang, names: &Names, diagnostics: &mut Diagnostics) {
    for (layer, _) in edition.own() {
        for file in BY_LANGUAGE {
            if let Some(node) = layer.yaml(&format!("{lang}/{file}"), &mut Diagnostics::default()) {
                names.in_node(&node, diagnostics);
            }
        }
    }
    let everyday = &names.rules.everyday_names;
    let plain: Vec<String> = names.names.iter().filter(|name| !everyday.contains(*name)).cloned().collect();
    let names = Names { names: &plain, rules: names.rules };
    let winners = edition.sources.winners();
    let pages = edition.site.book(lang).into_iter().flat_map(|book| book.pages.values()).map(|placed| &placed.page);
    for page in pages.filter(|page| page.lang == *lang && !page.file.starts_with(crate::diagnostics::BUILT_IN)) {
        let path = format!("{lang}/{}.md", page.id);
        if let Some(layer) = winners.get(path.as_str()) {
            beside_the_text(layer, &path, &names, diagnostics);
        }
    }
}

/// Everything in a page's file that is not running text, where `prose` has looked: its own data, labels of its blocks.
fn beside_the_text(layer: &Layer, path: &str, names: &Names, diagnostics: &mut Diagnostics) {
    let Some(text) = layer.text(path, &mut Diagnostics::default()) else {
        return;
    };
    for name in names.names.iter().filter(|name| text.contains(name.as_str())) {
        let prose = prose(layer, path);
        let passages = prose.iter().flat_map(|prose| prose.passages.iter().map(move |passage| (prose, passage)));
        let of_passage = |(prose, passage): (&Prose, &Passage)| -> Vec<Place> {
            said(&passage.text, name, names.rules).iter().map(|range| prose.place(passage, range.start)).collect()
        };
        let seen: BTreeSet<Place> = passages.flat_map(of_passage).collect();
        for range in said(&text, name, names.rules) {
            let place = Place::in_text(&layer.file(path), &text, range.start, 1);
            if !seen.contains(&place) {
                report(&place, name, diagnostics);
            }
        }
    }
}

/// Pictures that are published and hold text.
fn in_drawings(edition: &Edition, names: &Names, diagnostics: &mut Diagnostics) {
    let winners = edition.sources.winners();
    let drawings: BTreeSet<&String> = edition.site.assets.iter().filter(|path| has_ending(path, &["svg"])).collect();
    for path in drawings {
        if let Some(layer) = winners.get(path.as_str()).filter(|layer| !layer.is_built_in()) {
            in_file(layer, path, names, diagnostics);
        }
    }
}

fn in_file(layer: &Layer, path: &str, names: &Names, diagnostics: &mut Diagnostics) {
    if let Some(text) = layer.files.text(path) {
        names.in_text(&layer.file(path), text, diagnostics);
    }
}

fn in_theme(edition: &Edition, names: &Names, diagnostics: &mut Diagnostics) {
    let theme = &edition.site.config.theme;
    for (path, bytes) in &edition.theme.own.0 {
        let text = String::from_utf8_lossy(bytes);
        let file: Arc<str> = format!("themes/{theme}/{path}").into();
        if path.starts_with("templates/") {
            names.in_text(&file, &without_expressions(&text), diagnostics);
        }
        let is_words = path.starts_with("strings/");
        let node = is_words.then(|| crate::yaml::parse(&file, &text, 0, &mut Diagnostics::default()));
        if let Some(node) = node.flatten() {
            names.in_node(&node, diagnostics);
        }
    }
}

impl Names<'_> {
    fn in_node(&self, node: &Node, diagnostics: &mut Diagnostics) {
        match &node.value {
            Value::Text(text) => {
                if let Some(name) = self.names.iter().find(|name| !said(text, name, self.rules).is_empty()) {
                    report(&node.place, name, diagnostics);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.in_node(item, diagnostics)),
            Value::Map(entries) => entries.iter().for_each(|(_, node)| self.in_node(node, diagnostics)),
            _ => {}
        }
    }

    fn in_text(&self, file: &Arc<str>, text: &str, diagnostics: &mut Diagnostics) {
        for name in self.names {
            for range in said(text, name, self.rules) {
                report(&Place::in_text(file, text, range.start, 1), name, diagnostics);
            }
        }
    }
}

fn report(place: &Place, name: &str, diagnostics: &mut Diagnostics) {
    if place.is_built_in() {
        return;
    }
    let finding =
        diagnostics.warning(place, format!("`{name}` is the name of a publisher below, and this edition shows it"));
    finding.hint("write your own name, or `{{ brand.name }}` in the text of a page");
}
