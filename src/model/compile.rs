//! Authored → checked: after this a model has nothing left to validate.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::PageId;
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At};

use super::authored::{self, Authored};
use super::{Dimension, FILE, Item, Model, Rules, about, lenses, texts};

pub(super) fn compile(sources: &Sources, config: &Config, diagnostics: &mut Diagnostics) -> Option<Model> {
    let node = sources.merged(FILE, diagnostics)?;
    let authored: Authored = yaml::decode(&node, diagnostics)?;
    check_ids(&authored, diagnostics);
    let model = Model {
        id: required(authored.id.as_ref(), "id", &node.place, diagnostics),
        version: required(authored.version.as_ref(), "version", &node.place, diagnostics),
        rules: rules(&authored.rules, &node.place, diagnostics),
        parts: authored.parts.iter().map(|part| part.value.clone()).collect(),
        dimensions: authored.dimensions.iter().map(|one| dimension(one, &authored, diagnostics)).collect(),
        about: about::compile(&authored),
        lenses: lenses::compile(&authored),
        texts: BTreeMap::new(),
        place: node.place.clone(),
    };
    check_references(&authored, diagnostics);
    let texts = texts::compile(&model, &authored, sources, config, diagnostics);
    Some(Model { texts, ..model })
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

fn check_references(authored: &Authored, diagnostics: &mut Diagnostics) {
    let items: BTreeSet<&str> =
        authored.dimensions.iter().flat_map(|one| one.items.iter().map(|item| item.id.as_str())).collect();
    for (lens, groups) in authored.lenses.iter() {
        let named = groups.iter().flat_map(|(_, ids)| ids);
        for id in named.filter(|id| !items.contains(id.value.as_str())) {
            let message = format!("lens `{}` names the question `{}`, which does not exist", lens.value, id.value);
            let finding = diagnostics.error(&id.place, message);
            finding.nearest(id, items.iter().copied());
            finding.or_hint("name a question of `dimensions`");
        }
    }
}

fn rules(authored: &authored::Rules, file: &Place, diagnostics: &mut Diagnostics) -> Rules {
    let rules = Rules {
        thresholds: authored.thresholds.as_ref().map_or_else(|| vec![100, 180, 260, 340, 420], |at| at.value.clone()),
        min_coverage_pct: authored.min_coverage_pct.unwrap_or(60),
        min_dimensions_pct: authored.min_dimensions_pct.unwrap_or(75),
        key_lag: authored.key_lag.unwrap_or(1),
        unknown_cap: authored.unknown_cap.unwrap_or(3),
        overall_lag: authored.overall_lag.unwrap_or(1),
        blind_spot_pct: authored.blind_spot_pct.unwrap_or(40),
        target: authored.target.unwrap_or(400),
        cap_bonus: authored.cap_bonus.unwrap_or(50),
        straight_min: authored.straight_min.unwrap_or(10),
        min_group: authored.min_group.as_ref().map_or(5, |at| at.value),
        contested_below: authored.contested_below.unwrap_or(0.31),
        gap_flag: authored.gap_flag.unwrap_or(0.50),
        change_flag: authored.change_flag.unwrap_or(0.30),
        bridge_pct: authored.bridge_pct.unwrap_or(70),
        profile_gap: authored.profile_gap.unwrap_or(50),
    };
    let steps = &rules.thresholds;
    let rising = steps.windows(2).all(|pair| pair[0] < pair[1]);
    if steps.len() != 5 || !rising || steps[0] != 100 || steps[4] >= 500 {
        let place = authored.thresholds.as_ref().map_or(file, |at| &at.place);
        diagnostics
            .error(place, "`thresholds` must be five rising numbers, the first 100, the last under 500")
            .hint("the default is [100, 180, 260, 340, 420]");
    }
    if let Some(least) = authored.min_group.as_ref().filter(|least| least.value < 3) {
        diagnostics
            .error(&least.place, format!("`min_group` is {}: results of so few people would name them", least.value))
            .hint("use 3 or more; 5 is the default");
    }
    rules
}
