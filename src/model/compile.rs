//! Authored → checked: after this a model has nothing left to validate.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::address::PageId;
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At};

use super::authored::{self, Authored};
use super::removed::{self, Earlier};
use super::{Dimension, FILE, Item, Model, about, fingerprint, lenses, rules, texts};

pub(super) fn compile(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Model> {
    let node = removed::settled(sources.merged(FILE, diagnostics)?, diagnostics);
    let authored: Authored = yaml::decode(&node, diagnostics)?;
    let earlier = Earlier::new(sources);
    check_ids(&authored, diagnostics);
    let mut model = Model {
        id: required(authored.id.as_ref(), "id", &node.place, diagnostics),
        version: required(authored.version.as_ref(), "version", &node.place, diagnostics),
        rules: rules::compile(&authored.rules, &node.place, diagnostics),
        parts: authored.parts.iter().map(|part| part.value.clone()).collect(),
        dimensions: authored.dimensions.iter().map(|one| dimension(one, &authored, diagnostics)).collect(),
        about: about::compile(&authored),
        lenses: lenses::compile(&authored),
        texts: Arc::default(),
        removed: earlier.dimensions(),
        differs: false,
        place: node.place.clone(),
    };
    model.removed.retain(|id| model.dimensions.iter().all(|one| one.id != *id));
    model.differs = differs(&model, sources);
    check_references(&authored, &earlier, diagnostics);
    let texts = texts::compile(&model, &authored, sources, config, diagnostics);
    Some(Model { texts: Arc::new(texts), ..model })
}

/// Whether the lowest layer with an assessment of this id asks something else.
fn differs(model: &Model, sources: &Sources) -> bool {
    let mut silent = Diagnostics::default();
    let with_file: Vec<_> = sources.layers.iter().filter(|layer| layer.files.0.contains_key(FILE)).collect();
    let [base, _, ..] = with_file[..] else {
        return false;
    };
    let Some(authored) = base.yaml(FILE, &mut silent).and_then(|node| yaml::decode::<Authored>(&node, &mut silent))
    else {
        return false;
    };
    let dimensions: Vec<Dimension> =
        authored.dimensions.iter().map(|one| dimension(one, &authored, &mut silent)).collect();
    authored.id.is_some_and(|id| id.value == model.id) && fingerprint(&model.id, &dimensions) != model.fingerprint()
}

fn required(value: Option<&At<String>>, name: &str, place: &Place, diagnostics: &mut Diagnostics) -> String {
    if value.is_none() {
        diagnostics.error(place, format!("the assessment has no `{name}`")).hint(format!("add `{name}: …`"));
    }
    value.map(|at| at.value.clone()).unwrap_or_default()
}

fn check_ids(authored: &Authored, diagnostics: &mut Diagnostics) {
    let dimensions = authored.dimensions.iter().map(|dimension| ("dimension", &dimension.id));
    let items =
        authored.dimensions.iter().flat_map(|dimension| dimension.items.iter().map(|item| ("question", &item.id)));
    let mut seen: BTreeMap<(&str, &str), &Place> = BTreeMap::new();
    for (kind, id) in dimensions.chain(items) {
        if !is_id(id) {
            let finding = diagnostics.error(&id.place, format!("`{}` cannot be the id of a {kind}", id.value));
            finding.hint("use lower-case letters a–z, digits and hyphens, a letter first");
        }
        if let Some(first) = seen.insert((kind, id), &id.place) {
            let message = format!("the {kind} id `{}` is used twice", id.value);
            diagnostics
                .error(&id.place, message)
                .hint(format!("it is first used in line {} of {}", first.line, first.file));
        }
    }
}

/// `^[a-z][a-z0-9-]*$`
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase()) && crate::address::is_slug(text)
}

