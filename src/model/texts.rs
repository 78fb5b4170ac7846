//! The model's texts, language by language. A language may lack a question; it may not have half of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::Lang;
use crate::config::Config;
use crate::diagnostics::{Diagnostics, Place};
use crate::layers::Sources;
use crate::yaml::{self, At, Ordered};

use super::authored::{self, Authored};
use super::lenses::Group;
use super::removed::Earlier;
use super::{FILE, Model};

/// What a language says. Where it lacks something, the language it falls back on speaks.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub parts: BTreeMap<String, Named>,
    pub dimensions: BTreeMap<String, Named>,
    pub items: BTreeMap<String, ItemText>,
    pub levels: Vec<Named>,
    /// Claims and practices.
    pub statements: BTreeMap<String, String>,
    pub profile: BTreeMap<String, ChoiceText>,
    pub lenses: BTreeMap<String, LensText>,
}

#[derive(Clone, Debug, Default)]
pub struct Named {
    pub name: String,
    pub summary: String,
}

#[derive(Clone, Debug, Default)]
pub struct LensText {
    pub name: String,
    pub summary: String,
    pub groups: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default)]
pub struct ItemText {
    /// The language they are in: where it lacks a question, another one's is shown.
    pub lang: Option<Lang>,
    pub question: String,
    /// Five, from level 1 up.
    pub anchors: Vec<String>,
    pub evidence: String,
    pub why: String,
}

#[derive(Clone, Debug, Default)]
pub struct ChoiceText {
    pub question: String,
    pub options: BTreeMap<String, String>,
}

