//! Files over files: one that is the same as the one below, a removal of nothing, a page that only just misses the one
//! it was meant to replace.

use std::collections::BTreeSet;

use crate::brand;
use crate::diagnostics::{Diagnostics, Place, is_near};
use crate::layers::{Layer, Sources};
use crate::yaml::{self, Node, Value};

use super::Edition;

pub(super) fn check(edition: &Edition, diagnostics: &mut Diagnostics) {
    for (layer, below) in edition.own().filter(|(_, below)| !below.layers.is_empty()) {
        let ids: BTreeSet<(&str, &str)> =
            below.layers.iter().flat_map(|layer| layer.files.0.keys()).filter_map(|path| edition.page(path)).collect();
        for path in layer.files.0.keys() {
            same(edition, layer, path, &below, diagnostics);
            if let Some((lang, id)) = edition.page(path) {
                let removal = removal(layer, path);
                if let Some(removal) = removal.filter(|_| !ids.iter().any(|(_, below)| *below == id)) {
                    let finding = diagnostics.warning(&removal, format!("there is no page {id} below to remove"));
                    finding.nearest(id, ids.iter().filter(|(own, _)| *own == lang).map(|(_, id)| *id));
                    finding.or_hint("delete this file");
                } else if !ids.iter().any(|(_, below)| *below == id) {
                    near(layer, path, id, ids.iter().filter(|(own, _)| *own == lang).map(|(_, id)| *id), diagnostics);
                }
            }
        }
    }
}

fn same(edition: &Edition, layer: &Layer, path: &str, below: &Sources, diagnostics: &mut Diagnostics) {
    let under = below.layers.iter().rev().find_map(|layer| layer.files.0.get(path));
    let is_merged = path.ends_with(".yaml") || path == brand::FILE;
    let is_own_business = path.starts_with("root/") || edition.site.brand.dropped.contains(path);
    if !is_merged && !is_own_business && under == layer.files.0.get(path) {
        let finding = diagnostics.warning(&Place::file(&layer.file(path)), "this file is the same as the one below it");
        finding.hint("delete it: then the one below is used, and follows its changes");
    }
}

/// Where a page says that the one below goes.
fn removal(layer: &Layer, path: &str) -> Option<Place> {
    let mut silent = Diagnostics::default();
    let text = layer.text(path, &mut silent).filter(|text| text.contains("remove:"))?;
    let head: Node = yaml::parse(&layer.file(path), yaml::split_front_matter(&text)?.front_matter, 1, &mut silent)?;
    head.get("remove").filter(|node| node.value == Value::Bool(true)).map(|node| node.place.clone())
}

/// A new page whose path is one slip of the finger away from one below.
fn near<'a>(layer: &Layer, path: &str, id: &str, known: impl Iterator<Item = &'a str>, diagnostics: &mut Diagnostics) {
    if let Some(known) = known.into_iter().find(|known| is_slip(id, known)) {
        let message = format!("page {id} replaces nothing, and {known} is there below");
        let finding = diagnostics.warning(&Place::file(&layer.file(path)), message);
        finding.hint(format!("if it was meant to replace that one, name it `{known}.md`"));
    }
}

/// All parts of two paths are the same but one, and that one looks mistyped rather than counted on.
fn is_slip(written: &str, known: &str) -> bool {
    let [written, known] = [written, known].map(|id| id.split('/').collect::<Vec<_>>());
    let letters = |part: &str| part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let mut different = written.iter().zip(&known).filter(|(a, b)| a != b);
    let one = different.next().filter(|_| written.len() == known.len() && different.next().is_none());
    one.is_some_and(|(a, b)| letters(a) != letters(b) && is_near(a, b))
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_is_told_from_a_new_page() {
        for (written, known) in [("theses/flwo", "theses/flow"), ("thesis/flow", "theses/flow"), ("indxe", "index")] {
            assert!(is_slip(written, known), "{written}");
        }
        for (written, known) in [("cases/flow", "theses/flow"), ("days/day-2", "days/day-1"), ("flow", "theses/flow")] {
            assert!(!is_slip(written, known), "{written}");
        }
    }
}
