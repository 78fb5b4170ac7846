//! Pages that hide a page of a lower layer.

use crate::config::Config;
use crate::layers::{Layer, Sources};
use crate::page::{language_of, written};
use crate::yaml::{Node, texts};

use super::{Kind, Override};

pub(super) fn all(sources: &Sources, config: &Config) -> Vec<Override> {
    let mut all = Vec::new();
    for (index, layer) in sources.layers.iter().enumerate().filter(|(_, layer)| !layer.is_built_in()) {
        for path in layer.files.0.keys().filter(|path| language_of(path, config).is_some()) {
            all.extend(one(&sources.layers[..index], layer, path));
        }
    }
    all
}

/// `None` for a page that neither hides nor claims to; a removal is one only if it carries a mark.
fn one(below: &[std::sync::Arc<Layer>], layer: &Layer, path: &str) -> Option<Override> {
    let is_above = below.iter().any(|layer| layer.files.0.contains_key(path));
    let page = written(layer, path)?;
    let mark = page.head.get("overrides");
    if mark.is_none() && (!is_above || page.removes()) {
        return None;
    }
    let now = mark_below(below, path);
    let (lang, id) = path.split_once('/')?;
    (mark.is_some() || now.is_some()).then(|| Override {
        kind: Kind::Page,
        name: format!("{lang}:{}", id.trim_end_matches(".md")),
        layer: layer.shown.clone(),
        place: page.head.place.clone(),
        was: mark.map(|node| (written_mark(node), node.place.clone())),
        now,
    })
}

fn written_mark(node: &Node) -> String {
    texts(node).concat()
}

/// The mark of the page that is shown without the layers above `below`.
pub(super) fn mark_below(below: &[std::sync::Arc<Layer>], path: &str) -> Option<String> {
    let layer = below.iter().rev().find(|layer| layer.files.0.contains_key(path))?;
    written(layer, path).filter(|page| !page.removes()).map(|page| page.mark())
}