pub(super) fn compile(
    model: &Model,
    authored: &Authored,
    sources: &Sources,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Lang, Texts> {
    let mut own: BTreeMap<Lang, Texts> = BTreeMap::new();
    let mut all_readable = true;
    let earlier = Earlier::new(sources);
    for language in &config.languages {
        let path = format!("{}/{FILE}", language.lang);
        if let Some(node) = sources.merged(&path, diagnostics) {
            let texts: authored::Texts = yaml::decode_or_default(&node, diagnostics);
            check_names(model, authored, &texts, &earlier, diagnostics);
            own.insert(language.lang.clone(), checked(texts, &language.lang, diagnostics));
        } else {
            all_readable &= !sources.layers.iter().any(|layer| layer.files.0.contains_key(&path));
        }
    }
    let spoken: BTreeMap<Lang, Texts> = config
        .languages
        .iter()
        .map(|language| {
            let chain = [&language.lang].into_iter().chain(&language.fallbacks).filter_map(|lang| own.get(lang));
            (language.lang.clone(), chain.cloned().reduce(Texts::filled_from).unwrap_or_default())
        })
        .collect();
    if all_readable {
        check_complete(model, authored, &spoken, diagnostics);
    }
    spoken
}

impl Texts {
    fn filled_from(mut self, other: Self) -> Self {
        fill(&mut self.parts, other.parts);
        fill(&mut self.dimensions, other.dimensions);
        fill(&mut self.items, other.items);
        fill(&mut self.statements, other.statements);
        fill(&mut self.profile, other.profile);
        fill(&mut self.lenses, other.lenses);
        if self.levels.is_empty() {
            self.levels = other.levels;
        }
        self
    }
}

fn fill<T>(own: &mut BTreeMap<String, T>, other: BTreeMap<String, T>) {
    for (key, value) in other {
        own.entry(key).or_insert(value);
    }
}

fn checked(texts: authored::Texts, lang: &Lang, diagnostics: &mut Diagnostics) -> Texts {
    let named = |named: authored::Named| Named { name: named.name, summary: named.summary };
    if let Some(levels) = texts.levels.as_ref().filter(|levels| levels.len() != 5) {
        diagnostics.error(&levels.place, format!("there are {} levels", levels.len())).hint("a model has five");
    }
    // A question that is half there counts as there: it was reported, and is not missing on top of that.
    let items = texts.items.into_iter().map(|(id, text)| {
        let text = item(&id, text, lang, diagnostics).unwrap_or_default();
        (id.value, text)
    });
    let items = items.collect();
    Texts {
        items,
        parts: texts.parts.into_iter().map(|(id, text)| (id.value, named(text))).collect(),
        dimensions: texts.dimensions.into_iter().map(|(id, text)| (id.value, named(text))).collect(),
        lenses: texts.lenses.into_iter().map(|(id, text)| (id.value, lens(text))).collect(),
        levels: texts.levels.map(|levels| levels.value.into_iter().map(named).collect()).unwrap_or_default(),
        statements: plain(texts.talk_walk),
        profile: texts.profile.into_iter().map(|(id, text)| (id.value, choice(text))).collect(),
    }
}

fn plain(texts: BTreeMap<At<String>, String>) -> BTreeMap<String, String> {
    texts.into_iter().map(|(id, text)| (id.value, text)).collect()
}

fn choice(text: authored::Question) -> ChoiceText {
    ChoiceText { question: text.question, options: plain(text.options) }
}

fn lens(text: authored::Lens) -> LensText {
    let groups = text.groups.into_iter().map(|(id, name)| (id.value, name)).collect();
    LensText { name: text.name, summary: text.summary, groups }
}

fn item(id: &At<String>, text: authored::ItemText, lang: &Lang, diagnostics: &mut Diagnostics) -> Option<ItemText> {
    let Some(question) = text.question.filter(|question| !question.trim().is_empty()) else {
        diagnostics.error(&id.place, format!("question `{}` has no `question`", id.value)).hint("add `question: …`");
        return None;
    };
    let Some(anchors) = text.anchors else {
        diagnostics
            .error(&id.place, format!("question `{}` has no `anchors`", id.value))
            .hint("add five, from level 1 up");
        return None;
    };
    check_anchors(&id.value, &anchors, diagnostics);
    let anchors = anchors.value.into_iter().map(|anchor| anchor.value).collect();
    Some(ItemText {
        lang: Some(lang.clone()),
        question: question.value,
        anchors,
        evidence: text.evidence,
        why: text.why,
    })
}

fn check_anchors(id: &str, anchors: &At<Vec<At<String>>>, diagnostics: &mut Diagnostics) {
    if anchors.len() != 5 {
        diagnostics
            .error(&anchors.place, format!("question `{id}` has {} anchors", anchors.len()))
            .hint("it needs five, from level 1 up");
    }
    let mut seen = BTreeSet::new();
    for anchor in &anchors.value {
        if anchor.trim().is_empty() {
            diagnostics
                .error(&anchor.place, format!("an anchor of question `{id}` is empty"))
                .hint("describe what one would see at that level");
        } else if !seen.insert(anchor.trim()) {
            diagnostics
                .error(&anchor.place, format!("two anchors of question `{id}` are the same"))
                .hint("each level needs its own description");
        }
    }
    for (index, anchor) in anchors.iter().enumerate() {
        if let Some(earlier) =
            anchors[..index].iter().position(|earlier| earlier.trim() != anchor.trim() && alike(earlier, anchor))
        {
            let message = format!("anchors {} and {} of question `{id}` are nearly the same", earlier + 1, index + 1);
            diagnostics.warning(&anchor.place, message).hint("say what one would see differently at each level");
        }
    }
    let lengths = || anchors.iter().map(|anchor| anchor.chars().count());
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    if shortest > 0 && 2 * longest > 5 * shortest {
        let message =
            format!("the longest anchor of question `{id}` has {longest} characters, the shortest {shortest}");
        diagnostics
            .warning(&anchors.place, message)
            .hint("people choose the longest; keep it under 2.5 times the shortest");
    }
}

/// Nine words in ten are the same.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let (one, other) = (words(one), words(other));
    20 * one.intersection(&other).count() >= 9 * (one.len() + other.len())
}