fn dimension(authored: &At<authored::Dimension>, all: &Authored, diagnostics: &mut Diagnostics) -> Dimension {
    let parts: Vec<&str> = all.parts.iter().map(|part| part.value.as_str()).collect();
    if !parts.contains(&authored.part.value.as_str()) {
        let message = format!(
            "dimension `{}` belongs to the part `{}`, which is not listed in `parts`",
            authored.id.value, authored.part.value
        );
        diagnostics.error(&authored.part.place, message).nearest(&authored.part, parts.iter().copied());
    }
    if authored.chapter.is_none() && authored.worksheet.is_none() {
        let message = format!("dimension `{}` leads to neither a chapter nor a worksheet", authored.id.value);
        diagnostics.warning(&authored.place, message).hint("add `chapter: …` with the id of a page");
    }
    let page = |at: &At<String>| At { value: PageId::new(&at.value), place: at.place.clone() };
    check_items(authored, diagnostics);
    Dimension {
        id: authored.id.value.clone(),
        part: authored.part.value.clone(),
        weight: weight(authored.w.as_ref(), diagnostics),
        chapter: authored.chapter.as_ref().map(page),
        worksheet: authored.worksheet.as_ref().map(page),
        items: authored.items.iter().map(|one| item(one, diagnostics)).collect(),
    }
}

fn weight(weight: Option<&At<u32>>, diagnostics: &mut Diagnostics) -> u32 {
    let Some(weight) = weight else {
        return 1;
    };
    if !(1..=3).contains(&weight.value) {
        diagnostics
            .error(&weight.place, format!("the weight `w` is {}, but weights are 1, 2 or 3", weight.value))
            .hint("use 1, 2 or 3");
    }
    weight.value.clamp(1, 3)
}

fn item(authored: &At<authored::Item>, diagnostics: &mut Diagnostics) -> Item {
    if authored.key && authored.na {
        let message = format!("key question `{}` cannot be \"does not apply\"", authored.id.value);
        diagnostics.error(&authored.place, message).hint("remove `na: true`");
    }
    Item {
        id: authored.id.value.clone(),
        rev: authored.rev.unwrap_or(1),
        weight: weight(authored.w.as_ref(), diagnostics),
        key: authored.key,
        na: authored.na,
        basic: authored.basic,
        sources: authored.sources.clone(),
    }
}

fn check_items(dimension: &At<authored::Dimension>, diagnostics: &mut Diagnostics) {
    let id = &dimension.id.value;
    let (count, keys) = (dimension.items.len(), dimension.items.iter().filter(|item| item.key).count());
    if !(2..=7).contains(&count) {
        diagnostics
            .error(&dimension.place, format!("dimension `{id}` has {count} question{}", ending(count)))
            .hint("a dimension has 2 to 7");
    }
    if !(1..=2).contains(&keys) {
        diagnostics
            .error(&dimension.place, format!("dimension `{id}` has {keys} key question{}", ending(keys)))
            .hint("mark one or two with `key: true`");
    }
    if let Some(first) =
        dimension.items.first().filter(|first| !first.key || first.w.as_ref().is_none_or(|w| w.value != 2))
    {
        let message = format!("`{}` comes first in its dimension but is no key question of weight 2", first.id.value);
        diagnostics.error(&first.place, message).hint("write `w: 2, key: true`, or put the key question first");
    }
}

fn ending(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// A question that an upper layer removed is left out where a layer below it names it.
fn check_references(authored: &Authored, earlier: &Earlier, diagnostics: &mut Diagnostics) {
    let items: BTreeSet<&str> =
        authored.dimensions.iter().flat_map(|one| one.items.iter().map(|item| item.id.as_str())).collect();
    for (lens, groups) in authored.lenses.iter() {
        let named = groups.iter().flat_map(|(_, ids)| ids);
        let unknown = named.filter(|id| !items.contains(id.value.as_str()));
        for id in unknown.filter(|id| !earlier.had(&id.place, "question", id)) {
            let message = format!("lens `{}` names the question `{}`, which does not exist", lens.value, id.value);
            let finding = diagnostics.error(&id.place, message);
            finding.nearest(id, items.iter().copied());
            finding.or_hint("name a question of `dimensions`");
        }
    }
}
