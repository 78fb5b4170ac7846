//! What an upper layer took away: `{ id: flow3, remove: true }` removes a question or a dimension, `null` a lens.
//!
//! What layers below it say about the same id (texts, lenses, blocks) goes with it: their authors could not know. Whoever
//! speaks of it in the same layer or above has made a mistake.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At, Node, Value};

use super::FILE;
use super::authored::Authored;

type Names = BTreeSet<(&'static str, String)>;

/// What each layer knew, with those below it; worked out when somebody asks.
pub(super) struct Earlier<'a> {
    sources: &'a Sources,
    known: Vec<OnceCell<Names>>,
}

impl<'a> Earlier<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources, known: sources.layers.iter().map(|_| OnceCell::new()).collect() }
    }

    /// Whether this name was there for the author who wrote it, in the layers up to their own.
    pub fn had(&self, place: &Place, kind: &'static str, id: &str) -> bool {
        let rank = self.sources.layers.iter().rposition(|layer| place.file.starts_with(&layer.shown));
        rank.is_some_and(|rank| self.up_to(rank).contains(&(kind, id.to_owned())))
    }

    /// The dimensions that some layer has; none are needed when there is only one to speak of them.
    pub fn dimensions(&self) -> BTreeSet<String> {
        let speakers = self.sources.layers.iter().filter(|layer| layer.files.0.contains_key(FILE));
        if speakers.count() < 2 {
            return BTreeSet::new();
        }
        let all = (0..self.known.len()).flat_map(|rank| self.up_to(rank));
        all.filter(|(kind, _)| *kind == "dimension").map(|(_, id)| id.clone()).collect()
    }

    fn up_to(&self, rank: usize) -> &Names {
        self.known[rank].get_or_init(|| {
            let mut silent = Diagnostics::default();
            let files = self.sources.layers[..=rank].iter().filter_map(|layer| layer.yaml(FILE, &mut silent));
            let merged = files.reduce(yaml::merge);
            merged.map(|node| names(&yaml::decode_or_default(&node, &mut Diagnostics::default()))).unwrap_or_default()
        })
    }
}

/// Everything a text or a lens can be about.
fn names(authored: &Authored) -> Names {
    let mut names = Names::new();
    let mut add = |kind: &'static str, id: &At<String>| {
        names.insert((kind, id.value.clone()));
    };
    for id in &authored.parts {
        add("part", id);
    }
    for dimension in &authored.dimensions {
        add("dimension", &dimension.id);
        for item in &dimension.items {
            add("question", &item.id);
        }
    }
    let statements = authored.talk_walk.claims.iter().chain(&authored.talk_walk.practices);
    for id in statements {
        add("statement", id);
    }
    for (id, options) in authored.profile.iter() {
        add("profile question", id);
        for option in options {
            add("option", option);
        }
    }
    for (id, groups) in authored.lenses.iter() {
        add("lens", id);
        for (group, _) in groups.iter() {
            add("lens group", group);
        }
    }
    names
}

/// Reports each removal that found nothing to remove, and takes it out.
pub(super) fn settled(mut node: Node, diagnostics: &mut Diagnostics) -> Node {
    if let Some(dimensions) = list(&mut node, "dimensions") {
        settle(dimensions, "dimension", diagnostics);
        for dimension in dimensions {
            if let Some(items) = list(dimension, "items") {
                settle(items, "question", diagnostics);
            }
        }
    }
    node
}

fn list<'n>(node: &'n mut Node, name: &str) -> Option<&'n mut Vec<Node>> {
    let Value::Map(entries) = &mut node.value else {
        return None;
    };
    match &mut entries.iter_mut().find(|(key, _)| key.name == name)?.1.value {
        Value::List(items) => Some(items),
        _ => None,
    }
}

fn settle(items: &mut Vec<Node>, kind: &str, diagnostics: &mut Diagnostics) {
    let id = |item: &Node| item.get("id").and_then(Node::text).unwrap_or_default().to_owned();
    let known: Vec<String> = items.iter().filter(|item| !yaml::is_removal(item)).map(id).collect();
    for item in items.iter().filter(|item| yaml::is_removal(item)) {
        let wanted = id(item);
        let message = format!("there is no {kind} `{wanted}` to remove here");
        let finding = diagnostics.error(&item.place, message);
        finding.nearest(&wanted, known.iter().map(String::as_str));
        finding.or_hint("a layer below must have it, in the same dimension");
    }
    items.retain(|item| !yaml::is_removal(item));
}