/// Every id a text is given for must be one of the model's, or have been one where the text was written.
fn check_names(
    model: &Model,
    authored: &Authored,
    texts: &authored::Texts,
    earlier: &Earlier,
    diagnostics: &mut Diagnostics,
) {
    let mut known = |kind: &'static str, written: Vec<&At<String>>, ids: Vec<&str>| {
        let unknown = written.into_iter().filter(|id| !ids.contains(&id.value.as_str()));
        for id in unknown.filter(|id| !earlier.had(&id.place, kind, id)) {
            let finding = diagnostics.error(&id.place, format!("the assessment has no {kind} `{}`", id.value));
            finding.nearest(id, ids.iter().copied());
            finding.or_hint(format!("use an id of {}, or add it there", model.place.file));
        }
    };
    let items = model.dimensions.iter().flat_map(|one| one.items.iter().map(|item| item.id.as_str())).collect();
    let talk_walk =
        authored.talk_walk.claims.iter().chain(&authored.talk_walk.practices).map(|id| id.value.as_str()).collect();
    known("part", texts.parts.keys().collect(), model.parts.iter().map(String::as_str).collect());
    known("dimension", texts.dimensions.keys().collect(), model.dimensions.iter().map(|one| one.id.as_str()).collect());
    known("question", texts.items.keys().collect(), items);
    known("statement", texts.talk_walk.keys().collect(), talk_walk);
    known("profile question", texts.profile.keys().collect(), authored.profile.keys().collect());
    known("lens", texts.lenses.keys().collect(), authored.lenses.keys().collect());
    for (id, question) in &texts.profile {
        let options =
            authored.profile.get(&id.value).into_iter().flatten().map(|option| option.value.as_str()).collect();
        known("option", question.options.keys().collect(), options);
    }
    for (id, lens) in &texts.lenses {
        let groups = authored.lenses.get(&id.value).into_iter().flat_map(Ordered::keys).collect();
        known("lens group", lens.groups.keys().collect(), groups);
    }
}

/// In some language of its chain, everything that will be shown must have a text.
fn check_complete(model: &Model, authored: &Authored, spoken: &BTreeMap<Lang, Texts>, diagnostics: &mut Diagnostics) {
    for (lang, texts) in spoken {
        let mut lacks = |what: String, place: &Place| {
            let message = format!("{what} has no text in `{lang}` nor in a language it falls back on");
            diagnostics.error(place, message).hint(format!("add it to {lang}/{FILE}"));
        };
        if texts.levels.is_empty() {
            lacks("the list of levels".to_owned(), &model.place);
        }
        for part in authored.parts.iter().filter(|id| !texts.parts.contains_key(&id.value)) {
            lacks(format!("part `{}`", part.value), &part.place);
        }
        let statements = authored.talk_walk.claims.iter().chain(&authored.talk_walk.practices);
        for id in statements.filter(|id| !texts.statements.contains_key(&id.value)) {
            lacks(format!("statement `{}`", id.value), &id.place);
        }
        for (id, options) in authored.profile.iter() {
            let said = texts.profile.get(&id.value);
            for option in
                options.iter().filter(|option| said.is_none_or(|text| !text.options.contains_key(&option.value)))
            {
                lacks(format!("option `{}` of profile question `{}`", option.value, id.value), &option.place);
            }
        }
        for dimension in &authored.dimensions {
            if !texts.dimensions.contains_key(&dimension.id.value) {
                lacks(format!("dimension `{}`", dimension.id.value), &dimension.id.place);
            }
            for item in dimension.items.iter().filter(|item| !texts.items.contains_key(&item.id.value)) {
                lacks(format!("question `{}`", item.id.value), &item.id.place);
            }
        }
        for lens in &model.lenses {
            let text = texts.lenses.get(&lens.id);
            if text.is_none() {
                lacks(format!("lens `{}`", lens.id), &lens.place);
            }
            let unnamed = |group: &&Group| text.is_some_and(|text| !text.groups.contains_key(&group.id));
            for group in lens.groups.iter().filter(unnamed) {
                lacks(format!("group `{}` of lens `{}`", group.id, lens.id), &group.place);
            }
        }
    }
}
